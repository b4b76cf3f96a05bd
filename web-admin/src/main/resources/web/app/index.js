import './desk.css';
import 'htmx.org';
import './suggesting.js';

document.documentElement.classList.add('script');

if (document.querySelector('[data-notes]')) {
  import('./notes.js');
}
if (document.querySelector('[maxlength]')) {
  import('./written.js').catch(() => {});
}
if (document.querySelector('[data-device]')) {
  import('./kept.js');
}

// A menu closes when a person goes elsewhere or presses Escape.
document.addEventListener('click', event => {
  document.querySelectorAll('details.menu[open]').forEach(menu => menu.contains(event.target) || (menu.open = false));
});
document.addEventListener('keydown', event => {
  const menu = event.key === 'Escape' && document.querySelector('details.menu[open]');
  if (menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});

document.addEventListener('focusin', event => {
  document.querySelectorAll('details.menu[open]').forEach(menu => menu.contains(event.target) || (menu.open = false));
});

// Where the rooms do not fit beside each other, the one that a person is in stands in sight.
document.querySelectorAll('nav > [aria-current="page"]').forEach(here => {
  const rooms = here.parentElement;
  rooms.scrollLeft = here.offsetLeft - rooms.offsetLeft - (rooms.clientWidth - here.offsetWidth) / 2;
});

// Before a form with something written in it is let go, the newsroom is asked whether it would be received: a log-in that ran
// out, or a line that is down, must not take the words along. They stay in the form, which says so.
const says = (form, what, why = '') => {
  form.querySelector('[data-held-back]')?.remove();
  const notice = form.querySelector('[data-notice]');
  notice?.replaceChildren();
  const words = what && document.querySelector(`template[data-form-says="${what}"]`)?.content.firstElementChild.cloneNode(true);
  if (words) {
    words.dataset.heldBack = '';
    words.querySelector('[data-why]')?.append(why);
    (notice ?? form).prepend(words);
    words.scrollIntoView({block: 'nearest'});
  }
};
document.addEventListener('says', ({target, detail}) => says(target, detail.what, detail.why));
document.addEventListener('submit', async event => {
  const {target: form, submitter} = event;
  const isWritten = form.method === 'post' && !form.matches('[hx-post]') && !submitter?.hasAttribute('hx-post')
    && (form.matches('[data-writing]') || [...form.querySelectorAll('textarea')].some(field => field.value.trim()));
  if (!isWritten || form.dataset.sent !== undefined || event.defaultPrevented) {
    return;
  }
  if (form.dataset.received !== undefined) {
    delete form.dataset.received;
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  if (form.dataset.asking !== undefined) {
    return;
  }
  form.dataset.asking = '';
  let what = null;
  try {
    const {ok, status} = await fetch(`/door?person=${form.elements.namedItem('form-person')?.value ?? ''}`, {headers: {'HX-Request': 'true'}, redirect: 'error', cache: 'no-store', signal: AbortSignal.timeout(10_000)});
    what = ok ? null : [401, 499].includes(status) ? 'logged-out' : 'away';
  } catch {
    what = 'away';
  }
  delete form.dataset.asking;
  says(form, what);
  if (!what) {
    form.dataset.received = '';
    form.requestSubmit(submitter);
  }
}, true);

// A form is sent once, however often its button is pressed.
document.addEventListener('submit', event => {
  if (event.target.dataset.sent !== undefined) {
    event.preventDefault();
  }
  if (event.target.method === 'post') {
    event.target.dataset.sent = '';
  }
});
window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent));

// A line that hangs is given up, so that the page says so and the next press tries again; not while something still goes up.
document.addEventListener('htmx:beforeSend', ({detail: {xhr}}) => {
  const begun = Date.now();
  const wait = () => xhr.timeout = Date.now() - begun + 30_000;
  xhr.upload.addEventListener('progress', wait);
  wait();
});

// A list that is asked for and does not come says so beside what still stands there, and can be asked for again.
const listOf = event => event.detail.target?.closest?.('[aria-live], .sheet, main') ?? document.querySelector('main');
// What is tried is posted, so that no address has it; it is asked for all the same.
const tries = event => event.detail.elt?.matches('[data-tries]');
const isGet = event => event.detail.requestConfig?.verb === 'get';
const isList = event => (isGet(event) || tries(event)) && !event.detail.elt?.closest('[data-writing]');
document.addEventListener('htmx:beforeSwap', event => {
  if (tries(event) && event.detail.xhr.status === 422) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});
document.addEventListener('htmx:beforeRequest', event => isList(event) && listOf(event).setAttribute('aria-busy', 'true'));
document.addEventListener('htmx:afterRequest', event => {
  if (isList(event)) {
    document.querySelectorAll('[aria-busy]').forEach(busy => busy.matches('[data-writing] *') || busy.removeAttribute('aria-busy'));
    if (event.detail.successful) {
      document.querySelectorAll('[data-list-away]').forEach(told => told.remove());
    }
  }
});
for (const failure of ['htmx:responseError', 'htmx:sendError', 'htmx:timeout']) {
  document.addEventListener(failure, event => {
    const told = document.querySelector('template[data-list-says="away"]')?.content.firstElementChild.cloneNode(true);
    if (!isList(event) || (isGet(event) && event.detail.xhr?.status === 499) || !told) {
      return;
    }
    document.querySelectorAll('[data-list-away]').forEach(old => old.remove());
    told.dataset.listAway = '';
    const {elt} = event.detail;
    told.querySelector('button').addEventListener('click', () => elt.matches('form') ? elt.requestSubmit() : elt.click());
    listOf(event).prepend(told);
  });
}

// The log-in ran out while a list was being narrowed or lengthened: the whole page goes to log in, and comes back.
document.addEventListener('htmx:responseError', event => {
  if (event.detail.xhr.status === 499 && isGet(event)) {
    location.reload();
  }
});
