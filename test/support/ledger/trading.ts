import type { Answer } from '../../../src/ledger/answer.js';
import type { Ledger } from '../../../src/ledger/ledger.js';
import { at, cardOf, quoteFor } from './card.js';

/** Random trade on an inventory so small that everybody is in everybody's way. */

export const tradedCardText = `
apiVersion: kanli/v1
kind: RateCard
id: fair
version: "1"
title: 抢档期刊例（虚构）
platform: fair
currency: CNY
timezone: Asia/Shanghai
valid: 2016-11-01/2016-11-08
prices: tax-included
tax: 6%
slots:
  hall: { title: 大厅, price: 1000, per: hour, rest: 30min }
  studio: { title: 演播室, price: 700, per: hour, capacity: 2 }
  banner: { title: 首屏, price: 5000, per: day, capacity: 3 }
celebrities:
  star: { title: 明星, tier: S, price: 20000, per: session, rest: 1h, maxPerDay: 2 }
  idol: { title: 偶像, tier: A, price: 9000, per: session, capacity: 2, maxPerDay: 3 }
placements:
  rain: { title: 红包雨, price: 30000, per: wave, scope: all-rooms }
  splash: { title: 开屏, price: 60, per: mille, capacity: 3000000 }
  drop: { title: 优惠券, price: 100, per: each }
terms:
  quoteValid: 14d
  cancellation:
    - { daysBefore: 7, fee: 10% }
    - { daysBefore: 3, fee: 50% }
`;

export const tradedCard = cardOf(tradedCardText);
const dates = ['2016-11-01', '2016-11-02', '2016-11-03', '2016-11-04'];

/** When trade begins by the platform's clock; a second of ours is a minute there, so that short holds run out. */
export const opening = at('2016-10-26 10:00');
const pace = 60;

/** The same numbers from 0 to 1 for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Trade {
  readonly seed: number;
  readonly seconds: number;
  /** Nothing but holds and their confirmations, on dates that are never all gone. */
  readonly holdsOnly?: boolean;
}

interface Line {
  readonly item: string;
  readonly dates: string[];
  readonly impressions?: number;
}

/** Enough of it for three thousand a day. */
function plenty(date: string): Line {
  return { item: 'splash', dates: [date], impressions: 1000 };
}

type Verb = 'hold' | 'confirm' | 'release' | 'cancel' | 'move';

interface Own {
  readonly number: string;
  booked: boolean;
  readonly lines: readonly { readonly item: string; dates: string[] }[];
}

/** One client's trade: each call draws what to do next. */
export class Trader {
  readonly #ledger: Ledger;
  readonly #random: () => number;
  readonly #trade: Trade;
  readonly #begun = performance.now();
  #own: Own[] = [];
  #packages = 0;

  constructor(ledger: Ledger, trade: Trade) {
    this.#ledger = ledger;
    this.#trade = trade;
    this.#random = randomNumbers(trade.seed);
  }

  async call(): Promise<{ readonly verb: Verb; readonly answer: Answer }> {
    const verb = this.#verb();
    const now = opening + Math.round((performance.now() - this.#begun) * pace);
    const key = this.#random() < 0.3 ? `${this.#trade.seed}/${verb}/${this.#packages}/${now}` : undefined;
    if (verb === 'hold') return { verb, answer: await this.#hold(now, key) };
    const own = this.#pick(this.#own);
    return { verb, answer: await this.#change(verb, own, { now, key }) };
  }

  #verb(): Verb {
    if (this.#own.length === 0) return 'hold';
    const drawn = this.#random();
    if (this.#trade.holdsOnly === true) return drawn < 0.6 ? 'hold' : 'confirm';
    // Whoever has much gives back more than he takes.
    if (this.#own.length > 5) return drawn < 0.5 ? 'release' : 'cancel';
    if (drawn < 0.5) return 'hold';
    if (drawn < 0.7) return 'confirm';
    if (drawn < 0.8) return 'release';
    return drawn < 0.9 ? 'cancel' : 'move';
  }

  async #hold(now: number, key: string | undefined): Promise<Answer> {
    this.#packages += 1;
    const asked = Array.from({ length: 1 + this.#below(3) }, () => this.#line());
    const id = `s${this.#trade.seed}-${this.#packages}`;
    const quote = quoteFor(asked, { id, client: `客户${this.#trade.seed}`, card: tradedCard });
    const short = this.#trade.holdsOnly !== true && this.#random() < 0.2;
    const answer = await this.#ledger.hold(quote, tradedCard, { now, key, for: short ? '1min' : undefined });
    if (answer.ok) {
      const lines = asked.map((line) => ({ item: line.item, dates: [...line.dates] }));
      this.#own.push({ number: answer.value.booking, booked: false, lines });
    }
    return answer;
  }

  #line(): Line {
    const date = this.#pick(dates);
    if (this.#trade.holdsOnly === true) return plenty(date);
    const start = 18 + this.#below(4);
    const time = { time: `${start}:00-${start + 1}:00` };
    const exclusive = this.#random() < 0.3 ? { options: ['exclusive'] } : {};
    const category = { category: this.#pick(['美妆', '食品']) };
    const kinds: readonly (() => Line)[] = [
      () => ({ item: 'hall', dates: [date], ...time }),
      () => ({ item: 'studio', dates: this.#twoDates(), ...time }),
      () => ({ item: 'banner', dates: this.#twoDates(), ...exclusive, ...category }),
      () => ({ item: 'star', dates: [date], ...time, ...exclusive, ...category }),
      () => ({ item: 'idol', dates: this.#twoDates(), ...(this.#random() < 0.8 ? time : {}), ...category }),
      () => ({ item: 'rain', dates: [date], time: `${start}:00-${start}:10` }),
      () => ({ item: 'splash', dates: [date], impressions: 1_000_000 }),
    ];
    return this.#pick(kinds)();
  }

  #twoDates(): string[] {
    const first = this.#below(dates.length - 1);
    return dates.slice(first, first + 2);
  }

  async #change(verb: Verb, own: Own, options: { now: number; key: string | undefined }): Promise<Answer> {
    const { number } = own;
    const forget = () => {
      this.#own = this.#own.filter((other) => other !== own);
    };
    switch (verb) {
      case 'confirm': {
        const answer = await this.#ledger.confirm(number, options);
        if (answer.ok) own.booked = true;
        // What has run out, or is confirmed and of no more use here, is not thought of any more.
        if (!answer.ok || this.#trade.holdsOnly === true) forget();
        return answer;
      }
      case 'release': {
        const answer = await this.#ledger.release(number, options);
        forget();
        return answer;
      }
      case 'cancel': {
        const lines = this.#random() < 0.5 ? [1] : undefined;
        if (!own.booked) await this.#ledger.confirm(number, { now: options.now });
        const answer = await this.#ledger.cancel(number, { ...options, lines });
        if (!answer.ok || lines === undefined || own.lines.length === 1) forget();
        return answer as Answer;
      }
      default: {
        const line = this.#below(own.lines.length);
        const { dates: its = [] } = own.lines[line] ?? {};
        const date = this.#pick(its);
        const toDate = this.#pick(dates.filter((other) => !its.includes(other)));
        const steps = [{ line: line + 1, date, toDate }];
        const answer = await this.#ledger.move(number, { ...options, steps });
        if (answer.ok) its.splice(its.indexOf(date), 1, toDate);
        else if (answer.spots.length === 0) forget();
        return answer as Answer;
      }
    }
  }

  #below(count: number): number {
    return Math.floor(this.#random() * count);
  }

  #pick<T>(from: readonly T[]): T {
    return from[this.#below(from.length)] as T;
  }
}
