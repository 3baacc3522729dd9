/// a rule's runbook -> its text, read when it is opened; a runbook elsewhere is a link.

import { ledger, path } from '../api.js';
import { el, show } from '../dom.js';
import { link } from '../pieces.js';

const OURS = /\/v1\/rules\/runbooks\/([a-z_]+)$/;

export function runbook(url) {
  const metric = OURS.exec(url ?? '')?.[1];
  if (!metric) {
    return /^https?:/.test(url ?? '') ? el('p', {}, link(url, 'Runbook')) : null;
  }
  return el('details', { key: 'runbook', ontoggle: event => event.target.open && fill(event.target, metric) },
    el('summary', {}, 'Runbook'), el('div', { class: 'runbook', key: 'text ' + metric, 'data-kept': 'true' }));
}

async function fill(details, metric) {
  const place = details.querySelector('.runbook');
  try {
    show(place, paragraphs(await ledger.text(path('/v1/rules/runbooks/{metric}', { metric }))));
  } catch (e) {
    show(place, el('p', { class: 'stale' }, e.message));
  }
}

/** The little Markdown that runbooks use: headings, list items, paragraphs. */
function paragraphs(markdown) {
  return markdown.split(/\n{2,}|\n(?=\d+\. |\* |- |#)/).map(text => {
    const heading = /^#+\s+(.*)$/.exec(text);
    const item = /^(?:\*|-|\d+\.)\s+([^]*)$/.exec(text);
    return heading ? el('h4', {}, heading[1]) : el('p', { class: item ? 'item' : null }, spans((item ? item[1] : text).replace(/\s*\n\s*/g, ' ')));
  });
}

function spans(text) {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*|\*[^*]+\*)/).map(piece =>
    piece.startsWith('`') ? el('code', {}, piece.slice(1, -1)) : piece.startsWith('**') ? el('strong', {}, piece.slice(2, -2))
      : /^\*.+\*$/.test(piece) ? el('em', {}, piece.slice(1, -1)) : piece);
}
