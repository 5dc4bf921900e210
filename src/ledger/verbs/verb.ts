import { instantText } from '../../calendar/instant.js';
import { nearest } from '../../diagnostics/nearest.js';
import { problem } from '../../diagnostics/problem.js';
import type { EventType, LedgerEvent } from '../../documents/ledgerEvent.js';
import type { Receipt } from '../../documents/receipt.js';
import { type Answer, type Refused, receiptOf, refused } from '../answer.js';
import { type Archived, afterEvent, type Booking } from '../booking.js';
import { platformOf } from '../chain.js';
import { type Desk, instantFor, quoteFrom } from '../desk.js';
import { append, eventAt, eventsOf, lockedBooking, rewriteBooking, type Told } from '../rows.js';
import { Undone } from '../store.js';
import type { Queries } from '../tables.js';
import { Crowded, untilPlaced } from './places.js';

/** What every verb takes besides its own. */
export interface VerbOptions {
  /** Milliseconds since 1970, in place of the clock. */
  readonly now?: number | undefined;
  /** A retry under the same key is answered, not done again. */
  readonly key?: string | undefined;
  /** Refuses when the booking has another revision. */
  readonly ifRevision?: number | undefined;
  readonly by?: string | undefined;
}

/** A booking that is locked for a verb. */
export interface Held {
  readonly queries: Queries;
  readonly booking: Booking;
  readonly now: number;
  /** Appends the event and writes down what follows from it. */
  readonly record: (told: TellOwn, quotes?: Archived) => Promise<Answer>;
  /** The answer to a verb that was done before, as the last event that fits. */
  readonly replay: (fits: (event: LedgerEvent) => boolean) => Promise<Answer>;
}

type TellOwn = Told extends infer T ? (T extends Told ? Omit<T, 'at' | 'key' | 'by'> : never) : never;

/** A verb's own work on a booking; `Refused` undoes everything. */
type Work<T> = (held: Held) => Promise<Answer<Receipt | T> | Crowded>;

/**
 * Runs a verb on a booking in one transaction. What is common to all comes first: the booking must be there, and a key that
 * is known answers for itself. Somebody who was faster stands in the way of whatever is not done already.
 */
export function onBooking<T = never>(
  desk: Desk,
  number: string,
  verb: EventType,
  options: VerbOptions,
  work: Work<T>,
): Promise<Answer<Receipt | T>> {
  return untilPlaced<Receipt | T>(desk, options.now, (queries) =>
    verbWork(desk, queries, number, verb, options, work),
  );
}

async function verbWork<T>(
  desk: Desk,
  queries: Queries,
  number: string,
  verb: EventType,
  options: VerbOptions,
  work: Work<T>,
): Promise<Answer<Receipt | T> | Undone<Answer<Receipt | T> | Crowded>> {
  const now = await instantFor(desk, queries, options.now);
  const platform = platformOf(number);
  const earlier = platform === undefined ? undefined : await takeKey(queries, platform, options.key);
  const booking = platform === undefined ? undefined : await lockedBooking(queries, platform, number);
  if (booking === undefined || platform === undefined)
    return new Undone(await notFound(queries, number, now));
  if (earlier !== undefined) {
    const same = earlier.type === verb && earlier.booking === number;
    return new Undone(
      same ? receiptOf(booking, earlier, now, true) : keyReused(options.key ?? '', earlier, now),
    );
  }
  const quote = await quoteFrom(desk, queries, platform, booking.quote);
  const answer = await work({
    queries,
    booking,
    now,
    record: async (told, quotes = () => quote) => {
      const revision = verb === 'approve' ? booking.revision : booking.revision + 1;
      const event = await append(
        queries,
        platform,
        { number, revision },
        {
          at: instantText(now),
          ...keyed(options),
          ...told,
        },
      );
      const after = afterEvent(booking, event, quotes);
      await rewriteBooking(queries, booking, after);
      await settleKey(queries, platform, options.key, event);
      return receiptOf(after, event, now);
    },
    replay: async (fits) => {
      const event = (await eventsOf(queries, booking)).findLast(fits);
      if (event === undefined) throw new Error(`${number} has no event of what was done`);
      return receiptOf(booking, event, now, true);
    },
  });
  if (answer instanceof Crowded) {
    return new Undone(revisionDiffers(booking, options.ifRevision, now) ?? answer);
  }
  const done = answer.ok ? (answer.value as { readonly replayed?: boolean; readonly dryRun?: boolean }) : {};
  if (done.replayed === true) return new Undone(answer);
  const differs = revisionDiffers(booking, options.ifRevision, now);
  if (differs !== undefined) return new Undone(differs);
  return answer.ok && done.dryRun !== true ? answer : new Undone(answer);
}

export function keyed({ key, by }: VerbOptions): { key?: string; by?: string } {
  return { ...(key === undefined ? {} : { key }), ...(by === undefined ? {} : { by }) };
}

export function revisionDiffers(
  { number, revision }: Booking,
  expected: number | undefined,
  now: number,
): Refused | undefined {
  if (expected === undefined || expected === revision) return undefined;
  return refused(now, problem('revision', [], { booking: number, expected, found: revision }));
}

export async function notFound(queries: Queries, number: string, now: number): Promise<Refused> {
  const rows = await queries.selectFrom('kanli_booking').select('number').limit(5000).execute();
  const known = rows.map((row) => row.number);
  return refused(
    now,
    problem('booking-not-found', [], { booking: number, nearest: nearest(number, known, 2) }),
  );
}

/**
 * Reserves a key; whoever has it already is waited for. Answers with what was done under it before.
 * Source: booking rules, "Retries".
 */
export async function takeKey(
  queries: Queries,
  platform: string,
  key: string | undefined,
): Promise<LedgerEvent | undefined> {
  if (key === undefined) return undefined;
  const { numInsertedOrUpdatedRows } = await queries
    .insertInto('kanli_key')
    .values({ platform, key, seq: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 1n) return undefined;
  const { seq } = await queries
    .selectFrom('kanli_key')
    .select('seq')
    .where('platform', '=', platform)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  return eventAt(queries, platform, seq);
}

/** Says what was done under a key. */
export async function settleKey(
  queries: Queries,
  platform: string,
  key: string | undefined,
  { seq }: LedgerEvent,
): Promise<void> {
  if (key === undefined) return;
  await queries
    .updateTable('kanli_key')
    .set({ seq })
    .where('platform', '=', platform)
    .where('key', '=', key)
    .execute();
}

export function keyReused(key: string, { booking, type }: LedgerEvent, now: number): Refused {
  return refused(now, problem('key-reuse', [], { key, booking, verb: type }));
}
