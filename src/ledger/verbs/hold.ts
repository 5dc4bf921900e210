import { sql } from 'kysely';
import { instantText } from '../../calendar/instant.js';
import { dateInZone } from '../../calendar/zone.js';
import type { RateCard } from '../../card/ratecard.js';
import { type Problem, problem } from '../../diagnostics/problem.js';
import { canonicalJson } from '../../documents/canonical.js';
import type { HoldEvent, LedgerEvent } from '../../documents/ledgerEvent.js';
import { sameName } from '../../documents/names.js';
import type { Quote } from '../../documents/quote.js';
import { verifyQuote } from '../../pricing/verify.js';
import { type Answer, type Refused, receiptOf, refused, wrongState } from '../answer.js';
import { placeReasons } from '../availability.js';
import { afterEvent, type Booking, isOver, replaced, standingOf, stateAt } from '../booking.js';
import { platformOf } from '../chain.js';
import { claimsOf } from '../claims.js';
import { holdEnd } from '../closing.js';
import { archive, type Desk, instantFor, quoteFrom, quoteText } from '../desk.js';
import { claim } from '../inventory.js';
import { spotsOf } from '../occupancy.js';
import { type Asked, judgingOf } from '../refusal.js';
import {
  append,
  beginChain,
  bookingOf,
  eventAt,
  insertBooking,
  lockedBooking,
  rewriteBooking,
  zoneOf,
} from '../rows.js';
import { Undone } from '../store.js';
import type { Queries } from '../tables.js';
import { Crowded, untilPlaced } from './places.js';
import { keyed, keyReused, notFound, revisionDiffers, settleKey, takeKey, type VerbOptions } from './verb.js';

export interface HoldOptions extends VerbOptions {
  /** A duration that may only shorten what the terms give. */
  readonly for?: string | undefined;
  /** A hold whose places count as free, and which ends as replaced. */
  readonly replace?: string | undefined;
  /** The quote was made for this call: a retry under its key may have another one, made on another day. */
  readonly fromPackage?: boolean | undefined;
}

/**
 * Holds every spot of a quote, or none.
 *
 * @param card the card the quote is pinned to
 * @returns a receipt; or a refusal that names every spot that cannot be had, with reasons and alternatives
 *
 * Source: booking rules, "Verbs".
 */
export async function hold(
  desk: Desk,
  quote: Quote,
  card: RateCard,
  options: HoldOptions = {},
): Promise<Answer> {
  const wrong = notDerived(quote, card);
  if (wrong.length > 0) return refused(options.now ?? desk.clock(), ...wrong);
  const spots = spotsOf(quote, card);
  const asked: Asked = { quote, card, spots, judged: spots, without: options.replace };
  return untilPlaced(desk, options.now, (queries) => take(desk, queries, asked, options));
}

/** The card must be the pinned one, and the quote what it makes of the package. */
function notDerived(quote: Quote, card: RateCard): readonly Problem[] {
  const { id, digest } = quote.rateCard;
  if (digest !== card.digest) return [problem('card-changed', ['rateCard', 'digest'], { id, digest })];
  const verified = verifyQuote(quote, card, quoteText);
  return verified.ok ? [] : [problem('quote-mismatch', []), ...verified.problems];
}

async function take(
  desk: Desk,
  queries: Queries,
  asked: Asked,
  options: HoldOptions,
): Promise<Answer | Undone<Answer | Crowded>> {
  const { quote, card, spots } = asked;
  const now = await instantFor(desk, queries, options.now);
  const { platform } = quote.rateCard;
  const earlier = await takeKey(queries, platform, options.key);
  if (earlier !== undefined) return new Undone(await keyAnswer(desk, queries, earlier, quote, options, now));
  const others = await dealsOf(queries, quote);
  if (options.key === undefined) {
    const same = others.find((booking) => isOf(booking, quote) && !isOver(stateAt(booking, now)));
    if (same !== undefined) return new Undone(await replayOf(queries, same, now));
  }
  const wrong = notToBeHeld(quote, card.document.timezone, now);
  if (wrong !== undefined) return new Undone(wrong);
  const zone = card.document.timezone;
  const known = await zoneOf(queries, platform);
  const conflict = zoneConflict(platform, known, zone, now);
  if (conflict !== undefined) return new Undone(conflict);
  const old = await toReplace(queries, quote, options, now);
  if (old !== undefined && 'ok' in old) return new Undone(old);
  if (options.key === undefined && old === undefined) {
    const live = others.find((booking) => !isOver(stateAt(booking, now)));
    if (live !== undefined) return new Undone(refused(now, duplicate(live, now)));
  }
  const judging = judgingOf({ quote, card }, now);
  if (spots.some((spot) => placeReasons(spot, judging).length > 0)) return new Undone(new Crowded(asked));
  const claims = claimsOf(spots, old === undefined ? [] : standingOf(old));
  if (!(await claim(queries, platform, claims))) return new Undone(new Crowded(asked));
  if (known === undefined) {
    const begun = await beginChain(queries, platform, zone);
    const late = zoneConflict(platform, begun, zone, now);
    if (late !== undefined) return new Undone(late);
  }
  const event = (await append(
    queries,
    platform,
    { revision: 1 },
    {
      type: 'hold',
      at: instantText(now),
      ...keyed(options),
      quote: quote.digest,
      package: quote.id,
      card: { id: quote.rateCard.id, version: quote.rateCard.version, digest: card.digest },
      client: quote.package.client.name,
      expires: instantText(holdEnd(quote, spots, { now, zone, shortened: options.for })),
      approval: quote.approval.required,
      ...(old === undefined ? {} : { replaces: old.number }),
      spots: [...spots],
    },
  )) as HoldEvent;
  const booking = afterEvent(undefined, event, () => quote);
  await archive(desk, queries, platform, quote, card);
  if (old !== undefined) await rewriteBooking(queries, old, replaced(old, booking.number));
  await insertBooking(queries, booking);
  await settleKey(queries, platform, options.key, event);
  return receiptOf(booking, event, now);
}

