import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Ledger } from '../../src/ledger/ledger.js';
import { type LedgerPlace, openedAt } from '../support/ledger/engines.js';
import { availability } from './suite/availability.js';
import { cancelling } from './suite/cancelling.js';
import { expiry } from './suite/expiry.js';
import { holding } from './suite/holding.js';
import { moving } from './suite/moving.js';
import { refusals } from './suite/refusals.js';
import { replacing } from './suite/replacing.js';
import { resources } from './suite/resources.js';
import { retries } from './suite/retries.js';
import { rivals } from './suite/rivals.js';
import { states } from './suite/states.js';
import { timed } from './suite/timed.js';
import { untimed } from './suite/untimed.js';
import { waves } from './suite/waves.js';

/** What every engine must do, unchanged. Source: booking rules; each file of `suite/` is one idea of them. */
export function storeSuite(fresh: () => Promise<LedgerPlace>): void {
  let place: LedgerPlace;
  let ledger: Ledger;

  beforeAll(async () => {
    place = await fresh();
    ledger = await openedAt(place.place);
  });
  afterAll(async () => {
    await ledger.close();
    await place.remove();
  });

  const open = () => ledger;
  for (const suite of [resources, timed, untimed, waves, rivals, holding]) suite(open);
  for (const suite of [retries, expiry, states, replacing]) suite(open);
  for (const suite of [cancelling, moving, refusals, availability]) suite(open);

  test('the ledger of all that was done above is what its events say', async () => {
    const verified = await ledger.verify();
    expect(verified.problems).toEqual([]);
    expect(verified.bookings).toBeGreaterThan(100);
  });
}
