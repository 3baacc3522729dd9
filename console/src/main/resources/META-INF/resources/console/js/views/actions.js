/// what will be done at providers -> until when somebody can still stop it.

import { alerts, path } from '../api.js';
import { el } from '../dom.js';
import { instant } from '../time.js';
import { pill, section, table } from '../pieces.js';
import { judge } from './commands.js';

/** Nothing where no action waits. */
export function actions(source, refresh) {
  return source?.value?.length === 0 ? null : section('Actions that wait', source, list =>
    table('What is done unless somebody acknowledges the alert or refuses', [
      { name: 'what', of: row => [row.action.toLowerCase(), ' ', row.target ?? row.owner ?? 'every pod', ' of ', row.account] },
      { name: 'mode', of: row => row.dryRun ? pill('quiet', 'dry run') : pill('page', 'for real') },
      { name: 'when', of: row => row.waitsForApproval ? 'once it is approved' : instant(row.dueAt) },
      { name: 'asked by', of: row => row.receiver },
      { name: 'answer', of: row => buttons(row, refresh) },
    ], list, row => row.id));
}

function buttons(row, refresh) {
  const about = row.action.toLowerCase() + ' ' + (row.target ?? row.owner ?? 'every pod') + ' of ' + row.account;
  return el('div', { class: 'buttons' },
    row.waitsForApproval && el('button', {
      class: 'main',
      onclick: () => judge('Approve', about, given => alerts.post(path('/v1/actions/{id}/approve', { id: row.id }), given), refresh),
    }, 'Approve'),
    el('button', {
      onclick: () => judge('Refuse', about, given => alerts.post(path('/v1/actions/{id}/refuse', { id: row.id }), given), refresh),
    }, 'Refuse'));
}
