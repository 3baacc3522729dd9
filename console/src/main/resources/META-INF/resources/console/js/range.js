/// a range by its name -> from, and the windows of its chart.

import { choice } from './pieces.js';
import { to } from './address.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MINUTE = 60_000;

const RANGES = {
  '1h': { text: '1 hour', window: '1m', from: now => floor(now - HOUR, MINUTE) },
  '24h': { text: '24 hours', window: '1h', from: now => floor(now - DAY, HOUR) },
  '7d': { text: '7 days', window: '1h', from: now => floor(now - 7 * DAY, HOUR) },
  month: { text: 'this month', window: '1d', from: monthOf },
  '30d': { text: '30 days', window: '1d', from: now => floor(now - 30 * DAY, DAY) },
};

function floor(millis, step) {
  return Math.floor(millis / step) * step;
}

function monthOf(now) {
  const at = new Date(now);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1);
}

/** Where the range begins, as the services read it; the end is ledger time. */
export function range(name, now = Date.now()) {
  const known = RANGES[name] ?? RANGES['24h'];
  return { from: new Date(known.from(now)).toISOString().replace('.000Z', 'Z'), window: known.window, text: known.text };
}

export function ranges(view, params, names) {
  return choice('Range', params.from ? null : params.range ?? '24h', names.map(name => ({ value: name, text: RANGES[name].text })),
    chosen => to(view, { ...params, range: chosen, from: null, to: null, offset: null }));
}
