/// costs, budgets and measures of a range -> where the money went and where it is going.

import { ledger } from '../api.js';
import { to } from '../address.js';
import { bars } from '../chart.js';
import { el } from '../dom.js';
import { gpuHours, money, percent, rate, short } from '../money.js';
import { bar, choice, link, nothing, section, table, tile, tiles, understood } from '../pieces.js';
import { range, ranges } from '../range.js';
import { instant } from '../time.js';
import { budgets } from './budgets.js';
import { quality } from './quality.js';

const BY = [['owner', 'owner'], ['project', 'project'], ['sku', 'SKU'], ['account', 'account'], ['cluster', 'cluster'], ['tier', 'tier'], ['use', 'use']];

const AROUND = 74;

export const spend = {
  title: 'Spend',
  sources: params => {
    const { from, window } = range(params.range);
    const by = params.by ?? 'owner';
    return {
      budgets: () => ledger.get('/v1/budgets/status'),
      groups: () => ledger.get('/v1/costs', { groupBy: by, from, order: 'cost' }),
      windows: () => ledger.get('/v1/costs', { groupBy: by, window, from }),
      skus: () => ledger.get('/v1/costs', { groupBy: 'sku', from, order: 'cost' }),
      components: () => ledger.get('/v1/costs', { groupBy: 'component', from, order: 'cost' }),
      orphans: () => ledger.get('/v1/orphans', { from, limit: 5 }),
      bills: () => ledger.get('/v1/reconciliation', { from, limit: 1 }),
    };
  },
  draw: (held, params) => [
    ranges('spend', params, ['1h', '24h', '7d', 'month', '30d']),
    understood(() => headline(held)),
    budgets(held.budgets),
    overTime(held, params),
    groups(held.groups, params),
    el('div', { class: 'columns', key: 'kinds' },
      simple('By component', held.components, 'component'),
      params.by === 'sku' ? null : simple('By SKU', held.skus, 'sku')),
    el('div', { class: 'columns', key: 'checks' }, orphans(held.orphans), bills(held.bills)),
  ],
};

function headline(held) {
  const answer = held.groups?.value;
  if (!answer) {
    return null;
  }
  const { total } = answer;
  return tiles(
    tile('Spent', money(total.cost), ['since ', instant(answer.from)]),
    tile('GPU-hours', gpuHours(total.gpuTime), total.allocated.units === '0' ? 'held' : [gpuHours(total.allocated), ' by jobs']),
    total.costPerGpuHour && tile('Per GPU-hour', rate(total.costPerGpuHour, ''), ['with overheads ', rate(total.costPerGpuHourNormalised, '')]),
    held.orphans?.value && tile('Nobody owns', percent(held.orphans.value.share ?? 0), money(held.orphans.value.unowned.total.cost), held.orphans.value.share > 0.05 ? 'warn' : null),
    tile('Checked by bills', percent(total.reconciled ?? 0, 0), total.state.toLowerCase()),
    total.estimated > 0 && tile('Estimated', percent(total.estimated), 'held at the last rate, without news', 'warn'),
    total.unpriced.units !== '0' && tile('Unpriced', [gpuHours(total.unpriced), ' h'], 'price unknown, which is not free', 'bad'));
}

function overTime(held, params) {
  const { window } = range(params.range);
  const names = held.groups?.value?.rows.map(row => row.group[params.by ?? 'owner']);
  return section('Cost over time', held.windows, answer => answer.rows.length === 0 || !names
    ? nothing('Nothing was spent in this range.')
    : [bars(answer, params.by ?? 'owner', window, names, room()), windowTable(answer, params.by ?? 'owner')],
  choice('Group by', params.by ?? 'owner', BY.map(([value, text]) => ({ value, text })), by => to('spend', { ...params, by })));
}

/** The width inside a section. */
function room() {
  return document.getElementById('view').clientWidth - AROUND;
}

function windowTable(answer, by) {
  return el('details', { key: 'table' }, el('summary', {}, 'The same as a table'),
    table('Cost of each window', [
      { name: 'from', of: row => instant(row.from) },
      { name: by, of: row => row.group[by] || 'without' },
      { name: 'cost', number: true, of: row => money(row.cost) },
      { name: 'said of it', of: quality },
    ], answer.rows.slice(-500), row => row.from + row.group[by]));
}

function groups(source, params) {
  const by = params.by ?? 'owner';
  return section('By ' + BY.find(([value]) => value === by)?.[1], source, answer => answer.rows.length === 0
    ? nothing('Nothing was spent in this range.')
    : table('The dearest first; rows add up to the total', [
      { name: by, of: row => row.isTotal ? el('strong', {}, 'all') : link(to('explain', { [by]: row.group[by], from: answer.from }), row.group[by] || 'without') },
      { name: 'cost', number: true, of: row => money(row.cost) },
      { name: 'share', of: row => row.share === undefined ? null : el('span', { class: 'measured' }, bar(row.share), percent(row.share)) },
      { name: 'GPU-hours', number: true, of: row => gpuHours(row.gpuTime) },
      { name: '$/GPU-hour', number: true, of: row => row.costPerGpuHour ? rate(row.costPerGpuHour, '') : '—' },
      { name: 'with overheads', number: true, of: row => row.costPerGpuHourNormalised ? rate(row.costPerGpuHourNormalised, '') : '—' },
      { name: 'said of it', of: quality },
    ], [...answer.rows, { ...answer.total, isTotal: true }], row => row.isTotal ? 'total of all' : row.group[by] ?? ''));
}

function simple(title, source, by) {
  return section(title, source, answer => answer.rows.length === 0 ? nothing('Nothing.')
    : table('The dearest first', [
      { name: by, of: row => link(to('explain', { [by]: row.group[by], from: answer.from }), row.group[by] || 'without') },
      { name: 'cost', number: true, of: row => money(row.cost) },
      { name: 'share', of: row => row.share === undefined ? null : el('span', { class: 'measured' }, bar(row.share), percent(row.share)) },
    ], answer.rows, row => row.group[by]));
}

function orphans(source) {
  return section('What nobody owns', source, answer => answer.unowned.rows.length === 0
    ? nothing('Everything has an owner.')
    : table(answer.unowned.rowsInAll + ' in all, the dearest first', [
      { name: 'pod', of: row => link(to('explain', { pod: row.group.pod, from: answer.unowned.from }), row.group.name || row.group.pod || row.group.job || 'without') },
      { name: 'account', of: row => row.group.account },
      { name: 'cost', number: true, of: row => money(row.cost) },
    ], answer.unowned.rows, row => row.group.account + row.group.pod + row.group.job));
}

function bills(source) {
  return section('Billed against metered', source, answer => answer.lines === 0
    ? nothing('No period of a bill begins in this range.')
    : el('dl', { class: 'facts' }, [
      ['lines', answer.lines], ['billed', money(answer.billed)], ['metered', money(answer.metered)], ['difference', money(answer.difference)],
      ['credited', money(answer.credited)], ['accuracy', answer.accuracy === undefined ? '—' : short(answer.accuracy + ' %')], ['lines that differ', answer.worstInAll],
    ].map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value)))));
}
