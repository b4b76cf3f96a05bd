// The tags that the text names, in whatever form, stand beside the tag field: one press adds one.

import {ask} from './asking.js';
import {element} from './making.js';

const AFTER = 1_500; // after the last change
const FIELDS = ['form-token', 'copy', 'headline', 'lead', 'tags', 'language'];

/** Returns what to call when something has changed. */
export function mentions(form, fields) {
  const place = form.querySelector('[data-mentions]');
  const field = form.elements.namedItem('tags');
  if (!place) {
    return () => {};
  }
  const found = place.querySelector('[data-found]');
  let timer = 0;
  let asking = 0;

  const button = ({name, known}) => {
    const fresh = place.dataset.new;
    return element('button', {
      type: 'button', class: 'button small mention', 'data-name': name, title: place.dataset.add,
      'aria-label': `${place.dataset.add}: ${name}${known ? '' : ` (${fresh})`}`,
    }, element('span', {lang: 'kk'}, `+ ${name}`), known ? '' : element('span', 'quiet', fresh));
  };

  async function look() {
    const mine = ++asking;
    const body = new URLSearchParams(fields().filter(([name]) => FIELDS.includes(name)));
    try {
      const answer = await ask('POST', '/tags/mentions', body);
      const names = answer.ok ? await answer.json() : [];
      if (mine === asking) {
        const focused = found.contains(document.activeElement);
        found.replaceChildren(...names.map(button));
        place.hidden = names.length === 0;
        if (focused) {
          (found.querySelector('button') ?? field).focus();
        }
      }
    } catch {
      // The line is away: what is offered stays as it was
    }
  }

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(look, AFTER);
  };

  found.addEventListener('click', event => {
    const pressed = event.target.closest('button');
    if (!pressed) {
      return;
    }
    const names = field.value.split(',').map(name => name.trim()).filter(Boolean);
    field.value = [...names, pressed.dataset.name].join(', ');
    const next = pressed.nextElementSibling ?? pressed.previousElementSibling ?? field;
    pressed.remove();
    place.hidden = !found.children.length;
    next.focus();
    field.dispatchEvent(new Event('input', {bubbles: true}));
  });

  setTimeout(look, 300);
  return later;
}
