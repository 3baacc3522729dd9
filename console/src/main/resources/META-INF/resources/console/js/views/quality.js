/// a row of costs -> how sure it is: billed or provisional, estimated, unpriced.

import { percent, short } from '../money.js';
import { pill } from '../pieces.js';

export function quality(row) {
  const part = row.reconciled ?? 0;
  return [
    row.state === 'RECONCILED' ? pill('ok', 'reconciled', 'bills cover all of it')
      : pill('quiet', part > 0 ? 'provisional, ' + percent(part, 0) + ' billed' : 'provisional', 'bills cover ' + percent(part)),
    row.estimated > 0 && [' ', pill('ticket', percent(row.estimated) + ' estimated', 'held at the last known rate, without news')],
    row.unpriced && row.unpriced.units !== '0' && [' ', pill('page', short(row.unpriced.hours) + ' GPU-h unpriced', 'the price is unknown, which is not free')],
  ];
}