/** The bookings there have been of this client's package, with the place locked where they meet. */
async function dealsOf(queries: Queries, quote: Quote): Promise<Booking[]> {
  const { platform } = quote.rateCard;
  const client = sameName(quote.package.client.name);
  await queries
    .insertInto('kanli_deal')
    .values({ platform, client, package: quote.id, holds: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['platform', 'client', 'package'])
        .doUpdateSet({ holds: sql<number>`kanli_deal.holds + 1` }),
    )
    .execute();
  const rows = await queries
    .selectFrom('kanli_booking')
    .select('body')
    .where('platform', '=', platform)
    .where('client', '=', client)
    .where('package', '=', quote.id)
    .where('state', 'in', ['held', 'booked'])
    .execute();
  return rows.map(bookingOf);
}

/** A booking is of the quote it was held by, and of the one that its moves have made of it. */
function isOf({ quote, firstQuote }: Booking, { digest }: Quote): boolean {
  return quote === digest || firstQuote === digest;
}

async function replayOf(queries: Queries, booking: Booking, now: number): Promise<Answer> {
  const { platform, number } = booking;
  const { seq } = await queries
    .selectFrom('kanli_event')
    .select(({ fn }) => fn.min('seq').as('seq'))
    .where('platform', '=', platform)
    .where('booking', '=', number)
    .executeTakeFirstOrThrow();
  return receiptOf(booking, await eventAt(queries, platform, seq), now, true);
}

/** With a key the key alone decides, in any state. Source: booking rules, "Retries". */
async function keyAnswer(
  desk: Desk,
  queries: Queries,
  earlier: LedgerEvent,
  quote: Quote,
  { key = '', fromPackage }: HoldOptions,
  now: number,
): Promise<Answer> {
  const { platform } = quote.rateCard;
  if (earlier.type !== 'hold') return keyReused(key, earlier, now);
  const before = await quoteFrom(desk, queries, platform, earlier.quote);
  const same = before.digest === quote.digest || (fromPackage === true && dealIn(before) === dealIn(quote));
  if (!same) return keyReused(key, earlier, now);
  const booking = await lockedBooking(queries, platform, earlier.booking);
  if (booking === undefined) throw new Error(`event ${earlier.seq} is of no booking`);
  return isOver(stateAt(booking, now))
    ? refused(now, wrongState(booking, now))
    : receiptOf(booking, earlier, now, true);
}

/** What was asked for, whatever the day on which it was priced. */
function dealIn({ package: pack, rateCard }: Quote): string {
  return canonicalJson([pack, rateCard.digest]);
}

/** A platform has one time zone. */
function zoneConflict(
  platform: string,
  known: string | undefined,
  written: string,
  now: number,
): Refused | undefined {
  if (known === undefined || known === written) return undefined;
  return refused(now, problem('card-conflict', [], { platform, known, written }));
}

function notToBeHeld({ asOf, validUntil }: Quote, zone: string, now: number): Refused | undefined {
  const today = dateInZone(now, zone);
  if (asOf > today) return refused(now, problem('quote-not-yet', ['asOf'], { asOf, today }));
  if (today > validUntil)
    return refused(now, problem('quote-expired', ['validUntil'], { validUntil, today }));
  return undefined;
}

function duplicate(live: Booking, now: number): Problem {
  const { number, package: id } = live;
  return problem('duplicate', [], { package: id, booking: number, state: stateAt(live, now) });
}

async function toReplace(
  queries: Queries,
  quote: Quote,
  { replace, ifRevision }: HoldOptions,
  now: number,
): Promise<Booking | Refused | undefined> {
  if (replace === undefined) return undefined;
  const { platform } = quote.rateCard;
  const found = platformOf(replace);
  if (found !== undefined && found !== platform) {
    return refused(now, problem('platform-differs', [], { booking: replace, found, platform }));
  }
  const old = await lockedBooking(queries, platform, replace);
  if (old === undefined) return notFound(queries, replace, now);
  if (stateAt(old, now) !== 'held') return refused(now, wrongState(old, now));
  return revisionDiffers(old, ifRevision, now) ?? old;
}
