import type { RateCard } from '../../../src/card/ratecard.js';
import { digestOf } from '../../../src/documents/canonical.js';
import type { Quote } from '../../../src/documents/quote.js';
import { cardOf, quoteFor } from './card.js';

/**
 * What booking.md says, once more and as simply as possible: bookings in a list, places counted every five minutes. It shares
 * nothing with the ledger but the pricing of a package.
 */

const opinionCard = cardOf(`
apiVersion: kanli/v1
kind: RateCard
id: opinion
version: "1"
title: 第二意见刊例（虚构）
platform: opinion
currency: CNY
timezone: Asia/Shanghai
valid: 2016-11-01/2016-11-05
prices: tax-included
tax: 6%
slots:
  hall: { title: 大厅, price: 1000, per: hour, rest: 32min }
  annex: { title: 大厅副屏, price: 400, per: hour, resource: hall }
  studio: { title: 演播室, price: 700, per: hour, capacity: 2, rest: 15min }
  banner: { title: 首屏, price: 5000, per: day }
celebrities:
  star: { title: 明星, tier: S, price: 20000, per: session, rest: 1h, maxPerDay: 2 }
  idol: { title: 偶像, tier: A, price: 9000, per: session, capacity: 2, maxPerDay: 3 }
placements:
  rain: { title: 红包雨, price: 30000, per: wave, scope: all-rooms }
  drizzle: { title: 小红包雨, price: 9000, per: wave, scope: all-rooms, capacity: 2 }
  splash: { title: 开屏, price: 60, per: mille, capacity: 3000 }
  drop: { title: 优惠券, price: 100, per: each }
  pool: { title: 奖池, per: wave, passThrough: true, tax: 0% }
surcharges:
  - { id: weekend, title: 周末加收, rate: 20%, when: { weekdays: [sat] } }
approvals:
  - { upTo: 10%, by: sales }
  - { upTo: 30%, by: director }
terms:
  quoteValid: 10d
  hold: 20h
  deadline: 6h
  cancellation:
    - { daysBefore: 4, fee: 10% }
    - { daysBefore: 2, fee: 50% }
`);

/** What the card says of each item, for whoever does not want to ask the ledger. */
interface Item {
  readonly resource?: string;
  readonly capacity?: number;
  readonly rest?: number;
  readonly perDay?: number;
  readonly wave?: true;
  readonly mille?: true;
  readonly passThrough?: true;
}

const items: Readonly<Record<string, Item>> = {
  hall: { capacity: 1, rest: 32 },
  annex: { capacity: 1, resource: 'hall' },
  studio: { capacity: 2, rest: 15 },
  banner: { capacity: 1 },
  star: { capacity: 1, rest: 60, perDay: 2 },
  idol: { capacity: 2, perDay: 3 },
  rain: { wave: true },
  drizzle: { wave: true, capacity: 2 },
  splash: { mille: true, capacity: 3000 },
  drop: {},
  pool: { passThrough: true },
};

const cardDates = ['2016-11-01', '2016-11-05'] as const;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export interface Line {
  readonly item: string;
  readonly dates: readonly string[];
  readonly time?: string;
  readonly times?: Readonly<Record<string, string>>;
  readonly quantity?: number;
  readonly impressions?: number;
  readonly amount?: number;
  readonly options?: readonly string[];
  readonly category?: string;
  readonly brand?: string;
}

export interface Deal {
  readonly id: string;
  readonly client: string;
  readonly discount: string | undefined;
  readonly lines: readonly Line[];
}

/** Undefined for a package that has no price. */
export function priced({ id, client, discount, lines }: Deal, card: RateCard): Quote | undefined {
  try {
    const more = discount === undefined ? {} : { deal: { discount } };
    return quoteFor(lines, { id, client, card, more });
  } catch {
    return undefined;
  }
}

interface Spot {
  readonly line: number;
  readonly date: string;
  readonly time: string | undefined;
  readonly feeDate: string;
  readonly written: Line;
  readonly brand: string;
  fee?: number;
}

interface Event {
  readonly verb: string;
  readonly steps?: readonly Step[];
}

