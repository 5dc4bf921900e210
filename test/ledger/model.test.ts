import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Answer } from '../../src/ledger/answer.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { engines, type LedgerPlace, openedAt } from '../support/ledger/engines.js';
import {
  type Booking,
  type Deal,
  fen,
  type Line,
  type Outcome,
  priced,
  SecondOpinion,
  type Step,
} from '../support/ledger/second-opinion.js';
import { seed, soaking } from '../support/ledger/soak.js';
import { expectSound } from '../support/ledger/sound.js';

/** Random sequences of verbs, judged by the ledger and by a second opinion that was written from the rules alone. */

const sequences = Number(process.env.KANLI_SEQUENCES ?? (soaking ? 300 : 8));
const longest = 60;
/** A ledger is verified after each sequence, so it must not grow without end. */
const platformsOfOne = 4;

interface Real {
  readonly ledger: Ledger;
}

/** Mostly what is usual, and now and then what is not. */
function often<U, R>(usual: U, rare: fc.Arbitrary<R>): fc.Arbitrary<U | R> {
  return fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: rare });
}

const dates = ['2016-11-01', '2016-11-02', '2016-11-03', '2016-11-04', '2016-11-05'];
/** Few, so that much meets. */
const someDates = fc.uniqueArray(fc.constantFrom('2016-11-04', '2016-11-05'), { minLength: 1, maxLength: 2 });
const clocks = ['19:00-20:00', '19:30-20:00', '19:30-20:30', '20:00-21:00', '24:45-25:45'];
const time = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(...clocks) },
  { weight: 1, arbitrary: fc.constant('20:02-21:02') },
);
const mayHaveTime = fc.option(time, { nil: undefined });
const quantity = often(1, fc.constant(2));
const rivals = {
  options: often(undefined, fc.constant(['exclusive'])),
  category: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom('美妆', '食品') },
    { weight: 1, arbitrary: fc.constant(undefined) },
  ),
  brand: fc.constantFrom(undefined, '甲', '乙'),
};
const line: fc.Arbitrary<Line> = fc
  .oneof(
    fc.record({
      item: fc.constantFrom('hall', 'annex', 'studio'),
      dates: someDates,
      time,
      quantity,
      ...rivals,
    }),
    fc.record({ item: fc.constantFrom('star', 'idol'), dates: someDates, time: mayHaveTime, ...rivals }),
    fc.record({
      item: fc.constantFrom('idol', 'rain', 'drizzle'),
      dates: someDates,
      time: mayHaveTime,
      quantity,
    }),
    fc.record({ item: fc.constantFrom('banner', 'drop'), dates: someDates, ...rivals }),
    fc.record({
      item: fc.constant('splash'),
      dates: someDates,
      impressions: fc.constantFrom(1000, 2000, 4000),
    }),
    fc.record({ item: fc.constant('pool'), dates: someDates, amount: fc.constant(1001) }),
  )
  .map((drawn) => JSON.parse(JSON.stringify(drawn)) as Line);
const deal: fc.Arbitrary<Deal> = fc.record({
  id: fc.constantFrom('p-1', 'p-2', 'p-3', 'p-4', 'p-5', 'p-6'),
  client: fc.constantFrom('甲', '乙', '丙'),
  discount: fc.constantFrom(undefined, undefined, undefined, '5%', '20%'),
  lines: fc.array(line, { minLength: 1, maxLength: 3 }),
});
/** Which of the bookings so far, the last one first. */
const which = fc.nat(6);
const key = often(undefined, fc.constantFrom('k-1', 'k-2', 'k-3'));

abstract class Verb implements fc.AsyncCommand<SecondOpinion, Real> {
  abstract check(model: SecondOpinion): boolean;
  abstract run(model: SecondOpinion, real: Real): Promise<void>;
  abstract toString(): string;
}

