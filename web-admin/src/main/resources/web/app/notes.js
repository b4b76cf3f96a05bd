// Notes at passages: what is selected in the text is what the next note is about, and noted passages are marked in it.

const form = document.querySelector('.note-form');
const text = document.querySelector('[data-noted]');

if (form && text) {
  const quoted = form.elements.namedItem('quoted');
  document.addEventListener('selectionchange', () => {
    const selection = document.getSelection();
    const said = selection.toString().trim();
    if (said && !said.includes('\n') && said.length <= quoted.maxLength && text.contains(selection.anchorNode) && text.contains(selection.focusNode)) {
      quoted.value = said;
    }
  });
}

/** The first place of the words in the text, what was removed left out; null where they stand no more. */
function place(words) {
  const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT, node => node.parentElement.closest('del') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
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

if (text && globalThis.Highlight) {
  const marked = new Highlight();
  CSS.highlights.set('noted', marked);
  document.querySelectorAll('[data-notes] [data-quote]').forEach(note => {
    const range = place(note.dataset.quote);
    if (range) {
      marked.add(range);
      const go = note.querySelector('.note-quote');
      go.tabIndex = 0;
      const show = () => range.startContainer.parentElement.scrollIntoView({block: 'center', behavior: 'smooth'});
      go.addEventListener('click', show);
      go.addEventListener('keydown', event => event.key === 'Enter' && show());
    }
  });
}
