// Notes at passages: what is selected in the text is what the next note is about, and noted passages are marked in it. A note
// is written, and resolved, without the page being left: what else is written on it stays.

const form = document.querySelector('.note-form');
const text = document.querySelector('[data-noted]');
const told = document.querySelector('[data-note-told]');

if (form && text) {
  const quoted = form.elements.namedItem('quoted');
  const [field, block] = ['field', 'block'].map(name => form.elements.namedItem(name));
  // A note is about one place of the text as it is now: captions, signs and what was struck out are none.
  const placeOf = node => {
    const element = node?.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    return !element || !text.contains(element) || element.closest('del, figcaption, .change-sign, .card-kind, .source')
      ? null : element.closest('[data-field="headline"], [data-field="lead"], [data-block]');
  };
  document.addEventListener('selectionchange', () => {
    const selection = document.getSelection();
    const said = selection.toString().trim();
    const place = placeOf(selection.anchorNode);
    if (said && !said.includes('\n') && said.length <= quoted.maxLength && place && place === placeOf(selection.focusNode)
      && !selection.getRangeAt(0).cloneContents().querySelector('del')) {
      quoted.value = said;
      field.value = place.dataset.field ?? '';
      block.value = place.dataset.block ?? '';
    }
  });
  quoted.addEventListener('input', () => field.value = block.value = '');
}

const fields = () => form && ['quoted', 'said', 'field', 'block'].map(name => form.elements.namedItem(name));
const values = () => fields()?.map(({value}) => value).join('\n');
const isNote = ({requestConfig}) => /\/notes(\/|$)/.test(requestConfig?.path);
let sent = '';

document.addEventListener('htmx:configRequest', ({detail}) => {
  if (detail.elt === form) {
    sent = values();
  }
});
document.addEventListener('htmx:afterRequest', ({detail}) => {
  const {elt, xhr, successful} = detail;
  if (!isNote(detail)) {
    return;
  }
  const mishaps = new DOMParser().parseFromString(xhr.responseText, 'text/html').querySelectorAll('[data-mishap]');
  const why = [...mishaps].map(one => one.textContent.trim()).join(' ');
  const what = successful ? null : [401, 499].includes(xhr.status) ? 'logged-out' : why ? 'refused' : 'away';
  elt.dispatchEvent(new CustomEvent('says', {bubbles: true, detail: {what, why}}));
  if (!successful || !told) {
    return;
  }
  mark();
  told.textContent = elt === form ? told.dataset.written : told.dataset.resolved;
  if (elt !== form) {
    // The button that was pressed is gone
    told.focus();
  } else if (values() === sent) {
    fields().forEach(field => field.value = '');
  }
});

/** The first place of the words within, what was removed left out; null where they stand no more. */
function place(words, within) {
  const walk = document.createTreeWalker(within, NodeFilter.SHOW_TEXT, node => node.parentElement.closest('del') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  let whole = '';
  const nodes = [];
  while (walk.nextNode()) {
    nodes.push({node: walk.currentNode, from: whole.length});
    whole += walk.currentNode.data;
  }
  const at = whole.indexOf(words);
  if (at < 0) {
    return null;
  }
  const end = at + words.length;
  const range = new Range();
  const holds = pos => nodes.findLast(({from}) => from <= pos);
  const [first, last] = [holds(at), holds(end - 1)];
  range.setStart(first.node, at - first.from);
  range.setEnd(last.node, end - last.from);
  return range;
}

function mark() {
  if (!text || !globalThis.Highlight) {
    return;
  }
  const marked = new Highlight();
  CSS.highlights.set('noted', marked);
  document.querySelectorAll('[data-notes] [data-quote]').forEach(note => {
    // In the block that it is about, while that stands where it stood; else wherever the words stand now.
    const {quote, block, field} = note.dataset;
    const about = block ? `[data-block="${block}"]` : `[data-field="${field}"]`;
    const range = [text.querySelector(about), text].reduce((found, within) => found ?? (within && place(quote, within)), null);
    if (range) {
      marked.add(range);
      const go = note.querySelector('.note-quote');
      go.tabIndex = 0;
      go.setAttribute('role', 'button');
      const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      const show = () => range.startContainer.parentElement.scrollIntoView({block: 'center', behavior: isCalm ? 'auto' : 'smooth'});
      go.addEventListener('click', show);
      go.addEventListener('keydown', event => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          show();
        }
      });
    }
  });
}

mark();
