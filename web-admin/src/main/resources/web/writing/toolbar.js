// The toolbar is in the page, in the person's language; here its buttons get their commands and show where the cursor is.

import {chainCommands, toggleMark} from 'prosemirror-commands';
import {redo, undo} from 'prosemirror-history';
import {liftListItem, wrapInList} from 'prosemirror-schema-list';
import {Plugin} from 'prosemirror-state';

import {boxAround, embedQuestion, insertAfter, isInTable, insertTable, relatedQuestion, tableCommands, toggleFactbox} from './blocks.js';
import {findQuestion} from './finding.js';
import {pairAround, roomOf, setPlain, togglePair} from './pairs.js';
import {isLanguage, isLink, schema} from './schema.js';

const {paragraph, heading, speech, quote, rule, bullet_list, ordered_list, list_item} = schema.nodes;
const {strong, em, sub, sup, link, lang} = schema.marks;

const blockIs = (state, type, attrs = {}) => {
  const {$from} = state.selection;
  const room = roomOf(state);
  const block = $from.node(room + 1) ?? $from.node(room).maybeChild($from.index(room));
  return Boolean(block) && block.type === type && Object.entries(attrs).every(([name, value]) => block.attrs[name] === value);
};

const listIs = (state, type) => {
  const {$from} = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type === list_item) {
      return $from.node(depth - 1).type === type;
    }
  }
  return false;
};

export const markIs = (state, type) => {
  const {from, $from, to, empty} = state.selection;
  return empty ? Boolean(type.isInSet(state.storedMarks || $from.marks())) : state.doc.rangeHasMark(from, to, type);
};

/** A second press takes the heading away again. */
const toggleHeading = level => (state, dispatch) =>
  blockIs(state, heading, {level}) ? setPlain(paragraph)(state, dispatch) : setPlain(heading, {level})(state, dispatch);

/** Puts the blocks into a list, takes them out of it, or changes its kind. */
const toggleList = type => (state, dispatch) => {
  if (listIs(state, type)) {
    return liftListItem(list_item)(state, dispatch);
  }
  const other = type === bullet_list ? ordered_list : bullet_list;
  if (listIs(state, other)) {
    const {$from} = state.selection;
    for (let depth = $from.depth; depth > 0; depth--) {
      if ($from.node(depth).type === other) {
        dispatch?.(state.tr.setNodeMarkup($from.before(depth), type));
        return true;
      }
    }
  }
  return chainCommands(wrapInList(type), (state, dispatch) => {
    let plain = null;
    if (!setPlain(paragraph)(state, tr => plain = state.apply(tr)) || !wrapInList(type)(plain)) {
      return false;
    }
    if (dispatch) {
      setPlain(paragraph)(state, tr => {
        wrapInList(type)(state.apply(tr), wrapping => wrapping.steps.forEach(step => tr.step(step)));
        dispatch(tr.scrollIntoView());
      });
    }
    return true;
  })(state, dispatch);
};

const insertRule = (state, dispatch) => {
  dispatch?.(insertAfter(state, rule.create()).tr.scrollIntoView());
  return true;
};

/** The commands by the names that the buttons carry: what they do and whether they are in force at the cursor. */
export const commands = {
  paragraph: {run: setPlain(paragraph), is: state => blockIs(state, paragraph)},
  heading2: {run: toggleHeading(2), is: state => blockIs(state, heading, {level: 2})},
  heading3: {run: toggleHeading(3), is: state => blockIs(state, heading, {level: 3})},
  speech: {run: togglePair(speech), is: state => pairAround(state.selection.$from)?.node.type === speech},
  quote: {run: togglePair(quote), is: state => pairAround(state.selection.$from)?.node.type === quote},
  bullets: {run: toggleList(bullet_list), is: state => listIs(state, bullet_list)},
  numbers: {run: toggleList(ordered_list), is: state => listIs(state, ordered_list)},
  rule: {run: insertRule},
  strong: {run: toggleMark(strong), is: state => markIs(state, strong)},
  em: {run: toggleMark(em), is: state => markIs(state, em)},
  sub: {run: toggleMark(sub), is: state => markIs(state, sub)},
  sup: {run: toggleMark(sup), is: state => markIs(state, sup)},
  link: {run: state => markIs(state, link) || !state.selection.empty, is: state => markIs(state, link), asks: true},
  lang: {run: state => markIs(state, lang) || !state.selection.empty, is: state => markIs(state, lang), asks: true},
  table: {run: insertTable, is: isInTable},
  factbox: {run: toggleFactbox, is: state => Boolean(boxAround(state))},
  embed: {run: () => true, asks: true},
  related: {run: () => true, asks: true},
  find: {run: () => true, asks: true},
  undo: {run: undo},
  redo: {run: redo},
  ...tableCommands,
};

const questioning = {link: markQuestion, lang: markQuestion, embed: embedQuestion, related: relatedQuestion, find: findQuestion};

