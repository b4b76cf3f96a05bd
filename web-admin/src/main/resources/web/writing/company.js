// Who else has the story open. The page says that it is there and hears the others' names, never what they write.

import {ask, part, signed} from './asking.js';
import {element} from './making.js';

const EVERY = 15_000;

export function company(form, isDirty) {
  const bar = () => document.getElementById('bar');
  const isStory = () => bar() && !bar().dataset.place.endsWith('/new');
  const body = () => {
    const field = name => form.elements.namedItem(name).value;
    const said = new URLSearchParams({...signed(form), window: field('window'), expected: field('expected')});
    if (isDirty()) {
      said.set('unsaved', 'on');
    }
    return said.toString();
  };
  const empty = name => element('div', {class: name === 'company' ? 'company small' : '', [`data-${name}`]: '', 'aria-live': 'polite'});

  const attend = async () => {
    if (!isStory() || document.visibilityState === 'hidden') {
      return;
    }
    try {
      const answer = await ask('POST', `${bar().dataset.place}/presence`, body());
      if (!answer.ok) {
        return;
      }
      const html = await answer.text();
      for (const name of ['company', 'moved']) {
        const now = part(html, `[data-${name}]`) ?? empty(name);
        const before = form.querySelector(`[data-${name}]`);
        if (before && before.textContent.trim() !== now.textContent.trim()) {
          before.replaceWith(now);
        }
      }
    } catch {
      // The line is away: the bar says so by itself.
    }
  };
  attend();
  setInterval(attend, EVERY);
  document.addEventListener('visibilitychange', attend);
  window.addEventListener('pagehide', () => {
    if (isStory()) {
      ask('POST', `${bar().dataset.place}/absence`, body(), true).catch(() => {});
    }
  });
}
