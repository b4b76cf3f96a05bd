// Direct speech and quotations: turning blocks into them and back, and how Enter and Backspace behave at their seams.

import {Fragment} from 'prosemirror-model';
import {TextSelection} from 'prosemirror-state';

import {schema, SECOND_LINE} from './schema.js';

const {paragraph, speech, words, tail, source, factbox, title} = schema.nodes;

/** «– words, – деді who.»: where words end and the reporter's own begin. */
const SEAM = /([,!?…»])\s*[–—-]\s+(?=\p{Ll})/u;

/** The speech or quotation around the cursor: its node, position and which of its two lines the cursor is in. */
export function pairAround($pos) {
  for (let depth = $pos.depth; depth > 0; depth--) {
    const node = $pos.node(depth);
    if (SECOND_LINE[node.type.name]) {
      return {node, pos: $pos.before(depth), line: $pos.index(depth)};
    }
  }
  return null;
}

/** As many characters as a copy takes of the reporter's own words. */
const MOST_IN_TAIL = 500;

/** Inline content as direct speech, divided where the reporter's own words begin. */
export function speak(content) {
  const seam = SEAM.exec(content.textBetween(0, content.size, undefined, '￼'));
  return seam && divided(content, seam.index + seam[1].length, seam.index + seam[0].length)
    || speech.create(null, [words.create(null, content), tail.create()]);
}

/** Speech of two lines; nothing where the second holds more than bare text of a tail's length: it would be lost, or refused. */
export function divided(content, end, start) {
  const rest = content.cut(start);
  const own = rest.textBetween(0, rest.size).trim();
  let isBare = [...own].length <= MOST_IN_TAIL;
  rest.forEach(piece => isBare &&= piece.isText && !piece.marks.length);
  return isBare && speech.create(null, [words.create(null, content.cut(0, end)), tail.create(null, own ? schema.text(own) : null)]);
}

/** A speech or quotation as inline content, its second line after a dash. */
export function joined(pair) {
  const [first, second] = [pair.child(0).content, pair.child(1).content];
  return second.size ? first.append(Fragment.from(schema.text(' – '))).append(second) : first;
}

/** How deep the blocks of the selection stand: in the document, or in the factbox that holds all of it. */
export function roomOf({selection: {$from, $to}}) {
  return $from.depth > 1 && $to.depth > 1 && $from.node(1).type === factbox && $from.before(1) === $to.before(1) ? 1 : 0;
}

/** The blocks that the selection touches, side by side. */
export function touched(state) {
  const {$from, $to} = state.selection;
  const room = roomOf(state);
  const first = $from.index(room);
  const last = $to.depth > room ? $to.index(room) : $to.index(room) - 1;
  const blocks = [];
  for (let i = first; i <= last; i++) {
    blocks.push($from.node(room).child(i));
  }
  return {first, blocks};
}

const isLine = block => block.isTextblock && block.type !== title || Boolean(SECOND_LINE[block.type.name]);

/** Turns the selected blocks into direct speech or quotations; where all of them already are, back into paragraphs. */
export function togglePair(type) {
  return (state, dispatch) => {
    const {first, blocks} = touched(state);
    if (!blocks.length || !blocks.every(isLine)) {
      return false;
    }
    const back = blocks.every(block => block.type === type);
    dispatch?.(replaceBlocks(state, first, blocks, block => {
      if (block.type === type && !back) {
        return block;
      }
      const content = SECOND_LINE[block.type.name] ? joined(block) : block.content;
      if (back) {
        return paragraph.create(null, content);
      }
      return type === speech ? speak(content) : type.create(null, [words.create(null, content), source.create()]);
    }));
    return true;
  };
}

/** Turns the selected blocks into paragraphs or headings, speech and quotations included. */
export function setPlain(type, attrs = null) {
  return (state, dispatch) => {
    const {first, blocks} = touched(state);
    if (!blocks.length || !blocks.every(isLine) || blocks.every(block => block.hasMarkup(type, attrs))) {
      return false;
    }
    dispatch?.(replaceBlocks(state, first, blocks,
      block => type.create(attrs, SECOND_LINE[block.type.name] ? joined(block) : block.content)));
    return true;
  };
}

/** Replaces the blocks one by one and leaves the selection on the text on which it was. */
function replaceBlocks(state, first, blocks, replaced) {
  const made = blocks.map(replaced);
  const last = first + blocks.length - 1;
  const {$from, $to} = state.selection;
  const room = roomOf(state);
  const start = $from.start(room);
  const [from, to] = [$from, $to].map(($pos, isEnd) => $pos.depth > room
    ? textOffset($pos.node(room + 1), $pos.pos - $pos.before(room + 1))
    : isEnd ? Infinity : 0);
  const tr = state.tr.replaceWith(start + startOf($from.node(room), first), start + startOf($from.node(room), last + 1), made);
  const after = tr.doc.resolve(start).node(room);
  const anchor = placeAt(start + startOf(after, first), made[0], from);
  const head = placeAt(start + startOf(after, last), made[made.length - 1], to);
  return tr.setSelection(TextSelection.between(tr.doc.resolve(anchor), tr.doc.resolve(head))).scrollIntoView();
}

