// Pictures on the writing page: dropped, pasted, chosen from the library; the main one in the drawer, others in the text.
// A copy names a picture and its version; what is said of it is said on the picture's own page.

import './pictures.css';
import {NodeSelection, Selection} from 'prosemirror-state';

import {signed} from './asking.js';
import {button, element} from './making.js';
import {schema} from './schema.js';

const address = ({id, version}, width, shape = '') => `/pictures/${id}/versions/${version}/renditions/${width}${shape}`;
const imagesOf = data => [...data?.files ?? []].filter(file => file.type.startsWith('image/'));

const act = (text, does) => button('button plain small', text, does);

/**
 * A picture with its caption to be typed, and what can be done with it.
 *
 * @param change takes what is new of it alone: meanwhile the rest may have changed, or its place
 */
function figure(picture, words, change, remove) {
  const image = element('img', {src: address(picture, 640), alt: '', loading: 'lazy'});
  const caption = element('textarea', {rows: '1', maxlength: '500', placeholder: words.caption, 'aria-label': words.caption, 'data-proofed': '/picture/caption', 'data-where': 'caption'});
  caption.value = picture.caption ?? '';
  caption.addEventListener('input', () => change({caption: caption.value.replace(/\s+/g, ' ')}, false));
  const acts = element('p', {class: 'acts'},
    element('a', {class: 'small', href: `/pictures/${picture.id}`, target: '_blank', rel: 'noopener'}, words.edit),
    act(words.newest, async () => change({version: await newest(picture)}, true)),
    act(words.remove, remove));
  return element('figure', {class: 'shown-picture'}, image,
    element('div', {class: 'with-marks'}, element('div', {class: 'marks-under', 'aria-hidden': 'true'}), caption), acts);
}

async function newest({id, version}) {
  const answer = await fetch(`/pictures/${id}`, {headers: {'HX-Request': 'true'}});
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return Number(page.querySelector('[data-newest-version]')?.dataset.newestVersion) || version;
}

/** The card of an image or gallery in the text; nothing for other cards. */
export function pictureCard(node, view, getPos) {
  const block = node.attrs.node;
  const words = document.querySelector('[data-pictures]')?.dataset;
  if (!words || !['image', 'gallery'].includes(block.type)) {
    return null;
  }
  const dom = element('div', {class: 'card picture-card'});
  let shown = block;
  const put = (pictures, redraw) => {
    // The card may be gone by the time of an answer
    if (getPos() === undefined) {
      return;
    }
    const next = pictures.length === 1 ? {type: 'image', attrs: pictures[0]} : {type: 'gallery', attrs: {pictures}};
    shown = next;
    const tr = pictures.length
      ? view.state.tr.setNodeMarkup(getPos(), null, {node: next})
      : view.state.tr.delete(getPos(), getPos() + 1);
    view.dispatch(tr);
    if (redraw && pictures.length) {
      draw();
    }
  };
  const draw = () => {
    dom.replaceChildren(...picturesOf(shown).map(drawn => {
      let own = drawn;
      return figure(drawn, words, (fresh, redraw) => {
        const list = picturesOf(shown);
        const now = list.includes(own) ? own : list.find(({id}) => id === own.id);
        if (now) {
          own = {...now, ...fresh};
          put(list.map(old => old === now ? own : old), redraw);
        }
      }, () => put(picturesOf(shown).filter(old => old !== own), true));
    }));
  };
  draw();
  return {
    dom,
    stopEvent: event => event.target.closest?.('textarea, button, a') != null,
    ignoreMutation: () => true,
    update: next => {
      const now = next.attrs.node;
      if (next.type !== node.type || !['image', 'gallery'].includes(now?.type)) {
        return false;
      }
      if (JSON.stringify(now) !== JSON.stringify(shown)) {
        shown = now;
        draw();
      }
      return true;
    },
  };
}

const picturesOf = block => block.type === 'image' ? [block.attrs] : block.attrs.pictures;

/**
 * @param form the writing page's form
 * @param copy whose main picture this is
 * @param editor the text
 * @param changed called after every change
 */
