// The writing page's form: the text goes with it as JSON, saving leaves the writer where they are, and nothing unsaved
// is left behind unasked. Without this script the same form sends the plain fields.

import {edit} from './editor.js';
import {pictures} from './pictures.js';

/** A word as core counts it: letters and digits, with what joins them into one. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:(?:[-\u2010\u2011'’ʼ\u00ad\u200c\u200d]|(?<=\p{N})[.,:](?=\p{N}))[\p{L}\p{M}\p{N}]+)*/gu;

export function write(form) {
  const copyField = form.elements.namedItem('copy');
  const copy = JSON.parse(copyField.value);
  const place = form.querySelector('[data-editor]');
  const bar = form.querySelector('[data-toolbar]');

  let watch = 0;
  const later = () => {
    clearTimeout(watch);
    watch = setTimeout(look, 200);
  };
  const editor = place ? edit(place, bar, copy.body, later) : null;

  pictures(form, copy, editor, later);

  const whole = () => JSON.stringify(editor ? {...copy, body: editor.body()} : copy);

  /** Everything that a save would send but the token and what only says which page this is. */
  const state = () => {
    copyField.value = whole();
    const fields = [...new FormData(form)].filter(([name]) => !['form-token', 'expected', 'request'].includes(name));
    return JSON.stringify(fields);
  };

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
  form.addEventListener('input', later);
  form.addEventListener('change', later);
  look();

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

  // A plain submission (to the submission form, say) leaves the page knowingly.
  let leaving = false;
  form.addEventListener('submit', () => {
    copyField.value = whole();
    leaving = true;
  });
  window.addEventListener('pageshow', () => leaving = false);
  window.addEventListener('beforeunload', event => {
    if (!leaving && isDirty()) {
      event.preventDefault();
    }
  });

  document.body.addEventListener('htmx:configRequest', event => {
    if (form.contains(event.detail.elt)) {
      sent = state();
      event.detail.parameters.copy = copyField.value;
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
    if (successful) {
      saved = sent;
      look();
    } else {
      notice(form, xhr.status === 499 || xhr.status === 401 ? 'logged-out' : xhr.status === 0 ? 'away' : 'refused', xhr);
    }
  });

  // Another's newer text takes the page's place, with this one beside it; any other refusal leaves the page as it is.
  document.body.addEventListener('htmx:beforeSwap', event => {
    const {xhr, requestConfig} = event.detail;
    if (requestConfig?.verb === 'post' && form.contains(requestConfig.elt) && xhr.status >= 400) {
      const isConflict = xhr.responseText.includes('data-conflict');
      event.detail.shouldSwap = isConflict;
      event.detail.target = document.getElementById('main');
      event.detail.selectOverride = '#main';
      event.detail.swapOverride = 'outerHTML';
      leaving = isConflict;
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

function count(form, editor) {
  const place = form.querySelector('[data-count]');
  if (!place || !editor) {
    return;
  }
  const fields = ['headline', 'lead'].map(name => form.elements.namedItem(name)?.value ?? '');
  const text = [...fields, editor.text()].join('\n');
  place.textContent = place.dataset.count
    .replace('#w', (text.match(WORD) ?? []).length.toLocaleString(document.documentElement.lang))
    .replace('#c', [...text.replace(/\n/g, '')].length.toLocaleString(document.documentElement.lang));
}
