// Lists stand in one another at most three deep in a copy: none is put deeper, and what comes in deeper comes up.

import {Fragment} from 'prosemirror-model';
import {sinkListItem} from 'prosemirror-schema-list';
import {Plugin, TextSelection} from 'prosemirror-state';

import {schema} from './schema.js';

const {bullet_list, ordered_list, list_item, factbox} = schema.nodes;
const DEEPEST = 3;

const isList = node => node.type === bullet_list || node.type === ordered_list;

/** How many lists stand in one another here, the node itself counted. */
function depthOf(node) {
  let most = 0;
  node.forEach(child => most = Math.max(most, depthOf(child)));
  return most + isList(node);
}

/** Puts the chosen items, with all that stands in them, into the item before. */
export function indent(state, dispatch) {
  const {$from, $to} = state.selection;
  const range = $from.blockRange($to, node => isList(node));
  if (!range) {
    return false;
  }
  let depth = 1;
  for (let over = range.depth; over > 0; over--) {
    depth += isList($from.node(over));
  }
  const within = range.parent.content.content.slice(range.startIndex, range.endIndex).map(depthOf);
  return depth + Math.max(...within) <= DEEPEST && sinkListItem(list_item)(state, dispatch);
}

/** Items of a list that stands too deep come after the item that it stood in. */
function raised(list, room) {
  const items = [];
  list.forEach(item => {
    const own = [];
    const after = [];
    item.forEach(block => {
      const inner = isList(block) ? raised(block, Math.max(1, room - 1)) : block;
      isList(block) && room < 2 ? after.push(...inner.content.content) : own.push(inner);
    });
    if (!after.length || own.some(block => block.content.size)) {
      items.push(item.copy(Fragment.from(own)));
    }
    items.push(...after);
  });
  return list.copy(Fragment.from(items));
}

/** Whatever brought a list in: a paste into an item, a drop, a key. */
export const raising = new Plugin({
  appendTransaction(transactions, before, {doc, selection, tr}) {
    if (!transactions.some(({docChanged}) => docChanged)) {
      return null;
    }
    doc.descendants((node, pos) => {
      if (isList(node) && depthOf(node) > DEEPEST) {
        tr.replaceWith(tr.mapping.map(pos), tr.mapping.map(pos + node.nodeSize), raised(node, DEEPEST));
      }
      return node.type === factbox;
    });
    if (!tr.docChanged) {
      return null;
    }
    const {parent, parentOffset} = selection.$head;
    tr.doc.descendants((node, pos) => {
      if (node === parent && node.isTextblock) {
        tr.setSelection(TextSelection.create(tr.doc, pos + 1 + parentOffset));
      }
    });
    return tr;
  },
});