export interface Booking {
  readonly number: string;
  readonly first: string;
  deal: Deal;
  quote: Quote;
  /** Of the quote as the ledger writes it. */
  digest: string;
  state: string;
  revision: number;
  expires: number;
  spots: Spot[];
  approvals: { readonly digest: string; readonly role: string; readonly by: string }[];
  last: Event;
}

export interface Step {
  readonly line: number;
  readonly date: string;
  readonly toDate: string;
  readonly toTime?: string;
}

/** What a verb comes to: a receipt, why not, or the spots that fail, each with its reasons in order. */
export type Outcome =
  | {
      readonly booking: string;
      readonly state: string;
      readonly revision: number;
      readonly replayed: boolean;
    }
  | { readonly problems: readonly string[] }
  | { readonly spots: Readonly<Record<string, readonly string[]>> };

const no = (...problems: string[]): Outcome => ({ problems });
const keyOf = ({ line, date }: { line: number; date: string }) => `${line}:${date}`;

export class SecondOpinion {
  readonly platform: string;
  readonly card: RateCard;
  readonly bookings: Booking[] = [];
  now = Date.parse('2016-10-29T10:00:00+08:00');
  readonly #keys = new Map<
    string,
    { readonly verb: string; readonly booking: Booking; readonly quote?: string }
  >();

  constructor(platform: string) {
    this.platform = platform;
    const document = { ...opinionCard.document, platform };
    this.card = Object.freeze({ document, digest: digestOf(document) });
  }

  /** A hold that has run out is expired, whoever writes it down. */
  stateOf({ state, expires }: Booking): string {
    return state === 'held' && this.now >= expires ? 'expired' : state;
  }

  isLive(booking: Booking): boolean {
    return ['held', 'booked'].includes(this.stateOf(booking));
  }

