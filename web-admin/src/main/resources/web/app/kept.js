// Texts that this device keeps for a person because the newsroom did not get them. They are handed over first, and are shown
// there as any unsaved text; what is not taken is shown here, to be read, copied or thrown away.

import {ask, part, post} from '../writing/asking.js';
import {forget, inStore} from '../writing/store.js';

const panel = document.querySelector('[data-device]');
const {device: place, person} = panel.dataset;
const list = panel.querySelector('[data-texts]');
const said = panel.querySelector('[data-said]');

/** The words below a node of a copy's body, a line each. */
function lines({type, attrs = {}, content = []}) {
  const isLine = content.some(one => ['text', 'hard_break'].includes(one.type));
  const words = isLine ? [content.map(worded).join('')] : content.flatMap(lines);
  const ofPictures = (attrs.pictures ?? []).map(({caption}) => caption);
  return [attrs.title, attrs.provider && `${attrs.provider}: ${attrs.id}`,
    ...type === 'table_row' ? [words.join(' | ')] : words,
    attrs.tail && `– ${attrs.tail}`, attrs.source, attrs.caption, ...ofPictures].filter(Boolean);
}

const worded = ({text = '\n', marks = []}) => {
  const link = marks.find(({type}) => type === 'link');
  return link ? `${text} (${link.attrs.href})` : text;
};

function read(field) {
  try {
    return lines(JSON.parse(field('copy')).body);
  } catch {
    return [field('copy')];
  }
}

function item(kept, answer, because) {
  const made = panel.querySelector('template').content.firstElementChild.cloneNode(true);
  const at = name => made.querySelector(`[data-${name}]`);
  const values = new Map(kept.fields);
  const field = name => values.get(name)?.trim() ?? '';
  at('headline').textContent = field('headline') || panel.dataset.untitled;
  // In figures, which all three languages write alike here: browsers do not know the Kazakh names of months
  at('at').textContent = new Date(kept.at).toLocaleString('ru', {timeZone: 'Asia/Almaty', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit'});
  at('because').textContent = (answer === 'refused' && because) || panel.dataset[answer] || panel.dataset.away;
  at('go').hidden = Boolean(place) || answer === 'forbidden';
  at('go').href = kept.place;
  at('text').append(...[field('headline'), field('lead'), ...read(field)].filter(Boolean).map(words => {
    const line = document.createElement('p');
    line.textContent = words;
    return line;
  }));
  at('text').lang = field('language') || 'kk';
  for (const value of made.querySelectorAll('[data-field]')) {
    value.textContent = field(value.dataset.field);
    if (!value.textContent) {
      value.previousElementSibling.remove();
      value.remove();
    }
  }
  at('copy').addEventListener('click', async () => {
    const whole = [...at('text').children, ...made.querySelectorAll('[data-field]')].map(line => line.textContent).join('\n');
    said.textContent = '';
    try {
      await navigator.clipboard.writeText(whole);
    } catch {
      // A browser gives its clipboard only where the line is encrypted; what is selected it copies anywhere.
      getSelection().selectAllChildren(at('whole'));
      document.execCommand('copy');
    }
    said.textContent = panel.dataset.copied;
  });
  at('throw').addEventListener('click', async () => {
    await forget(kept);
    const next = made.nextElementSibling ?? made.previousElementSibling;
    made.remove();
    told();
    said.textContent = panel.dataset.thrown;
    (next?.querySelector('summary') ?? document.getElementById('main')).focus();
  });
  return made;
}

function told() {
  panel.querySelector('[data-sum]').textContent = list.children.length;
  panel.hidden = list.children.length === 0;
}

const here = document.querySelector('form[data-writing] [name=window]')?.value;
const from = place ? [person, place] : [person];
const all = await inStore('readonly', texts => texts.getAll(IDBKeyRange.bound(from, [...from, []]))).catch(() => []);
const form = document.querySelector('[name=form-token]').form;
let isShown = false;
for (const kept of all.filter(({window}) => window !== here)) {
  const {answer, because} = await post(form, kept);
  if (['kept', 'elsewhere', 'taken-out'].includes(answer)) {
    isShown ||= answer === 'kept';
    await forget(kept);
  } else {
    list.append(item(kept, answer, because));
  }
}
told();
const left = isShown && document.querySelector('[data-left]');
if (left) {
  const shown = await ask('GET', left.dataset.left).catch(() => null);
  if (shown?.ok) {
    left.replaceWith(part(await shown.text(), '[data-left]'));
  }
}
