// The blocks that are more than lines: factboxes and tables, which are written here, and what is put in by its address:
// another's post or video, and stories to read beside this one.

import {TextSelection} from 'prosemirror-state';
import {addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable, TableMap, toggleHeaderRow} from 'prosemirror-tables';

import {button} from './making.js';
import {touched} from './pairs.js';
import {schema} from './schema.js';

const {paragraph, factbox, title, table, table_row, table_cell, table_header, hard_break, card} = schema.nodes;

const MOST_COLUMNS = 12;
const MOST_ROWS = 200;
const MOST_RELATED = 20;

export const boxAround = state => {
  const box = state.selection.$from.node(1);
  return box?.type === factbox ? box : null;
};

/** Puts the selected blocks into a factbox, or takes the factbox around them away and leaves what it held. */
export function toggleFactbox(state, dispatch) {
  const {$from} = state.selection;
  const box = boxAround(state);
  if (box) {
    if (dispatch) {
      const inside = [];
      box.forEach(block => block.type === title
        ? block.content.size && inside.push(paragraph.create(null, block.content))
        : inside.push(block));
      dispatch(state.tr.replaceWith($from.before(1), $from.after(1), inside).scrollIntoView());
    }
    return true;
  }
  const {blocks} = touched(state);
  if (!blocks.length || blocks.some(block => block.type === factbox)) {
    return false;
  }
  if (dispatch) {
    const start = $from.depth ? $from.before(1) : $from.pos;
    const size = blocks.reduce((sum, block) => sum + block.nodeSize, 0);
    const tr = state.tr.replaceWith(start, start + size, factbox.create(null, [title.create(), ...blocks]));
    dispatch(tr.setSelection(TextSelection.create(tr.doc, start + 2)).scrollIntoView());
  }
  return true;
}

/** Enter in a factbox's title goes into its text; Backspace at its start takes the box away. */
export function enterInTitle(state, dispatch) {
  const {$cursor} = state.selection;
  if ($cursor?.parent.type !== title) {
    return false;
  }
  dispatch?.(state.tr.setSelection(TextSelection.near(state.doc.resolve($cursor.after() + 1))).scrollIntoView());
  return true;
}

export function backspaceInTitle(state, dispatch) {
  const {$cursor} = state.selection;
  return $cursor?.parent.type === title && $cursor.parentOffset === 0 ? toggleFactbox(state, dispatch) : false;
}

/** Enter on an empty last line of a factbox leaves it. */
export function leaveBox(state, dispatch) {
  const {$cursor} = state.selection;
  const box = boxAround(state);
  if (!box || !$cursor || $cursor.depth !== 2 || $cursor.parent.type !== paragraph || $cursor.parent.content.size
      || $cursor.index(1) !== box.childCount - 1 || box.childCount < 3) {
    return false;
  }
  if (dispatch) {
    const tr = state.tr.delete($cursor.before(), $cursor.after());
    const after = tr.mapping.map($cursor.after(1));
    tr.insert(after, paragraph.create());
    dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
  }
  return true;
}

/** Inserts after the block in which the cursor stands; within a factbox, after that block of it. */
export function insertAfter(state, node) {
  const {$from} = state.selection;
  const depth = boxAround(state) && $from.depth > 1 && $from.node(2)?.type !== title ? 2 : 1;
  const at = $from.depth ? $from.after(Math.min(depth, $from.depth)) : state.selection.to;
  return {tr: state.tr.insert(at, node), at};
}

export function insertTable(state, dispatch) {
  if (isInTable(state)) {
    return false;
  }
  if (dispatch) {
    const row = type => table_row.create(null, Array.from({length: 3}, () => type.create()));
    const {tr, at} = insertAfter(state, table.create(null, [row(table_header), row(table_cell), row(table_cell)]));
    dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 3)).scrollIntoView());
  }
  return true;
}

/** How large the table around the cursor is. */
function sizeOf(state) {
  const {$from} = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type === table) {
      return TableMap.get($from.node(depth));
    }
  }
  return null;
}

const within = (command, fits = () => true) => (state, dispatch) => {
  const size = isInTable(state) && sizeOf(state);
  return Boolean(size) && fits(size) && command(state, dispatch);
};

export const tableCommands = {
  rowAfter: {run: within(addRowAfter, size => size.height < MOST_ROWS)},
  columnAfter: {run: within(addColumnAfter, size => size.width < MOST_COLUMNS)},
  deleteRow: {run: within((state, dispatch) => sizeOf(state).height === 1 ? deleteTable(state, dispatch) : deleteRow(state, dispatch))},
  deleteColumn: {run: within((state, dispatch) => sizeOf(state).width === 1 ? deleteTable(state, dispatch) : deleteColumn(state, dispatch))},
  headerRow: {run: within(toggleHeaderRow)},
  deleteTable: {run: within(deleteTable)},
};

