// Proofreading as one writes: what the newsroom's proofreader found is marked under the words and listed in the drawer. Only
// lines that it has not read yet are sent; an answer belongs to the line it was asked about, so a late one marks nothing.

import {Plugin, PluginKey, TextSelection} from 'prosemirror-state';
import {Decoration, DecorationSet} from 'prosemirror-view';

import {ask, signed} from './asking.js';
import {button, element} from './making.js';

const AFTER = 800; // after the last key
const AGAIN = 15_000; // after the line was away
const CHARACTERS = 20_000; // sent at once
const PASSAGES = 300; // sent at once
const LISTED = 40;
const LISTED_AFTER = 400; // after the last key the list follows; the marks in the text follow each
const AROUND = 18; // characters shown beside what is marked
const LETTER = /[\p{L}\p{M}]/u;
const WORD = /^[\p{L}\p{M}]+(?:[-‐‑'’ʼ][\p{L}\p{M}]+)*$/u;
const OF_A_WORD = ['spelling', 'scripts', 'keyboard', 'harmony'];

const key = new PluginKey('proofing');

/** What was found in a line, by the line itself: a line that is changed is another one. */
let known = new WeakMap();

/** Of a line that is too long to be read. */
const UNREAD = [];

/** What is left of what was found in a field's text when it reads otherwise now: all but where it was changed. */
function carried({text, found}, now) {
  let start = 0;
  while (start < text.length && start < now.length && text[start] === now[start]) {
    start++;
  }
  let after = 0;
  while (after < Math.min(text.length, now.length) - start && text.at(-1 - after) === now.at(-1 - after)) {
    after++;
  }
  const end = text.length - after;
  const by = now.length - text.length;
  return text === now ? found : found.filter(one => one.end < start || one.start > end)
    .map(one => one.end < start ? one : {...one, start: one.start + by, end: one.end + by});
}

const textOf = node => node.textBetween(0, node.content.size, undefined, leaf => leaf.type.name === 'hard_break' ? '\n' : '\ufffc');

function foreignOf(node) {
  const foreign = [];
  node.forEach((child, offset) => child.marks.some(mark => mark.type.name === 'lang') && foreign.push([offset, offset + child.nodeSize]));
  return foreign;
}

function eachLine(doc, act) {
  doc.descendants((node, pos) => {
    if (node.isTextblock) {
      act(node, pos + 1);
    }
    return !node.isTextblock;
  });
}

/** A mark stays where its words stand as they stood, with no letter typed onto them. */
function stands(doc, {from, to, word}) {
  if (from > to || doc.resolve(from).parent !== doc.resolve(to).parent) {
    return false;
  }
  const $from = doc.resolve(from);
  const text = textOf($from.parent);
  const start = $from.parentOffset;
  const end = start + to - from;
  return text.slice(start, end) === word
    && !(LETTER.test(word[0] ?? '') && LETTER.test(text[start - 1] ?? ''))
    && !(LETTER.test(word.at(-1) ?? '') && LETTER.test(text[end] ?? ''));
}

function gathered(doc, before) {
  const marks = [];
  eachLine(doc, (node, start) => {
    const found = known.get(node);
    if (found) {
      const text = textOf(node);
      found.forEach(({start: from, end: to, ...finding}) =>
        marks.push({...finding, from: start + from, to: start + to, word: text.slice(from, to)}));
    } else {
      marks.push(...before.filter(({from}) => from >= start && from <= start + node.content.size));
    }
  });
  return marks;
}

const looks = ({kind}, isHere) => `marked marked-${kind}${isHere ? ' marked-here' : ''}`;

const decoration = (mark, here) => Decoration.inline(mark.from, mark.to, {class: looks(mark, mark === here)});

const drawn = (doc, marks, here) => DecorationSet.create(doc, marks.filter(({stet}) => !stet).map(mark => decoration(mark, here)));

/** From where to where a change reaches, in the document after it. */
function reach(mapping) {
  let [start, end] = [Infinity, -1];
  mapping.maps.forEach((map, n) => map.forEach((from, to, newFrom, newTo) => {
    const rest = mapping.slice(n + 1);
    start = Math.min(start, rest.map(newFrom, -1));
    end = Math.max(end, rest.map(newTo, 1));
  }));
  return {start, end};
}

/** A key moves most marks and touches hardly any: what is drawn is mapped, and only marks by the change are looked at. */
function moved({marks, here, drawn: before}, {mapping, doc}) {
  const {start, end} = reach(mapping);
  const kept = [];
  let fallen = false;
  let now = null;
  for (const mark of marks) {
    const [from, to] = [mapping.map(mark.from, 1), mapping.map(mark.to, -1)];
    const next = from === mark.from && to === mark.to ? mark : {...mark, from, to};
    if ((to < start || from > end) || stands(doc, next)) {
      kept.push(next);
      now = mark === here ? next : now;
    } else {
      fallen ||= !mark.stet;
    }
  }
  return {marks: kept, here: now, drawn: fallen || here && !now ? drawn(doc, kept, now) : before.map(mapping, doc)};
}

export const proofing = new Plugin({
  key,
  state: {
    init: () => ({marks: [], here: null, drawn: DecorationSet.empty}),
    apply(tr, before) {
      const asked = tr.getMeta(key);
      if (!asked && !tr.docChanged) {
        return before;
      }
      const after = tr.docChanged ? moved(before, tr) : before;
      if (!asked) {
        return after;
      }
      let {marks, here} = after;
      if (asked.read) {
        const old = here;
        marks = gathered(tr.doc, marks);
        here = old && (marks.find(mark => mark.from === old.from && mark.to === old.to) ?? null);
      }
      if (asked.clear) {
        marks = [];
      }
      if ('here' in asked) {
        here = asked.here;
      }
      return {marks, here, drawn: drawn(tr.doc, marks, here)};
    },
  },
  props: {
    decorations: state => key.getState(state).drawn,
    handleClick(view, pos) {
      const {marks} = key.getState(view.state);
      const here = marks.find(({from, to, stet}) => !stet && pos >= from && pos <= to) ?? null;
      if (here !== key.getState(view.state).here) {
        view.dispatch(view.state.tr.setMeta(key, {here}));
      }
      return false;
    },
  },
});

/** What is repaired unasked when all is repaired at once: where nothing has to be chosen. */
const isSure = ({kind, repairs}) => repairs.length > 0
  && (['scripts', 'typography', 'doubled', 'style'].includes(kind) || repairs.length === 1 && ['keyboard', 'harmony'].includes(kind));

const shown = text => text.replace(/[\u00a0\u202f]/g, '⍽').replace(/^ | $/g, '␣');

/** The parts of #finding=, or null: anyone may write an address. */
function ledTo() {
  try {
    return location.hash.startsWith('#finding=') ? location.hash.slice(9).split('&').map(decodeURIComponent) : null;
  } catch {
    return null;
  }
}

/**
 * The panel in the drawer, and what asks the newsroom.
 *
 * @param editor absent where the text cannot be edited
 * @return to be called after every change
 */
export function proofread(form, editor) {
  const panel = form.querySelector('[data-proofing]');
  if (!panel || !editor) {
    return () => {};
  }
  const {view} = editor;
  const words = panel.dataset;
  const part = name => panel.querySelector(`[data-${name}]`);
  const field = name => form.elements.namedItem(name);
  const isKazakh = () => (field('language')?.value ?? 'kk') === 'kk';
  /** The fields of the text: headline, lead, the main picture's caption and those of the pictures in the text. */
  const fields = () => [...form.querySelectorAll('textarea[data-proofed]')];
  const blockOf = caption => view.state.doc.resolve(view.posAtDOM(caption.closest('.picture-card'), 0));
  const isInText = place => view.dom.contains(place);
  const pointerOf = place => isInText(place) ? `/body/content/${blockOf(place).index(0)}` : place.dataset.proofed;
  /** What was found in which text of a field. */
  let read = new WeakMap();
  let timer = 0;
  let going = false;
  let atOnce = PASSAGES;
  /** By which rules and ignored words the lines were read. */
  let version = null;
  let state = 'reading';
  let fieldHere = null;
  /** The story, and what its desk requires, as the newest save says it. */
  const saved = () => document.getElementById('bar')?.dataset ?? {};
  const isRequired = kind => (saved().required ?? '').split(' ').includes(kind);
  /** Where a link from the submission page leads: once, when all is read. */
  let wanted = ledTo();

  const foundIn = place => read.has(place)
    ? carried(read.get(place), place.value).map(finding =>
      ({...finding, field: place, from: finding.start, to: finding.end, word: place.value.slice(finding.start, finding.end)}))
    : [];

  /** Everything found, in the order of the text; a caption in it stands where its picture does. */
  function found() {
    const places = fields();
    const captions = places.filter(isInText).flatMap(place => foundIn(place).map(finding => [blockOf(place).pos, finding]));
    const marks = key.getState(view.state).marks.map(mark => [mark.from, mark]);
    return places.filter(place => !isInText(place)).flatMap(foundIn)
      .concat([...captions, ...marks].sort(([a], [b]) => a - b).map(([, finding]) => finding));
  }

  /** What is to be looked at, and what someone let stand. */
  const findings = () => found().filter(({stet}) => !stet);
  const stood = () => found().filter(({stet}) => stet);
  const isHere = finding => finding.field
    ? fieldHere && fieldHere.field === finding.field && fieldHere.from === finding.from
    : finding === key.getState(view.state).here;

  function changed() {
    clearTimeout(timer);
    timer = setTimeout(look, AFTER);
  }

  /** What has not been read yet: as much as is sent at once, and whether that is all. */
  function unread() {
    const passages = [];
    let characters = 0;
    let all = true;
    const add = (text, foreign, keep) => {
      if (passages.length >= atOnce || passages.length && characters + text.length > CHARACTERS) {
        all = false;
      } else {
        characters += text.length;
        passages.push({text, foreign, keep});
      }
    };
    fields().forEach(place => {
      const text = place.value;
      if (text.trim() && read.get(place)?.text !== text) {
        add(text, [], found => read.set(place, {text, found}));
      }
    });
    eachLine(view.state.doc, node => {
      if (node.content.size && !known.has(node)) {
        add(textOf(node), foreignOf(node), found => known.set(node, found));
      }
    });
    return {passages, all};
  }

  async function look() {
    clearTimeout(timer);
    if (!isKazakh()) {
      panel.hidden = true;
      drawFields();
      view.dispatch(view.state.tr.setMeta(key, {clear: true, here: null}));
      return;
    }
    panel.hidden = false;
    if (going) {
      return changed();
    }
    const {passages, all} = unread();
    if (!passages.length) {
      atOnce = PASSAGES;
      state = 'read';
      view.dispatch(view.state.tr.setMeta(key, {read: true}));
      if (wanted) {
        goWhereWanted();
      }
      return render();
    }
    going = true;
    const answers = await answered(passages);
    going = false;
    if (!answers) {
      state = 'away';
      timer = setTimeout(look, AGAIN);
      return render();
    }
    if (answers.refused && passages.length > 1) {
      atOnce = 1; // which of them it is
      return look();
    }
    const anew = turned(answers.version);
    passages.forEach(({keep}, n) => keep(answers.refused ? UNREAD : answers.passages[n] ?? []));
    const whole = all && !anew;
    state = whole ? 'read' : 'reading';
    view.dispatch(view.state.tr.setMeta(key, {read: true}));
    render();
    if (!whole) {
      look();
    } else if (wanted) {
      goWhereWanted();
    }
  }

  async function answered(passages) {
    try {
      const body = new URLSearchParams({
        ...signed(form),
        passages: JSON.stringify(passages.map(({text, foreign}) => [text, foreign])),
      });
      const {story} = saved();
      if (story) {
        body.set('story', story);
      }
      const answer = await ask('POST', '/proofreading', body.toString());
      if (answer.status === 422) {
        return {refused: true};
      }
      return answer.ok ? await answer.json() : null;
    } catch {
      return null;
    }
  }

  /** Whether a rule or an ignored word has changed since: then nothing is known of any line. */
  function turned(now) {
    const old = version;
    version = now ?? version;
    if (old === null || old === version) {
      return false;
    }
    known = new WeakMap();
    read = new WeakMap();
    return true;
  }

  /** Who comes back to the page sees what others changed meanwhile. */
  async function askWhetherTurned() {
    if (document.visibilityState === 'visible' && version !== null && !going && isKazakh()) {
      const answers = await answered([]);
      if (answers && turned(answers.version)) {
        look();
      }
    }
  }

  function isCut() {
    let cut = fields().some(place => read.get(place)?.found === UNREAD && read.get(place).text === place.value);
    eachLine(view.state.doc, node => cut ||= known.get(node) === UNREAD);
    return cut;
  }

  /** By its block, kind and words, and which of several alike: a place that was counted before the last change would be another. */
  function goWhereWanted() {
    const [pointer, kind, word, which] = wanted;
    wanted = null;
    const block = Number(/^\/body\/content\/(\d+)$/.exec(pointer)?.[1] ?? NaN);
    const alike = findings().filter(finding => finding.kind === kind && finding.word === word
      && (finding.field ? pointer === pointerOf(finding.field) : view.state.doc.resolve(finding.from).index(0) === block));
    const finding = alike[Number(which) - 1] ?? alike[0] ?? findings().find(one => isRequired(one.kind));
    if (finding) {
      go(finding);
    }
  }

  /** A button holds where a finding stood when it was drawn; by now that may have gone. */
  const still = finding => found().find(one => one.field === finding.field && one.from === finding.from
    && one.word === finding.word && one.kind === finding.kind);

  function go(finding) {
    fieldHere = finding.field ? finding : null;
    if (finding.field) {
      view.dispatch(view.state.tr.setMeta(key, {here: null}));
      finding.field.focus();
      finding.field.setSelectionRange(finding.from, finding.to);
    } else {
      view.dispatch(view.state.tr.setMeta(key, {here: finding})
        .setSelection(TextSelection.create(view.state.doc, finding.from, finding.to)).scrollIntoView());
      view.focus();
    }
    render();
  }

  function step(by) {
    const all = findings();
    if (!all.length) {
      return;
    }
    let at = all.findIndex(isHere);
    if (at < 0) {
      const {from, to} = view.state.selection;
      const next = all.findIndex(finding => !finding.field && finding.from >= (by > 0 ? from : to));
      at = view.hasFocus() ? (next < 0 ? all.length : next) - (by > 0 ? 1 : 0) : by > 0 ? -1 : 0;
    }
    go(all[(at + by + all.length) % all.length]);
  }

  function put(tr, {from, to}, repair) {
    const marks = tr.doc.nodeAt(from)?.marks ?? [];
    return repair ? tr.replaceWith(from, to, view.state.schema.text(repair, marks)) : tr.delete(from, to);
  }

  function putInField({field: place, from, to}, repair) {
    place.value = place.value.slice(0, from) + repair + place.value.slice(to);
    place.dispatchEvent(new Event('input', {bubbles: true}));
  }

  function repair(finding, instead) {
    const now = still(finding);
    if (!now) {
      return;
    }
    const at = findings().indexOf(now);
    now.field ? putInField(now, instead) : view.dispatch(put(view.state.tr, now, instead));
    const next = now.field ? null : findings()[at];
    if (next) {
      go(next);
    }
    look();
  }

  /** From the end, so that places hold; of two findings at one place the later. */
  function repairAll() {
    const {tr} = view.state;
    const last = new Map();
    const inFields = [];
    findings().filter(isSure).sort((a, b) => b.to - a.to).forEach(finding => {
      if (finding.to <= (last.get(finding.field) ?? Infinity)) {
        last.set(finding.field, finding.from);
        finding.field ? inFields.push(finding) : put(tr, finding, finding.repairs[0]);
      }
    });
    if (tr.docChanged) {
      view.dispatch(tr);
    }
    // After the text: a caption in it changes the text itself.
    inFields.forEach(finding => putInField(finding, finding.repairs[0]));
    look();
  }

  /** Sends what changes how findings are seen, and reads the text anew. */
  async function tell(address, fields) {
    const body = new URLSearchParams({...signed(form), ...fields});
    const answer = await ask('POST', address, body.toString()).catch(() => null);
    if (answer?.ok) {
      known = new WeakMap();
      read = new WeakMap();
      version = null;
      look();
    }
    return Boolean(answer?.ok);
  }

  /** In the place of the line's buttons: what is typed is sent with Enter or the button; it stays if it is refused. */
  function askFor(item, label, typed, act) {
    const input = element('input', '');
    Object.assign(input, {type: 'text', ...typed});
    input.setAttribute('aria-label', label);
    const send = async () => {
      input.removeAttribute('aria-invalid');
      if (await act(input.value)) {
        input.blur();
      } else {
        input.setAttribute('aria-invalid', 'true');
        input.focus();
      }
    };
    input.addEventListener('keydown', event => {
      if (event.key === 'Enter') {
        event.preventDefault();
        send();
      } else if (event.key === 'Escape') {
        acts.replaceChildren(...before);
        before[0].focus();
      }
    });
    const acts = item.querySelector('.finding-acts');
    const before = [...acts.childNodes];
    acts.replaceChildren(input, button('button small', label, send));
    input.focus();
  }

  /** The word is shown to be brought into the form that a dictionary has. */
  const askToIgnore = (item, finding) => askFor(item, words.ignore, {maxLength: 64, value: finding.word.toLowerCase()},
    word => tell('/ignored-words', {word}));

  /** One press; where the desk requires the kind, a word of why. */
  function letStand(item, finding) {
    const send = reason => {
      const now = still(finding);
      if (!now) {
        return true;
      }
      const place = now.field ? null : view.state.doc.resolve(now.from);
      const line = place ? [textOf(place.parent), foreignOf(place.parent)] : [now.field.value, []];
      const start = place ? place.parentOffset : now.from;
      return tell(`/stories/${saved().story}/stets`,
        {passages: JSON.stringify([line]), start, end: start + now.to - now.from, kind: now.kind, reason});
    };
    if (isRequired(finding.kind)) {
      askFor(item, words.letStand, {maxLength: 300, value: '', placeholder: words.why}, reason => reason.trim() ? send(reason) : false);
    } else {
      send('');
    }
  }

  function quoted(finding) {
    const node = finding.field ? null : view.state.doc.resolve(finding.from);
    const text = node ? textOf(node.parent) : finding.field.value;
    const start = node ? node.parentOffset : finding.from;
    const end = start + finding.to - finding.from;
    const before = text.slice(0, start).split('\n').at(-1);
    const after = text.slice(end).split('\n')[0];
    const word = finding.word.length > 60 ? `${finding.word.slice(0, 60)}…` : finding.word;
    const mark = element('mark', '', shown(word));
    const quote = button('finding-go', (before.length > AROUND ? '…' : '') + before.slice(-AROUND), () => {
      const now = still(finding);
      if (now) {
        go(now);
      }
    });
    quote.append(mark, after.slice(0, AROUND) + (after.length > AROUND ? '…' : ''));
    quote.lang = 'kk';
    return quote;
  }

  function line(finding) {
    const item = element('li', `finding${isHere(finding) ? ' finding-here' : ''}`);
    const kind = element('span', `finding-kind finding-${finding.kind}`, words[finding.kind] ?? finding.kind);
    const must = isRequired(finding.kind) ? element('span', 'finding-must', words.must) : '';
    const where = finding.field ? element('span', 'finding-where', words[finding.field.dataset.where]) : '';
    const acts = element('div', 'finding-acts', ...finding.repairs.map((instead, n) => {
      const made = button('button small', instead ? shown(instead) : words.remove, () => repair(finding, instead));
      made.setAttribute('aria-label', instead ? `${words.repair}: ${instead}` : words.remove);
      if (n === 0) {
        made.setAttribute('aria-keyshortcuts', 'Alt+Enter');
      }
      return made;
    }));
    if (words.mayIgnore !== undefined && OF_A_WORD.includes(finding.kind) && WORD.test(finding.word)) {
      acts.append(button('button plain small', words.ignore, () => askToIgnore(item, finding)));
    }
    if (saved().story) {
      acts.append(button('button plain small', words.letStand, () => letStand(item, finding)));
    }
    item.append(element('p', 'finding-head', kind, must, where), quoted(finding), element('p', 'finding-text', finding.text), acts);
    return item;
  }

  let listed = null;
  let listedStood = null;

  /** Of each thing let stand one line, however often it stands. */
  function renderStood() {
    const lines = [...new Map(stood().map(finding => [finding.stet.id, finding])).values()];
    const now = JSON.stringify(lines.map(({stet, word}) => [stet, word]));
    if (now === listedStood) {
      return;
    }
    listedStood = now;
    part('stood').hidden = !lines.length;
    part('stood-sum').textContent = lines.length;
    part('stood-list').replaceChildren(...lines.map(finding => {
      const {id, by, reason} = finding.stet;
      return element('li', 'finding', quoted(finding),
        element('p', 'finding-text', `${words[finding.kind] ?? finding.kind} · ${by}${reason ? `: ${reason}` : ''}`),
        element('div', 'finding-acts', button('button plain small', words.markAgain, () => tell(`/stories/${saved().story}/stets/${id}/marking`, {}))));
    }));
  }

  /** A field shows no marks of its own: they lie under it, under the same words set the same way. */
  function drawFields() {
    fields().forEach(place => {
      const under = place.previousElementSibling;
      const text = isKazakh() ? place.value : '';
      const marks = text ? foundIn(place).filter(({stet}) => !stet) : [];
      const now = JSON.stringify(marks.length ? [text, marks.map(mark => [mark.from, mark.kind, isHere(mark)])] : []);
      if (under.dataset.drawn === now) {
        return;
      }
      under.dataset.drawn = now;
      let at = 0;
      const parts = marks.filter(mark => mark.from >= at && (at = mark.to)).flatMap((mark, n, all) => [
        text.slice(n ? all[n - 1].to : 0, mark.from),
        element('span', looks(mark, isHere(mark)), text.slice(mark.from, mark.to))]);
      under.replaceChildren(...parts, marks.length ? text.slice(at) : '');
    });
  }

  function render() {
    renderStood();
    drawFields();
    const all = findings();
    const sure = all.filter(isSure).length;
    part('sum').textContent = all.length;
    part('sum').hidden = !all.length;
    const told = state === 'away' ? words.away : state === 'reading' ? words.reading : isCut() ? words.tooLong : all.length ? '' : words.nothing;
    if (part('state').textContent !== told) {
      part('state').textContent = told;
    }
    part('acts').hidden = !all.length;
    part('all').hidden = !sure;
    part('all').textContent = repairAllWords.replace('#c', sure);
    const at = Math.max(0, all.findIndex(isHere));
    const from = Math.max(0, Math.min(at - LISTED / 2, all.length - LISTED));
    const places = fields();
    const now = JSON.stringify([from, saved().story, all.map(finding => [places.indexOf(finding.field), finding.from, finding.word, finding.kind, isHere(finding)])]);
    // What is being typed into the panel itself stays.
    if (now === listed || part('findings').contains(document.activeElement) && document.activeElement.tagName === 'INPUT') {
      return;
    }
    listed = now;
    const items = all.slice(from, from + LISTED).map(line);
    if (all.length > LISTED) {
      items.push(element('li', 'finding-more', words.more.replace('#c', all.length - LISTED)));
    }
    part('findings').replaceChildren(...items);
    const list = part('findings');
    const here = list.querySelector('.finding-here');
    if (here) {
      list.scrollTop = here.offsetTop - list.offsetTop - 40;
    }
  }

  const repairAllWords = part('all').textContent;
  panel.addEventListener('click', event => {
    const by = event.target.closest('[data-go]')?.dataset.go;
    if (by) {
      step(Number(by));
    }
  });
  part('all').addEventListener('click', repairAll);
  form.addEventListener('click', ({target}) => {
    if (target.matches('textarea[data-proofed]') && !panel.hidden) {
      const at = target.selectionStart;
      fieldHere = findings().find(({field: place, from, to}) => place === target && from <= at && at <= to) ?? null;
      view.dispatch(view.state.tr.setMeta(key, {here: null}));
      render();
    }
  });
  form.addEventListener('keydown', event => {
    if (panel.hidden || event.ctrlKey || event.metaKey) {
      return;
    }
    if (event.key === 'F8') {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Enter' && event.altKey) {
      const here = findings().find(isHere);
      if (here?.repairs.length) {
        event.preventDefault();
        repair(here, here.repairs[0]);
      }
    }
  });
  field('language')?.addEventListener('change', look);
  window.addEventListener('online', look);
  document.addEventListener('visibilitychange', askWhetherTurned);
  window.addEventListener('focus', askWhetherTurned);
  let drawnFor = key.getState(view.state);
  const watch = () => {
    const now = key.getState(view.state);
    if (now !== drawnFor) {
      drawnFor = now;
      fieldHere = now.here ? null : fieldHere;
      render();
    }
  };
  view.dom.addEventListener('mouseup', () => setTimeout(watch));
  panel.hidden = !isKazakh();
  look();
  let listing = 0;
  return () => {
    drawnFor = key.getState(view.state);
    drawFields();
    clearTimeout(listing);
    listing = setTimeout(render, LISTED_AFTER);
    changed();
  };
}
