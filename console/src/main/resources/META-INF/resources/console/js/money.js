/// exact amounts as the services write them -> text. Sums are theirs; nothing here adds money up.

import { el } from './dom.js';

const SHARE_PARTS = 100_000n;

/** "1234.565" -> "$1,234.56", half to even; what is less than a cent keeps its first two digits. */
export function dollars(usd, digits = 2) {
  const { negative, whole, fraction } = partsOf(usd);
  const isSmall = /^0*$/.test(whole) && /^00/.test(fraction) && /[1-9]/.test(fraction);
  const places = isSmall ? fraction.search(/[1-9]/) + 2 : digits;
  const full = rounded(whole, fraction, places);
  const text = isSmall ? full.replace(/0+$/, '') : full;
  const isZero = !/[1-9]/.test(text);
  return (negative && !isZero ? '−$' : '$') + grouped(text);
}

function partsOf(usd) {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(usd));
  if (!found) {
    throw new TypeError('no amount: ' + usd);
  }
  return { negative: found[1] === '-', whole: found[2], fraction: found[3] ?? '' };
}

function rounded(whole, fraction, places) {
  const kept = BigInt(whole + fraction.padEnd(places, '0').slice(0, places));
  const rest = fraction.slice(places);
  const half = '5'.padEnd(rest.length, '0');
  const up = rest !== '' && (rest > half || (rest === half && kept % 2n === 1n));
  const digits = String(up ? kept + 1n : kept).padStart(places + 1, '0');
  return places === 0 ? digits : digits.slice(0, -places) + '.' + digits.slice(-places);
}

function grouped(text) {
  const [whole, fraction] = text.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? groups : groups + '.' + fraction;
}

/** An amount of the answers; the exact one shows when pointed at. */
export function money(amount) {
  return el('span', { class: 'money', title: dollars(amount.usd, 9) + ' · ' + amount.units + ' units' }, dollars(amount.usd));
}

/** Dollars per hour, which the answers write as text. */
export function rate(usd, unit = '/h') {
  return el('span', { class: 'money', title: '$' + usd + unit }, dollars(usd) + unit);
}

/** GPU-hours of the answers: "44.245123" -> "44.25", the exact ones when pointed at. */
export function gpuHours(time) {
  return el('span', { class: 'money', title: time.hours + ' h' }, dollars(time.hours).slice(1));
}

/** "4.0531 x" -> "4.05 x", "$138.5555556/h" -> "$138.56/h": a measure to two decimals, the rest as it is. */
export function short(text) {
  return text.replace(/\d+\.\d{3,}/, number => dollars(number).slice(1));
}

/** How much one amount is of another, from -1 to 1 and beyond: for the length of bars only. */
export function proportion(part, whole) {
  return whole === 0n ? 0 : Number((part * SHARE_PARTS) / whole) / Number(SHARE_PARTS);
}

export function units(amount) {
  return BigInt(amount.units);
}

/** 0.61212 -> "61.2 %". Shares are no money. */
export function percent(share, digits = 1) {
  return (share * 100).toFixed(digits) + ' %';
}