  hold(
    deal: Deal,
    quote: Quote,
    {
      key,
      replace,
      hours,
    }: { key?: string | undefined; replace?: Booking | undefined; hours?: number | undefined },
  ): Outcome {
    const earlier = key === undefined ? undefined : this.#keys.get(key);
    if (earlier !== undefined) {
      if (earlier.verb !== 'hold' || earlier.quote !== quote.digest) return no('key-reuse');
      return this.isLive(earlier.booking) ? this.#receipt(earlier.booking, true) : no('state');
    }
    const live = this.bookings.filter(
      (one) => this.isLive(one) && one.deal.client === deal.client && one.deal.id === deal.id,
    );
    const same = live.find(({ first, digest }) => first === quote.digest || digest === quote.digest);
    if (key === undefined && same !== undefined) return this.#receipt(same, true);
    if (this.#today() < quote.asOf) return no('quote-not-yet');
    if (this.#today() > quote.validUntil) return no('quote-expired');
    if (replace !== undefined && this.stateOf(replace) !== 'held') return no('state');
    if (key === undefined && replace === undefined && live.length > 0) return no('duplicate');
    const spots = spotsOf(deal);
    const refused = this.#judge(spots, spots, replace);
    if (refused !== undefined) return refused;
    const ends = [
      this.now + Math.min(hours ?? 20, 20) * hour,
      midnight(quote.validUntil) + day,
      ...spots.map(closing),
    ];
    const booking: Booking = {
      number: `${this.platform}-${String(this.bookings.length + 1).padStart(4, '0')}`,
      first: quote.digest,
      deal,
      quote,
      digest: quote.digest,
      state: 'held',
      revision: 1,
      expires: Math.min(...ends),
      spots,
      approvals: [],
      last: { verb: 'hold' },
    };
    if (replace !== undefined) replace.state = 'replaced';
    this.bookings.push(booking);
    if (key !== undefined) this.#keys.set(key, { verb: 'hold', booking, quote: quote.digest });
    return this.#receipt(booking, false);
  }

  confirm(booking: Booking, key?: string): Outcome {
    return this.#verb('confirm', booking, key, () => {
      const state = this.stateOf(booking);
      if (state === 'booked') return this.#receipt(booking, true);
      if (state !== 'held') return no('state');
      if (!this.#isApproved(booking, booking.digest, booking.quote)) return no('approval-missing');
      booking.state = 'booked';
      return this.#done(booking, { verb: 'confirm' });
    });
  }

  release(booking: Booking, key?: string): Outcome {
    return this.#verb('release', booking, key, () => {
      const state = this.stateOf(booking);
      if (state === 'released') return this.#receipt(booking, true);
      if (state !== 'held') return no('state');
      booking.state = 'released';
      return this.#done(booking, { verb: 'release' });
    });
  }

  approve(booking: Booking, role: string, by: string, digest = booking.digest): Outcome {
    if (!this.isLive(booking)) return no('state');
    const { required } = booking.quote.approval;
    if (digest === booking.digest) {
      if (required === null) return no('approval-not-needed');
      if (!reaches(role, required)) return no('role-too-low');
    }
    const again = booking.approvals.some(
      (one) => one.digest === digest && one.role === role && one.by === by,
    );
    if (!again) booking.approvals.push({ digest, role, by });
    return this.#receipt(booking, again);
  }

  cancel(booking: Booking, meant: { line?: number; brand?: string }, key?: string): Outcome {
    return this.#verb('cancel', booking, key, () => {
      const state = this.stateOf(booking);
      if (state !== 'booked' && state !== 'cancelled') return no('state');
      const { line, brand } = meant;
      const spots = booking.spots.filter(
        (spot) => (line === undefined || spot.line === line) && (brand === undefined || spot.brand === brand),
      );
      if (spots.length === 0) return no(line === undefined ? 'no-such-brand' : 'no-such-line');
      const standing = spots.filter(({ fee }) => fee === undefined);
      if (standing.length === 0) return this.#receipt(booking, true);
      for (const spot of standing) spot.fee = this.#fee(spot, booking.quote);
      if (booking.spots.every(({ fee }) => fee !== undefined)) booking.state = 'cancelled';
      return this.#done(booking, { verb: 'cancel' });
    });
  }

  /** @param digest of the package priced again, as the ledger says it */
  move(booking: Booking, steps: readonly Step[], digest: string | undefined, key?: string): Outcome {
    return this.#verb('move', booking, key, () => {
      if (!this.isLive(booking)) return no('state');
      const wrong = steps.flatMap((step) => {
        const spot = booking.spots.find((one) => keyOf(one) === keyOf(step));
        if (spot === undefined)
          return [step.line > booking.deal.lines.length ? 'no-such-line' : 'no-such-spot'];
        if (spot.fee !== undefined) return ['spot-cancelled'];
        return this.now >= beginning(spot) ? ['spot-begun'] : [];
      });
      if (wrong.length > 0) {
        const again = JSON.stringify(booking.last.steps) === JSON.stringify(steps);
        return again ? this.#receipt(booking, true) : no(...wrong);
      }
      const off = steps.filter(({ toDate }) => toDate < cardDates[0] || toDate > cardDates[1]);
      if (off.length > 0) {
        const spots = off.map(({ line, toDate }) => [keyOf({ line, date: toDate }), ['outside-card']]);
        return { spots: Object.fromEntries(spots) };
      }
      const deal = movedDeal(booking.deal, steps);
      const quote = priced(deal, this.card);
      if (quote === undefined) return no('no price');
      const from = new Set(steps.map(keyOf));
      const stay = booking.spots.filter((spot) => !from.has(keyOf(spot)));
      const to = steps.map(({ line, date, toDate }) => {
        const spot = spotsOf(deal).find((one) => one.line === line && one.date === toDate) as Spot;
        const old = booking.spots.find((one) => keyOf(one) === keyOf({ line, date })) as Spot;
        return { ...spot, feeDate: old.feeDate < toDate ? old.feeDate : toDate };
      });
      const standing = stay.filter(({ fee }) => fee === undefined);
      const refused = this.#judge(to, [...standing, ...to], booking);
      if (refused !== undefined) return refused;
      const before = booking.quote;
      const unchanged =
        before.totals.payable === quote.totals.payable &&
        before.approval.required === quote.approval.required;
      const had = booking.state === 'booked' || this.#isApproved(booking, booking.digest, before);
      if (had && !unchanged && !this.#isApproved(booking, digest, quote)) return no('approval-missing');
      if (unchanged) {
        const carried = booking.approvals.filter((one) => one.digest === booking.digest);
        booking.approvals.push(...carried.map((one) => ({ ...one, digest: digest ?? '' })));
      }
      const spots = [...stay, ...to].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
      const expires = Math.min(booking.expires, ...[...standing, ...to].map(closing));
      Object.assign(booking, { deal, quote, digest: digest ?? '', spots });
      if (booking.state === 'held') booking.expires = expires;
      return this.#done(booking, { verb: 'move', steps });
    });
  }

  /** Somebody wrote down that a hold had run out; false when it had not. */
  lapse(booking: Booking): boolean {
    if (booking.state !== 'held' || this.now < booking.expires) return false;
    booking.state = 'expired';
    booking.revision += 1;
    return true;
  }

  /** What is held or booked and yet has no place: nothing, ever. */
  oversold(): string[] {
    const standing = this.#standing(undefined, Number.NEGATIVE_INFINITY);
    return standing.flatMap(({ spot }) => {
      const others = standing.filter((other) => other.spot !== spot);
      const found = reasonsOf(spot, [spot], others).filter((code) => code !== 'no-category');
      return found.length === 0
        ? []
        : [`${spot.written.item} ${spot.date} ${spot.time ?? ''}: ${found.join(' ')}`];
    });
  }

  /** The first instant at which a spot that is held by others would no longer be, as their holds run out. */
  heldUntil(
    deal: Deal,
    key: string,
    without: Booking | undefined,
    moved: readonly Step[] = [],
  ): number | undefined {
    const after = moved.length === 0 ? deal : movedDeal(deal, moved);
    const cancelled = new Set(without === undefined || moved.length === 0 ? [] : cancelledIn(without));
    const own = spotsOf(after).filter((spot) => !cancelled.has(keyOf(spot)));
    const spot = own.find((one) => keyOf(one) === key) as Spot;
    const standing = this.#standing(without, this.now);
    const ends = standing.flatMap(({ until }) => until ?? []).sort((a, b) => a - b);
    return ends.find((end) => {
      const left = standing.filter(({ until }) => until === undefined || until > end);
      return !reasonsOf(spot, own, left).includes('held');
    });
  }

  /** A key decides alone, and is taken by what was done under it, not by what was refused. */
  #verb(verb: string, booking: Booking, key: string | undefined, work: () => Outcome): Outcome {
    const earlier = key === undefined ? undefined : this.#keys.get(key);
    if (earlier !== undefined) {
      const same = earlier.verb === verb && earlier.booking === booking;
      return same ? this.#receipt(booking, true) : no('key-reuse');
    }
    const outcome = work();
    if (key !== undefined && 'replayed' in outcome && !outcome.replayed)
      this.#keys.set(key, { verb, booking });
    return outcome;
  }

  #done(booking: Booking, last: Event): Outcome {
    booking.revision += 1;
    booking.last = last;
    return this.#receipt(booking, false);
  }

  #receipt(booking: Booking, replayed: boolean): Outcome {
    const { number, revision } = booking;
    return { booking: number, state: this.stateOf(booking), revision, replayed };
  }

  #today(): string {
    return new Date(this.now + 8 * hour).toISOString().slice(0, 10);
  }

  #isApproved(
    { approvals }: Booking,
    digest: string | undefined,
    { approval: { required } }: Quote,
  ): boolean {
    return required === null || approvals.some((one) => one.digest === digest && reaches(one.role, required));
  }

  #standing(without: Booking | undefined, now: number): Standing[] {
    return this.bookings
      .filter(
        (one) => one !== without && (one.state === 'booked' || (one.state === 'held' && now < one.expires)),
      )
      .flatMap(({ state, expires, spots }) =>
        spots
          .filter(({ fee }) => fee === undefined)
          .map((spot) => ({ spot, until: state === 'held' ? expires : undefined })),
      );
  }

  #judge(judged: readonly Spot[], own: readonly Spot[], without: Booking | undefined): Outcome | undefined {
    const standing = this.#standing(without, this.now);
    const failing = judged.flatMap((spot) => {
      const reasons = [
        ...(this.now >= closing(spot) ? ['closed'] : []),
        ...(/:.[^05]/.test(spot.time ?? '') ? ['off-grid'] : []),
        ...reasonsOf(spot, own, standing),
      ];
      return reasons.length === 0 ? [] : [[keyOf(spot), reasons.sort()] as const];
    });
    return failing.length === 0 ? undefined : { spots: Object.fromEntries(failing) };
  }

  /** In fen: the tier with the most days that are still left; nothing earned before is given back by moving. */
  #fee(spot: Spot, quote: Quote): number {
    const amounts = quote.lines[spot.line - 1]?.spots ?? [];
    const amount = fen(amounts.find(({ date }) => date === spot.date)?.amount ?? '');
    const left = (Date.parse(spot.feeDate) - Date.parse(this.#today())) / day;
    if (items[spot.written.item]?.passThrough) return left > 0 ? 0 : amount;
    const rate = left <= 0 ? 100 : left >= 4 ? 10 : left >= 2 ? 50 : 100;
    return Math.floor((amount * rate + 50) / 100);
  }
}

