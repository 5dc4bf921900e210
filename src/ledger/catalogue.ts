import { instantText } from '../calendar/instant.js';
import type { Bookings, ChainHead, ShownBooking } from '../documents/bookings.js';
import type { LedgerEvent } from '../documents/ledgerEvent.js';
import { sameName } from '../documents/names.js';
import type { BookingState } from '../documents/receipt.js';
import { type Booking, isOver, stateAt } from './booking.js';
import { opened } from './chain.js';
import { type Desk, instantFor, reading } from './desk.js';
import { bookingOf } from './rows.js';
import type { Queries } from './tables.js';

/** Bookings as the ledger shows them. */

export interface BookingFilter {
  readonly number?: string | undefined;
  readonly platform?: string | undefined;
  readonly state?: BookingState | undefined;
  readonly client?: string | undefined;
  readonly brand?: string | undefined;
  readonly package?: string | undefined;
  readonly item?: string | undefined;
  /** Only bookings with a spot from this date on, and up to that one, ISO. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly now?: number | undefined;
}

export function bookingsIn(desk: Desk, filter: BookingFilter): Promise<Bookings> {
  return reading(desk, async (queries) => {
    const now = await instantFor(desk, queries, filter.now);
    let asked = queries.selectFrom('kanli_booking').select('body').orderBy('platform').orderBy('number');
    if (filter.number !== undefined) asked = asked.where('number', '=', filter.number);
    if (filter.platform !== undefined) asked = asked.where('platform', '=', filter.platform);
    if (filter.package !== undefined) asked = asked.where('package', '=', filter.package);
    if (filter.client !== undefined) asked = asked.where('client', '=', sameName(filter.client));
    const bookings = (await asked.execute()).map(bookingOf).filter((booking) => fits(booking, filter, now));
    const events = await eventsByBooking(queries, bookings);
    return {
      now: instantText(now),
      heads: await headsIn(queries),
      bookings: bookings
        .sort(inOrder)
        .map((booking) => shown(booking, events.get(booking.number) ?? [], now)),
    };
  });
}

export async function headsIn(queries: Queries): Promise<ChainHead[]> {
  return queries.selectFrom('kanli_head').select(['platform', 'seq', 'hash']).orderBy('platform').execute();
}

/** Numbers have at least four digits, and more where there are more bookings. */
function inOrder(a: Booking, b: Booking): number {
  if (a.platform !== b.platform) return a.platform < b.platform ? -1 : 1;
  return a.number.length - b.number.length || (a.number < b.number ? -1 : 1);
}

function fits(booking: Booking, { state, brand, item, from, to }: BookingFilter, now: number): boolean {
  if (state !== undefined && stateAt(booking, now) !== state) return false;
  const name = brand === undefined ? undefined : sameName(brand);
  return booking.spots.some(
    (spot) =>
      (name === undefined || sameName(spot.brand) === name) &&
      (item === undefined || spot.item === item) &&
      (from === undefined || spot.date >= from) &&
      (to === undefined || spot.date <= to),
  );
}

const atOnce = 500;

async function eventsByBooking(
  queries: Queries,
  bookings: readonly Booking[],
): Promise<Map<string, LedgerEvent[]>> {
  const events = new Map<string, LedgerEvent[]>();
  for (let at = 0; at < bookings.length; at += atOnce) {
    const some = bookings.slice(at, at + atOnce);
    const rows = await queries
      .selectFrom('kanli_event')
      .select(['booking', 'body', 'hash'])
      .where('platform', 'in', [...new Set(some.map(({ platform }) => platform))])
      .where(
        'booking',
        'in',
        some.map(({ number }) => number),
      )
      .orderBy('platform')
      .orderBy('seq')
      .execute();
    for (const row of rows) events.set(row.booking, [...(events.get(row.booking) ?? []), opened(row)]);
  }
  return events;
}

function shown(booking: Booking, events: readonly LedgerEvent[], now: number): ShownBooking {
  const state = stateAt(booking, now);
  const { number, revision, expires, client, quote, card, platform, currency, approval } = booking;
  const { replaces, replacedBy, payable, fees } = booking;
  return {
    number,
    revision,
    state,
    expires,
    client,
    quote,
    card,
    package: booking.package,
    platform,
    currency,
    approval: { required: approval.required, given: [...approval.given] },
    ...(replaces === undefined ? {} : { replaces }),
    ...(replacedBy === undefined ? {} : { replacedBy }),
    spots: booking.spots.map(({ fee, ...spot }) => ({
      ...spot,
      state: fee !== undefined && !isOver(state) ? 'cancelled' : state,
      ...(fee === undefined ? {} : { fee }),
    })),
    payable,
    fees,
    events: [...events],
  };
}
