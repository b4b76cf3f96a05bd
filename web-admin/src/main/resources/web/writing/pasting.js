// What is pasted from Word, Google Docs and the web is brought to the copy schema: its words, headings, lists, links and
// emphasis stay; looks, scripts, comments and invisible characters do not. Pictures, films, embeds and form fields cannot come
// that way, nor links that a copy refuses, and what was struck out is not meant: the page is told how much of each was left out.

import {Fragment, Slice} from 'prosemirror-model';
import {Plugin} from 'prosemirror-state';

import {speak} from './pairs.js';
import {isLink, schema} from './schema.js';

const {paragraph} = schema.nodes;

const UNSEEN = 'style, script, meta, link, title, head, iframe, object, svg, canvas, audio, video, img, picture, input, select, textarea';

/** What whoever copied it did not see: it is left out without a word. */
const UNSHOWN = 'template, noscript, datalist, input[type="hidden"]';

/** As deep as lists stand in one another in a copy. */
const DEEPEST = 3;

/** A quotation of more lines is a text that someone else sent, and stays text. */
const LINES_OF_QUOTE = 5;
const SPEECH = /^[–—-]\s+/;

/** Controls, soft hyphens, zero-width spaces, and marks that reorder text: a copy refuses them or a reader trips over them. */
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufdd0-\ufdef\ufffe\uffff]/g;

/** Tabs, line ends, and the unbreakable spaces that other programs strew; those within a number are meant. */
const NO_LINE = /[\t\n]|(?<!\d)\u00a0|\u00a0(?!\d)/g;

export const pasting = new Plugin({
  props: {
    transformPastedHTML: cleanHtml,
    transformPasted: cleanSlice,
  },
});

/** What was struck out, in Word, Google Docs and by element. */
const STRUCK = 'del, s, strike, [data-style*="line-through"]';

function cleanHtml(html, view) {
  if (html.includes('data-pm-slice')) {
    return html;
  }
  const page = new DOMParser().parseFromString(quiet(html), 'text/html');
  const body = page.body;
  const comments = page.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const gone = [];
  while (comments.nextNode()) {
    gone.push(comments.currentNode);
  }
  gone.forEach(comment => comment.remove());
  body.querySelectorAll(UNSHOWN).forEach(element => element.remove());
  wordLists(page);
  body.querySelectorAll('pre').forEach(element => keepLines(page, element));
  tables(page);
  flatten(body);
  const count = selector => body.querySelectorAll(selector).length;
  const out = {
    pictures: [...body.querySelectorAll('img, svg, canvas')].filter(isPicture).length,
    films: count('video, audio, object'),
    embeds: count('iframe'),
    fields: count('input, select, textarea'),
    links: [...body.querySelectorAll('a[href]')].filter(isRefused).length,
    struck: [...body.querySelectorAll(STRUCK)].filter(element => element.textContent.trim() && !element.parentElement.closest(STRUCK)).length,
  };
  body.querySelectorAll(STRUCK).forEach(element => element.remove());
  if (Object.values(out).some(Boolean)) {
    view?.dom.dispatchEvent(new CustomEvent('left-out', {bubbles: true, detail: out}));
  }
  body.querySelectorAll(UNSEEN).forEach(element => element.remove());
  body.querySelectorAll('*').forEach(element => keepEmphasis(page, element));
  body.querySelectorAll('*').forEach(element => {
    for (const {name} of [...element.attributes]) {
      if (name !== 'href') {
        element.removeAttribute(name);
      }
    }
  });
  body.querySelectorAll('blockquote').forEach(element => quotation(page, element));
  return body.innerHTML;
}

/** No tracker of one pixel, and no sign that a page draws beside its words. */
function isPicture(element) {
  return element.getAttribute('width') !== '1'
    && (element.localName !== 'svg' || !(element.closest('a, [aria-hidden="true"]') || parseFloat(element.getAttribute('width')) <= 48));
}

/** An address that is no link in a copy; one within the page that was copied leads nowhere and is not missed. */
function isRefused(element) {
  const href = element.getAttribute('href').trim();
  return href && !/^(about:blank)?#/.test(href) && !isLink(href) && element.textContent.trim();
}