/** A verb on one of the bookings. */
abstract class OnBooking extends Verb {
  constructor(
    readonly which: number,
    readonly key: string | undefined,
  ) {
    super();
  }
  check({ bookings }: SecondOpinion): boolean {
    return bookings.length > 0;
  }
  booking({ bookings }: SecondOpinion): Booking {
    return bookings.at(-1 - (this.which % bookings.length)) as Booking;
  }
  async run(model: SecondOpinion, { ledger }: Real): Promise<void> {
    const booking = this.booking(model);
    const { now } = model;
    const answer = await this.really(ledger, booking, { now, key: this.key });
    expect(outcomeOf(answer)).toEqual(this.supposed(model, booking));
    await compare(model, ledger);
  }
  abstract really(
    ledger: Ledger,
    booking: Booking,
    options: { now: number; key: string | undefined },
  ): Promise<Answer<object>>;
  abstract supposed(model: SecondOpinion, booking: Booking): Outcome;
}

class Hold extends Verb {
  constructor(
    readonly deal: Deal,
    readonly more: { key: string | undefined; hours: number | undefined; replace: number | undefined },
  ) {
    super();
  }
  check(model: SecondOpinion): boolean {
    return priced(this.deal, model.card) !== undefined;
  }
  run(model: SecondOpinion, { ledger }: Real): Promise<void> {
    return held(model, ledger, this.deal, this.more);
  }
  toString(): string {
    return `hold(${JSON.stringify(this.deal)}, ${JSON.stringify(this.more)})`;
  }
}

/** The package of some booking once more, as somebody who had no answer would. */
class HoldAgain extends OnBooking {
  override run(model: SecondOpinion, { ledger }: Real): Promise<void> {
    const more = { key: this.key, hours: undefined, replace: undefined };
    return held(model, ledger, this.booking(model).deal, more);
  }
  really(): never {
    throw new Error('run does it');
  }
  supposed(): never {
    throw new Error('run does it');
  }
  toString(): string {
    return `holdAgain(${this.which}, ${this.key})`;
  }
}

async function held(
  model: SecondOpinion,
  ledger: Ledger,
  asked: Deal,
  { key: under, hours, replace: at }: Hold['more'],
): Promise<void> {
  const quote = priced(asked, model.card);
  if (quote === undefined) throw new Error('a package without a price was held');
  const { now, bookings } = model;
  const replace = at === undefined ? undefined : bookings.at(-1 - (at % Math.max(bookings.length, 1)));
  const answer = await ledger.hold(quote, model.card, {
    now,
    key: under,
    replace: replace?.number,
    for: hours === undefined ? undefined : `${hours}h`,
  });
  expectUntil(answer, (spot) => model.heldUntil(asked, spot, replace));
  expect(outcomeOf(answer)).toEqual(sorted(model.hold(asked, quote, { key: under, replace, hours })));
  await compare(model, ledger);
}

class Confirm extends OnBooking {
  really(ledger: Ledger, { number }: Booking, options: { now: number }): Promise<Answer> {
    return ledger.confirm(number, options);
  }
  supposed(model: SecondOpinion, booking: Booking): Outcome {
    return model.confirm(booking, this.key);
  }
  toString(): string {
    return `confirm(${this.which}, ${this.key})`;
  }
}

class Release extends OnBooking {
  really(ledger: Ledger, { number }: Booking, options: { now: number }): Promise<Answer> {
    return ledger.release(number, options);
  }
  supposed(model: SecondOpinion, booking: Booking): Outcome {
    return model.release(booking, this.key);
  }
  toString(): string {
    return `release(${this.which}, ${this.key})`;
  }
}

class Approve extends OnBooking {
  constructor(
    at: number,
    readonly role: string,
  ) {
    super(at, undefined);
  }
  really(ledger: Ledger, { number }: Booking, options: { now: number }): Promise<Answer> {
    return ledger.approve(number, { ...options, role: this.role, by: '丁' });
  }
  supposed(model: SecondOpinion, booking: Booking): Outcome {
    return model.approve(booking, this.role, '丁');
  }
  toString(): string {
    return `approve(${this.which}, ${this.role})`;
  }
}

/** Approved by whoever may approve anything, and confirmed. */
class Book extends OnBooking {
  override async run(model: SecondOpinion, real: Real): Promise<void> {
    await new Approve(this.which, 'director').run(model, real);
    await new Confirm(this.which, this.key).run(model, real);
  }
  really(): never {
    throw new Error('run does it');
  }
  supposed(): never {
    throw new Error('run does it');
  }
  toString(): string {
    return `book(${this.which}, ${this.key})`;
  }
}

