/// rows of windows -> bars over time, one colour for each of the largest groups.

import { el, svg } from './dom.js';
import { dollars, proportion, units } from './money.js';
import { tick } from './time.js';

const WIDTH_MIN = 300;
const HEIGHT = 220;
const LEFT = 64;
const BOTTOM = 24;
const TOP = 8;
const COLOURS = 6;
const TICK_WIDTH = 80;
/** The part of the axis that a label needs to its right. */
const TICK_ROOM = 0.04;
const DAY = 86_400_000;
const HOUR = 3_600_000;
const STEPS = [300_000, 600_000, 900_000, 1_800_000, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 5 * DAY, 7 * DAY];
const WINDOW = { '1m': 60_000, '1h': HOUR, '1d': DAY };

/**
 * @param answer of /v1/costs, grouped by one dimension and in windows
 * @param dearest the names of the groups, the dearest first; those beyond the colours are drawn as one
 * @param room how wide it may be, in pixels
 */
export function bars(answer, dimension, window, dearest, room) {
  const width = Math.max(WIDTH_MIN, room);
  // in the order of the alphabet, so that a group keeps its colour while others overtake it
  const groups = [...dearest.slice(0, COLOURS).sort(), ...dearest.slice(COLOURS)];
  const span = { from: Date.parse(answer.from), until: Date.parse(answer.until) };
  const stacks = stacked(answer.rows, dimension, groups);
  const top = stacks.reduce((most, stack) => stack.sum > most ? stack.sum : most, 1n);
  const x = millis => LEFT + ((millis - span.from) / (span.until - span.from)) * (width - LEFT);
  const y = sum => (HEIGHT - BOTTOM) - proportion(sum, top) * (HEIGHT - BOTTOM - TOP);
  return el('figure', { key: 'chart' },
    svg('svg', { viewBox: '0 0 ' + width + ' ' + HEIGHT, class: 'chart', role: 'img', 'aria-label': 'Cost per window by ' + dimension + '; the same in the table below' },
      grid(top, y, width), axis(span, x, width), stacks.flatMap(stack => column(stack, window, x, y))),
    legend(groups));
}

function stacked(rows, dimension, groups) {
  const stacks = new Map();
  for (const row of rows) {
    const stack = stacks.get(row.from) ?? { from: Date.parse(row.from), until: Date.parse(row.until), sum: 0n, parts: [] };
    const amount = units(row.cost);
    if (amount > 0n) {
      stack.parts.push({ name: row.group[dimension], place: groups.indexOf(row.group[dimension]), cost: row.cost, amount });
      stack.sum += amount;
    }
    stacks.set(row.from, stack);
  }
  stacks.forEach(stack => stack.parts.sort((one, other) => one.place - other.place));
  return [...stacks.values()];
}

function column(stack, window, x, y) {
  const left = Math.max(LEFT, x(stack.from));
  const right = x(Math.min(stack.from + WINDOW[window], stack.until));
  let below = 0n;
  return stack.parts.map(part => {
    const bottom = y(below);
    below += part.amount;
    return svg('rect', { x: left.toFixed(1), width: Math.max(1, right - left - 1).toFixed(1), y: y(below).toFixed(1), height: Math.max(0, bottom - y(below)).toFixed(1), class: colourOf(part.place) },
      svg('title', {}, (part.name || 'without') + ' · ' + tick(stack.from, window === '1d') + ' · ' + dollars(part.cost.usd)));
  });
}

function grid(top, y, width) {
  return [0n, 1n, 2n].map(step => {
    const sum = (top * step) / 2n;
    return [svg('line', { x1: LEFT, x2: width, y1: y(sum), y2: y(sum), class: 'grid' }),
      svg('text', { x: LEFT - 8, y: y(sum) + 4, class: 'label end' }, dollars(usdOf(sum)))];
  });
}

/** Units are nano-dollar-milliseconds per hour: 3.6e15 to the dollar. Only the axis needs it the other way. */
function usdOf(sum) {
  const nanos = String(sum / 3_600_000n).padStart(10, '0');
  return nanos.slice(0, -9) + '.' + nanos.slice(-9);
}

function axis(span, x, width) {
  const ticksMax = Math.max(1, Math.floor((width - LEFT) / TICK_WIDTH));
  const step = STEPS.find(one => (span.until - span.from) / one <= ticksMax) ?? STEPS.at(-1);
  const first = Math.ceil(span.from / step) * step;
  const count = Math.max(0, Math.floor((span.until - TICK_ROOM * (span.until - span.from) - first) / step) + 1);
  return Array.from({ length: count }, (_, i) => {
    const at = first + i * step;
    return svg('text', { x: x(at).toFixed(1), y: HEIGHT - 6, class: 'label' }, tick(at, span.until - span.from > 2 * DAY));
  });
}

function colourOf(place) {
  return 'colour' + (place < 0 || place >= COLOURS ? 'rest' : place);
}

function legend(groups) {
  const named = groups.slice(0, COLOURS);
  return el('figcaption', {}, named.map((name, i) => [svg('svg', { class: 'swatch', 'aria-hidden': 'true' }, svg('rect', { width: '100%', height: '100%', rx: 2, class: colourOf(i) })), el('span', {}, name || 'without')]),
    groups.length > COLOURS ? [svg('svg', { class: 'swatch', 'aria-hidden': 'true' }, svg('rect', { width: '100%', height: '100%', rx: 2, class: colourOf(-1) })), el('span', {}, 'all others')] : null);
}
