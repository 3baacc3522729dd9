/// an amount -> owners, pods and jobs, stretches of time, the observations behind them.

import { ledger } from '../api.js';
import { to } from '../address.js';
import { el } from '../dom.js';
import { money, percent, proportion, rate, units } from '../money.js';
import { bar, link, nothing, pill, section, table, tile, tiles } from '../pieces.js';
import { range, ranges } from '../range.js';
import { instant } from '../time.js';

const FIELDS = ['owner', 'project', 'account', 'pod', 'name', 'job', 'sku', 'from', 'to'];
const OTHERS = ['costCentre', 'provider', 'cluster', 'tier', 'component', 'use', 'priceSource', 'estimated', 'reconciled', 'asKnownAt'];
const PAGE = 25;

export const explain = {
  title: 'Explain',
  sources: params => ({
    answer: () => ledger.get('/v1/explain', { ...asked(params), limit: PAGE, offset: params.offset }),
  }),
  draw: (held, params) => [
    form(params),
    section('What it was spent on', held.answer, answer => [summary(answer), owners(answer, params), parts(answer), pages(answer, params)]),
  ],
};

function asked(params) {
  const known = Object.fromEntries([...FIELDS, ...OTHERS].filter(name => params[name] !== undefined).map(name => [name, params[name]]));
  return params.from ? known : { ...known, from: range(params.range).from };
}

/** Sent by changing the address, so that what is seen can be linked. */
function form(params) {
  const names = [...FIELDS, ...OTHERS.filter(name => params[name])];
  return el('form', { class: 'card ask', key: 'form ' + JSON.stringify(params), onsubmit: event => {
    event.preventDefault();
    location.hash = to('explain', { ...Object.fromEntries(new FormData(event.target)), range: params.range });
  } },
  names.map(name => el('div', {}, el('label', { for: 'ask-' + name }, name),
    el('input', { name, id: 'ask-' + name, value: params[name] ?? '', placeholder: placeholder(name, params), autocomplete: 'off', spellcheck: 'false' }))),
  el('div', { class: 'buttons' }, el('button', { class: 'main' }, 'Explain'), ranges('explain', params, ['1h', '24h', '7d', 'month'])));
}

function placeholder(name, params) {
  return name === 'from' ? range(params.range).from : name === 'to' ? 'ledger time' : 'any';
}

function summary(answer) {
  return tiles(
    tile('Cost', money(answer.cost), [instant(answer.from), ' to ', instant(answer.until)]),
    tile('Owners', answer.owners.length), tile('Pods and jobs', answer.partsInAll));
}

function owners(answer, params) {
  const whole = units(answer.cost);
  return answer.owners.length < 2 ? null : table('Whose it is', [
    { name: 'owner', of: row => link(to('explain', { ...params, owner: row.owner, offset: null }), row.owner || 'without') },
    { name: 'cost', number: true, of: row => money(row.cost) },
    { name: 'share', of: row => el('span', { class: 'measured' }, bar(proportion(units(row.cost), whole)), percent(proportion(units(row.cost), whole))) },
  ], answer.owners, row => row.owner);
}

function parts(answer) {
  return answer.parts.length === 0 ? nothing('Nothing was spent on this in the range.') : answer.parts.map(part =>
    el('details', { class: 'part', key: [part.account, part.pod, part.job, part.owner].join(' '), open: answer.parts.length === 1 },
      el('summary', {},
        el('span', { class: 'grow' }, el('strong', {}, part.name || part.pod || part.job || 'overhead'), el('span', { class: 'soft' }, ' ', [part.owner, part.account, part.name ? part.pod : null, part.job].filter(Boolean).join(' · '))),
        money(part.cost)),
      segments(part), entries(part),
      part.leftOut > 0 ? el('p', { class: 'soft' }, part.leftOut + ' more are left out; ask for a shorter range.') : null));
}

function segments(part) {
  return table('Stretches in which nothing changed that matters to cost', [
    { name: 'from', of: row => instant(row.from) },
    { name: 'until', of: row => instant(row.until) },
    { name: 'component', of: row => row.component.toLowerCase() },
    { name: 'SKU, tier', of: row => [row.sku, row.tier].filter(Boolean).join(', ').replace('_', ' ').replace(/ON DEMAND|SPOT|[A-Z]+$/, word => word.toLowerCase()) },
    { name: 'GPUs', number: true, of: row => gpus(row.milliGpus) },
    { name: 'rate', number: true, of: row => rate(row.rate) },
    { name: 'cost', number: true, of: row => money(row.cost) },
    { name: 'price', of: said },
    { name: 'begun by', of: row => row.causes.map(cause => el('code', { class: 'cause', title: cause }, cause)) },
  ], part.segments, row => [row.from, row.until, row.component, row.source, row.rate, row.milliGpus, row.use, row.tier].join(' '));
}

function said(row) {
  return [row.source.toLowerCase(), row.estimated ? [' ', pill('ticket', 'estimated')] : null, row.reconciled ? [' ', pill('ok', 'billed')] : null, row.use ? ' · ' + row.use.toLowerCase() : null];
}

function gpus(milli) {
  return milli === 0 ? '—' : String(milli / 1000);
}

function entries(part) {
  return el('details', { key: 'entries' }, el('summary', {}, part.entries.length + ' entries in the books'),
    table('In the order in which they became known', [
      { name: 'takes effect', of: row => instant(row.at) },
      { name: 'known', of: row => instant(row.known) },
      { name: '', of: row => row.correction ? pill('ticket', 'correction', 'it became known after it took effect') : null },
      { name: 'component', of: row => row.component.toLowerCase() },
      { name: 'change of rate', number: true, of: row => rate(row.rate) },
      { name: 'of GPUs', number: true, of: row => gpus(row.milliGpus) },
      { name: 'cause', of: row => el('code', { class: 'cause', title: row.cause }, row.cause) },
    ], part.entries, row => [row.at, row.known, row.component, row.cause, row.rate, row.source].join(' ')));
}

function pages(answer, params) {
  const offset = Number(params.offset ?? 0);
  return answer.next === undefined && offset === 0 ? null : el('p', { class: 'buttons' },
    offset > 0 ? link(to('explain', { ...params, offset: Math.max(0, offset - PAGE) || null }), '← dearer') : null,
    answer.next === undefined ? null : link(to('explain', { ...params, offset: answer.next }), 'cheaper →'));
}
