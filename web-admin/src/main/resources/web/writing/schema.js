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

/** Cells never span others in a copy; the attributes are what prosemirror-tables asks for. */
const cell = (tag, tableRole) => ({
  content: 'inline*', tableRole, isolating: true,
  attrs: {colspan: {default: 1}, rowspan: {default: 1}, colwidth: {default: null}},
  parseDOM: [{tag}],
  toDOM: () => [tag, 0],
});

const ID = /^[0-9a-f-]{36}$/;
const isPicture = ({id, version, caption = ''}) => ID.test(id) && version > 0 && typeof caption === 'string';

/** The blocks that come as cards from what was copied, and what each must hold: anybody can write one. Providers as in blocks.js. */
const CARDS = {
  image: isPicture,
  gallery: ({pictures}) => pictures.length && pictures.every(isPicture),
  embed: ({provider, id}) => /^(youtube|telegram|instagram|x|facebook|tiktok)$/.test(provider) && typeof id === 'string',
  related: ({articles}) => articles.length && articles.every(id => ID.test(id)),
};

export const schema = new Schema({
  nodes: {
    doc: {content: '(block | factbox)+'},
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
    factbox: {
      content: 'title block+', defining: true, isolating: true,
      parseDOM: [{tag: 'aside.factbox'}],
      toDOM: () => ['aside', {class: 'factbox'}, 0],
    },
    title: {
      content: 'text*', marks: '',
      parseDOM: [{tag: 'p.factbox-title', priority: 60}],
      toDOM: () => ['p', {class: 'factbox-title'}, 0],
    },
    table: {
      content: 'table_row+', group: 'block', tableRole: 'table', isolating: true,
      parseDOM: [{tag: 'table'}],
      toDOM: () => ['table', ['tbody', 0]],
    },
    table_row: {
      content: '(table_cell | table_header)+', tableRole: 'row',
      parseDOM: [{tag: 'tr'}],
      toDOM: () => ['tr', 0],
    },
    table_cell: cell('td', 'cell'),
    table_header: cell('th', 'header_cell'),
    card: {
      group: 'block', atom: true, draggable: true,
      attrs: {node: {}},
      parseDOM: [{
        tag: 'div[data-card]',
        getAttrs: dom => {
          try {
            const {type, attrs} = JSON.parse(dom.getAttribute('data-card'));
            return Object.hasOwn(CARDS, type) && CARDS[type](attrs) && {node: {type, attrs}};
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

const PLAIN = new Set(['paragraph', 'heading', 'bullet_list', 'ordered_list', 'rule', 'table']);

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
  if (node.type === 'factbox') {
    const text = node.attrs?.title;
    return {type: 'factbox', content: [{type: 'title', content: text ? [{type: 'text', text}] : undefined}, ...node.content.map(blockIn)]};
  }
  return PLAIN.has(node.type) ? node : {type: 'card', attrs: {node}};
}

/** The editor's document as a copy's body. Empty paragraphs and headings are a writer's room to breathe, not text. */
export function close(doc) {
  return {type: 'doc', content: blocksOut(doc)};
}

function blocksOut(parent) {
  const content = [];
  parent.forEach(block => {
    if (block.type.name !== 'title' && !(block.isTextblock && block.content.size === 0)) {
      content.push(blockOut(block));
    }
  });
  return content;
}

function boxOut(box) {
  const content = blocksOut(box);
  return {type: 'factbox', attrs: {title: box.child(0).textContent}, content: content.length ? content : [{type: 'paragraph'}]};
}

/** A header is the whole first row or nothing. */
function tableOut(table) {
  const rows = [];
  table.forEach((row, offset, index) => {
    let isHeader = index === 0;
    row.forEach(each => isHeader &&= each.type.name === 'table_header');
    const cells = [];
    row.forEach(each => {
      const {content} = each.toJSON();
      cells.push({type: isHeader ? 'table_header' : 'table_cell', ...(content && {content})});
    });
    rows.push({type: 'table_row', content: cells});
  });
  return {type: 'table', content: rows};
}

function blockOut(block) {
  const line = SECOND_LINE[block.type.name];
  if (line) {
    const words = block.child(0).toJSON().content;
    return {type: block.type.name, attrs: {[line]: block.child(1).textContent}, ...(words && {content: words})};
  }
  switch (block.type.name) {
    case 'card': return block.attrs.node;
    case 'factbox': return boxOut(block);
    case 'table': return tableOut(block);
    default: return block.toJSON();
  }
}

/** A piece of the document, or all of it, as plain text: a paragraph a line, direct speech with its dashes. */
export function plain(slice) {
  const lines = [];
  slice.content.forEach(block => lines.push(SECOND_LINE[block.type.name] && block.childCount === 2
    ? `${block.type.name === 'speech' ? '– ' : ''}${block.child(0).textContent}${block.child(1).textContent && ` – ${block.child(1).textContent}`}`
    : block.textBetween(0, block.content.size, '\n', '\n')));
  return lines.join('\n');
}