class Cancel extends OnBooking {
  constructor(
    at: number,
    under: string | undefined,
    readonly meant: { line?: number; brand?: string },
  ) {
    super(at, under);
  }
  really(ledger: Ledger, { number }: Booking, options: { now: number }): Promise<Answer<object>> {
    const { line: only, brand } = this.meant;
    return ledger.cancel(number, { ...options, brand, lines: only === undefined ? undefined : [only] });
  }
  supposed(model: SecondOpinion, booking: Booking): Outcome {
    return model.cancel(booking, this.meant, this.key);
  }
  toString(): string {
    return `cancel(${this.which}, ${this.key}, ${JSON.stringify(this.meant)})`;
  }
}

/** One or two spots elsewhere; tried dry first, and approved where that asks for it. */
class Move extends OnBooking {
  constructor(
    at: number,
    under: string | undefined,
    readonly drawn: {
      readonly spots: readonly {
        readonly at: number;
        readonly to: string;
        readonly time: string | undefined;
      }[];
      readonly approve: string | undefined;
      /** The first two spots of the booking change places. */
      readonly swap: boolean;
    },
  ) {
    super(at, under);
  }

  override async run(model: SecondOpinion, { ledger }: Real): Promise<void> {
    const booking = this.booking(model);
    const steps = this.#steps(booking);
    const { now } = model;
    const before = { ...booking };
    const dry = await ledger.move(booking.number, { now, steps, dryRun: true });
    let digest: string | undefined;
    if (dry.ok && 'dryRun' in dry.value) {
      ({ digest } = dry.value);
      const role = this.drawn.approve;
      if (dry.value.approval.missing && role !== undefined) {
        const approved = await ledger.approve(booking.number, { now, role, by: '戊', digest });
        expect(outcomeOf(approved)).toEqual(model.approve(booking, role, '戊', digest));
      }
    }
    const answer = await ledger.move(booking.number, { now, steps, key: this.key });
    expectUntil(answer, (spot) => model.heldUntil(before.deal, spot, booking, steps));
    expect(outcomeOf(answer)).toEqual(sorted(model.move(booking, steps, digest, this.key)));
    await compare(model, ledger);
  }

  #steps({ spots }: Booking): Step[] {
    const [first, second] = spots;
    if (this.drawn.swap && first?.line === second?.line && first !== undefined && second !== undefined) {
      const { line: both } = first;
      return [
        { line: both, date: first.date, toDate: second.date },
        { line: both, date: second.date, toDate: first.date },
      ];
    }
    const steps = new Map<string, Step>();
    for (const { at, to, time: toTime } of this.drawn.spots) {
      const spot = spots[at % spots.length];
      if (spot === undefined || (to === spot.date && (toTime ?? spot.time) === spot.time)) continue;
      const step = { line: spot.line, date: spot.date, toDate: to };
      steps.set(`${spot.line}:${spot.date}`, toTime === undefined ? step : { ...step, toTime });
    }
    // To another time of its own is a move, too.
    return steps.size > 0 ? [...steps.values()] : [{ line: 9, date: '2016-11-01', toDate: '2016-11-02' }];
  }

  really(): never {
    throw new Error('run does it');
  }
  supposed(): never {
    throw new Error('run does it');
  }
  toString(): string {
    return `move(${this.which}, ${this.key}, ${JSON.stringify(this.drawn)})`;
  }
}

/** Clocks go backwards, too. */
class Tick extends Verb {
  constructor(readonly hours: number) {
    super();
  }
  check(): boolean {
    return true;
  }
  async run(model: SecondOpinion): Promise<void> {
    model.now += this.hours * 3_600_000;
  }
  toString(): string {
    return `tick(${this.hours})`;
  }
}

