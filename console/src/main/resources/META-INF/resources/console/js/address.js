/// a view and its parameters <-> the address, so that every view can be linked.

/** "#/explain?owner=interns" -> {view, params}. */
export function read(hash) {
  const [view, query] = hash.replace(/^#\/?/, '').split('?', 2);
  return { view, params: Object.fromEntries(new URLSearchParams(query ?? '')) };
}

/** What is empty or absent is left out. */
export function to(view, params = {}) {
  const given = Object.entries(params).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return '#/' + view + (given.length === 0 ? '' : '?' + new URLSearchParams(given));
}
