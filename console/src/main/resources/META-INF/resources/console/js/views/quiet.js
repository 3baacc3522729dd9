/// the state of an alert -> why it is kept quiet, in words.

import { el } from '../dom.js';
import { instant } from '../time.js';

/** Nothing where it is not kept quiet. */
export function quietBecause(state, silences = [], known) {
  if (!state || state.status.state !== 'suppressed') {
    return null;
  }
  const { silencedBy, inhibitedBy, mutedBy } = state.status;
  return el('ul', { class: 'quietly' },
    silencedBy.map(id => el('li', {}, 'Kept quiet by ', silence(silences.find(one => one.id === id), id))),
    inhibitedBy.map(id => el('li', {}, 'Kept quiet because ', el('q', {}, known.get(id)?.annotations.summary ?? known.get(id)?.labels.alertname ?? id), ' fires.')),
    mutedBy.map(name => el('li', {}, 'Kept quiet by the time interval ', name, '.')));
}

function silence(found, id) {
  return found
    ? ['the silence of ', found.createdBy || 'somebody', ' until ', instant(found.endsAt), found.comment ? ': “' + found.comment + '”' : '']
    : ['the silence ', id];
}
