/// decisions about alerts -> who was told what and what came of it, and what was kept quiet by whom.

import { alerts } from '../api.js';
import { to } from '../address.js';
import { el } from '../dom.js';
import { choice, link, nothing, pill, section, table } from '../pieces.js';
import { instant } from '../time.js';

const DECISIONS = [['', 'all'], ['told', 'told'], ['withheld', 'kept quiet'], ['released', 'quiet no more']];
const WORDS = { told: 'told', withheld: 'kept quiet', released: 'quiet no more' };
const BY = {
  silence: by => 'the silence ' + by,
  inhibition: by => 'the alert ' + by + ', which inhibits it',
  mute_time_interval: by => 'the interval ' + by,
  active_time_interval: by => 'being outside of ' + by,
  acknowledged: by => by + ', who looks after it',
};
const ROWS = 200;

export const history = {
  title: 'History',
  sources: params => ({
    moments: () => alerts.get('/v1/history', { decision: params.decision, receiver: params.receiver, fingerprint: params.fingerprint, limit: ROWS }),
  }),
  draw: (held, params) => section('What was decided', held.moments, list => list.length === 0
    ? nothing('Nothing was decided yet.')
    : table('The newest first, ' + ROWS + ' at most', [
      { name: 'at', of: row => instant(row.at) },
      { name: 'decision', of: row => pill(row.decision === 'told' ? 'ok' : 'quiet', WORDS[row.decision]) },
      { name: 'receiver', of: row => [link(to('history', { ...params, receiver: row.receiver }), row.receiver), row.integration ? el('span', { class: 'soft' }, ' by ' + row.integration) : null] },
      { name: 'why', of: why },
      { name: 'alerts', of: row => [row.alerts.map(alert => about(alert, params)), row.omitted > 0 ? 'and ' + row.omitted + ' more' : null] },
      { name: 'what came of it', of: outcome },
    ], list, row => [row.at, row.receiver, row.groupKey, row.integration, row.notification, row.alerts[0]?.fingerprint, row.decision].join(' ')),
  choice('Decision', params.decision ?? '', DECISIONS.map(([value, text]) => ({ value, text })), decision => to('history', { ...params, decision })),
  params.receiver || params.fingerprint ? link(to('history', { decision: params.decision }), 'all alerts and receivers') : null),
};

function why(row) {
  return row.why ?? (row.reasons.length === 0 ? 'nothing keeps it quiet any more, or it is over'
    : row.reasons.map(reason => el('div', {}, 'by ', (BY[reason.kind] ?? (by => reason.kind + ' ' + by))(reason.by))));
}

function about(alert, params) {
  const labels = Object.entries(alert.labels).filter(([name]) => !['alertname', 'severity'].includes(name)).map(([name, value]) => name + '=' + value);
  return el('div', {}, link(to('history', { ...params, fingerprint: alert.fingerprint }), alert.labels.alertname ?? alert.fingerprint),
    alert.status ? ' ' + alert.status : null, el('span', { class: 'soft' }, ' ', labels.join(', ')));
}

function outcome(row) {
  if (row.decision !== 'told') {
    return null;
  }
  const mood = { delivered: 'ok', pending: 'quiet' }[row.outcome] ?? 'page';
  return [pill(mood, row.outcome), row.detail ? ' ' + row.detail : null, row.attempts > 1 ? el('div', { class: 'soft' }, row.attempts + ' attempts') : null];
}
