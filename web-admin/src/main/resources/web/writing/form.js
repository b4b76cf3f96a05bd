// The writing page's form: the text goes with it as JSON, saving leaves the writer where they are, and nothing unsaved
// is left behind unasked. Without this script the same form sends the plain fields.

import {company} from './company.js';
import {edit} from './editor.js';
import {keep} from './keeping.js';
import {lines} from './measure.js';
import {mentions} from './mentions.js';
import {pictures} from './pictures.js';
import {proofread} from './proofing.js';

/** A word as core counts it: letters and digits, with what joins them into one. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:(?:[-\u2010\u2011'’ʼ\u00ad\u200c\u200d]|(?<=\p{N})[.,:](?=\p{N}))[\p{L}\p{M}\p{N}]+)*/gu;

export function write(form) {
  const copyField = form.elements.namedItem('copy');
  const copy = JSON.parse(copyField.value);
  const place = form.querySelector('[data-editor]');
  const bar = form.querySelector('[data-toolbar]');

  let watch = 0;
  let keeping = null;
  let proofs = () => {};
  let named = () => {};
  let shown = () => {};
  const later = () => {
    clearTimeout(watch);
    watch = setTimeout(look, 200);
    keeping?.changed();
    proofs();
    named();
    shown();
  };
  const editor = place ? edit(place, bar, copy.body, later) : null;

  pictures(form, copy, editor, later);

  const whole = () => JSON.stringify(editor ? {...copy, body: editor.body()} : copy);

  /** Everything that a save would send but the token and what only says which page this is. */
  const fields = () => {
    copyField.value = whole();
    return [...new FormData(form)];
  };
  const ASIDE = ['form-token', 'expected', 'request', 'window', 'counter', 'merging'];
  const state = () => JSON.stringify(fields().filter(([name]) => !ASIDE.includes(name)));

  let sent = state();
  let saved = form.dataset.unsaved === undefined ? sent : null;

  const isDirty = () => state() !== saved;

  function look() {
    form.toggleAttribute('data-dirty', isDirty());
    count(form, editor);
  }

  form.setAttribute('data-script', '');
  if (matchMedia('(max-width: 60rem)').matches) {
    form.querySelector('details.drawer').open = false;
  }
  form.addEventListener('input', event => event.target.name && later());
  form.addEventListener('change', event => event.target.name && later());
  look();
  keeping = keep(form, fields, isDirty);
  company(form, isDirty);
  proofs = proofread(form, editor);
  named = mentions(form, fields);
  const opener = form.querySelector('[data-proof-open]');
  /** Its script is fetched when it is asked for first; where the line is away, the next press tries again. */
  const openPreview = async () => {
    opener.removeEventListener('click', openPreview);
    try {
      const {previewing} = await import('./previewing.js');
      shown = previewing(form, opener, fields);
    } catch {
      opener.addEventListener('click', openPreview);
    }
  };
  opener?.addEventListener('click', openPreview);

  form.addEventListener('left-out', ({detail}) => {
    notice(form, 'left-out');
    const told = form.querySelector('[data-left-what]');
    told.textContent = Object.entries(detail).filter(([, many]) => many)
      .map(([what, many]) => `${told.dataset[what]} – ${many}`).join(', ');
  });

  const saveButton = () => form.querySelector('button[data-save]');

  document.addEventListener('keydown', event => {
    const isSave = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === 'KeyS';
    if (!isSave) {
      return;
    }
    event.preventDefault();
    if (isDirty()) {
      saveButton()?.click();
    }
  });

  const sheet = document.querySelector('[data-shortcuts]');
  form.querySelector('[data-sheet]')?.addEventListener('click', () => sheet.showModal());
  document.addEventListener('keydown', event => {
    const isTyping = event.target.closest('input, textarea, select, [contenteditable="true"]');
    if (event.key === '?' && !isTyping && !sheet.open) {
      event.preventDefault();
      sheet.showModal();
    }
  });

  // A plain submission (to the submission form, say) leaves the page knowingly.
  let leaving = false;
  form.addEventListener('submit', () => {
    if (!leaving) {
      keeping.saving();
    }
    leaving = true;
  });
  window.addEventListener('pageshow', ({persisted}) => {
    leaving = false;
    if (persisted) {
      keeping.changed();
    }
  });
  window.addEventListener('beforeunload', event => {
    if (!leaving && isDirty()) {
      event.preventDefault();
    }
  });

  document.body.addEventListener('htmx:configRequest', event => {
    if (form.contains(event.detail.elt)) {
      sent = state();
      event.detail.parameters.copy = copyField.value;
      event.detail.parameters.counter = keeping.saving();
      notice(form, null);
      form.setAttribute('data-saving', '');
    }
  });

  document.body.addEventListener('htmx:afterRequest', event => {
    const {elt, xhr, successful, requestConfig} = event.detail;
    if (requestConfig?.verb !== 'post' || !form.contains(elt) && !elt.matches('button[data-save]')) {
      return;
    }
    form.removeAttribute('data-saving');
    const elsewhere = successful && xhr.getResponseHeader('Qalam-Go');
    if (elsewhere) {
      open(elsewhere);
    } else if (successful) {
      saved = sent;
      look();
      proofs();
      keeping.saved();
    } else {
      notice(form, xhr.status === 499 || xhr.status === 401 ? 'logged-out' : xhr.status === 0 ? 'away' : 'refused', xhr);
      keeping.changed();
    }
  });

  /** What was saved has others' changes in it: the page opens anew. */
  async function open(address) {
    await part();
    leaving = true;
    location.assign(address);
  }

  /** What was typed since the save was sent is not in what takes the page's place: it is kept, and offered with the story. */
  async function part() {
    if (state() !== sent) {
      await keeping.now();
    }
    keeping.end();
  }

  // Another's newer text takes the page's place, with this one beside it; any other refusal leaves the page as it is.
  document.body.addEventListener('htmx:beforeSwap', event => {
    const {xhr, requestConfig} = event.detail;
    if (xhr.getResponseHeader('Qalam-Go')) {
      event.detail.shouldSwap = false;
    } else if (requestConfig?.verb === 'post' && form.contains(requestConfig.elt) && xhr.status >= 400) {
      const isConflict = xhr.responseText.includes('data-conflict');
      event.detail.shouldSwap = isConflict;
      event.detail.target = document.getElementById('main');
      event.detail.selectOverride = '#main';
      event.detail.swapOverride = 'outerHTML';
      leaving = isConflict;
      if (isConflict) {
        part();
      }
    }
  });
}

