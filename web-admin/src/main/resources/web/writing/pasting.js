// What is pasted: what was copied here comes back as it is, anything else is cleaned; of several paragraphs those that begin
// with a dash are direct speech, and where there is room for one line alone they become one. Characters that a copy refuses
// never come in.

import {DOMSerializer, Fragment, Slice} from 'prosemirror-model';
import {Plugin} from 'prosemirror-state';

import {joined, speak} from './pairs.js';
import {isLink, schema, SECOND_LINE} from './schema.js';

const {paragraph, heading, hard_break, rule} = schema.nodes;

const SPEECH = /^[–—-]\s+/;

/** Controls, soft hyphens, zero-width spaces, and marks that reorder text: a copy refuses them or a reader trips over them. */
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufdd0-\ufdef\ufffe\uffff]/g;

/** Tabs, line ends, and the unbreakable spaces that other programs strew; those within a number are meant. */
const NO_LINE = /[\t\n]|(?<!\d)\u00a0|\u00a0(?!\d)/g;

const serializer = DOMSerializer.fromSchema(schema);

/** What is copied here says so; that of another editor, be it one of the same make, is as strange as any page. */
const isOwn = html => html.includes(' data-qalam=""');

const clipboardSerializer = {
  serializeFragment(content, options) {
    const made = serializer.serializeFragment(content, options);
    made.firstElementChild?.setAttribute('data-qalam', '');
    return made;
  },
};

let clean = null;

/** Its script is fetched as soon as the text stands; a paste that is quicker waits for it. */
const fetched = async () => {
  clean ??= (await import('./cleaning.js')).cleanHtml;
};

function paste(view, event) {
  const html = event.clipboardData.getData('text/html');
  if (clean || !html || isOwn(html)) {
    return false;
  }
  const text = event.clipboardData.getData('text/plain');
  event.preventDefault();
  fetched().then(() => view.pasteHTML(html), () => view.pasteText(text));
  return true;
}

/** What is dropped looks for its own place, and blocks find one beside a table: that the caret stands in a cell says nothing. */
let isDropped = false;

function drop() {
  isDropped = true;
  setTimeout(() => isDropped = false);
}

export const pasting = new Plugin({
  view() {
    fetched().catch(() => {});
    return {};
  },
  props: {
    clipboardSerializer,
    handleDOMEvents: {paste, drop},
    transformPastedHTML: (html, view) => isOwn(html) ? html
      : clean?.(html, isLink, detail => view.dom.dispatchEvent(new CustomEvent('left-out', {bubbles: true, detail}))) ?? '',
    transformPasted: (slice, view) => cleanSlice(slice, isDropped ? paragraph : view.state.selection.$from.parent.type),
  },
});

/** @param room in which kind of block it is put */
function cleanSlice(slice, room) {
  const content = cleanFragment(slice.content);
  const line = room.inlineContent && room !== paragraph && room !== heading && inOneLine(content, room);
  if (line) {
    return new Slice(line, 0, 0);
  }
  const cleaned = new Slice(content, slice.openStart, slice.openEnd);
  if (content.childCount < 2) {
    return cleaned;
  }
  // A text of several paragraphs: those that begin with a dash are direct speech.
  let spoke = false;
  const blocks = [];
  content.forEach((block, offset, index) => {
    const isOpen = index === 0 && slice.openStart > 1 || index === content.childCount - 1 && slice.openEnd > 1;
    const dash = block.type === paragraph && !isOpen && SPEECH.exec(block.textContent);
    spoke ||= Boolean(dash);
    blocks.push(dash ? speak(block.content.cut(dash[0].length)) : block);
  });
  return spoke ? new Slice(Fragment.from(blocks), openDepth(blocks[0], slice.openStart), openDepth(blocks[blocks.length - 1], slice.openEnd)) : cleaned;
}

/**
 * A cell, a speech's words, a title: several blocks would tear apart what holds it, so they come with line breaks between
 * them, or where it takes none, with spaces. Nothing where they are more than lines.
 */
function inOneLine(content, room) {
  const lines = linesOf(content)?.filter(line => line.size);
  return lines?.length && Fragment.from(room.contentMatch.matchType(hard_break)
    ? lines.flatMap((line, n) => n ? [hard_break.create(), ...line.content] : line.content)
    : schema.text(lines.map(line => line.textBetween(0, line.size, '', ' ')).join(' ')));
}

function linesOf(content) {
  let all = [];
  content.forEach(block => {
    const {name} = block.type;
    const own = block.isTextblock && !block.type.spec.tableRole ? [block.content]
      : SECOND_LINE[name] && block.childCount > 1 ? [joined(block)]
        : block.type === rule ? []
          : SECOND_LINE[name] || /list/.test(name) ? linesOf(block.content) : null;
    all = own && all?.concat(own);
  });
  return all;
}

/** Speech is pasted whole: half of one would lose its tail. */
function openDepth(block, depth) {
  return block.type === schema.nodes.speech ? 0 : depth;
}

function cleanFragment(fragment) {
  const nodes = [];
  fragment.forEach(node => {
    if (node.isText) {
      const text = node.text.replace(INVISIBLE, '').replace(NO_LINE, ' ').normalize('NFC');
      if (text) {
        nodes.push(schema.text(text, node.marks));
      }
    } else if (node.isLeaf) {
      nodes.push(node);
    } else {
      nodes.push(node.copy(cleanFragment(node.content)));
    }
  });
  return Fragment.from(nodes);
}
