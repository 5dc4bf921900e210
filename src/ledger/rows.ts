import { dayOf } from '../calendar/date.js';
import type { EventSpot, LedgerEvent } from '../documents/ledgerEvent.js';
import { sameName } from '../documents/names.js';
import { type Booking, standingOf } from './booking.js';
import {
  bookingNumber,
  beginning as chainBeginning,
  chainVersion,
  opened,
  seal,
  type Unsealed,
} from './chain.js';
import type { Queries, Tables } from './tables.js';

/** Bookings, spots and events as rows, and back. */

const dayMinutes = 1440;

export function bookingRow(booking: Booking): Tables['kanli_booking'] {
  const { platform, number, state, revision, expires, client, quote, firstQuote } = booking;
  return {
    platform,
    number,
    state,
    revision,
    expires: Date.parse(expires),
    client: sameName(client),
    package: booking.package,
    quote,
    first_quote: firstQuote,
    body: JSON.stringify(booking),
  };
}

export function spotRows(booking: Booking): Tables['kanli_spot'][] {
  const { platform, number } = booking;
  return standingOf(booking).map((spot) => {
    const end = spot.takes.reduce((last, { restTo = 0 }) => Math.max(last, restTo), 0);
    const day = dayOf(spot.date);
    return {
      platform,
      booking: number,
      line: spot.line,
      day,
      last_day: Math.max(day, Math.floor((end - 1) / dayMinutes)),
      resource: spot.resource,
      wave: spot.takes.some(({ kind }) => kind === 'wave') ? 1 : 0,
      body: JSON.stringify(spot),
    };
  });
}

export function bookingOf({ body }: Pick<Tables['kanli_booking'], 'body'>): Booking {
  return JSON.parse(body) as Booking;
}

/** A booking as it stands, locked until the transaction ends; undefined where there is none. */
export async function lockedBooking(
  queries: Queries,
  platform: string,
  number: string,
): Promise<Booking | undefined> {
  const row = await queries
    .updateTable('kanli_booking')
    .set((row) => ({ state: row.ref('state') }))
    .where('platform', '=', platform)
    .where('number', '=', number)
    .returning('body')
    .executeTakeFirst();
  return row === undefined ? undefined : bookingOf(row);
}

export async function insertBooking(queries: Queries, booking: Booking): Promise<void> {
  await queries.insertInto('kanli_booking').values(bookingRow(booking)).execute();
  await insertSpots(queries, booking);
}

const rowsAtOnce = 1000;

async function insertSpots(queries: Queries, booking: Booking): Promise<void> {
  const rows = spotRows(booking);
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    await queries
      .insertInto('kanli_spot')
      .values(rows.slice(at, at + rowsAtOnce))
      .execute();
  }
}

/** Writes a booking anew; its spots only where they changed. */
export async function rewriteBooking(queries: Queries, before: Booking, after: Booking): Promise<void> {
  const { platform, number, ...columns } = bookingRow(after);
  await queries
    .updateTable('kanli_booking')
    .set(columns)
    .where('platform', '=', platform)
    .where('number', '=', number)
    .execute();
  if (JSON.stringify(standingOf(before)) === JSON.stringify(standingOf(after))) return;
  await queries
    .deleteFrom('kanli_spot')
    .where('platform', '=', platform)
    .where('booking', '=', number)
    .execute();
  await insertSpots(queries, after);
}

type Linked = 'v' | 'platform' | 'seq' | 'prev' | 'booking' | 'revision';

/** What an event says for itself; its place in the chain is given to it. */
export type Told = Unsealed extends infer E ? (E extends Unsealed ? Omit<E, Linked> : never) : never;

/**
 * Appends an event to the chain of a platform. The head of the chain is locked from here on: it comes last.
 *
 * @param booking the booking's number and its revision after the event; without a number the next of the platform's sequence
 */
export async function append(
  queries: Queries,
  platform: string,
  booking: { readonly number?: string; readonly revision: number },
  told: Told,
): Promise<LedgerEvent> {
  const isNew = booking.number === undefined ? 1 : 0;
  const head = await queries
    .updateTable('kanli_head')
    .set(({ eb }) => ({ seq: eb('seq', '+', 1), bookings: eb('bookings', '+', isNew) }))
    .where('platform', '=', platform)
    .returning(['seq', 'hash', 'bookings'])
    .executeTakeFirstOrThrow();
  const unsealed = {
    v: chainVersion,
    platform,
    seq: head.seq,
    prev: head.hash,
    booking: booking.number ?? bookingNumber(platform, head.bookings),
    revision: booking.revision,
    ...told,
  } as Unsealed;
  const { body, hash } = seal(unsealed);
  await queries
    .insertInto('kanli_event')
    .values({ platform, seq: unsealed.seq, hash, booking: unsealed.booking, body })
    .execute();
  await queries.updateTable('kanli_head').set({ hash }).where('platform', '=', platform).execute();
  return opened({ body, hash });
}

export async function zoneOf(queries: Queries, platform: string): Promise<string | undefined> {
  const head = await queries
    .selectFrom('kanli_head')
    .select('timezone')
    .where('platform', '=', platform)
    .executeTakeFirst();
  return head?.timezone;
}

/** Begins the chain of a platform that has none yet; answers with its time zone. */
export async function beginChain(queries: Queries, platform: string, timezone: string): Promise<string> {
  await queries
    .insertInto('kanli_head')
    .values({ platform, seq: 0, hash: chainBeginning, bookings: 0, timezone })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  // Whoever was faster has said which.
  return (await zoneOf(queries, platform)) ?? timezone;
}

export async function eventAt(queries: Queries, platform: string, seq: number): Promise<LedgerEvent> {
  const row = await queries
    .selectFrom('kanli_event')
    .select(['body', 'hash'])
    .where('platform', '=', platform)
    .where('seq', '=', seq)
    .executeTakeFirstOrThrow();
  return opened(row);
}

/** A booking's events, in order. */
export async function eventsOf(
  queries: Queries,
  { platform, number }: Pick<Booking, 'platform' | 'number'>,
): Promise<LedgerEvent[]> {
  const rows = await queries
    .selectFrom('kanli_event')
    .select(['body', 'hash'])
    .where('platform', '=', platform)
    .where('booking', '=', number)
    .orderBy('seq')
    .execute();
  return rows.map(opened);
}

/** A spot without its fee: what its body says of it in the table. */
export function spotOf({ body }: Pick<Tables['kanli_spot'], 'body'>): EventSpot {
  return JSON.parse(body) as EventSpot;
}
