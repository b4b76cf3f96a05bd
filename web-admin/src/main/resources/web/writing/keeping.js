// Nothing typed is lost: what stands in the window is kept on this device within seconds, and at the newsroom as soon as the
// line allows. It is no save: the story stays as it is, and what is found later is shown, never put back unseen.

import {ask, encoded, post, signed} from './asking.js';
import {forget, inStore} from './store.js';

const AT_ONCE = 800; // after the last key, on this device
const AT_MOST = 2500; // while keys go on, on this device
const SENT_AFTER = 2000; // after the last key, to the newsroom
const SENT_AT_MOST = 7000; // while keys go on, to the newsroom
const TRIED_AGAIN = [3000, 6000, 12000, 30000];
const KEPT_ALIVE = 60_000; // bytes that a browser still sends when the page is closed

/**
 * @param form the writing page's form
 * @param fields what a save would send, as [name, value]
 * @param isDirty whether there is anything that is not saved
 */
export function keep(form, fields, isDirty) {
  const field = name => form.elements.namedItem(name);
  const person = form.dataset.person;
  let counter = Number(field('counter').value);
  let changedAt = 0;
  let here = {at: 0, timer: 0};
  let sent = {at: 0, timer: 0, tries: 0, going: null, there: 0};
  let paused = null;
  let ended = false;
  let takenOut = false;

  // The form's own: what was typed last is kept also when another page has taken the form's place
  const place = () => form.querySelector('#bar')?.dataset.place ?? '';
  const windowId = () => field('window').value;

  const text = () => {
    const held = fields().filter(([name]) => name !== 'form-token');
    return {person, place: place(), window: windowId(), counter, at: Date.now(), fields: held};
  };

  /** Called at every change, as cheap as can be: what is kept is gathered when it is kept. */
  function changed() {
    const now = Date.now();
    if (!changedAt) {
      here.at = sent.at = now;
    }
    changedAt = now;
    if (takenOut) {
      return say('taken-out');
    }
    say('typing');
    clearTimeout(here.timer);
    here.timer = setTimeout(keepHere, Math.max(0, Math.min(AT_ONCE, here.at + AT_MOST - now)));
    if (!sent.going && !sent.tries) {
      clearTimeout(sent.timer);
      sent.timer = setTimeout(send, Math.max(0, Math.min(SENT_AFTER, sent.at + SENT_AT_MOST - now)));
    }
  }

  function step() {
    field('counter').value = ++counter;
  }

  async function keepHere() {
    here.at = Date.now();
    if (ended || takenOut || !changedAt) {
      return;
    }
    if (!isDirty()) {
      return settled();
    }
    step();
    await put(text());
  }

  async function put(kept) {
    try {
      await inStore('readwrite', texts => texts.put(kept));
      if (sent.tries || paused) {
        say(paused ?? away());
      }
    } catch {
      if (sent.tries || paused) {
        say('nowhere');
      }
    }
  }

  async function send() {
    clearTimeout(sent.timer);
    if (ended || takenOut || sent.going) {
      return;
    }
    if (!isDirty()) {
      return settled();
    }
    if (!changedAt) {
      // The newsroom has it, or a save is just bringing it.
      sent.tries = 0;
      return;
    }
    step();
    const kept = text();
    const begun = changedAt;
    sent.there = counter;
    sent.going = post(form, kept);
    const {answer, because} = await sent.going;
    sent.going = null;
    sent.because = because;
    sent.at = Date.now();
    if (answer === 'kept') {
      sent.tries = 0;
      paused = null;
      forget(kept);
      if (changedAt === begun) {
        changedAt = 0;
        say(isDirty() ? 'kept' : null);
      } else {
        sent.timer = setTimeout(send, SENT_AFTER);
      }
      return;
    }
    if (answer === 'taken-out') {
      // A court had this text taken out: nothing that was made of it is kept again, here or there.
      takenOut = true;
      clearTimeout(here.timer);
      say('taken-out');
      return forget({...kept, counter: Infinity});
    }
    paused = answer === 'away' ? null : answer;
    if (answer === 'elsewhere') {
      // The other page keeps its window; this one goes on in a window of its own.
      field('window').value = newId();
      counter = sent.there = 0;
    }
    say(paused ?? away());
    sent.timer = setTimeout(send, TRIED_AGAIN[Math.min(sent.tries++, TRIED_AGAIN.length - 1)]);
    keepHere();
  }

  const away = () => sent.because === 'late' ? 'late' : 'here';

  function rest() {
    clearTimeout(here.timer);
    clearTimeout(sent.timer);
    changedAt = sent.tries = 0;
  }

  /**
   * What is typed is what is saved: nothing is left to be kept, here or at the newsroom.
   *
   * @param upTo how far the window's text had come that a save has cleared there
   */
  function settled(upTo = 0) {
    rest();
    paused = null;
    say(null);
    forget(text());
    if (sent.there <= upTo) {
      sent.there = 0;
    }
    if (sent.there && !sent.going && !ended) {
      drop();
    }
  }

  /** Has the newsroom drop the window's text up to here: one that is still on its way does not come back by it. */
  async function drop() {
    step();
    const body = new URLSearchParams({...signed(form), counter}).toString();
    sent.going = ask('POST', `${place()}/working-texts/${windowId()}/disposal`, body, true)
      .then(({status}) => status < 499, () => false);
    const isGone = await sent.going;
    sent.going = null;
    if (isGone) {
      sent.there = 0;
    }
    if (changedAt || !isGone) {
      sent.timer = setTimeout(send, isGone ? SENT_AFTER : TRIED_AGAIN.at(-1));
    }
  }

  function say(what) {
    form.dataset.keeping = what ?? '';
    const told = form.querySelector('.when-dirty');
    if (!told) {
      return;
    }
    const words = what && told.dataset['says' + what.replace(/(^|-)(\w)/g, (all, dash, letter) => letter.toUpperCase())];
    const at = new Date().toLocaleTimeString(document.documentElement.lang, {hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Asia/Almaty'});
    const line = (what === 'refused' || what === 'taken-out') && sent.because
      ? told.dataset.saysBecause.replace('#w', sent.because)
      : (words ?? told.dataset.saysDirty).replace('#t', at);
    if (told.textContent !== line) {
      told.textContent = line;
    }
  }

  window.addEventListener('online', () => {
    sent.tries = 0;
    send();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && !ended && !takenOut) {
      keepHere();
      const body = (changedAt || form.hasAttribute('data-saving')) && encoded(form, text());
      if (body && body.length < KEPT_ALIVE) {
        sent.there = counter;
        ask('POST', `${place()}/working-text`, body, true).catch(() => {});
      }
    }
  });
  if (isDirty()) {
    changed();
  }

  return {
    changed,
    /**
     * A save brings what stands here, and how far the window's text has come with it. Until it is known what became of it this
     * device has that very text, and nothing is kept again unless something is typed.
     */
    saving() {
      rest();
      step();
      here.saving = text();
      if (isDirty() && !takenOut) {
        put(here.saving);
      }
      return counter;
    },
    saved() {
      forget(here.saving);
      if (!isDirty()) {
        settled(here.saving.counter);
      }
    },
    /** Waits until the newsroom has what stands here; resolves even where it cannot. */
    async now() {
      await sent.going;
      await keepHere();
      await send();
    },
    end() {
      rest();
      ended = true;
    },
  };
}

/** A random id (version 4); browsers make one by themselves only where the line is encrypted. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = bytes[6] & 0x0f | 0x40;
  bytes[8] = bytes[8] & 0x3f | 0x80;
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
