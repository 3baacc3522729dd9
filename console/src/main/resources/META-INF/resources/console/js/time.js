/// instants -> text: UTC on the page, the reader's own zone when pointed at.

import { el } from './dom.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UTC = { timeZone: 'UTC', hourCycle: 'h23' };
const CLOCK = new Intl.DateTimeFormat('en-GB', { ...UTC, hour: '2-digit', minute: '2-digit', second: '2-digit' });
const DATE = new Intl.DateTimeFormat('en-GB', { ...UTC, day: 'numeric', month: 'short' });
const HERE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'long' });
const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "18:10:52 UTC" today, "29 Nov 18:10:52 UTC" else. */
export function instant(text, now = Date.now()) {
  const at = Date.parse(text);
  const isToday = DATE.format(at) === DATE.format(now);
  return el('time', { datetime: text, title: here(at) + ' · ' + text }, (isToday ? '' : DATE.format(at) + ' ') + CLOCK.format(at) + ' UTC');
}

function here(at) {
  return HERE.format(at) + ' (' + ZONE + ')';
}

/** "1 Dec": where a period begins or ends, with the instant when pointed at. */
export function day(text) {
  const at = Date.parse(text);
  return el('time', { datetime: text, title: text + ' · ' + here(at) }, DATE.format(at));
}

/** How long ago, with the instant when pointed at. */
export function ago(text, now = Date.now()) {
  const at = Date.parse(text);
  return el('time', { datetime: text, title: text + ' · ' + here(at) }, duration(Math.max(0, now - at)));
}

/** "40 s", "12 min", "3 h 5 min", "5 d 2 h". */
export function duration(millis) {
  if (millis < MINUTE) {
    return Math.floor(millis / 1000) + ' s';
  }
  if (millis < HOUR) {
    return Math.floor(millis / MINUTE) + ' min';
  }
  return millis < DAY ? two(millis, HOUR, 'h', MINUTE, 'min') : two(millis, DAY, 'd', HOUR, 'h');
}

function two(millis, large, largeName, small, smallName) {
  const rest = Math.floor((millis % large) / small);
  return Math.floor(millis / large) + ' ' + largeName + (rest === 0 ? '' : ' ' + rest + ' ' + smallName);
}

/** Hours as the answers count them: "1.08" -> "1 h 4 min"; years are not told by the hour. */
export function hours(count) {
  return count > 24 * 365 ? 'more than a year' : duration(count * HOUR);
}

/** "18:10" or, of days, "29 Nov": where a bar of a chart begins. */
export function tick(millis, isDay) {
  return isDay ? DATE.format(millis) : CLOCK.format(millis).slice(0, 5);
}
