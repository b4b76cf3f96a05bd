// What is pasted from Word, Google Docs and the web is brought to the copy schema: its words, headings, lists, links and
// emphasis stay; looks, scripts and comments do not. Pictures, films, embeds and form fields cannot come that way, nor links
// that a copy refuses, and what was struck out is not meant: the page is told how much of each was left out.

const UNSEEN = 'style, script, meta, link, title, head, iframe, object, svg, canvas, audio, video, img, picture, input, select, textarea';

/** What whoever copied it did not see: it is left out without a word. */
const UNSHOWN = 'template, noscript, datalist, input[type="hidden"]';

/** Whatever the editor would take for a block of its own, and end the cell there. */
const BLOCKS = 'address, article, aside, blockquote, center, dd, details, dir, div, dl, dt, fieldset, figcaption, figure, footer, form, h1, h2, h3, '
  + 'h4, h5, h6, header, hgroup, hr, li, main, menu, nav, ol, output, p, pre, section, summary, ul';

/** As wide and as long as a copy's tables. */
const MOST_COLUMNS = 12;
const MOST_ROWS = 200;

/** A quotation of more lines is a text that someone else sent, and stays text. */
const LINES_OF_QUOTE = 5;

/** What was struck out, in Word, Google Docs and by element. */
const STRUCK = 'del, s, strike, [data-style*="line-through"]';

/**
 * Brings a page's HTML to the elements that the copy schema reads.
 *
 * @param isLink whether a link may lead to that address
 * @param told called with how much of what was left out, by its name, where anything was
 */
export function cleanHtml(html, isLink, told) {
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
  const count = selector => body.querySelectorAll(selector).length;
  const out = {
    pictures: [...body.querySelectorAll('img, svg, canvas')].filter(isPicture).length,
    films: count('video, audio, object'),
    embeds: count('iframe'),
    fields: count('input, select, textarea'),
    links: [...body.querySelectorAll('a[href]')].filter(link => isRefused(link, isLink)).length,
    struck: [...body.querySelectorAll(STRUCK)].filter(element => element.textContent.trim() && !element.parentElement.closest(STRUCK)).length,
  };
  body.querySelectorAll(STRUCK).forEach(element => element.remove());
  body.querySelectorAll(UNSEEN).forEach(element => element.remove());
  body.querySelectorAll('*').forEach(element => keepEmphasis(page, element));
  body.querySelectorAll('*').forEach(element => {
    for (const {name} of [...element.attributes]) {
      if (name !== 'href') {
        element.removeAttribute(name);
      }
    }
  });
  body.querySelectorAll('blockquote').forEach(element => out.links += quotation(page, element, isLink));
  if (Object.values(out).some(Boolean)) {
    told(out);
  }
  return body.innerHTML;
}

/** No tracker of one pixel, and no sign that a page draws beside its words. */
function isPicture(element) {
  return element.getAttribute('width') !== '1'
    && (element.localName !== 'svg' || !(element.closest('a, [aria-hidden="true"]') || parseFloat(element.getAttribute('width')) <= 48));
}

/** An address that is no link in a copy; one within the page that was copied leads nowhere and is not missed. */
function isRefused(element, isLink) {
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

/**
 * A quotation of a few lines is one in the copy too, its source with it; what holds more than lines stays what it is.
 *
 * @return how many links its source had, which is bare text in a copy
 */
function quotation(page, element, isLink) {
  const source = sourceOf(element);
  const said = source?.textContent.replace(/\s+/g, ' ').replace(/^\s*[–—-]\s*/, '').trim() ?? '';
  const lines = [...element.querySelectorAll('p, div')].filter(block => block !== source && !block.querySelector('p, div') && block.textContent.trim());
  if (element.closest('li, td, th') || element.querySelector('ul, ol, table, blockquote, h1, h2, h3, h4, h5, h6, hr')
    || Math.max(lines.length, element.querySelectorAll('br').length + 1) > LINES_OF_QUOTE || said.length > 300) {
    element.replaceWith(...element.childNodes);
    return 0;
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
  return [...source?.querySelectorAll('a[href]') ?? []].filter(link => isLink(link.getAttribute('href')) && link.textContent.trim()).length;
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
    const isLayout = rows.every(row => row.cells.length < 2) || table.querySelector('p[data-was-row]') || table.parentElement.closest('td, th, li');
    const grid = isLayout || rows.length > MOST_ROWS ? [] : gridOf(table);
    if (!grid.length || grid.some(line => line.length > MOST_COLUMNS)) {
      lines(page, table, rows);
      continue;
    }
    table.querySelectorAll('caption').forEach(caption => {
      const line = page.createElement('p');
      line.append(...caption.childNodes);
      table.before(line);
      caption.remove();
    });
    // One cell over all columns is a title
    const isHeader = rows[0].cells.length > 1 && [...rows[0].cells].every(cell => cell.localName === 'th');
    [...table.rows].forEach(row => row.cells.length || row.remove());
    grid.forEach((line, n) => {
      const isHead = n === 0 && isHeader;
      let before = null;
      rows[n].replaceChildren(...line.map(cell => {
        const made = page.createElement(isHead ? 'th' : 'td');
        if (cell) {
          cellLines(page, cell);
          made.append(...cell.childNodes);
        } else if (isHead) {
          made.append(...before.cloneNode(true).childNodes);
        }
        before = made;
        return made;
      }));
    });
  }
}

/** What stood in blocks stands in lines: one break between two of them, beside those that were typed. */
function cellLines(page, cell) {
  cell.querySelectorAll('wbr').forEach(hint => hint.remove());
  const seam = () => page.createElement('wbr');
  cell.querySelectorAll(BLOCKS).forEach(block => block.replaceWith(seam(), ...block.childNodes, seam()));
  let isAtStart = true;
  let last = null;
  const pieces = page.createTreeWalker(cell, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const found = [];
  while (pieces.nextNode()) {
    found.push(pieces.currentNode);
  }
  for (const piece of found) {
    if (piece.localName === 'wbr') {
      if (isAtStart) {
        piece.remove();
      } else {
        last = page.createElement('br');
        piece.replaceWith(last);
        isAtStart = true;
      }
    } else if (piece.localName === 'br') {
      isAtStart = true;
    } else if (piece.nodeType === Node.TEXT_NODE && piece.data.trim()) {
      isAtStart = false;
      last = null;
    }
  }
  last?.remove();
}

/**
 * The rows that have cells, with nothing where a cell reaches to from before or above: a copy's cells do not. A column's
 * heading stands over each of its columns; anything else once, for a figure told twice would be counted twice.
 */
function gridOf(table) {
  let group;
  let reaching;
  return [...table.rows].flatMap(row => {
    if (group !== row.parentElement) {
      group = row.parentElement;
      reaching = [];
    }
    const cells = [...row.cells];
    const line = [];
    while (cells.length || line.length < reaching.length) {
      const at = line.length;
      const cell = reaching[at] > 0 ? reaching[at]-- && null : cells.shift() ?? null;
      line.push(cell);
      for (let to = at; cell && to < at + Math.min(cell.colSpan, MOST_COLUMNS + 1); to++) {
        reaching[to] = (cell.rowSpan || Infinity) - 1;
        line[to] ??= null;
      }
    }
    return row.cells.length ? [line] : [];
  });
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
