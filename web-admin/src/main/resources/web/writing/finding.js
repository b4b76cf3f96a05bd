// Find and replace: in headline, lead and captions, and in the text.

import {Plugin, PluginKey, TextSelection} from 'prosemirror-state';
import {Decoration, DecorationSet} from 'prosemirror-view';

const key = new PluginKey('finding');

/** Where the words stand in a line, letters large or small. */
function within(text, words) {
  const wanted = words.toLowerCase();
  const lower = text.toLowerCase();
  const line = lower.length === text.length ? lower : text;
  const found = [];
  for (let at = wanted ? line.indexOf(wanted) : -1; at >= 0; at = line.indexOf(wanted, at + wanted.length)) {
    found.push({from: at, to: at + wanted.length});
  }
  return found;
}

/** Where they stand in the text; a place never reaches over the end of a line. */
function places(doc, words) {
  const found = [];
  doc.descendants((node, pos) => {
    if (node.isTextblock) {
      const text = node.textBetween(0, node.content.size, undefined, '\ufffc');
      within(text, words).forEach(({from, to}) => found.push({from: pos + 1 + from, to: pos + 1 + to}));
    }
    return !node.isTextblock;
  });
  return found;
}

const overlap = (one, other) => one.from < other.to && other.from < one.to;

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
      const found = isSame ? before.found : places(tr.doc, words).filter(place => !put.some(one => overlap(place, one)));
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

  /** What was put into which field, while it says so. */
  let putInto = new WeakMap();
  const fields = () => [...form.closest('form').querySelectorAll('textarea[data-proofed]')];
  const inFields = () => fields().flatMap(field => {
    const put = putInto.get(field);
    const mine = put?.value === field.value ? put.places : [];
    return within(field.value, now().words).filter(place => !mine.some(one => overlap(place, one))).map(place => ({...place, field}));
  });
  /** Fields first, as they stand on the page; of all of them the place that was gone to. */
  const all = () => [...inFields(), ...now().found];
  let here = -1;

  const tell = () => told.textContent = now().words ? `${here + 1} / ${all().length}` : '';
  const go = n => {
    const found = all();
    here = found.length ? (n + found.length) % found.length : -1;
    const place = found[here];
    const first = found.length - now().found.length;
    const {tr} = view.state;
    tr.setMeta(key, {at: place && !place.field ? here - first : -1});
    if (place && !place.field) {
      tr.setSelection(TextSelection.create(view.state.doc, place.from, place.to)).scrollIntoView();
    }
    view.dispatch(tr);
    if (place?.field) {
      place.field.setSelectionRange(place.from, place.to);
      place.field.scrollIntoView({block: 'nearest'});
    }
    tell();
  };
  const look = () => {
    putInto = new WeakMap();
    view.dispatch(view.state.tr.setMeta(key, {words: words.value, at: -1}));
    const first = inFields().length;
    const after = now().found.findIndex(({from}) => from >= view.state.selection.from);
    go(after >= 0 && view.state.selection.from > 1 ? first + after : 0);
  };
  /** Each place in its turn, the last one first; what stands in the text is together one step for undo. */
  const swap = found => {
    const {tr} = view.state;
    const text = instead.value;
    const inText = found.filter(({field}) => !field);
    inText.slice().reverse().forEach(({from, to}) => text ? tr.insertText(text, from, to) : tr.delete(from, to));
    const put = inText.map(({from, to}) => ({from: tr.mapping.map(from, -1), to: tr.mapping.map(to, 1), text}));
    view.dispatch(tr.setMeta(key, {put: text ? put : [], at: -1}));
    new Set(found.map(({field}) => field).filter(Boolean)).forEach(field =>
      swapIn(field, found.filter(place => place.field === field), text));
  };
  const swapIn = (field, found, text) => {
    const before = putInto.get(field);
    const kept = before?.value === field.value ? before.places : [];
    const moved = at => at + found.filter(({to}) => to <= at).reduce((by, {from, to}) => by + text.length - (to - from), 0);
    const value = found.slice().reverse().reduce((line, {from, to}) => line.slice(0, from) + text + line.slice(to), field.value);
    field.value = value;
    putInto.set(field, {value, places: [
      ...kept.map(({from, to}) => ({from: moved(from), to: moved(to)})),
      ...found.map(({from}) => ({from: moved(from), to: moved(from) + text.length})),
    ]});
    field.dispatchEvent(new Event('input', {bubbles: true}));
  };
  const acts = {
    next: () => go(here + 1),
    before: () => go(Math.max(here, 0) - 1),
    replace() {
      const found = all();
      if (found[here]) {
        swap([found[here]]);
        // What stood behind is now in its place; behind the last one it goes on from the beginning
        go(here < found.length - 1 ? here : 0);
      }
    },
    all() {
      swap(all());
      here = -1;
      tell();
    },
  };
  words.addEventListener('input', look);
  return {
    ...acts,
    apply: event => event.target === instead ? acts.replace() : event.shiftKey ? acts.before() : acts.next(),
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
