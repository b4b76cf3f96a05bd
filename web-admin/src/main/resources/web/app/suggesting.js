// A field in which the name of something known is typed offers what begins so: arrows to choose, Enter to take, Escape to
// leave it. Of several names, set apart by commas, the one at the caret is completed. Without this script it is a plain field.

const AFTER = 150; // after the last key

let number = 0;

function suggest(field) {
  const several = field.dataset.several !== undefined;
  const list = document.createElement('ul');
  list.id = `suggested-${++number}`;
  list.className = 'suggested';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', field.labels[0]?.textContent ?? '');
  list.hidden = true;
  const around = document.createElement('div');
  around.className = 'suggesting';
  field.replaceWith(around);
  around.append(field, list);
  const attributes = {role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id, autocomplete: 'off'};
  Object.entries(attributes).forEach(([name, value]) => field.setAttribute(name, value));

  let timer = 0;
  let asked = '';
  let at = -1;

  /** Where the name begins and ends that is being typed. */
  const place = () => {
    if (!several) {
      return [0, field.value.length];
    }
    const caret = field.selectionStart;
    const end = field.value.indexOf(',', caret);
    return [field.value.lastIndexOf(',', caret - 1) + 1, end < 0 ? field.value.length : end];
  };
  const typed = () => field.value.slice(...place()).trim();
  const others = () => {
    const [from, to] = place();
    return `${field.value.slice(0, from)},${field.value.slice(to)}`.split(',').map(name => name.trim().toLowerCase());
  };

  function close() {
    list.hidden = true;
    list.replaceChildren();
    at = -1;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  }

  function show(names) {
    const taken = several ? others() : [];
    const free = names.filter(({name}) => !taken.includes(name.toLowerCase()));
    list.replaceChildren(...free.map(({name, stories}, n) => {
      const option = document.createElement('li');
      option.id = `${list.id}-${n}`;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.dataset.name = name;
      const called = document.createElement('span');
      called.lang = 'kk';
      called.textContent = name;
      const many = document.createElement('span');
      many.className = 'small quiet';
      many.textContent = (field.dataset.stories ?? '').replace('#c', stories.toLocaleString(document.documentElement.lang));
      option.append(called, many);
      return option;
    }));
    at = -1;
    list.hidden = free.length === 0;
    field.setAttribute('aria-expanded', String(!list.hidden));
    field.removeAttribute('aria-activedescendant');
  }

  function go(to) {
    at = (to + list.children.length) % list.children.length;
    [...list.children].forEach((option, n) => option.setAttribute('aria-selected', String(n === at)));
    field.setAttribute('aria-activedescendant', list.children[at].id);
    list.children[at].scrollIntoView({block: 'nearest'});
  }

  function take(name) {
    const [from, to] = place();
    const before = field.value.slice(0, from);
    const after = field.value.slice(to).replace(/^[,\s]+/, '');
    const start = several && before ? `${before.trimEnd()} ${name}` : name;
    field.value = several ? `${start}, ${after}` : start;
    const caret = several ? start.length + 2 : start.length;
    field.setSelectionRange(caret, caret);
    close();
    field.dispatchEvent(new Event('input', {bubbles: true}));
    field.dispatchEvent(new Event('change', {bubbles: true}));
    clearTimeout(timer);
  }

  async function look() {
    const words = typed();
    asked = words;
    if (!words) {
      close();
      return;
    }
    try {
      const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(words)}`, {headers: {'HX-Request': 'true'}, redirect: 'error'});
      const names = answer.ok ? await answer.json() : [];
      if (asked === typed() && document.activeElement === field) {
        show(names);
      }
    } catch {
      close();
    }
  }

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(look, AFTER);
  });
  field.addEventListener('keydown', event => {
    if (list.hidden) {
      if (event.key === 'ArrowDown' && typed()) {
        event.preventDefault();
        look();
      }
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      go(event.key === 'ArrowDown' ? at + 1 : Math.max(at, 0) - 1);
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      take(list.children[at].dataset.name);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  field.addEventListener('blur', close);
  list.addEventListener('pointerdown', event => event.preventDefault());
  list.addEventListener('click', event => {
    const option = event.target.closest('[role=option]');
    if (option) {
      take(option.dataset.name);
    }
  });
}

document.querySelectorAll('input[data-suggest]').forEach(suggest);
document.addEventListener('htmx:load', event => event.detail.elt.querySelectorAll?.('input[data-suggest]:not([role])').forEach(suggest));
