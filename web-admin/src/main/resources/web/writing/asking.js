// What the writing page's scripts ask the newsroom.

const ANSWERED_WITHIN = 10_000; // else the line hangs: it is tried again, and the page says so

export const ask = (method, address, body, keepalive = false) => fetch(address, {
  method, body, keepalive, redirect: 'error', signal: AbortSignal.timeout(ANSWERED_WITHIN),
  headers: {'HX-Request': 'true', ...(body !== undefined && {'Content-Type': 'application/x-www-form-urlencoded'})},
});

/** The element of a fragment that the newsroom rendered. */
export const part = (html, selector) => new DOMParser().parseFromString(html, 'text/html').querySelector(selector);

/** What each form of a page is known by: its token, and for whom the page was shown. */
export const signed = form => Object.fromEntries(
  ['form-token', 'form-person'].map(name => [name, form.elements.namedItem(name).value]));

/** A kept text as a form sends it. */
export function encoded(form, {person, window, counter, fields}) {
  const body = new URLSearchParams(fields);
  Object.entries({...signed(form), 'form-person': person, window, counter}).forEach(([name, value]) => body.set(name, value));
  return body.toString();
}

/** Sends what is kept of a window: what became of it, and why. */
export async function post(form, kept) {
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