const verbs = [
  fc
    .tuple(
      deal,
      fc.record({
        key,
        hours: fc.constantFrom(undefined, undefined, 1, 48),
        replace: fc.constant(undefined),
      }),
    )
    .map(([asked, more]) => new Hold(asked, more)),
  fc
    .tuple(deal, fc.record({ key, hours: fc.constantFrom(undefined, 1), replace: which }))
    .map(([asked, more]) => new Hold(asked, more)),
  fc.tuple(deal).map(([asked]) => new Hold(asked, { key: undefined, hours: undefined, replace: undefined })),
  fc.tuple(which, key).map((drawn) => new HoldAgain(...drawn)),
  fc.tuple(which, key).map((drawn) => new Confirm(...drawn)),
  fc.tuple(which, key).map((drawn) => new Book(...drawn)),
  fc.tuple(which, key).map((drawn) => new Book(...drawn)),
  fc.tuple(which, key).map((drawn) => new Release(...drawn)),
  fc.tuple(which, fc.constantFrom('sales', 'director')).map((drawn) => new Approve(...drawn)),
  fc
    .tuple(which, key, fc.constantFrom({}, { line: 1 }, { line: 2 }, { brand: '甲' }))
    .map((drawn) => new Cancel(...drawn)),
  fc
    .tuple(
      which,
      key,
      fc.record({
        spots: fc.array(
          fc.record({
            at: fc.nat(5),
            to: fc.constantFrom(...dates, '2016-11-06'),
            time: fc.option(time, { nil: undefined }),
          }),
          { minLength: 1, maxLength: 2 },
        ),
        approve: fc.constantFrom(undefined, 'sales', 'director'),
        swap: fc.constantFrom(false, false, true),
      }),
    )
    .map((drawn) => new Move(...drawn)),
  fc.constantFrom(-30, -2, 1, 6, 19, 21, 40).map((hours) => new Tick(hours)),
];

const plain = { key: undefined, hours: undefined, replace: undefined };
let packages = 0;
/** A hold by a client of its own. */
function sold(lines: readonly Line[], hours?: number, discount?: string): Hold {
  packages += 1;
  return new Hold({ id: `p-${packages}`, client: `客户${packages}`, discount, lines }, { ...plain, hours });
}
const evening = (item: string, clock: string): Line => ({ item, dates: ['2016-11-05'], time: clock });

/** Sequences that once told the two apart, or would if one were careless. */
const known: readonly (readonly [string, readonly Verb[]])[] = [
  [
    'what is held first and booked later within one spot is booked',
    [
      sold([evening('studio', '20:00-21:00')]),
      new Book(0, undefined),
      sold([evening('studio', '20:45-21:15')]),
      new Book(0, undefined),
      sold([evening('studio', '20:00-20:15')]),
      sold([evening('studio', '20:00-21:00')]),
    ],
  ],
  [
    'what two hold one after the other is free when the last of them runs out',
    [
      sold([evening('annex', '19:30-20:00')], 1),
      sold([evening('annex', '20:00-20:30')], 5),
      sold([evening('annex', '20:30-21:00')], 3),
      sold([evening('annex', '19:30-21:00')]),
    ],
  ],
  [
    'an approval that a move carried over is given again',
    [
      sold([{ item: 'star', dates: ['2016-11-01'] }], undefined, '5%'),
      new Approve(0, 'sales'),
      new Move(0, undefined, {
        spots: [{ at: 0, to: '2016-11-02', time: undefined }],
        approve: undefined,
        swap: false,
      }),
      new Approve(0, 'sales'),
      new Approve(0, 'director'),
      new Confirm(0, undefined),
    ],
  ],
  [
    'a wave with and one without a time in one package, and one of somebody else',
    [
      sold([evening('rain', '19:00-19:10'), { item: 'rain', dates: ['2016-11-05'] }]),
      sold([{ item: 'drizzle', dates: ['2016-11-05'] }]),
      sold([evening('rain', '19:00-19:10'), { item: 'rain', dates: ['2016-11-05'] }]),
    ],
  ],
];