/** Lines that stand as they were typed are parted by line breaks. */
function keepLines(page, element) {
  const texts = page.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    found.push(texts.currentNode);
  }
  for (const text of found) {
    const lines = text.data.split(/\r\n?|\n/);
    text.replaceWith(...lines.flatMap((line, n) => n ? [page.createElement('br'), line] : [line]));
  }
  const made = page.createElement('p');
  made.append(...element.childNodes);
  while (made.lastChild && (made.lastChild.localName === 'br' || !made.lastChild.textContent)) {
    made.lastChild.remove();
  }
  element.replaceWith(made);
}

/** Items of a list that stands too deep come after the item that it stood in. */
function flatten(body) {
  for (const list of body.querySelectorAll('ul, ol')) {
    let depth = 1;
    for (let over = list.parentElement; over && over !== body; over = over.parentElement) {
      depth += /^[ou]l$/.test(over.localName);
    }
    if (!list.isConnected || depth <= DEEPEST) {
      continue;
    }
    const item = list.parentElement.closest('li, ul, ol');
    if (item.localName !== 'li') {
      list.replaceWith(...list.childNodes);
      continue;
    }
    const all = [...item.querySelectorAll('ul, ol')].filter(each => each.parentElement.closest('li, ul, ol') === item);
    item.after(...all.flatMap(each => [...each.childNodes]));
    all.forEach(each => each.remove());
    if (!item.textContent.trim()) {
      item.remove();
    }
  }
}

/** A quotation of a few lines is one in the copy too, its source with it; what holds more than lines stays what it is. */
function quotation(page, element) {
  const source = sourceOf(element);
  const said = source?.textContent.replace(/\s+/g, ' ').replace(/^\s*[–—-]\s*/, '').trim() ?? '';
  const lines = [...element.querySelectorAll('p, div')].filter(block => block !== source && !block.querySelector('p, div') && block.textContent.trim());
  if (element.closest('li, td, th') || element.querySelector('ul, ol, table, blockquote, h1, h2, h3, h4, h5, h6, hr')
    || Math.max(lines.length, element.querySelectorAll('br').length + 1) > LINES_OF_QUOTE || said.length > 300) {
    element.replaceWith(...element.childNodes);
    return;
  }
  source?.remove();
  lines.forEach(line => line.after(page.createElement('br')));
  element.querySelectorAll('p, div').forEach(block => block.replaceWith(...block.childNodes));
  const words = page.createElement('span');
  words.className = 'words';
  words.append(...element.childNodes);
  while (words.lastChild && !words.lastChild.textContent.trim()) {
    words.lastChild.remove();
  }
  const whose = page.createElement('span');
  whose.className = 'source';
  whose.append(page.createElement('span'));
  whose.firstChild.className = 'said';
  whose.firstChild.textContent = said;
  const made = page.createElement('blockquote');
  made.className = 'quote';
  made.append(words, whose);
  words.firstChild ? element.replaceWith(made) : element.remove();
}

/** The last line, where it is marked as such: a work that is named within the words is no source. */
function sourceOf(element) {
  const bare = node => node.textContent.replace(/^[\s–—-]+/, '').trim();
  const marked = [...element.querySelectorAll('footer, cite')].pop();
  const outer = marked?.closest('footer') ?? marked;
  const line = outer && outer.parentElement !== element && bare(outer.parentElement) === bare(outer) ? outer.parentElement : outer;
  return line && (line.parentElement === element || line !== outer) && bare(element).endsWith(bare(line)) && bare(element) !== bare(line) ? line : null;
}

/** Styles and handlers under other names: the page's security policy ignores them, but not without a complaint each. */
function quiet(html) {
  return html.replace(/<style[\s>][\s\S]*?<\/style\s*>/gi, '').replace(/<[a-z][^>]*>/gi, tag => tag.replace(/\s(?=(style|on[a-z]+)\s*=)/gi, ' data-'));
}

/**
 * Tables: a cell is a line, so what stood in several is parted by line breaks; a header is the whole first row. One that holds
 * another, or is wider or longer than a copy's, becomes lines of text: nothing of it is lost, and a writer sees what to do.
 */
