// The copy schema as the editor holds it. Two blocks have a second line of their own: direct speech its tail, a
// quotation its source. In a copy these are attributes; here they are text beside the words, so that a writer moves,
// selects and undoes in them as anywhere else. What the editor does not edit stands as a card and is given back as it came.

import {Schema} from 'prosemirror-model';

/** Where a link may lead: the web, mail, a telephone, or a path of the site itself; never another scheme. */
const WEB = String.raw`https?://[^\s/?#@\\<>"` + '`' + String.raw`]+([/?#][^\s\\<>"` + '`' + String.raw`]*)?`;
const ELSE = String.raw`mailto:[^\s/\\<>"` + '`' + String.raw`]+|tel:\+?[0-9().;=-]+|/([^\s/\\<>"` + '`' + String.raw`][^\s\\<>"` + '`' + String.raw`]*)?`;
const LINK = new RegExp(`^(${WEB}|${ELSE})$`, 'i');
const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

export const isLink = href => href.length <= 2000 && LINK.test(href);

export const isLanguage = code => code.length <= 35 && LANGUAGE.test(code);

/**
 * The second line of a speech or quotation. Its dash is an element that cannot be entered: it keeps the caret on the side
 * where the writer put it. (The dash before the words is drawn by the stylesheet: an element there would lose the Home key.)
 */
const secondLine = name => ({
  content: 'text*', marks: '',
  parseDOM: [{tag: 'span.' + name, contentElement: '.said'}],
  toDOM: () => ['span', {class: name}, ['span', {class: 'dash', contenteditable: 'false'}, '– '], ['span', {class: 'said'}, 0]],
});

export const schema = new Schema({
  nodes: {
    doc: {content: 'block+'},
    paragraph: {
      content: 'inline*', group: 'block',
      parseDOM: [{tag: 'p'}],
      toDOM: () => ['p', 0],
    },
    heading: {
      content: 'inline*', group: 'block', defining: true,
      attrs: {level: {default: 2}},
      parseDOM: [1, 2].map(n => ({tag: `h${n}`, attrs: {level: 2}})).concat([3, 4, 5, 6].map(n => ({tag: `h${n}`, attrs: {level: 3}}))),
      toDOM: node => ['h' + node.attrs.level, 0],
    },
    speech: {
      content: 'words tail', group: 'block', defining: true,
      parseDOM: [{tag: 'p.speech', priority: 60}],
      toDOM: () => ['p', {class: 'speech'}, 0],
    },
    quote: {
      content: 'words source', group: 'block', defining: true,
      parseDOM: [{tag: 'blockquote.quote', priority: 60}],
      toDOM: () => ['blockquote', {class: 'quote'}, 0],
    },
    words: {
      content: 'inline*',
      parseDOM: [{tag: 'span.words'}],
      toDOM: () => ['span', {class: 'words'}, 0],
    },
    tail: secondLine('tail'),
    source: secondLine('source'),
    bullet_list: {
      content: 'list_item+', group: 'block',
      parseDOM: [{tag: 'ul'}],
      toDOM: () => ['ul', 0],
    },
    ordered_list: {
      content: 'list_item+', group: 'block',
      parseDOM: [{tag: 'ol'}],
      toDOM: () => ['ol', 0],
    },
    list_item: {
      content: 'paragraph (paragraph | bullet_list | ordered_list)*', defining: true,
      parseDOM: [{tag: 'li'}],
      toDOM: () => ['li', 0],
    },
    rule: {
      group: 'block',
      parseDOM: [{tag: 'hr'}],
      toDOM: () => ['hr'],
    },
    card: {
      group: 'block', atom: true, draggable: true,
      attrs: {node: {}},
      parseDOM: [{
        tag: 'div[data-card]',
        getAttrs: dom => {
          try {
            return {node: JSON.parse(dom.getAttribute('data-card'))};
          } catch {
            return false;
          }
        },
      }],
      toDOM: node => ['div', {class: 'card', 'data-card': JSON.stringify(node.attrs.node)}],
    },
    text: {group: 'inline'},
    hard_break: {
      inline: true, group: 'inline', selectable: false,
      parseDOM: [{tag: 'br'}],
      toDOM: () => ['br'],
    },
  },
  marks: {
    link: {
      attrs: {href: {}}, inclusive: false,
      parseDOM: [{
        tag: 'a[href]',
        getAttrs: dom => isLink(dom.getAttribute('href')) && {href: dom.getAttribute('href')},
      }],
      toDOM: mark => ['a', {href: mark.attrs.href, rel: 'noopener'}, 0],
    },
    lang: {
      attrs: {code: {}},
      parseDOM: [{
        tag: 'span[lang]',
        getAttrs: dom => isLanguage(dom.getAttribute('lang')) && {code: dom.getAttribute('lang')},
      }],
      toDOM: mark => ['span', {lang: mark.attrs.code, class: 'foreign'}, 0],
    },
    strong: {parseDOM: [{tag: 'strong'}, {tag: 'b'}], toDOM: () => ['strong', 0]},
    em: {parseDOM: [{tag: 'em'}, {tag: 'i'}], toDOM: () => ['em', 0]},
    sub: {excludes: 'sub sup', parseDOM: [{tag: 'sub'}], toDOM: () => ['sub', 0]},
    sup: {excludes: 'sub sup', parseDOM: [{tag: 'sup'}], toDOM: () => ['sup', 0]},
  },
});

/** Blocks with a second line: the attribute of the copy, which is also the name of the node that holds it here. */
export const SECOND_LINE = {speech: 'tail', quote: 'source'};

const PLAIN = new Set(['paragraph', 'heading', 'bullet_list', 'ordered_list', 'rule']);

/** A copy's body as the editor's document. */
export function open(body) {
  const blocks = (body?.content ?? []).map(blockIn);
  return schema.nodeFromJSON({type: 'doc', content: blocks.length ? blocks : [{type: 'paragraph'}]});
}

function blockIn(node) {
  const line = SECOND_LINE[node.type];
  if (line) {
    const text = node.attrs?.[line];
    return {
      type: node.type,
      content: [{type: 'words', content: node.content}, {type: line, content: text ? [{type: 'text', text}] : undefined}],
    };
  }
  return PLAIN.has(node.type) ? node : {type: 'card', attrs: {node}};
}

/** The editor's document as a copy's body. Empty paragraphs and headings are a writer's room to breathe, not text. */
export function close(doc) {
  const content = [];
  doc.forEach(block => {
    if (!(block.isTextblock && block.content.size === 0)) {
      content.push(blockOut(block));
    }
  });
  return {type: 'doc', content};
}

function blockOut(block) {
  const line = SECOND_LINE[block.type.name];
  if (line) {
    const words = block.child(0).toJSON().content;
    return {type: block.type.name, attrs: {[line]: block.child(1).textContent}, ...(words && {content: words})};
  }
  return block.type.name === 'card' ? block.attrs.node : block.toJSON();
}

/** A piece of the document, or all of it, as plain text: a paragraph a line, direct speech with its dashes. */
export function plain(slice) {
  const lines = [];
  slice.content.forEach(block => lines.push(SECOND_LINE[block.type.name] && block.childCount === 2
    ? `${block.type.name === 'speech' ? '– ' : ''}${block.child(0).textContent}${block.child(1).textContent && ` – ${block.child(1).textContent}`}`
    : block.textBetween(0, block.content.size, '\n', '\n')));
  return lines.join('\n');
}