function outcomeOf(answer: Answer<object>): Outcome {
  if (answer.ok) {
    const { booking, state, revision, replayed } = answer.value as Extract<Outcome, { booking: string }>;
    return { booking, state, revision, replayed };
  }
  const { spots, problems } = answer;
  if (spots.length === 0) return sorted({ problems: problems.map(({ code }) => code) });
  const failing = spots.map(({ line: at, date, reasons }) => [
    `${at}:${date}`,
    reasons.map(({ code }) => code).sort(),
  ]);
  return { spots: Object.fromEntries(failing) };
}

/** A package that has no price is told by pricing's own codes. */
const unpriced = new Set(['date-twice', 'time-required', 'no-time', 'per-session']);

function sorted(outcome: Outcome): Outcome {
  if (!('problems' in outcome)) return outcome;
  const problems = outcome.problems.map((code) => (unpriced.has(code) ? 'no price' : code));
  return { problems: [...problems].sort() };
}

/** `held` says when the place comes free. */
function expectUntil(answer: Answer<object>, until: (spot: string) => number | undefined): void {
  if (answer.ok) return;
  for (const { line: at, date, reasons } of answer.spots) {
    const held = reasons.find(({ code }) => code === 'held');
    if (held === undefined) continue;
    const said = held.until === undefined ? undefined : Date.parse(held.until);
    expect({ spot: `${at}:${date}`, until: said }).toEqual({
      spot: `${at}:${date}`,
      until: until(`${at}:${date}`),
    });
  }
}

/** Both say the same of every booking; what has run out may have been written down meanwhile, and nothing else may. */
async function compare(model: SecondOpinion, ledger: Ledger): Promise<void> {
  const { platform } = model;
  // At the beginning of time no hold has run out: this is what stands written.
  const { bookings } = await ledger.bookings({ platform, now: 0 });
  for (const [at, shown] of bookings.entries()) {
    const own = model.bookings[at];
    if (own !== undefined && shown.state === 'expired' && own.state === 'held')
      expect([shown.number, model.lapse(own)]).toEqual([shown.number, true]);
  }
  expect(
    bookings.map(({ number, state, revision, expires, quote, fees, payable }) => ({
      number,
      state,
      revision,
      expires: Date.parse(expires),
      quote,
      fees: fen(fees),
      payable: fen(payable),
    })),
  ).toEqual(
    model.bookings.map(({ number, state, revision, expires, digest, spots, quote }) => {
      const standing = new Set(spots.filter(({ fee }) => fee === undefined).map(({ line: at }) => at));
      const lines = quote.lines.filter(({ line: at }) => standing.has(at));
      return {
        number,
        state,
        revision,
        expires,
        quote: digest,
        fees: spots.reduce((sum, { fee = 0 }) => sum + fee, 0),
        payable: lines.reduce((sum, { payable }) => sum + fen(payable), 0),
      };
    }),
  );
  expect(model.oversold()).toEqual([]);
}

describe.each(engines)('a second opinion on $name', ({ fresh }) => {
  let place: LedgerPlace;
  let ledger: Ledger;
  let platforms = 0;

  async function renew(): Promise<void> {
    await expectSound(ledger, []);
    await ledger.close();
    await place.remove();
    await open();
  }
  async function open(): Promise<void> {
    place = await fresh();
    ledger = await openedAt(place.place);
  }
  beforeAll(open);
  afterAll(async () => {
    await ledger.close();
    await place.remove();
  });

  test.each(known)('is that of the ledger: %s', async (_what, commands) => {
    platforms += 1;
    const model = new SecondOpinion(`m${platforms}`);
    await fc.asyncModelRun(() => ({ model, real: { ledger } }), commands);
    await expectSound(ledger, []);
  });

  test(
    'is that of the ledger, verb by verb',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.commands(verbs, { maxCommands: longest, size: 'max' }), async (commands) => {
          platforms += 1;
          if (platforms % platformsOfOne === 0) await renew();
          const model = new SecondOpinion(`m${platforms}`);
          await fc.asyncModelRun(() => ({ model, real: { ledger } }), commands);
          expect((await ledger.verify()).problems).toEqual([]);
        }),
        { numRuns: sequences, seed, endOnFailure: false },
      );
      await expectSound(ledger, []);
    },
    sequences * 4000 + 60_000,
  );
});
