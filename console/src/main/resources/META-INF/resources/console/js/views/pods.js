/// pods and jobs that cost something lately, the dearest first.

import { ledger } from '../api.js';
import { to } from '../address.js';
import { el } from '../dom.js';
import { money, percent, rate } from '../money.js';
import { bar, choice, link, nothing, section, table } from '../pieces.js';
import { quality } from './quality.js';

const SPANS = { '5m': ['the last 5 minutes', 300_000], '1h': ['1 hour', 3_600_000], '24h': ['24 hours', 86_400_000] };
const ROWS = 200;

export const pods = {
  title: 'Pods',
  sources: params => ({
    pods: () => ledger.get('/v1/pods', { from: from(params), owner: params.owner, account: params.account, limit: ROWS }),
  }),
  draw: (held, params) => section('Pods and jobs', held.pods, answer => answer.rows.length === 0
    ? nothing('None cost anything in this range.')
    : table(answer.rowsInAll + ' that cost something, the dearest first', [
      { name: 'pod', of: row => [link(to('explain', { pod: row.group.pod, account: row.group.account, from: answer.from }), row.group.name || row.group.pod || 'without'), el('div', { class: 'soft' }, row.group.name ? row.group.pod : null)] },
      { name: 'owner', of: row => link(to('pods', { ...params, owner: row.group.owner }), row.group.owner) },
      { name: 'account', of: row => row.group.account },
      { name: 'SKU', of: row => row.group.sku },
      { name: 'cost', number: true, of: row => money(row.cost) },
      { name: 'share', of: row => row.share === undefined ? null : el('span', { class: 'measured' }, bar(row.share), percent(row.share)) },
      { name: '$/GPU-hour', number: true, of: row => row.costPerGpuHour ? rate(row.costPerGpuHour, '') : '—' },
      { name: 'said of it', of: quality },
    ], answer.rows, row => Object.values(row.group).join(' ')),
  choice('Range', params.range ?? '5m', Object.entries(SPANS).map(([value, [text]]) => ({ value, text })), range => to('pods', { ...params, range })),
  params.owner ? link(to('pods', { ...params, owner: null }), 'all owners') : null),
};

function from(params) {
  const [, millis] = SPANS[params.range] ?? SPANS['5m'];
  return new Date(Date.now() - millis).toISOString();
}
