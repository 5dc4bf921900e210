import { instantText } from '../../calendar/instant.js';
import { afterEvent, standingOf } from '../booking.js';
import { platformOf } from '../chain.js';
import { claimsOf } from '../claims.js';
import { type Desk, quoteFrom, writing } from '../desk.js';
import { claim } from '../inventory.js';
import { append, lockedBooking, rewriteBooking } from '../rows.js';

/**
 * Writes down that a hold has run out, and gives its places back: a short transaction of its own, by whoever needs them
 * first. Nothing happens when somebody else did it, or when it was confirmed in time.
 *
 * Source: booking rules, "Verbs".
 */
export async function lapse(desk: Desk, number: string, now: number): Promise<void> {
  const platform = platformOf(number);
  if (platform === undefined) return;
  await writing(desk, async (queries) => {
    const booking = await lockedBooking(queries, platform, number);
    if (booking === undefined || booking.state !== 'held' || now < Date.parse(booking.expires)) return;
    const quote = await quoteFrom(desk, queries, platform, booking.quote);
    await claim(queries, platform, claimsOf([], standingOf(booking)));
    const { expires } = booking;
    const event = await append(
      queries,
      platform,
      { number, revision: booking.revision + 1 },
      { type: 'lapse', at: instantText(now), expires },
    );
    await rewriteBooking(
      queries,
      booking,
      afterEvent(booking, event, () => quote),
    );
  });
}