export function toolbar(bar) {
  return new Plugin({
    view(view) {
      const buttons = [...bar.querySelectorAll('button[data-do], button[data-sheet]')];
      const questions = new Map([...bar.querySelectorAll('[data-asks]')].map(form => [form.dataset.asks, asking(form, view)]));

      const press = event => {
        const button = event.target.closest('button[data-do]');
        if (!button) {
          return;
        }
        const name = button.dataset.do;
        if (commands[name].asks) {
          questions.get(name).open();
        } else {
          commands[name].run(view.state, view.dispatch, view);
          view.focus();
        }
      };
      // One stop for the Tab key; within the toolbar the arrows go from button to button.
      const walk = event => {
        const seen = buttons.filter(button => !button.closest('[hidden]'));
        const at = seen.indexOf(document.activeElement);
        const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1}[event.key];
        if (at < 0 || to === undefined && event.key !== 'Escape') {
          return;
        }
        event.preventDefault();
        if (event.key === 'Escape') {
          view.focus();
          return;
        }
        const next = seen.at(to % seen.length);
        stop(next);
        next.focus();
      };
      const stop = chosen => buttons.forEach(button => button.tabIndex = button === chosen ? 0 : -1);
      stop(buttons[0]);
      bar.addEventListener('click', press);
      bar.addEventListener('keydown', walk);
      // The selection in the text stays while a button is pressed.
      bar.addEventListener('mousedown', event => event.target.closest('button[data-do]') && event.preventDefault());
      bar.hidden = false;

      const tools = bar.querySelector('[data-table-tools]');
      const show = () => {
        tools.hidden = !isInTable(view.state);
        if (tools.hidden && tools.querySelector('[tabindex="0"]')) {
          stop(buttons[0]);
        }
        for (const button of buttons) {
          const {run, is} = commands[button.dataset.do] ?? {run: () => true};
          const inForce = Boolean(is?.(view.state));
          button.setAttribute('aria-disabled', String(!inForce && !run(view.state)));
          if (is) {
            button.setAttribute('aria-pressed', String(inForce));
          }
        }
      };
      show();
      bar.ask = name => questions.get(name).open();
      return {update: show};
    },
  });
}

/** A question under the toolbar: opened and closed alike, answered each in its way. */
function asking(form, view) {
  const close = () => {
    form.hidden = true;
    own.shut?.();
    view.focus();
  };
  const own = questioning[form.dataset.asks](form, view, close);
  form.addEventListener('click', event => {
    const act = event.target.closest('button')?.dataset.answer;
    act === 'close' ? close() : own[act]?.(event);
  });
  form.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'Enter' && event.target.matches('input, select')) {
      event.preventDefault();
      own.apply(event);
    }
  });
  return {
    open() {
      if (own.isIdle?.()) {
        return;
      }
      form.parentElement.querySelectorAll('[data-asks]').forEach(other => other.hidden = other !== form);
      own.open();
    },
  };
}

/** Where the link leads, which language the words are in. */
function markQuestion(form, view, close) {
  const input = form.querySelector('input, select');
  const type = schema.marks[form.dataset.asks];
  const attr = type === link ? 'href' : 'code';
  const isGood = type === link ? isLink : isLanguage;

  const apply = () => {
    const value = complete(input.value.trim(), type);
    if (!isGood(value)) {
      input.setAttribute('aria-invalid', 'true');
      input.focus();
      return;
    }
    const {from, to} = reach(view.state, type);
    view.dispatch(view.state.tr.removeMark(from, to, type).addMark(from, to, type.create({[attr]: value})));
    close();
  };
  const remove = () => {
    const {from, to} = reach(view.state, type);
    view.dispatch(view.state.tr.removeMark(from, to, type));
    close();
  };
  input.addEventListener('input', () => input.removeAttribute('aria-invalid'));

  return {
    apply,
    remove,
    isIdle: () => view.state.selection.empty && !markIs(view.state, type),
    open() {
      const {from, to} = reach(view.state, type);
      let now = null;
      view.state.doc.nodesBetween(from, to, node => {
        now ??= type.isInSet(node.marks)?.attrs[attr];
      });
      if (now || input.localName === 'input') {
        input.value = now ?? '';
      }
      form.querySelector('[data-answer="remove"]').hidden = !now;
      input.removeAttribute('aria-invalid');
      input.focus();
      input.select?.();
    },
  };
}

/** An address typed without its beginning is one of the web, or of mail. */
function complete(value, type) {
  if (type !== link || !value || isLink(value)) {
    return value;
  }
  return /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(value) ? `mailto:${value}` : /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#]|$)/u.test(value) ? `https://${value}` : value;
}

/** The selection, or, with a mere cursor, the whole run of text that bears the mark. */
function reach(state, type) {
  const {from, to, empty, $from} = state.selection;
  if (!empty) {
    return {from, to};
  }
  const mark = type.isInSet($from.marks());
  let [start, end] = [from, to];
  if (mark) {
    const parent = $from.parent;
    const base = $from.start();
    let pos = base;
    let run = null;
    parent.forEach(node => {
      if (mark.isInSet(node.marks)) {
        run = run && run.end === pos ? {start: run.start, end: pos + node.nodeSize} : {start: pos, end: pos + node.nodeSize};
        if (run.start <= from && from <= run.end) {
          [start, end] = [run.start, run.end];
        }
      }
      pos += node.nodeSize;
    });
  }
  return {from: start, to: end};
}
