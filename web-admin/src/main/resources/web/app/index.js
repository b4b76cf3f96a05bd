import './desk.css';
import 'htmx.org';
import './notes.js';
import './suggesting.js';

document.documentElement.classList.add('script');

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

// The log-in ran out while a list was being narrowed or lengthened: the whole page goes to log in, and comes back.
document.addEventListener('htmx:responseError', event => {
  if (event.detail.xhr.status === 499 && event.detail.requestConfig.verb === 'get') {
    location.reload();
  }
});
