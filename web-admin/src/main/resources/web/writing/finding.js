// Find and replace in the text.

import {Plugin, PluginKey, TextSelection} from 'prosemirror-state';
import {Decoration, DecorationSet} from 'prosemirror-view';

const key = new PluginKey('finding');

/** Where the words stand, letters large or small; a place never reaches over the end of a line. */
function places(doc, words) {
  const wanted = words.toLowerCase();
  const found = [];
  if (!wanted) {
    return found;
  }
  doc.descendants((node, pos) => {
    if (!node.isTextblock) {
      return true;
    }
    const text = node.textBetween(0, node.content.size, undefined, '\ufffc');
    const lower = text.toLowerCase();
    const within = lower.length === text.length ? lower : text;
    for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + wanted.length)) {
      found.push({from: pos + 1 + at, to: pos + 1 + at + wanted.length});
    }
    return false;
  });
  return found;
}

/** What was put in stands until someone changes it; what is undone is to be found again. */
function standing(tr, put) {
  return put.map(({from, to, text}) => ({from: tr.mapping.map(from, 1), to: tr.mapping.map(to, -1), text}))
    .filter(({from, to, text}) => from < to && tr.doc.textBetween(from, to) === text);
}

export const finding = new Plugin({
  key,
  state: {
    init: () => ({words: '', found: [], at: -1, put: []}),
    apply(tr, before) {
      const asked = tr.getMeta(key);
      if (!asked && (!tr.docChanged || !before.words)) {
        return before;
      }
      const words = asked?.words ?? before.words;
      // What was put in the place of the words is not looked at again, even if it holds them, until they are asked for anew
      const put = asked?.words !== undefined ? [] : [...standing(tr, before.put), ...asked?.put ?? []];
      const isSame = !tr.docChanged && words === before.words && put.length === before.put.length;
      const found = isSame ? before.found : places(tr.doc, words).filter(({from, to}) => !put.some(one => from < one.to && one.from < to));
      return {words, found, at: Math.min(asked?.at ?? before.at, found.length - 1), put};
    },
  },
  props: {
    decorations(state) {
      const {found, at} = key.getState(state);
      return found.length
        ? DecorationSet.create(state.doc, found.map(({from, to}, n) => Decoration.inline(from, to, {class: n === at ? 'found found-here' : 'found'})))
        : null;
    },
  },
});

/** The question under the toolbar. */
export function findQuestion(form, view) {
  const [words, instead] = form.querySelectorAll('input');
  const told = form.querySelector('[data-found]');
  const now = () => key.getState(view.state);

  const tell = () => {
    const {words: asked, found, at} = now();
    told.textContent = asked ? `${at + 1} / ${found.length}` : '';
  };
  const go = n => {
    const {found} = now();
    if (found.length) {
      const at = (n + found.length) % found.length;
      const {from, to} = found[at];
      view.dispatch(view.state.tr.setMeta(key, {at}).setSelection(TextSelection.create(view.state.doc, from, to)).scrollIntoView());
    }
    tell();
  };
  const look = () => {
    view.dispatch(view.state.tr.setMeta(key, {words: words.value, at: -1}));
    const after = now().found.findIndex(({from}) => from >= view.state.selection.from);
    go(Math.max(0, after));
  };
  /** Each place in its turn, the last one first; together one step for undo. */
  const swap = (found, at) => {
    const {tr} = view.state;
    const text = instead.value;
    found.slice().reverse().forEach(({from, to}) => text ? tr.insertText(text, from, to) : tr.delete(from, to));
    const put = found.map(({from, to}) => ({from: tr.mapping.map(from, -1), to: tr.mapping.map(to, 1), text}));
    view.dispatch(tr.setMeta(key, {put: text ? put : [], at}));
  };
  const acts = {
    next: () => go(now().at + 1),
    before: () => go(now().at - 1),
    replace() {
      const {found, at} = now();
      if (found[at]) {
        swap([found[at]], at);
        // What stood behind is now in its place; behind the last one it goes on from the beginning
        go(at < found.length - 1 ? at : 0);
      }
    },
    all() {
      swap(now().found, -1);
      tell();
    },
  };
  form.addEventListener('click', event => acts[event.target.closest('button')?.dataset.answer]?.());
  words.addEventListener('input', look);
  form.addEventListener('keydown', event => {
    if (event.key === 'Enter') {
      event.preventDefault();
      event.target === instead ? acts.replace() : event.shiftKey ? acts.before() : acts.next();
    }
  });
  return {
    apply() {},
    open() {
      const {from, to, empty} = view.state.selection;
      const chosen = empty ? '' : view.state.doc.textBetween(from, to, ' ');
      if (chosen && chosen.length < 100 && !chosen.includes('\n')) {
        words.value = chosen;
      }
      words.focus();
      words.select();
      look();
      words.focus();
    },
    shut() {
      view.dispatch(view.state.tr.setMeta(key, {words: '', at: -1}));
    },
  };
}
