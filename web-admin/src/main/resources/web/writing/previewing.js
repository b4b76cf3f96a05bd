// The text as readers would see it, beside the text: what stands in the form is posted into a frame that may run and fetch
// nothing. It is asked for, never renewed by itself: a frame that cannot be looked into would lose its place.

const DESKTOP = 1200; // CSS pixels of the window that is shown smaller

/** Shows it. Returns what to call when something has changed. */
export function previewing(form, opener, fields) {
  const panel = form.querySelector('[data-proof]');
  const frame = panel.querySelector('[data-proof-frame]');
  const page = frame.querySelector('iframe');
  const told = panel.querySelector('[data-changed]');
  const widths = [...panel.querySelectorAll('[data-proof-width]')];
  const scripts = [...panel.querySelectorAll('[data-proof-script]')];
  const language = form.elements.namedItem('language');
  let isDesktop = false;
  let script = 'CYRILLIC';

  /** What is Russian stands in Cyrillic alone. */
  const isKazakh = () => (language?.value ?? 'kk') === 'kk';
  const press = (buttons, chosen) => buttons.forEach(one => one.setAttribute('aria-pressed', String(one === chosen)));

  function fit() {
    const scale = isDesktop ? Math.min(1, frame.clientWidth / DESKTOP) : 1;
    page.style.cssText = isDesktop
      ? `width: ${DESKTOP}px; height: ${Math.round(frame.clientHeight / scale)}px; transform: scale(${scale});`
      : '';
  }
  new ResizeObserver(fit).observe(frame);

  function show() {
    panel.querySelector('[data-proof-scripts]').hidden = !isKazakh();
    const sent = document.createElement('form');
    Object.assign(sent, {method: 'post', action: '/unsaved-preview', target: page.name, hidden: true});
    sent.append(...[...fields(), ['script', isKazakh() ? script : 'CYRILLIC']].map(([name, value]) => {
      const field = document.createElement('input');
      Object.assign(field, {type: 'hidden', name, value});
      return field;
    }));
    document.body.append(sent);
    sent.submit();
    sent.remove();
    told.textContent = told.dataset.fresh;
    panel.removeAttribute('data-stale');
  }

  function open(isOpen) {
    panel.hidden = !isOpen;
    form.toggleAttribute('data-previewing', isOpen);
    opener.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) {
      fit();
      show();
      panel.querySelector('h2').focus({preventScroll: true});
      panel.scrollIntoView({block: 'nearest'});
    } else {
      opener.focus();
    }
  }

  opener.addEventListener('click', () => open(panel.hidden));
  panel.querySelector('[data-proof-close]').addEventListener('click', () => open(false));
  panel.querySelector('[data-proof-again]').addEventListener('click', show);
  widths.forEach(button => button.addEventListener('click', () => {
    isDesktop = button.dataset.proofWidth === 'desktop';
    press(widths, button);
    panel.classList.toggle('is-desktop', isDesktop);
    form.toggleAttribute('data-previewing-wide', isDesktop);
    fit();
  }));

  scripts.forEach(button => button.addEventListener('click', () => {
    script = button.dataset.proofScript;
    press(scripts, button);
    show();
  }));

  open(true);
  return () => {
    if (!panel.hidden) {
      told.textContent = told.dataset.changed;
      panel.setAttribute('data-stale', '');
    }
  };
}
