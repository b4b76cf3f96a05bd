// Nothing that is written goes in silence. A field takes all that is put into it, be it more than the newsroom accepts: a
// browser would cut off what is pasted, and swallow what is typed past the end. And a form that takes the page along with it
// is held back once where something else stands written on it.

document.addEventListener('beforeinput', ({target}) => {
  if (target.maxLength >= 0) {
    target.dataset.most = target.maxLength;
    target.removeAttribute('maxlength');
  }
});

const tooLong = new WeakMap();

document.addEventListener('input', ({target: field}) => {
  const most = Number(field.dataset.most ?? field.maxLength ?? -1);
  if (most < 0) {
    return;
  }
  // With its limit back, the browser keeps the form from being sent, and names the field
  field.maxLength = most;
  const over = field.value.length - most;
  let told = tooLong.get(field);
  if (over <= 0) {
    tooLong.delete(field);
    told?.remove();
    told && field.removeAttribute('aria-invalid');
    return;
  }
  if (!told?.isConnected) {
    told = document.querySelector('template[data-field-says="too-long"]').content.firstElementChild.cloneNode(true);
    const words = told.querySelector('[data-said]');
    words.textContent = words.textContent.replace('#m', most);
    field.closest('.field, .question, figure, form').append(told);
    field.setAttribute('aria-invalid', 'true');
    tooLong.set(field, told);
  }
  told.querySelector('[data-over]').textContent = `+${over}`;
});

/** What stands written in another form than this; the writing page keeps its own. */
const elsewhere = form => [...document.querySelectorAll('form[method="post"]:not([data-writing]) textarea')]
  .find(field => field.form !== form && field.value.trim() && field.value !== field.defaultValue);

window.addEventListener('submit', event => {
  const {target: form, submitter} = event;
  const left = form.method === 'post' && !form.matches('[hx-post]') && !submitter?.hasAttribute('hx-post') && elsewhere(form);
  if (left && form.dataset.heldFor !== left.value) {
    form.dataset.heldFor = left.value;
    event.preventDefault();
    event.stopImmediatePropagation();
    form.dispatchEvent(new CustomEvent('says', {bubbles: true, detail: {what: 'unsent'}}));
    form.querySelector('[data-held-back] a').href = `#${left.id}`;
  }
}, true);
