/// the address -> a view, asked and drawn again every few seconds while somebody looks.

import { Refusal } from './api.js';
import { read, to } from './address.js';
import { el, show } from './dom.js';
import { understood } from './pieces.js';
import { duration, instant } from './time.js';
import { explain } from './views/explain.js';
import { history } from './views/history.js';
import { letters } from './views/letters.js';
import { now } from './views/now.js';
import { pods } from './views/pods.js';
import { rules } from './views/rules.js';
import { spend } from './views/spend.js';

const EVERY_MILLIS = 5_000;
const LEDGER_BEHIND_MILLIS = 120_000;
const VIEWS = { now, spend, explain, pods, rules, history, letters };
/** Links of Alertmanager's templates lead here. */
const ALIASES = { '': 'now', alerts: 'now' };

const place = document.getElementById('view');
let visit;

function open() {
  const { view, params } = read(location.hash);
  const name = VIEWS[view] ? view : ALIASES[view] ?? 'now';
  const isOther = visit?.name !== name;
  visit = { name, view: VIEWS[name], params, held: {}, isAsking: false };
  document.title = VIEWS[name].title + ' · GPU Ledger';
  nav();
  draw();
  if (isOther) {
    scrollTo(0, 0);
  }
  refresh();
}

function nav() {
  show(document.getElementById('nav'), Object.entries(VIEWS).map(([name, view]) =>
    el('a', { href: to(name), key: name, 'aria-current': name === visit.name ? 'page' : null }, view.title)));
}

function draw() {
  show(place, el('h1', { class: 'hidden' }, visit.view.title), understood(() => visit.view.draw(visit.held, visit.params, refresh)));
  state();
}

function state() {
  const sources = Object.values(visit.held);
  const failing = sources.find(source => source.error);
  const ledgerTime = sources.map(source => source.value?.ledgerTime).find(Boolean);
  const behind = ledgerTime ? Date.now() - Date.parse(ledgerTime) : 0;
  const isBehind = behind > LEDGER_BEHIND_MILLIS;
  const since = sources.map(source => source.at).filter(Boolean).sort((one, other) => one - other)[0];
  show(document.getElementById('state'),
    el('span', { class: 'dot ' + (failing || isBehind ? 'bad' : 'good'), 'aria-hidden': 'true' }),
    failing ? 'not up to date' : ledgerTime ? ['ledger time ', instant(ledgerTime), isBehind && ', ' + duration(behind) + ' behind'] : since ? ['as of ', instant(new Date(since).toISOString())] : '');
}

/** Each answer is shown when it comes; one that fails leaves the others and its own last value. */
async function refresh() {
  const mine = visit;
  if (document.hidden || mine.isAsking) {
    return;
  }
  mine.isAsking = true;
  const sources = mine.view.sources(mine.params);
  await Promise.all(Object.entries(sources).map(async ([name, ask]) => {
    mine.held[name] = await asked(ask, mine.held[name]);
    if (mine === visit) {
      draw();
    }
  }));
  mine.isAsking = false;
}

async function asked(ask, before) {
  try {
    return { value: await ask(), at: Date.now(), error: null };
  } catch (e) {
    if (!(e instanceof Refusal)) {
      console.error(e);
    }
    return { ...before, error: e instanceof Refusal ? e.message : 'The answer was not understood (' + e.message + ')' };
  }
}

addEventListener('hashchange', open);
document.addEventListener('visibilitychange', refresh);
setInterval(refresh, EVERY_MILLIS);
open();
