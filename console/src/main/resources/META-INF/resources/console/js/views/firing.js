/// open groups, with what is known of their alerts -> a card for each, the most urgent first.

import { el } from '../dom.js';
import { alerts, path } from '../api.js';
import { to } from '../address.js';
import { short } from '../money.js';
import { ago, hours, instant } from '../time.js';
import { link, nothing, notice, pill, section } from '../pieces.js';
import { acknowledge, end, silence } from './commands.js';
import { quietBecause } from './quiet.js';
import { runbook } from './runbook.js';

const ONE_HOUR = 3_600_000;

export function firing(held, refresh) {
  const known = new Map((held.states?.value ?? []).map(alert => [alert.fingerprint, alert]));
  return section('What fires', held.groups, groups => groups.length === 0
    ? nothing('Nothing fires.')
    : [held.groups.error ? null : notice(held.states), groups.map(group => ({ ...group, states: group.alerts.map(alert => known.get(alert.fingerprint)).filter(Boolean) }))
      .sort((one, other) => rank(one) - rank(other))
      .map(group => card(group, held, known, refresh))]);
}

function severity(group) {
  return group.alerts.some(alert => alert.labels.severity === 'page') ? 'page' : 'ticket';
}

function isQuiet(group) {
  return group.states.length > 0 && group.states.every(alert => alert.status.state === 'suppressed');
}

function rank(group) {
  return (isQuiet(group) ? 4 : 0) + (group.acknowledged ? 2 : 0) + (severity(group) === 'page' ? 0 : 1);
}

function card(group, held, known, refresh) {
  const mood = isQuiet(group) || group.acknowledged ? 'quiet' : severity(group);
  return el('article', { class: 'alert ' + mood, key: group.id, 'aria-label': 'Group ' + group.id },
    group.alerts.map(alert => about(alert, known.get(alert.fingerprint), held, known)),
    el('div', { class: 'who' }, lookedAfter(group), told(group, held.told?.value)),
    buttons(group, refresh));
}

function about(alert, state, held, known) {
  const notes = state?.annotations ?? {};
  return el('div', { class: 'about', key: alert.fingerprint },
    el('h3', {}, pill(alert.labels.severity === 'page' ? 'page' : 'ticket', alert.labels.severity ?? 'alert'), ' ', notes.summary ?? alert.labels.alertname),
    el('p', { class: 'soft' }, alert.labels.alertname, ' · for ', ago(alert.startsAt), ' · ',
      links(alert, notes)),
    facts(notes, readingOf(alert, held.reads?.value)),
    contributors(notes),
    quietBecause(state, held.silences?.value, known),
    runbook(notes.runbook_url));
}

function links(alert, notes) {
  const labels = alert.labels;
  const from = new Date(Date.parse(alert.startsAt) - ONE_HOUR).toISOString();
  const where = labels.pod ? { pod: labels.pod } : { owner: labels.owner, project: labels.project, costCentre: labels.cost_centre, account: labels.account };
  return [
    link(to('explain', { ...where, from }), 'explain'), ' · ',
    link(to('history', { fingerprint: alert.fingerprint }), 'history'), ' · ',
    link(to('rules', { rule: labels.alertname }), 'rule'),
    notes.dashboard_url && /^https?:/.test(notes.dashboard_url) ? [' · ', link(notes.dashboard_url, 'dashboard')] : null,
  ];
}

/** What its rule reads by now; an alert itself says what it was when it fired. */
function readingOf(alert, answer) {
  const { labels } = alert;
  const scope = labels.owner ?? labels.project ?? labels.cost_centre ?? labels.account ?? labels.scope;
  const row = answer?.rows.find(one => one.rule === labels.alertname && one.scope.name === scope
    && (one.resource ?? '') === (labels.pod ?? '') && (one.budget ?? '') === (labels.budget ?? ''));
  return row && row.values.map(value => short(value + ' ' + row.unit)).join(', ');
}

function facts(notes, reading) {
  const list = [
    ['reads now', reading], ['when it fired', notes.value && short(notes.value)], ['limit', notes.threshold], ['over', notes.window],
    ['burn then', notes.burn && short(notes.burn)], ['lasts', notes.hours_left && hours(Number(notes.hours_left))], ['at stake', notes.money_at_stake],
  ].filter(([, value]) => value);
  return list.length === 0 ? null : el('dl', { class: 'facts' }, list.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));
}

/** The pods most responsible. The text has the amounts; the array, where it is whole, leads to each. */
function contributors(notes) {
  const lines = notes.contributors ? notes.contributors.split('; ') : [];
  const pods = podsOf(notes, lines.length);
  return lines.length === 0 ? null : el('details', { key: 'pods' }, el('summary', {}, lines.length + (lines.length === 1 ? ' pod' : ' pods') + ' behind it: ', el('span', { class: 'soft' }, lines[0])),
    el('ol', { class: 'pods' }, lines.map((line, i) => el('li', {}, pods[i] ? link(to('explain', { pod: pods[i] }), line) : line))));
}

function podsOf(notes, count) {
  try {
    const pods = JSON.parse(notes.pods_json ?? '[]').map(pod => String(pod.id));
    return pods.length === count ? pods : [];
  } catch {
    return [];
  }
}

function lookedAfter(group) {
  const ack = group.acknowledged;
  return ack
    ? el('p', {}, el('strong', {}, ack.by), ' looks after it since ', instant(ack.at), ' (', ack.via, ')',
      ack.expiresAt ? [', until ', instant(ack.expiresAt)] : ', until it is over', ack.comment ? ': “' + ack.comment + '”' : '.')
    : el('p', { class: isQuiet(group) ? 'soft' : 'alone' }, 'Nobody looks after it.');
}

function told(group, history) {
  const last = history?.find(moment => moment.receiver === group.receiver && moment.groupKey === group.groupKey);
  const next = group.escalation;
  return el('p', { class: 'soft' },
    last ? [el('strong', {}, group.receiver), ' was told at ', instant(last.at), ' (', last.why, '): ', last.outcome ?? 'pending', '. '] : [el('strong', {}, group.receiver), ' is told at the next look, at ', instant(group.lookAt), '. '],
    next?.told.length > 0 ? ['Called in: ', next.told.join(', '), '. '] : null,
    !next ? 'Nobody is told besides.' : !next.next ? 'Nobody is left to be called in.'
      : ['Next is ', el('strong', {}, next.next), next.nextAt ? [' at ', instant(next.nextAt)] : ', while nobody looks after it', '.']);
}

function buttons(group, refresh) {
  return el('div', { class: 'buttons' },
    el('button', { class: group.acknowledged ? '' : 'main', onclick: () => acknowledge(group, refresh) }, group.acknowledged ? 'Take over' : 'Acknowledge'),
    group.acknowledged && el('button', { onclick: () => withdraw(group, refresh) }, 'Withdraw'),
    el('button', { onclick: () => silence(group, refresh) }, 'Silence'));
}

function withdraw(group, refresh) {
  end('Withdraw', group.acknowledged.by + ' looks after it no more; it is repeated and escalated again.',
    by => alerts.remove(path('/v1/acks/{id}', { id: group.id }), { via: 'console' }, by), refresh);
}
