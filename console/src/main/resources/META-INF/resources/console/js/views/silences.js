/// silences -> those in force and to come, with who made them.

import { alerts, path } from '../api.js';
import { el } from '../dom.js';
import { instant } from '../time.js';
import { pill, section, table } from '../pieces.js';
import { end } from './commands.js';

/** Nothing where nothing is silenced. */
export function silences(source, refresh) {
  const open = source?.value?.filter(silence => silence.status.state !== 'expired');
  return open?.length === 0 ? null : section('Silences', source, () =>
    table('Nothing is said of alerts that fulfil all conditions', [
      { name: 'of', of: row => row.matchers.map(matcher => el('code', {}, matcher.name, sign(matcher), matcher.value)) },
      { name: 'state', of: row => pill('quiet', row.status.state) },
      { name: 'from', of: row => instant(row.startsAt) },
      { name: 'until', of: row => instant(row.endsAt) },
      { name: 'by', of: row => [row.createdBy || 'unknown', row.comment ? ': ' + row.comment : ''] },
      { name: '', of: row => el('button', { onclick: () => expire(row, refresh) }, 'End it') },
    ], open, row => row.id));
}

function expire(row, refresh) {
  end('End it', 'What still fires of it is told again.', by => alerts.remove(path('/api/v2/silence/{id}', { id: row.id }), null, by), refresh);
}

function sign({ isEqual, isRegex }) {
  return isEqual === false ? (isRegex ? '!~' : '!=') : isRegex ? '=~' : '=';
}
