/// how budgets stand -> spent, left and where the period will end.

import { to } from '../address.js';
import { el } from '../dom.js';
import { money, proportion, rate, units } from '../money.js';
import { bar, link, nothing, pill, section, table } from '../pieces.js';
import { day, hours, instant } from '../time.js';
import { scopeOf } from './now.js';

export function budgets(source) {
  return section('Budgets', source, answer => answer.budgets.length === 0
    ? nothing('There is no budget. One is a few lines in the configuration: budgets.')
    : table('Spent in the present period, what is left, and where it will end', [
      { name: 'budget', of: row => [link(to('explain', { ...scopeOf(row.scope), from: row.from }), row.name), el('div', { class: 'soft whole' }, row.period, phase(row))] },
      { name: 'spent', number: true, of: row => money(row.spent) },
      { name: 'of', number: true, of: row => money(row.amount) },
      { name: 'used', of: used },
      { name: 'left', number: true, of: row => money(row.left) },
      { name: 'burn', number: true, of: row => rate(row.burn) },
      { name: 'lasts', of: lasts },
      { name: 'forecast of the end', of: forecast },
    ], answer.budgets, row => row.name));
}

function phase(row) {
  return row.phase === 'RUNNING' ? [' until ', day(row.until)] : row.phase === 'BEFORE' ? ' has not begun' : ' is over';
}

function used(row) {
  const whole = units(row.amount);
  const share = amount => proportion(units(amount), whole);
  const marks = row.forecast ? [{ kind: 'range', from: share(row.forecast.low), to: Math.max(share(row.forecast.high), share(row.forecast.low) + 0.01) }] : [];
  const reached = row.thresholds.filter(threshold => threshold.state === 'REACHED');
  return [el('span', { class: 'measured' }, bar(share(row.spent), row.percent >= 100 ? 'bad' : row.percent >= 80 ? 'warn' : 'good', marks), row.percent + ' %'),
    reached.map(threshold => pill(threshold.severity.toLowerCase(), threshold.percent + ' % ' + threshold.on))];
}

function lasts(row) {
  return row.hoursLeft === undefined ? '—' : row.hoursLeft === 0 ? pill('page', 'gone')
    : [hours(row.hoursLeft), row.exhaustedAt ? el('div', { class: 'soft' }, 'gone ', instant(row.exhaustedAt)) : el('div', { class: 'soft' }, 'beyond the period')];
}

function forecast(row) {
  const told = row.forecast;
  return told ? [money(told.point), ' ', pill(told.pointPercent > 100 ? 'page' : 'ok', told.pointPercent + ' %'),
    el('div', { class: 'soft' }, money(told.low), ' to ', money(told.high))]
    : el('span', { class: 'soft' }, row.noForecast ?? '—');
}