/** Where a block begins within what holds it. */
function startOf(parent, index) {
  let pos = 0;
  for (let i = 0; i < index; i++) {
    pos += parent.child(i).nodeSize;
  }
  return pos;
}

/** How much text stands before this place in the block, the dash between two lines counted as the text it becomes. */
function textOffset(block, inside) {
  if (!SECOND_LINE[block.type.name]) {
    return Math.max(0, inside - 1);
  }
  const first = block.child(0);
  return inside <= first.nodeSize ? Math.max(0, inside - 2) : first.content.size + 3 + Math.max(0, inside - first.nodeSize - 2);
}

function placeAt(start, block, offset) {
  if (!SECOND_LINE[block.type.name]) {
    return start + 1 + Math.min(offset, block.content.size);
  }
  const first = block.child(0);
  if (offset <= first.content.size) {
    return start + 2 + offset;
  }
  return start + 1 + first.nodeSize + 1 + Math.min(Math.max(0, offset - first.content.size - 3), block.child(1).content.size);
}

/** Enter ends a speech or quotation: what stands after the cursor goes on in a paragraph, or, within the words, in a second speech. */
export function enterInPair(state, dispatch) {
  const {$from, $to} = state.selection;
  const pair = pairAround($from);
  if (!pair || !pairAround($to) || pairAround($to).pos !== pair.pos || pair.line !== pairAround($to).line) {
    return false;
  }
  if (dispatch) {
    const lineStart = $from.start();
    const before = $from.parent.content.cut(0, $from.pos - lineStart);
    const after = $to.parent.content.cut($to.pos - lineStart);
    const {node} = pair;
    let made;
    if (pair.line === 1) {
      made = [node.type.create(null, [node.child(0), node.child(1).type.create(null, before)]), paragraph.create(null, after)];
    } else if (after.size) {
      made = [
        node.type.create(null, [words.create(null, before), node.child(1).type.create()]),
        node.type.create(null, [words.create(null, after), node.child(1)]),
      ];
    } else {
      made = [node.type.create(null, [words.create(null, before), node.child(1)]), paragraph.create()];
    }
    if (pair.line === 0 && !before.size && !after.size && !node.child(1).content.size) {
      made = [paragraph.create()];
    }
    const tr = state.tr.replaceWith(pair.pos, pair.pos + node.nodeSize, made);
    const next = made.length === 1 ? pair.pos : pair.pos + made[0].nodeSize;
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(next + 1))).scrollIntoView());
  }
  return true;
}

/** Backspace at the start of the words makes a paragraph again; at the start of the second line it goes back into the words. */
export function backspaceInPair(state, dispatch, view) {
  const {$cursor} = state.selection;
  if (!$cursor || $cursor.parentOffset > 0 || view && !view.endOfTextblock('backward', state)) {
    return false;
  }
  const pair = pairAround($cursor);
  if (!pair) {
    return false;
  }
  if (dispatch) {
    const {node, pos} = pair;
    if (pair.line === 0) {
      const tr = state.tr.replaceWith(pos, pos + node.nodeSize, paragraph.create(null, joined(node)));
      dispatch(tr.setSelection(TextSelection.create(tr.doc, pos + 1)).scrollIntoView());
    } else {
      const end = pos + 2 + node.child(0).content.size;
      const made = node.type.create(null, [words.create(null, joined(node)), node.child(1).type.create()]);
      const tr = state.tr.replaceWith(pos, pos + node.nodeSize, made);
      dispatch(tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView());
    }
  }
  return true;
}

/** Delete at the end of the words takes the second line into them. */
export function deleteInPair(state, dispatch) {
  const {$cursor} = state.selection;
  const pair = $cursor && pairAround($cursor);
  if (!pair || pair.line !== 0 || $cursor.parentOffset < $cursor.parent.content.size || !pair.node.child(1).content.size) {
    return false;
  }
  if (dispatch) {
    const {node, pos} = pair;
    const made = node.type.create(null, [words.create(null, joined(node)), node.child(1).type.create()]);
    const tr = state.tr.replaceWith(pos, pos + node.nodeSize, made);
    dispatch(tr.setSelection(TextSelection.create(tr.doc, $cursor.pos)).scrollIntoView());
  }
  return true;
}