function tables(page) {
  for (const table of [...page.querySelectorAll('table')].reverse()) {
    const rows = [...table.rows].filter(row => row.cells.length);
    const wide = Math.max(0, ...rows.map(row => row.cells.length));
    const isLayout = wide < 2 || table.querySelector('p[data-was-row]') || table.parentElement.closest('td, th, li');
    if (isLayout || wide > 12 || rows.length > 200) {
      lines(page, table, rows);
      continue;
    }
    table.querySelectorAll('caption').forEach(caption => {
      const line = page.createElement('p');
      line.append(...caption.childNodes);
      table.before(line);
      caption.remove();
    });
    const isHeader = [...rows[0].cells].every(cell => cell.localName === 'th');
    rows.forEach((row, n) => {
      for (const cell of [...row.cells]) {
        const made = page.createElement(n === 0 && isHeader ? 'th' : 'td');
        cell.querySelectorAll('p, div, li, h1, h2, h3, h4, h5, h6, blockquote').forEach(line => {
          line.nextSibling && line.after(page.createElement('br'));
          line.replaceWith(...line.childNodes);
        });
        made.append(...cell.childNodes);
        cell.replaceWith(made);
      }
    });
  }
}

function lines(page, table, rows) {
  const made = rows.map(row => {
    const line = page.createElement('p');
    line.dataset.wasRow = '';
    [...row.cells].forEach((cell, n) => line.append(n ? ' | ' : '', ...cell.childNodes));
    return line;
  });
  table.replaceWith(...[...table.querySelectorAll('caption')], ...made);
}

/** Emphasis given by style becomes emphasis by element; bold that Google Docs wraps around everything becomes nothing. */
function keepEmphasis(page, element) {
  const style = element.getAttribute('data-style')?.toLowerCase() ?? '';
  const is = pattern => pattern.test(style);
  if (/^(b|strong)$/i.test(element.localName) && is(/font-weight:\s*(normal|400)/)) {
    element.replaceWith(...element.childNodes);
    return;
  }
  if (/^h[1-6]$/.test(element.localName)) {
    return;
  }
  const wraps = [
    [/font-weight:\s*(bold|[6-9]00)/, 'strong'],
    [/font-style:\s*italic/, 'em'],
    [/vertical-align:\s*super/, 'sup'],
    [/vertical-align:\s*sub\b/, 'sub'],
  ];
  for (const [pattern, name] of wraps) {
    if (is(pattern) && element.localName !== name) {
      const wrap = page.createElement(name);
      wrap.append(...element.childNodes);
      element.append(wrap);
    }
  }
}

/** Word writes lists as paragraphs with a typed bullet; the style tells the depth. */
function wordLists(page) {
  let lists = [];
  let last = null;
  for (const item of page.querySelectorAll('p[data-style*="mso-list"], p[class*="MsoListParagraph"]')) {
    const marker = [...item.querySelectorAll('span')].find(span => /mso-list:\s*ignore/i.test(span.getAttribute('data-style') ?? ''));
    if (!marker) {
      continue;
    }
    const depth = Math.min(3, Number(/level(\d)/.exec(item.getAttribute('data-style') ?? '')?.[1] ?? 1));
    const kind = /^\s*[\p{L}\p{N}]+[.)]/u.test(marker.textContent) ? 'ol' : 'ul';
    marker.remove();
    if (item.previousElementSibling !== lists[0]) {
      lists = [];
    }
    lists = lists.slice(0, depth);
    while (lists.length < depth) {
      const list = page.createElement(kind);
      if (lists.length === 0) {
        item.before(list);
      } else {
        (last ?? lists[lists.length - 1].appendChild(page.createElement('li'))).append(list);
      }
      lists.push(list);
      if (lists.length < depth) {
        last = list.appendChild(page.createElement('li'));
      }
    }
    last = page.createElement('li');
    const line = page.createElement('p');
    line.append(...item.childNodes);
    last.append(line);
    lists[depth - 1].append(last);
    item.remove();
  }
}

function cleanSlice(slice) {
  const content = cleanFragment(slice.content);
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