export function pictures(form, copy, editor, changed) {
  const drawer = form.querySelector('[data-pictures]');
  if (!drawer || !editor) {
    return;
  }
  const words = drawer.dataset;
  const part = name => drawer.querySelector(`[data-${name}]`);
  const main = part('main-picture');
  drawer.hidden = false;

  const showMain = () => {
    const {picture} = copy;
    main.replaceChildren(...picture ? [figure(picture, words, (fresh, redraw) => {
      if (copy.picture?.id !== picture.id) {
        return;
      }
      copy.picture = {...copy.picture, ...fresh};
      if (redraw) {
        showMain();
      }
      changed();
    }, () => setMain(null))] : []);
  };
  const setMain = picture => {
    copy.picture = picture;
    showMain();
    changed();
  };

  /** Into the text after the block with the cursor; beside a selected picture it makes a gallery. */
  const insert = picture => {
    const {state} = editor.view;
    const {selection} = state;
    const selected = selection instanceof NodeSelection && selection.node.type === schema.nodes.card
      && ['image', 'gallery'].includes(selection.node.attrs.node.type) ? selection.node.attrs.node : null;
    if (selected) {
      const list = [...picturesOf(selected), picture];
      editor.view.dispatch(state.tr.setNodeMarkup(selection.from, null, {node: {type: 'gallery', attrs: {pictures: list}}}));
      return;
    }
    const {$from} = selection;
    const at = $from.depth ? $from.after(1) : selection.to;
    editor.view.dispatch(state.tr.insert(at, schema.nodes.card.create({node: {type: 'image', attrs: picture}})).scrollIntoView());
  };

  /** The cursor goes to where a file is dropped. */
  const aim = event => {
    const {state} = editor.view;
    const found = editor.view.posAtCoords({left: event.clientX, top: event.clientY});
    if (found) {
      editor.view.dispatch(state.tr.setSelection(Selection.near(state.doc.resolve(found.pos))));
    }
  };

  /** Where the drawer is shut it is told beside the bar. */
  const beside = element('p', 'notice bad');
  const trouble = text => {
    part('trouble').hidden = !text;
    part('trouble').textContent = beside.textContent = text ?? '';
    beside.remove();
    if (text && !drawer.closest('details').open) {
      form.querySelector('[data-notice]').append(beside);
      beside.scrollIntoView({block: 'nearest'});
    }
  };

  const bring = async (files, place) => {
    trouble(null);
    drawer.setAttribute('aria-busy', 'true');
    form.setAttribute('data-bringing', '');
    for (const file of files) {
      const data = new FormData();
      Object.entries(signed(form)).forEach(([name, value]) => data.append(name, value));
      // It is the story's desk's, whatever other desks its writer belongs to: that desk's editors see it.
      data.append('desk', words.desk || form.elements.namedItem('desk')?.value || '');
      data.append('picture', file, file.name || 'picture');
      try {
        const answer = await fetch('/pictures', {method: 'POST', body: data, headers: {'HX-Request': 'true'}});
        if (answer.ok) {
          const {id, version} = await answer.json();
          place({id, version, caption: ''});
        } else {
          const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
          trouble([...page.querySelectorAll('[data-mishap]')].map(one => one.textContent.trim()).join(' ') || words.away);
        }
      } catch {
        trouble(words.away);
      }
    }
    drawer.removeAttribute('aria-busy');
    form.removeAttribute('data-bringing');
  };
  const mainFirst = picture => copy.picture ? insert(picture) : setMain(picture);

  part('bring').addEventListener('change', event => {
    bring([...event.target.files], mainFirst);
    event.target.value = '';
  });
  for (const [place, put] of [[drawer, setMain], [editor.view.dom, insert]]) {
    place.addEventListener('dragover', event => [...event.dataTransfer.items].some(item => item.kind === 'file') && event.preventDefault());
    for (const kind of ['drop', 'paste']) {
      place.addEventListener(kind, event => {
        const data = event.dataTransfer ?? event.clipboardData;
        const files = imagesOf(data);
        // Word sends a likeness of the pasted text beside the text: the text is meant.
        if (files.length && !(kind === 'paste' && data.types.includes('text/plain'))) {
          if (kind === 'drop' && place !== drawer) {
            aim(event);
          }
          event.preventDefault();
          event.stopPropagation();
          bring(files, put);
        }
      }, true);
    }
  }

  let asked = 0;
  const find = async () => {
    const turn = ++asked;
    part('found').setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(`/pictures?q=${encodeURIComponent(part('words').value)}`, {headers: {'HX-Request': 'true'}});
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (turn === asked) {
        const items = [...page.querySelectorAll('li[data-picture]')].map(item => {
          const picture = {id: item.dataset.picture, version: Number(item.dataset.version), caption: ''};
          const name = item.querySelector('span').textContent;
          return element('li', {}, element('img', {src: address(picture, 320, '?shape=wide'), alt: name, width: '320', height: '180', loading: 'lazy'}),
            element('p', {class: 'acts'}, act(words.main, () => setMain(picture)), act(words.insert, () => insert(picture))));
        });
        part('found').replaceChildren(...items.length ? items : [element('li', {class: 'quiet'}, words.none)]);
        trouble(answer.ok ? null : words.away);
      }
    } catch {
      trouble(words.away);
    }
    part('found').removeAttribute('aria-busy');
  };
  let later = 0;
  part('words').addEventListener('input', () => {
    clearTimeout(later);
    later = setTimeout(find, 300);
  });
  part('words').addEventListener('keydown', event => event.key === 'Enter' && event.preventDefault());
  part('choose').addEventListener('click', event => {
    const isOpen = part('shelf').hidden;
    part('shelf').hidden = !isOpen;
    event.currentTarget.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) {
      find();
      part('words').focus();
    }
  });
  showMain();
}
