/// rules -> where each stands, and what it reads against what limit.

import { ledger } from '../api.js';
import { to } from '../address.js';
import { el } from '../dom.js';
import { choice, link, nothing, pill, section, table } from '../pieces.js';
import { ago, instant } from '../time.js';
import { scopeOf } from './now.js';
import { runbook } from './runbook.js';

/** So many hours stand for never. */
const NEVER = 1_000_000;
const MOODS = { FIRING: 'page', PENDING: 'ticket', OK: 'ok' };
const STATES = [['', 'all'], ['firing', 'firing'], ['pending', 'pending'], ['ok', 'ok']];

export const rules = {
  title: 'Rules',
  sources: params => ({
    rules: () => ledger.get('/v1/rules/state', { rule: params.rule, scope: params.scope, status: params.status }),
  }),
  draw: (held, params) => section('Rules', held.rules, answer => [
    answer.rows.length === 0 ? nothing('No rule stands so.') : states(answer, params),
    params.rule && answer.rows[0] ? runbook('/v1/rules/runbooks/' + answer.rows[0].metric) : null,
  ],
  choice('Status', params.status ?? '', STATES.map(([value, text]) => ({ value, text })), status => to('rules', { ...params, status })),
  params.rule ? link(to('rules', { ...params, rule: null }), 'all rules') : null),
};

function states(answer, params) {
  return table(answer.rowsInAll + ' in all; those that fire first', [
    { name: 'state', of: row => [pill(MOODS[row.status] ?? 'quiet', row.status.toLowerCase()), row.since ? el('div', { class: 'soft' }, 'for ', ago(row.since)) : null] },
    { name: 'rule', of: row => [link(to('rules', { ...params, rule: row.rule }), row.rule), el('div', { class: 'soft' }, row.metric.replaceAll('_', ' '))] },
    { name: 'of', of: row => [link(to('explain', scopeOf(row.scope)), row.scope.name), row.resource ? [' · ', link(to('explain', { pod: row.resource }), row.resource)] : null, row.budget ? el('div', { class: 'soft' }, 'budget ', row.budget) : null] },
    { name: 'reads', number: true, of: row => row.values?.length > 0 ? row.values.map(value => value >= NEVER ? 'never' : value + ' ' + row.unit).join(', ') : el('span', { class: 'soft' }, 'nothing yet') },
    { name: 'fires', of: limit },
    { name: 'tells by', of: row => row.severity },
    { name: 'read at', of: row => row.valueAt ? instant(row.valueAt) : '—' },
  ], answer.rows, row => [row.rule, row.scope.kind, row.scope.name, row.resource, row.budget].join(' '));
}

function limit(row) {
  const words = [row.above !== undefined && 'above ' + row.above, row.below !== undefined && 'below ' + row.below].filter(Boolean).join(' or ');
  return [words + ' ' + row.unit, row.clear === undefined ? null : el('div', { class: 'soft' }, 'ends at ' + row.clear)];
}