/** Tells beside the bar why a save did not happen; the text stays where it is. */
function notice(form, name, xhr) {
  const place = form.querySelector('[data-notice]');
  place.replaceChildren();
  if (!name) {
    return;
  }
  const told = form.querySelector(`template[data-says="${name}"]`).content.cloneNode(true);
  const why = told.querySelector('[data-why]');
  if (why && xhr) {
    const page = new DOMParser().parseFromString(xhr.responseText, 'text/html');
    why.textContent = [...page.querySelectorAll('[data-mishap]')].map(part => part.textContent.trim()).join(' ');
  }
  place.append(told);
}

/** No study of reading speed in Kazakh was found; core counts with the same number. */
const WORDS_A_MINUTE = 170;

function count(form, editor) {
  const place = form.querySelector('[data-count]');
  if (!place || !editor) {
    return;
  }
  const fields = ['headline', 'lead'].map(name => form.elements.namedItem(name)?.value ?? '');
  const text = [...fields, editor.text()].join('\n');
  const words = (text.match(WORD) ?? []).length;
  const number = value => value.toLocaleString(document.documentElement.lang);
  place.textContent = place.dataset.count.replace('#w', number(words))
    .replace('#c', number([...text.replace(/\n/g, '')].length))
    .replace('#m', number(Math.ceil(words / WORDS_A_MINUTE)));
  const measure = form.querySelector('[data-measure]');
  const rows = lines(fields[0]);
  const isLong = rows > Number(form.dataset.cardLines);
  measure.textContent = fields[0] && (isLong ? measure.dataset.measureLong : measure.dataset.measure)
    .replace('#c', number([...fields[0]].length)).replace('#l', number(rows));
  measure.classList.toggle('is-long', isLong);
}
