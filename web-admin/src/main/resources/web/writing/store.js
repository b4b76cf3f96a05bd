// Texts on this device, by person, story and window.

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

export async function inStore(mode, act) {
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

/** Forgets a window's text, unless a newer one is kept meanwhile. */
export async function forget({person, place, window, counter}) {
  try {
    const kept = await inStore('readonly', texts => texts.get([person, place, window]));
    if (kept && kept.counter <= counter) {
      await inStore('readwrite', texts => texts.delete([person, place, window]));
    }
  } catch {
    // It would be offered once more, and be found to say nothing new.
  }
}
