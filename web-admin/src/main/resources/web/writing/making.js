// Elements that scripts put on the page.

/** @param attributes by their names, or the class alone */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes.trim ? {class: attributes} : attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

/** A button that submits nothing. */
export function button(className, text, act) {
  const made = element('button', {type: 'button', class: className}, text);
  made.addEventListener('click', act);
  return made;
}
