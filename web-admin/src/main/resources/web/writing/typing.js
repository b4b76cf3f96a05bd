// What typing turns into: a dash at the start of a paragraph into direct speech, a dash after a comma within it into the
// reporter's own words, straight quotation marks into «» and, within them, into “”.

import {InputRule, inputRules, wrappingInputRule} from 'prosemirror-inputrules';
import {TextSelection} from 'prosemirror-state';

import {divided, pairAround} from './pairs.js';
import {schema} from './schema.js';

const {paragraph, speech, words, tail, factbox, bullet_list, ordered_list} = schema.nodes;

const startSpeech = new InputRule(/^[–—-]\s$/, (state, match, start, end) => {
  const $start = state.doc.resolve(start);
  const stands = $start.depth === 1 || $start.depth === 2 && $start.node(1).type === factbox;
  if (!stands || $start.parent.type !== paragraph) {
    return null;
  }
  const content = $start.parent.content.cut(end - $start.start());
  const tr = state.tr.replaceWith($start.before(), $start.after(), speech.create(null, [words.create(null, content), tail.create()]));
  return tr.setSelection(TextSelection.create(tr.doc, $start.before() + 2));
});

const startTail = new InputRule(/([,!?…»])\s[–—-]\s$/, (state, match, start, end) => {
  const pair = pairAround(state.doc.resolve(start));
  if (!pair || pair.node.type !== speech || pair.line !== 0 || pair.node.child(1).content.size) {
    return null;
  }
  const first = pair.pos + 2;
  const content = pair.node.child(0).content;
  const made = divided(content, start + match[1].length - first, end - first);
  if (!made) {
    return null;
  }
  const tr = state.tr.replaceWith(pair.pos, pair.pos + pair.node.nodeSize, made);
  return tr.setSelection(TextSelection.create(tr.doc, pair.pos + 1 + made.child(0).nodeSize + 1));
});

/** Marks that open a quotation after these: the start of a line, a space, a bracket, a dash, another opening mark. */
const OPENS = /(?:^|[\s([{–—«“/-])$/;

const quotation = new InputRule(/"$/, (state, match, start, end) => {
  const $start = state.doc.resolve(start);
  const before = $start.parent.textBetween(0, $start.parentOffset, undefined, '￼');
  const open = [];
  for (const mark of before) {
    if (mark === '«' || mark === '“') {
      open.push(mark);
    } else if (mark === '»' && open.includes('«') || mark === '”' && open.includes('“')) {
      open.pop();
    }
  }
  const innermost = open[open.length - 1];
  const mark = OPENS.test(before) ? innermost === '«' ? '“' : '«' : innermost === '“' ? '”' : '»';
  return state.tr.insertText(mark, start, end);
});

const dash = new InputRule(/(?<=\S )[-—] $/, '– ');
const twoHyphens = new InputRule(/--$/, '–');
const ellipsis = new InputRule(/\.\.\.$/, '…');

export const typing = inputRules({
  rules: [
    startSpeech,
    startTail,
    quotation,
    dash,
    twoHyphens,
    ellipsis,
    wrappingInputRule(/^\s*[*•]\s$/, bullet_list),
    wrappingInputRule(/^\s*1[.)]\s$/, ordered_list),
  ],
});
