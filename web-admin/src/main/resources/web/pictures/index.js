// A picture's page: the focus and the frame are set by pointing; the numbers beside the picture are the same, for the
// keyboard and for a browser without script.

import './pictures.css';

const form = document.querySelector('form[data-describe]');
if (form) {
  cut(form, form.querySelector('[data-cut]'));
}

function cut(form, place) {
  const field = name => form.elements.namedItem(name);
  const value = name => Number(field(name).value) || 0;
  const mark = (name, className) => {
    const element = document.createElement('span');
    element.className = className;
    place.append(element);
    return element;
  };
  const frame = mark('frame', 'cut-frame');
  const focus = mark('focus', 'cut-focus');
  const show = () => {
    frame.style.left = `${value('frame-x')}%`;
    frame.style.top = `${value('frame-y')}%`;
    frame.style.width = `${value('frame-w')}%`;
    frame.style.height = `${value('frame-h')}%`;
    focus.style.left = `${value('focus-x')}%`;
    focus.style.top = `${value('focus-y')}%`;
  };
  const put = (name, number) => field(name).value = String(Math.round(number * 10) / 10);
  const at = event => {
    const box = place.getBoundingClientRect();
    const part = (point, start, size) => Math.max(0, Math.min(100, (point - start) / size * 100));
    return [part(event.clientX, box.left, box.width), part(event.clientY, box.top, box.height)];
  };
  let from = null;
  place.addEventListener('pointerdown', event => {
    event.preventDefault();
    place.setPointerCapture(event.pointerId);
    from = at(event);
  });
  // A press sets the focus, a pull draws the frame.
  place.addEventListener('pointermove', event => {
    if (!from) {
      return;
    }
    const to = at(event);
    const [w, h] = [Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])];
    if (w >= 5 && h >= 5) {
      put('frame-x', Math.min(from[0], to[0]));
      put('frame-y', Math.min(from[1], to[1]));
      put('frame-w', w);
      put('frame-h', h);
      put('focus-x', (from[0] + to[0]) / 2);
      put('focus-y', (from[1] + to[1]) / 2);
      show();
    }
  });
  place.addEventListener('pointerup', event => {
    const to = at(event);
    if (from && Math.hypot(to[0] - from[0], to[1] - from[1]) < 3) {
      put('focus-x', to[0]);
      put('focus-y', to[1]);
      show();
    }
    from = null;
  });
  form.addEventListener('input', show);
  show();
}