function cancelledIn({ spots }: Booking): string[] {
  return spots.filter(({ fee }) => fee !== undefined).map(keyOf);
}

export function fen(amount: string): number {
  return Math.round(Number(amount) * 100);
}

const roles = ['sales', 'director'];

function reaches(role: string, required: string): boolean {
  return roles.indexOf(role) >= roles.indexOf(required);
}

function spotsOf({ lines, client }: Deal): Spot[] {
  return lines.flatMap((written, at) =>
    [...written.dates].sort().map((date) => ({
      line: at + 1,
      date,
      time: written.times?.[date] ?? written.time,
      feeDate: date,
      written,
      brand: written.brand ?? client,
    })),
  );
}

/** All that move leave before any arrives. */
function movedDeal(deal: Deal, steps: readonly Step[]): Deal {
  const lines = deal.lines.map((line, at): Line => {
    const own = steps.filter((step) => step.line === at + 1);
    if (own.length === 0) return line;
    const timeOn = (date: string) => line.times?.[date] ?? line.time;
    const left = line.dates.filter((date) => own.every((step) => step.date !== date));
    const places = [
      ...left.map((date) => [date, timeOn(date)] as const),
      ...own.map(({ date, toDate, toTime }) => [toDate, toTime ?? timeOn(date)] as const),
    ];
    const times = places.filter(([, time]) => time !== undefined && time !== line.time) as [string, string][];
    const { times: _before, ...rest } = line;
    return {
      ...rest,
      dates: places.map(([date]) => date),
      ...(times.length === 0 ? {} : { times: Object.fromEntries(times) }),
    };
  });
  return { ...deal, lines };
}

