// The text on the writing page: ProseMirror on the copy schema.

import {baseKeymap, chainCommands, exitCode} from 'prosemirror-commands';
import {dropCursor} from 'prosemirror-dropcursor';
import {gapCursor} from 'prosemirror-gapcursor';
import {history} from 'prosemirror-history';
import {undoInputRule} from 'prosemirror-inputrules';
import {keymap} from 'prosemirror-keymap';
import {liftListItem, splitListItem} from 'prosemirror-schema-list';
import {EditorState, Plugin} from 'prosemirror-state';
import {goToNextCell, tableEditing} from 'prosemirror-tables';
import {EditorView} from 'prosemirror-view';

import {backspaceInTitle, enterInCell, enterInTitle, headlines, leaveBox} from './blocks.js';
import {finding} from './finding.js';
import {indent, raising} from './lists.js';
import {element} from './making.js';
import {backspaceInPair, deleteInPair, enterInPair} from './pairs.js';
import {pasting} from './pasting.js';
import {pictureCard} from './pictures.js';
import {proofing} from './proofing.js';
import {close, open, plain, schema} from './schema.js';
import {commands, toolbar} from './toolbar.js';
import {typing} from './typing.js';

const {list_item, hard_break} = schema.nodes;

const lineBreak = chainCommands(exitCode, (state, dispatch) => {
  const {parent} = state.selection.$from;
  if (!parent.type.contentMatch.matchType(hard_break)) {
    return false;
  }
  dispatch?.(state.tr.replaceSelectionWith(hard_break.create()).scrollIntoView());
  return true;
});

/** The keys that the buttons' hints name; outside tables Tab is left to the keyboard's way out of the text. */
const keys = bar => keymap({
  'Mod-Alt-0': commands.paragraph.run,
  'Mod-Alt-2': commands.heading2.run,
  'Mod-Alt-3': commands.heading3.run,
  'Mod-Alt-t': commands.speech.run,
  'Mod-Alt-q': commands.quote.run,
  'Mod-Shift-8': commands.bullets.run,
  'Mod-Shift-7': commands.numbers.run,
  'Mod-b': commands.strong.run,
  'Mod-i': commands.em.run,
  'Mod-,': commands.sub.run,
  'Mod-.': commands.sup.run,
  'Mod-k': state => commands.link.run(state) && (bar.ask('link'), true),
  'Mod-f': () => (bar.ask('find'), true),
  'Mod-Alt-f': commands.factbox.run,
  'Mod-Alt-b': commands.table.run,
  Tab: goToNextCell(1),
  'Shift-Tab': goToNextCell(-1),
  'Mod-z': commands.undo.run,
  'Mod-y': commands.redo.run,
  'Mod-Shift-z': commands.redo.run,
  'Mod-]': indent,
  'Mod-[': liftListItem(list_item),
  'Alt-F10': () => (bar.querySelector('button[tabindex="0"]').focus(), true),
  Enter: chainCommands(splitListItem(list_item), enterInPair, enterInTitle, enterInCell, leaveBox),
  Backspace: chainCommands(undoInputRule, backspaceInPair, backspaceInTitle),
  Delete: deleteInPair,
  'Shift-Enter': lineBreak,
});

/** A block that is edited elsewhere: what it is and what it says, to be moved or deleted here. */
const card = words => node => {
  const {type} = node.attrs.node;
  return {dom: element('div', 'card', element('span', 'card-kind', words['card' + type[0].toUpperCase() + type.slice(1)] ?? type),
    element('span', 'card-gist', gistOf(node.attrs.node)))};
};

function gistOf({attrs = {}, ...node}) {
  if (attrs.articles) {
    return attrs.articles.map(id => headlines.get(id) ?? `…${id.slice(-6)}`).join(' · ');
  }
  const said = attrs.caption || attrs.title || [attrs.provider, attrs.id].filter(Boolean).join(' ');
  return said || textOf(node).trim().slice(0, 120);
}

function textOf(node) {
  return node.text ?? (node.content ?? []).map(textOf).join(' ');
}

const emptiness = hint => new Plugin({
  props: {
    attributes: state => ({
      'data-hint': hint,
      class: state.doc.childCount === 1 && state.doc.firstChild.isTextblock && !state.doc.firstChild.content.size ? 'is-empty' : '',
    }),
  },
});

/**
 * Puts the editor in the place of the printed text.
 *
 * @param place the element that holds the text; its data attributes hold the words that a person reads
 * @param bar the toolbar
 * @param body the copy's body
 * @param changed called after every change of the text
 */
export function edit(place, bar, body, changed) {
  const state = EditorState.create({
    doc: open(body),
    plugins: [
      typing,
      keys(bar),
      keymap(baseKeymap),
      history(),
      dropCursor({class: 'dropping', color: false}),
      gapCursor(),
      tableEditing(),
      finding,
      proofing,
      pasting,
      raising,
      toolbar(bar),
      emptiness(place.dataset.hint),
    ],
  });
  place.replaceChildren();
  place.style.setProperty('--tail-hint', JSON.stringify(place.dataset.tailHint));
  place.style.setProperty('--source-hint', JSON.stringify(place.dataset.sourceHint));
  place.style.setProperty('--title-hint', JSON.stringify(place.dataset.titleHint));
  const view = new EditorView(place, {
    state,
    attributes: {
      id: 'text',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': place.dataset.label,
      lang: place.dataset.lang,
      spellcheck: 'true',
    },
    clipboardTextSerializer: plain,
    nodeViews: {card: (node, view, getPos) => pictureCard(node, view, getPos) ?? card(place.dataset)(node)},
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      if (transaction.docChanged) {
        changed();
      }
    },
  });
  return {
    body: () => close(view.state.doc),
    text: () => plain(view.state.doc),
    view,
  };
}
