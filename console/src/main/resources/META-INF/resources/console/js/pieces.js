/// what views are put together from: sections, tables, tiles, pills, bars.

import { el, svg } from './dom.js';
import { instant } from './time.js';

/**
 * A titled part of a view that rests on one answer. While the answer fails, the last one stays, with since when.
 *
 * @param source {value, at, error} as the frame keeps it
 * @param body value -> what is shown
 */
export function section(title, source, body, ...aside) {
  return el('section', { class: 'card', key: title, 'aria-label': title },
    el('div', { class: 'head' }, el('h2', {}, title), aside),
    notice(source),
    contents(source, body));
}

function contents(source, body) {
  if (source?.value !== undefined) {
    return understood(() => body(source.value));
  }
  return source?.error ? null : el('p', { class: 'soft' }, 'asking …');
}

/** One part that cannot be drawn leaves the others. */
export function understood(draw) {
  try {
    return draw();
  } catch (e) {
    console.error(e);
    return el('p', { class: 'stale', role: 'alert' }, 'The answer was not understood: ' + e.message);
  }
}

/** Why an answer is old, missing or not whole. */
export function notice(source) {
  const gap = source?.value?.incomplete;
  return [
    source?.error && el('p', { class: 'stale', role: 'alert' }, source.error,
      source.at ? ['. Shown as of ', instant(new Date(source.at).toISOString())] : '.'),
    gap && el('p', { class: 'stale', role: 'alert' }, 'Not whole: ', gap.reason ?? 'an instance does not answer', '.'),
  ];
}

/** Columns are {name, of: row -> cell, number: whether it stands to the right}. */
export function table(caption, columns, rows, keyOf) {
  const cell = (column, row) => el('td', { class: column.number ? 'number' : null, 'data-name': column.name }, column.of(row));
  return el('div', { class: 'scroll' }, el('table', {},
    el('caption', {}, caption),
    el('thead', {}, el('tr', {}, columns.map(column => el('th', { scope: 'col', class: column.number ? 'number' : null }, column.name)))),
    el('tbody', {}, rows.map(row => el('tr', { key: keyOf(row) }, columns.map(column => cell(column, row)))))));
}

/** One number with its name; loud where somebody should look. */
export function tile(name, value, detail, mood) {
  return el('div', { class: 'tile' + (mood ? ' ' + mood : ''), key: name },
    el('span', { class: 'name' }, name), el('strong', {}, value), detail && el('span', { class: 'soft' }, detail));
}

export function tiles(...list) {
  return el('div', { class: 'tiles', key: 'tiles' }, list.filter(Boolean));
}

/** A word that stands out: page, ticket, ok, quiet. */
export function pill(mood, text, title) {
  return el('span', { class: 'pill ' + mood, title }, text);
}

/** A bar from 0 to 1, with marks on it; what it says stands beside it as text. */
export function bar(part, mood, marks = []) {
  const x = share => (Math.max(0, Math.min(1, share)) * 100).toFixed(2) + '%';
  return svg('svg', { class: 'bar ' + (mood ?? ''), 'aria-hidden': 'true' },
    svg('rect', { class: 'track', width: '100%', height: '100%', rx: 3 }),
    svg('rect', { class: 'part', width: x(part), height: '100%', rx: 3 }),
    marks.map(mark => svg('rect', { class: mark.kind, x: x(mark.from), width: x(mark.to - mark.from), height: '100%' })));
}

export function link(href, ...text) {
  return el('a', { href }, text);
}

export function nothing(text) {
  return el('p', { class: 'soft' }, text);
}

/** Names the choices of one parameter of the address. */
export function choice(name, chosen, options, addressOf) {
  return el('div', { class: 'choice', role: 'group', 'aria-label': name, key: 'choice ' + name },
    options.map(option => el('a', { href: addressOf(option.value), 'aria-current': option.value === chosen ? 'true' : null }, option.text)));
}
