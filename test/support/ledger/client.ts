import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Answer } from '../../../src/ledger/answer.js';
import { type Ledger, openLedger } from '../../../src/ledger/ledger.js';
import { quoteFor } from './card.js';
import { type Trade, Trader, tradedCard } from './trading.js';

/**
 * A program that a test starts several of: it opens the ledger named on its command line, does what standard input asks,
 * line by line, and prints each answer as soon as it has it. What stands in the pipe outlives a kill.
 */

/** What a client is asked to do; `hold` is of the card of trade. */
export type Wish =
  | {
      readonly verb: 'hold';
      readonly id: string;
      readonly lines: readonly object[];
      readonly options: Parameters<Ledger['hold']>[2];
    }
  | {
      readonly verb: 'confirm' | 'release' | 'cancel';
      readonly booking: string;
      readonly options: { readonly now: number };
    }
  | ({ readonly verb: 'trade' } & Trade);

/** What it prints: an answer with the milliseconds it took, what was thrown, or that trade is over. */
export type Said =
  | { readonly verb: string; readonly ms: number; readonly answer: Answer }
  | { readonly thrown: string }
  | { readonly over: true }
  | { readonly ready: true };

const [place = ''] = process.argv.slice(2);
let ledger: Ledger | undefined;

function say(said: Said): void {
  writeSync(1, `${JSON.stringify(said)}\n`);
}

/** Opened by the first wish, so that many can make it at once. */
async function open(): Promise<Ledger> {
  if (ledger !== undefined) return ledger;
  const opened = await openLedger(place, { clock: Date.now, purpose: 'use' });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  ledger = opened.value;
  return ledger;
}

async function timed(work: () => Promise<{ verb: string; answer: Answer }>): Promise<void> {
  const begun = performance.now();
  try {
    const { verb, answer } = await work();
    say({ verb, ms: performance.now() - begun, answer });
  } catch (error) {
    say({
      thrown: error instanceof Error ? `${error.name}: ${error.message}\n${error.stack}` : String(error),
    });
  }
}

async function fulfil(wish: Wish): Promise<void> {
  if (wish.verb !== 'trade') {
    return timed(async () => ({ verb: wish.verb, answer: await single(await open(), wish) }));
  }
  let trader: Trader | undefined;
  for (const end = performance.now() + wish.seconds * 1000; performance.now() < end; ) {
    await timed(async () => {
      trader ??= new Trader(await open(), wish);
      return trader.call();
    });
  }
  say({ over: true });
}

async function single(on: Ledger, wish: Exclude<Wish, { verb: 'trade' }>): Promise<Answer> {
  if (wish.verb === 'hold') {
    return on.hold(quoteFor(wish.lines, { id: wish.id, card: tradedCard }), tradedCard, wish.options);
  }
  return on[wish.verb](wish.booking, wish.options) as Promise<Answer>;
}

say({ ready: true });
for await (const line of createInterface({ input: process.stdin })) await fulfil(JSON.parse(line) as Wish);
await ledger?.close();