function midnight(date: string): number {
  return Date.parse(`${date}T00:00:00+08:00`);
}

function windowOf(time: string): readonly [number, number] {
  const [from = 0, to = 0] = time.split('-').map((clock) => {
    const [hours = 0, minutes = 0] = clock.split(':').map(Number);
    return hours * 60 + minutes;
  });
  return [from, to];
}

function beginning({ date, time }: Spot): number {
  return midnight(date) + (time === undefined ? 0 : windowOf(time)[0] * minute);
}

function closing(spot: Spot): number {
  return beginning(spot) - 6 * hour;
}

interface Standing {
  readonly spot: Spot;
  readonly until: number | undefined;
}

/** Something that a spot needs a share of: a resource's minutes or date, impressions, a count by the day, the wave. */
interface Need {
  readonly pool: string;
  readonly date: string;
  /** From and to, in minutes since 1970 by the local clock; undefined where it is the date that is taken. */
  readonly runs: readonly [number, number] | undefined;
  readonly restTo: number;
  readonly n: number;
  readonly bound: number;
}

const needs = new WeakMap<Spot, readonly Need[]>();

function needsOf(spot: Spot): readonly Need[] {
  const known = needs.get(spot) ?? needsAnew(spot);
  needs.set(spot, known);
  return known;
}

