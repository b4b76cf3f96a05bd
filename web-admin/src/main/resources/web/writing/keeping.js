// Nothing typed is lost: what stands in the window is kept on this device within seconds, and at the newsroom as soon as the
// line allows. It is no save: the story stays as it is, and what is found later is shown, never put back unseen.

const AT_ONCE = 800; // after the last key, on this device
const AT_MOST = 2500; // while keys go on, on this device
const SENT_AFTER = 2000; // after the last key, to the newsroom
const SENT_AT_MOST = 7000; // while keys go on, to the newsroom
const TRIED_AGAIN = [3000, 6000, 12000, 30000];
const ANSWERED_WITHIN = 10_000; // else the line hangs: it is tried again, and the page says so
const KEPT_ALIVE = 60_000; // bytes that a browser still sends when the page is closed

/** Texts on this device, by person, story and window. */
const store = new Promise(resolve => {
  try {
    const opening = indexedDB.open('qalam-unsaved', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('texts', {keyPath: ['person', 'place', 'window']});
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => resolve(null);
  } catch {
    resolve(null);
  }
});

async function inStore(mode, act) {
  const database = await store;
  if (!database) {
    throw new Error('no store');
  }
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('texts', mode, {durability: 'strict'});
    const request = act(transaction.objectStore('texts'));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

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
  let sent = {at: 0, timer: 0, tries: 0, going: null};
  let paused = null;
  let ended = false;
  let takenOut = false;

  const place = () => document.getElementById('bar')?.dataset.place ?? '';
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
    counter++;
    field('counter').value = counter;
  }

  async function keepHere() {
    here.at = Date.now();
    if (takenOut) {
      return;
    }
    if (!isDirty()) {
      return settled();
    }
    step();
    const kept = text();
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
    step();
    const kept = text();
    const begun = changedAt;
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
      counter = 0;
    }
    say(paused ?? away());
    sent.timer = setTimeout(send, TRIED_AGAIN[Math.min(sent.tries++, TRIED_AGAIN.length - 1)]);
    keepHere();
  }

  const away = () => sent.because === 'late' ? 'late' : 'here';

  /** What is typed is what is saved: nothing is left to be kept. */
  function settled() {
    clearTimeout(here.timer);
    clearTimeout(sent.timer);
    changedAt = 0;
    sent.tries = 0;
    paused = null;
    say(null);
    forget(text());
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

  async function forget({window: id, place: where, counter: upTo}) {
    try {
      const kept = await inStore('readonly', texts => texts.get([person, where, id]));
      if (kept && kept.counter <= upTo) {
        await inStore('readwrite', texts => texts.delete([person, where, id]));
      }
    } catch {
      // It would be offered once more, and be found to say nothing new.
    }
  }

  /** What other windows left on this device when the line was down goes to the newsroom, which then shows it. */
  async function handOver() {
    let all = [];
    try {
      all = await inStore('readonly', texts => texts.getAll(IDBKeyRange.bound([person, place()], [person, place(), []])));
    } catch {
      return;
    }
    let found = false;
    for (const kept of all.filter(one => one.window !== windowId())) {
      const {answer} = await post(form, kept);
      if (['kept', 'elsewhere', 'taken-out'].includes(answer)) {
        found ||= answer === 'kept';
        forget(kept);
      }
    }
    if (found) {
      const shown = await ask('GET', `${place()}/working-texts`).catch(() => null);
      if (shown?.ok) {
        document.querySelector('[data-left]')?.replaceWith(part(await shown.text(), '[data-left]'));
      }
    }
  }

  window.addEventListener('online', () => {
    sent.tries = 0;
    send();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && isDirty() && !ended && !takenOut) {
      keepHere();
      const body = encoded(form, text());
      if (changedAt && body.length < KEPT_ALIVE) {
        ask('POST', `${place()}/working-text`, body, true).catch(() => {});
      }
    }
  });
  handOver();
  if (isDirty()) {
    changed();
  }

  return {
    changed,
    settled,
    /** Waits until the newsroom has what stands here; resolves even where it cannot. */
    async now() {
      await sent.going;
      await keepHere();
      await send();
    },
    end() {
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

const encoded = (form, kept) => {
  const body = new URLSearchParams(kept.fields.filter(([name]) => !['window', 'counter'].includes(name)));
  body.set('form-token', form.elements.namedItem('form-token').value);
  body.set('window', kept.window);
  body.set('counter', kept.counter);
  return body.toString();
};

export const ask = (method, address, body, keepalive = false) => fetch(address, {
  method, body, keepalive, redirect: 'error', signal: AbortSignal.timeout(ANSWERED_WITHIN),
  headers: {'HX-Request': 'true', ...(body !== undefined && {'Content-Type': 'application/x-www-form-urlencoded'})},
});

/** The element of a fragment that the newsroom rendered. */
export const part = (html, selector) => new DOMParser().parseFromString(html, 'text/html').querySelector(selector);

async function post(form, kept) {
  try {
    const given = await ask('POST', `${kept.place}/working-text`, encoded(form, kept));
    const {ok, status} = given;
    if (ok) {
      return {answer: 'kept'};
    }
    // Of a refusal the page says why, in the writer's language: the line under its title
    const page = status === 422 || status === 409 ? await given.text() : '';
    const because = part(page, 'p[data-mishap]')?.textContent.trim() ?? '';
    if (part(page, '[data-mishap="redacted"]')) {
      return {because, answer: 'taken-out'};
    }
    return {because, answer: {401: 'logged-out', 499: 'logged-out', 403: 'forbidden', 404: 'forbidden', 409: 'elsewhere', 400: 'logged-out', 413: 'refused', 422: 'refused'}[status] ?? 'away'};
  } catch (failure) {
    return {answer: 'away', because: failure.name === 'TimeoutError' ? 'late' : ''};
  }
}
