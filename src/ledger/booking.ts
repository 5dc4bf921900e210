import type { EventSpot, HoldEvent, LedgerEvent, MoveEvent, SpotKey } from '../documents/ledgerEvent.js';
import type { Quote } from '../documents/quote.js';
import type { BookingState } from '../documents/receipt.js';
import { sumOf } from '../money/money.js';

/** Bookings, as their events make them. Source: booking rules, "Verbs". */

export interface BookedSpot extends Readonly<EventSpot> {
  /** Set once it is cancelled. */
  readonly fee?: string;
}

export interface Booking {
  readonly platform: string;
  readonly number: string;
  /** As the events have it; whether a hold has run out meanwhile is for the clock to say. */
  readonly state: BookingState;
  readonly revision: number;
  readonly expires: string;
  readonly client: string;
  readonly package: string;
  readonly currency: string;
  readonly quote: string;
  readonly firstQuote: string;
  readonly card: HoldEvent['card'];
  readonly approval: {
    readonly required: string | null;
    readonly given: readonly { readonly role: string; readonly by: string; readonly digest: string }[];
  };
  readonly replaces?: string;
  readonly replacedBy?: string;
  readonly spots: readonly BookedSpot[];
  readonly payable: string;
  readonly fees: string;
}

/** The quotes that events name by digest. */
export type Archived = (digest: string) => Quote;

/** States that no verb changes any more. */
export function isOver(state: BookingState): boolean {
  return state !== 'held' && state !== 'booked';
}

/** The spots that occupy their places: none of a booking that is over. */
export function standingOf({ state, spots }: Pick<Booking, 'state' | 'spots'>): readonly BookedSpot[] {
  return isOver(state) ? [] : spots.filter(({ fee }) => fee === undefined);
}

/** The state as the clock has it: a hold that has run out is expired, written down or not. */
export function stateAt({ state, expires }: Pick<Booking, 'state' | 'expires'>, now: number): BookingState {
  return state === 'held' && now >= Date.parse(expires) ? 'expired' : state;
}

/** A booking after its next event. @throws RangeError for an event that its state does not allow */
export function afterEvent(before: Booking | undefined, event: LedgerEvent, archived: Archived): Booking {
  if (event.type === 'hold') {
    if (before !== undefined) throw new RangeError(`${event.booking} is held a second time`);
    return held(event, archived);
  }
  if (before === undefined) throw new RangeError(`${event.booking} was never held`);
  if (!allowed[event.type].includes(before.state))
    throw new RangeError(`${event.booking} is ${before.state}: no ${event.type}`);
  const booking = { ...before, revision: event.revision };
  switch (event.type) {
    case 'approve': {
      const { role, digest, by = '' } = event;
      const given = [...before.approval.given, { role, by, digest }];
      return { ...booking, approval: { ...before.approval, given } };
    }
    case 'confirm':
      return { ...booking, state: 'booked' };
    case 'release':
      return { ...booking, state: 'released' };
    case 'lapse':
      return { ...booking, state: 'expired' };
    case 'cancel': {
      const fees = new Map(event.spots.map(({ line, date, fee }) => [keyOf({ line, date }), fee]));
      const spots = before.spots.map((spot) => {
        const fee = fees.get(keyOf(spot));
        return fee === undefined ? spot : { ...spot, fee };
      });
      const left = spots.some(({ fee }) => fee === undefined);
      return withSums({ ...booking, state: left ? before.state : 'cancelled', spots }, archived);
    }
    case 'move':
      return moved(booking, event, archived);
  }
}

/** From which states each event may come. */
const allowed: Readonly<Record<Exclude<LedgerEvent['type'], 'hold'>, readonly BookingState[]>> = {
  approve: ['held', 'booked'],
  confirm: ['held'],
  release: ['held'],
  lapse: ['held'],
  cancel: ['booked'],
  move: ['held', 'booked'],
};

function held(event: HoldEvent, archived: Archived): Booking {
  const { platform, booking, revision, expires, client, quote, card, approval, replaces, spots } = event;
  return withSums(
    {
      platform,
      number: booking,
      state: 'held',
      revision,
      expires,
      client,
      package: event.package,
      currency: archived(quote).currency,
      quote,
      firstQuote: quote,
      card,
      approval: { required: approval, given: [] },
      ...(replaces === undefined ? {} : { replaces }),
      spots,
    },
    archived,
  );
}

/** The booking that another one took the places of. */
export function replaced(before: Booking, by: string): Booking {
  if (before.state !== 'held')
    throw new RangeError(`${before.number} is ${before.state}: not to be replaced`);
  return { ...before, state: 'replaced', replacedBy: by };
}

function moved(before: Booking, event: MoveEvent, archived: Archived): Booking {
  const quote = archived(event.quote);
  const gone = new Set(event.from.map(keyOf));
  const stay = before.spots.filter((spot) => !gone.has(keyOf(spot)));
  const spots = [...stay, ...event.to].map((spot) => asQuoted(spot, quote));
  spots.sort((a, b) => a.line - b.line || a.spot - b.spot);
  const { required } = quote.approval;
  const old = archived(before.quote);
  const same = old.totals.payable === quote.totals.payable && old.approval.required === required;
  const { given } = before.approval;
  // An approval carries over when payable and required band are unchanged.
  const carried = same ? given.filter(({ digest }) => digest === before.quote) : [];
  return withSums(
    {
      ...before,
      expires: event.expires ?? before.expires,
      quote: quote.digest,
      approval: {
        required,
        given: [...given, ...carried.map((approval) => ({ ...approval, digest: quote.digest }))],
      },
      spots,
    },
    archived,
  );
}

/** A spot with its place in the line and its amount as the package priced again has them; what was cancelled is settled. */
function asQuoted(spot: BookedSpot, quote: Quote): BookedSpot {
  const spots = quote.lines[spot.line - 1]?.spots ?? [];
  const at = spots.findIndex(({ date }) => date === spot.date);
  const amount = spots[at]?.amount;
  if (amount === undefined) throw new RangeError(`line ${spot.line} has no spot on ${spot.date}`);
  return { ...spot, spot: at + 1, amount: spot.fee === undefined ? amount : spot.amount };
}

function withSums(booking: Omit<Booking, 'payable' | 'fees'>, archived: Archived): Booking {
  const { currency, spots } = booking;
  const quote = archived(booking.quote);
  // Cancelling takes whole lines, so a line's payable stands or falls with any of its spots.
  const lines = new Set(spots.filter(({ fee }) => fee === undefined).map(({ line }) => line));
  const payable = quote.lines.filter(({ line }) => lines.has(line)).map((line) => line.payable);
  return {
    ...booking,
    payable: sumOf(payable, currency),
    fees: sumOf(
      spots.flatMap(({ fee }) => fee ?? []),
      currency,
    ),
  };
}

export function keyOf({ line, date }: SpotKey): string {
  return `${line}:${date}`;
}