function needsAnew({ written, date, time }: Spot): Need[] {
  const {
    resource = written.item,
    capacity,
    rest = 0,
    perDay,
    wave,
    mille,
    passThrough,
  } = items[written.item] as Item;
  if (passThrough) return [];
  const base = Date.parse(date) / minute;
  const [from, to] = time === undefined ? [0, 0] : windowOf(time);
  // The grid of five minutes, for whatever is not on it.
  const runs = [base + from - (from % 5), base + up(to)] as const;
  const on = {
    date,
    runs: time === undefined ? undefined : runs,
    restTo: base + up(to + rest),
    n: written.quantity ?? 1,
  };
  const byDate = { ...on, runs: undefined };
  return [
    ...(capacity === undefined || mille ? [] : [{ ...on, pool: `place ${resource}`, bound: capacity }]),
    ...(mille
      ? [{ ...byDate, pool: `mille ${resource}`, n: written.impressions ?? 0, bound: capacity ?? 0 }]
      : []),
    ...(perDay === undefined ? [] : [{ ...byDate, pool: `day ${resource}`, bound: perDay }]),
    ...(wave ? [{ ...on, pool: 'wave', bound: 1 }] : []),
  ];
}

const up = (minutes: number) => Math.ceil(minutes / 5) * 5;

function reasonsOf(spot: Spot, own: readonly Spot[], standing: readonly Standing[]): string[] {
  const codes = new Set<string>();
  for (const need of needsOf(spot)) {
    const found = crowding(need, own, standing, true);
    if (found.length > 0 && need.runs !== undefined && crowding(need, own, standing, false).length === 0)
      codes.add('rest');
    for (const code of found) {
      if (need.pool.startsWith('day')) codes.add('max-per-day');
      else if (need.pool !== 'wave') codes.add(code);
      else codes.add('wave').add(code === 'capacity' ? code : 'wave');
    }
  }
  for (const code of rivalry(spot, [...own, ...standing.map((other) => other.spot)])) codes.add(code);
  return [...codes];
}

/** Every five minutes, which is all the grid there is: asked for more than there is, booked, or held by others. */
function crowding(
  need: Need,
  own: readonly Spot[],
  standing: readonly Standing[],
  withRest: boolean,
): string[] {
  const ours = own.flatMap(needsOf).filter(({ pool }) => pool === need.pool);
  const theirs = standing.flatMap(({ spot, until }) =>
    needsOf(spot)
      .filter(({ pool }) => pool === need.pool)
      .map((one) => ({ ...one, booked: until === undefined })),
  );
  const end = (one: Need) => (withRest ? one.restTo : (one.runs?.[1] ?? 0));
  const codes = new Set<string>();
  const moments = need.runs === undefined ? [0] : range(need.runs[0], end(need));
  for (const at of moments) {
    const there = (one: Need) =>
      one.runs === undefined || need.runs === undefined
        ? one.runs === need.runs && one.date === need.date
        : one.runs[0] <= at && at < end(one);
    const sum = (some: readonly Need[]) => some.filter(there).reduce((total, { n }) => total + n, 0);
    const asked = sum(ours);
    const booked = sum(theirs.filter((one) => one.booked));
    if (asked > need.bound) codes.add('capacity');
    else if (booked + asked > need.bound) codes.add('booked');
    else if (sum(theirs) + asked > need.bound) codes.add('held');
  }
  // Timed and untimed ones keep each other off their date.
  const other = (one: Need) =>
    one.date === need.date && (one.runs === undefined) !== (need.runs === undefined);
  if (ours.some(other)) codes.add('capacity');
  if (theirs.some((one) => other(one) && one.booked)) codes.add('booked');
  if (theirs.some((one) => other(one) && !one.booked)) codes.add('held');
  // What is held would be had if the holds were gone: not where something else is in the way as well.
  if (codes.size > 1) codes.delete('held');
  return [...codes];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: (to - from) / 5 }, (_, at) => from + at * 5);
}

function rivalry(spot: Spot, all: readonly Spot[]): string[] {
  const resourceOf = ({ written }: Spot) => items[written.item]?.resource ?? written.item;
  const isAlone = ({ written }: Spot) => written.options?.includes('exclusive') === true;
  if (items[spot.written.item]?.passThrough) return [];
  const there = all.filter((one) => resourceOf(one) === resourceOf(spot) && one.date === spot.date);
  const { category } = spot.written;
  if (category === undefined) return there.some(isAlone) ? ['no-category'] : [];
  const rivals = there.filter(
    (one) => one.written.category === category && one.brand !== spot.brand && (isAlone(one) || isAlone(spot)),
  );
  return rivals.length > 0 ? ['rival'] : [];
}
