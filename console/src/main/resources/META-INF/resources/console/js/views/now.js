/// what fires, who looks after it, how fast money goes, how long it lasts.

import { alerts, ledger } from '../api.js';
import { el } from '../dom.js';
import { money, rate } from '../money.js';
import { ago, hours } from '../time.js';
import { bar, choice, link, nothing, pill, section, table, tile, tiles, understood } from '../pieces.js';
import { to } from '../address.js';
import { firing } from './firing.js';
import { actions } from './actions.js';
import { silences } from './silences.js';

const KINDS = [['owner', 'owners'], ['project', 'projects'], ['cost-centre', 'cost centres'], ['account', 'accounts']];
const SHORT_HOURS = 24;
const TOLD_MAX = 200;

export const now = {
  title: 'Now',
  sources: params => ({
    groups: () => alerts.get('/v1/groups', { receiver: params.receiver }),
    states: () => alerts.get('/api/v2/alerts'),
    reads: () => ledger.get('/v1/rules/state', { status: 'firing' }),
    told: () => alerts.get('/v1/history', { decision: 'told', limit: TOLD_MAX }),
    silences: () => alerts.get('/api/v2/silences'),
    actions: () => alerts.get('/v1/actions', { state: 'open' }),
    receivers: () => alerts.get('/v1/receivers'),
    whole: () => ledger.get('/v1/burn', { kind: 'all' }),
    burn: () => ledger.get('/v1/burn', { kind: params.kind }),
    accounts: () => ledger.get('/v1/accounts'),
    letters: () => ledger.get('/v1/dead-letters/counts'),
  }),
  draw: (held, params, refresh) => [
    understood(() => headline(held)),
    firing(held, refresh),
    actions(held.actions, refresh),
    el('div', { class: 'columns', key: 'money' }, burn(held.burn, params), accounts(held.accounts)),
    silences(held.silences, refresh),
    receivers(held.receivers),
  ],
};

function headline(held) {
  const groups = held.groups?.value;
  const whole = held.whole?.value?.[0];
  return tiles(
    groups && fires(groups),
    whole && tile('Burn', rate(whole.now), ['last hour ', rate(whole.means['1h'])]),
    held.accounts?.value && lasts(held.accounts.value),
    held.receivers?.value && reached(held.receivers.value),
    held.letters?.value && tile('Dead letters', link(to('letters'), held.letters.value.total), 'kept for 90 days',
      held.letters.value.total > 0 ? 'warn' : null));
}

function fires(groups) {
  const alone = groups.filter(group => !group.acknowledged).length;
  return tile('Fires', groups.length, groups.length === 0 ? 'nothing to look after'
    : alone === 0 ? 'all looked after' : alone + ' looked after by nobody', alone > 0 ? 'bad' : null);
}

function lasts(list) {
  const known = list.filter(account => account.runwayHours !== undefined).sort((one, other) => one.runwayHours - other.runwayHours);
  return known.length === 0
    ? tile('Balance lasts', '—', 'nothing burns, or no balance is known')
    : tile('Balance lasts', hours(known[0].runwayHours), nameOf(known[0].account), known[0].runwayHours < SHORT_HOURS ? 'bad' : null);
}

function reached(list) {
  const failing = list.filter(receiver => receiver.failing || receiver.notTakingSince).length;
  return tile('Receivers', failing === 0 ? 'well' : failing + ' failing', list.length + ' in the routing', failing > 0 ? 'bad' : null);
}

function nameOf(account) {
  return account.provider + '/' + account.name;
}

function burn(source, params) {
  const kind = params.kind ?? 'owner';
  return section('Burn', source, list => list.length === 0 ? nothing('No cost was booked yet.')
    : table('Dollars per hour now, and as a mean of the last hour against the plan', [
      { name: kind, of: row => link(to('explain', scopeOf(row.scope)), row.scope.name) },
      { name: 'now', number: true, of: row => rate(row.now) },
      { name: 'last hour', number: true, of: row => rate(row.means['1h']) },
      { name: 'plan', number: true, of: row => row.plan ? rate(row.plan) : el('span', { class: 'soft' }, 'none') },
      { name: 'of plan', of: multiple },
    ], list, row => row.scope.name),
  choice('Kind', kind, KINDS.map(([value, text]) => ({ value, text })), chosen => to('now', { ...params, kind: chosen })));
}

function multiple(row) {
  const times = row.multiples['1h'];
  return times === undefined ? null
    : el('span', { class: 'measured' }, bar(times / 4, times > 2 ? 'bad' : times > 1 ? 'warn' : 'good', [{ kind: 'mark', from: 0.25, to: 0.26 }]), times.toFixed(1) + '×');
}

/** The parameter of explain that finds what a scope spent. */
export function scopeOf(scope) {
  const names = { OWNER: 'owner', PROJECT: 'project', COST_CENTRE: 'costCentre', ACCOUNT: 'account' };
  return names[scope.kind] ? { [names[scope.kind]]: scope.name } : {};
}

function accounts(source) {
  return section('Accounts', source, list => list.length === 0 ? nothing('No account is watched.')
    : table('What the provider says is there, less what was metered since', [
      { name: 'account', of: row => link(to('explain', { account: nameOf(row.account) }), nameOf(row.account)) },
      { name: 'left', number: true, of: row => row.left ? money(row.left) : el('span', { class: 'soft' }, 'not known') },
      { name: 'burn', number: true, of: row => row.burn ? rate(row.burn) : null },
      { name: 'lasts', number: true, of: row => row.runwayHours === undefined ? '—' : hours(row.runwayHours) },
      { name: 'seen', of: seen },
    ], list, row => nameOf(row.account)));
}

function seen(account) {
  if (account.pollsFailed > 0) {
    return pill('page', account.pollsFailed + ' polls failed');
  }
  return account.polledUntil ? [ago(account.polledUntil), ' ago'] : 'not yet';
}

function receivers(source) {
  return section('Receivers', source, list => list.length === 0 ? nothing('The routing names no receiver that is told anything.')
    : table('Who is told, and whether they take it', [
      { name: 'receiver', of: row => row.receiver },
      { name: 'by', of: row => row.integration },
      { name: 'state', of: health },
      { name: 'last took something', of: row => row.deliveredAt ? [ago(row.deliveredAt), ' ago'] : 'nothing yet' },
      { name: 'told where it fails', of: row => row.toldTo.length === 0 ? el('span', { class: 'soft' }, 'nobody') : row.toldTo.join(', ') },
    ], list, row => row.receiver + '/' + row.integration));
}

function health(row) {
  return row.failing ? [pill('page', 'failing'), ' since ', ago(row.notTakingSince), ' ago']
    : row.notTakingSince ? [pill('ticket', 'not taking'), ' for ', ago(row.notTakingSince)]
      : pill('ok', row.deliveredAt ? 'well' : 'not needed yet');
}
