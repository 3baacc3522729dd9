/// what could not be used -> why, and as it came.

import { ledger, path } from '../api.js';
import { to } from '../address.js';
import { el, show } from '../dom.js';
import { link, nothing, pill, section, table } from '../pieces.js';
import { instant } from '../time.js';

const ROWS = 50;

export const letters = {
  title: 'Dead letters',
  sources: params => ({
    counts: () => ledger.get('/v1/dead-letters/counts'),
    page: () => ledger.get('/v1/dead-letters', { topic: params.topic, reason: params.reason, before: params.before, limit: ROWS }),
  }),
  draw: (held, params) => [counts(held.counts), list(held.page, params)],
};

function counts(source) {
  return section('Why', source, answer => answer.total === 0 ? nothing('Everything that came could be used.')
    : table(answer.total + ' in all' + (answer.complete ? '' : ', still being counted'), [
      { name: 'topic', of: row => row.topic ? link(to('letters', { topic: row.topic }), row.topic) : 'none' },
      { name: 'reason', of: row => row.reason },
      { name: 'how many', number: true, of: row => row.count },
    ], answer.counts, row => row.topic + ' ' + row.reason));
}

function list(source, params) {
  return section('Letters', source, answer => answer.letters.length === 0 ? nothing('None.')
    : [table('The newest first', [
      { name: 'at', of: row => instant(row.at) },
      { name: 'came on', of: row => [row.topic ?? 'no topic', el('div', { class: 'soft' }, row.type ?? 'type unknown')] },
      { name: 'reason', of: row => row.reason },
      { name: 'said by', of: row => row.source ?? 'unknown' },
      { name: '', of: row => row.replayed > 0 ? pill('ok', 'written back') : null },
      { name: 'as it came', of: payload },
    ], answer.letters, row => row.id),
    answer.next ? el('p', {}, link(to('letters', { ...params, before: answer.next }), 'older →')) : null,
    el('p', { class: 'soft' }, 'After a fix: ', el('code', {}, './gpu-ledger dead-letters replay'), ' writes them back to their topics.')],
  params.topic || params.before ? link(to('letters'), 'all of them') : null);
}

function payload(row) {
  return el('details', { key: row.id, ontoggle: event => event.target.open && fill(event.target, row.id) },
    el('summary', {}, (row.bytes ?? 0) + ' bytes'), el('pre', { 'data-kept': 'true' }));
}

async function fill(details, id) {
  const place = details.querySelector('pre');
  try {
    const letter = await ledger.get(path('/v1/dead-letters/{id}', { id }));
    show(place, letter.payload?.content ?? 'nothing');
  } catch (e) {
    show(place, e.message);
  }
}