export {isInTable};

/** A cell is one line of text; a second one in it is a line break. */
export function enterInCell(state, dispatch) {
  if (!isInTable(state)) {
    return false;
  }
  dispatch?.(state.tr.replaceSelectionWith(hard_break.create()).scrollIntoView());
  return true;
}

/** The forms in which providers write the addresses of posts and videos, and what of them is the id. */
const POSTS = [
  ['youtube', /^https?:\/\/(?:www\.|m\.)?(?:youtube\.com\/(?:watch\?(?:[^#]*&)?v=|shorts\/|live\/|embed\/)|youtu\.be\/)([A-Za-z0-9_-]{11})(?![A-Za-z0-9_-])/i],
  ['telegram', /^https?:\/\/t\.me\/(?:s\/)?([A-Za-z0-9_]{4,32}\/[0-9]{1,10})(?:[?#]|$)/i],
  ['instagram', /^https?:\/\/(?:www\.)?instagram\.com\/(?:[A-Za-z0-9_.]+\/)?(?:p|reel|tv)\/([A-Za-z0-9_-]{5,40})(?:[/?#]|$)/i],
  ['x', /^https?:\/\/(?:www\.|mobile\.)?(?:x|twitter)\.com\/[A-Za-z0-9_]+\/status\/([0-9]{1,20})(?:[/?#]|$)/i],
  ['facebook', /^https?:\/\/(?:www\.|m\.)?facebook\.com\/([A-Za-z0-9.]{1,80}\/(?:posts|videos)\/[A-Za-z0-9]{1,80})(?:[/?#]|$)/i],
  ['tiktok', /^https?:\/\/(?:www\.)?tiktok\.com\/(@[A-Za-z0-9._]{1,30}\/video\/[0-9]{10,25})(?:[/?#]|$)/i],
];

export function postAt(address) {
  for (const [provider, form] of POSTS) {
    const found = form.exec(address.trim());
    if (found) {
      return {provider, id: found[1]};
    }
  }
  return null;
}

const selectedCard = (state, type) => state.selection.node?.type === card && state.selection.node.attrs.node.type === type ? state.selection.node : null;

/** Puts the card in, or in the place of the selected one of its kind. */
function putCard(view, node) {
  const {state} = view;
  const made = card.create({node});
  const tr = selectedCard(state, node.type) ? state.tr.replaceSelectionWith(made) : insertAfter(state, made).tr;
  view.dispatch(tr.scrollIntoView());
}

/** Asks for the address of a post or video. */
export function embedQuestion(form, view, close) {
  const input = form.querySelector('input');
  const apply = () => {
    const post = postAt(input.value);
    input.toggleAttribute('aria-invalid', !post);
    if (!post) {
      input.setAttribute('aria-invalid', 'true');
      input.focus();
      return;
    }
    putCard(view, {type: 'embed', attrs: post});
    close();
  };
  return {
    apply,
    open() {
      input.value = '';
      input.removeAttribute('aria-invalid');
      input.focus();
    },
  };
}

/** The headlines of stories that were chosen on this page, for their cards. */
export const headlines = new Map();

/** Looks for stories by their headlines and adds the chosen ones, one press each. */
export function relatedQuestion(form, view, close) {
  const input = form.querySelector('input');
  const list = form.querySelector('[data-found]');
  let waiting = 0;

  const look = async () => {
    const answer = await fetch(`/stories?q=${encodeURIComponent(input.value.trim())}`, {headers: {'HX-Request': 'true'}}).catch(() => null);
    const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
    const found = [...page?.querySelectorAll('#list a[href^="/stories/"]') ?? []]
      .map(link => ({id: /^\/stories\/([0-9a-f-]{36})$/.exec(link.getAttribute('href'))?.[1], headline: link.textContent.trim()}))
      .filter(story => story.id && !location.pathname.includes(story.id)).slice(0, 8);
    list.replaceChildren(...found.map(({id, headline}) => button('button plain', headline, () => add(id, headline))));
    list.dataset.empty = found.length ? '' : list.dataset.nothing;
  };

  const add = (id, headline) => {
    headlines.set(id, headline);
    const now = selectedCard(view.state, 'related');
    const before = now?.attrs.node.attrs.articles ?? [];
    if (!before.includes(id) && before.length < MOST_RELATED) {
      putCard(view, {type: 'related', attrs: {articles: [...before, id]}});
    }
    close();
  };

  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 250);
  });
  return {
    apply: look,
    open() {
      input.value = '';
      list.replaceChildren();
      input.focus();
      look();
    },
  };
}
