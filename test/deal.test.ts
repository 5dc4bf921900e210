import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Contract, Quote, RateCard, Schedule } from '../src/index.js';
import {
  buildContract,
  buildSchedule,
  loadPackage,
  loadRateCard,
  priceQuote,
  verifyQuote,
} from '../src/index.js';
import { readCapitals } from './vectors/capitals-reader.js';

const root = join(import.meta.dirname, '..');
let card: RateCard;
let quote: Quote;
let contract: Contract;
let schedule: Schedule;

beforeAll(() => {
  const loadedCard = loadRateCard(readFileSync(join(root, 'ratecards/inke-double11.yaml')));
  const pack = loadPackage(readFileSync(join(root, 'examples/tmall-double11/package.yaml')));
  if (!loadedCard.ok || !pack.ok) throw new Error('the deal does not load');
  card = loadedCard.value;
  const priced = priceQuote(pack.value, card);
  if (!priced.ok) throw new Error(JSON.stringify(priced.problems));
  quote = priced.value;
  contract = buildContract(quote, { language: 'zh' });
  schedule = buildSchedule(quote, { language: 'zh' });
});

/** Fen as integers, summed without any of our own money code. */
const fen = (amounts: readonly string[]) =>
  amounts.reduce((sum, amount) => sum + BigInt(amount.replace('.', '')), 0n);

describe('the Double 11 deal', () => {
  test('is of the size of the story', () => {
    const own = new Set(quote.lines.map(({ brand }) => brand));
    own.delete('天猫');
    expect(own.size).toBe(96);
    expect(quote.lines.flatMap(({ spots }) => spots).length).toBeGreaterThan(300);
    expect(fen([quote.totals.payable])).toBeGreaterThanOrEqual(10_000_000_00n);
    expect(fen([quote.totals.payable])).toBeLessThanOrEqual(99_999_999_00n);
    const waves = quote.lines.filter(({ item }) => item === 'red-packet-rain').flatMap(({ spots }) => spots);
    expect(waves).toHaveLength(11);
  });

  test('gives every brand a star and at least two sessions between the 1st and the 11th', () => {
    const brands = new Set(quote.lines.map(({ brand }) => brand).filter((brand) => brand !== '天猫'));
    for (const brand of brands) {
      const lines = quote.lines.filter((line) => line.brand === brand);
      const sessions = lines.filter(({ section }) => section === 'slots').flatMap(({ spots }) => spots);
      expect([brand, lines.some(({ section }) => section === 'celebrities')]).toEqual([brand, true]);
      expect([brand, sessions.length >= 2]).toEqual([brand, true]);
      for (const { date } of sessions) expect(date >= '2016-11-01' && date <= '2016-11-11').toBe(true);
    }
  });

  test('sells no room of capacity one twice at a time', () => {
    const taken = new Map<string, [number, number][]>();
    for (const line of quote.lines.filter(({ section }) => section === 'slots')) {
      const item = card.document.slots?.[line.item];
      if ((item?.capacity ?? 1) !== 1) continue;
      for (const { date, time = '00:00-24:00' } of line.spots) {
        const [start = 0, end = 0] = time.split('-').map((clock) => {
          const [hours = 0, minutes = 0] = clock.split(':').map(Number);
          return Date.parse(date) / 60_000 + hours * 60 + minutes;
        });
        const resource = item?.resource ?? line.item;
        const others = taken.get(resource) ?? [];
        expect(others.filter(([from, to]) => start < to && from < end)).toEqual([]);
        taken.set(resource, [...others, [start, end]]);
      }
    }
    expect(taken.size).toBeGreaterThan(5);
  });

  test('comes to one sum in lines, totals, instalments, capitals, schedule and contract', () => {
    const payable = fen([quote.totals.payable]);
    expect(fen(quote.lines.map((line) => line.payable))).toBe(payable);
    expect(fen([quote.totals.net, quote.totals.tax])).toBe(payable);
    expect(fen(quote.instalments.map(({ amount }) => amount))).toBe(payable);
    expect(fen(quote.lines.flatMap(({ spots }) => spots.map(({ amount }) => amount)))).toBe(payable);
    expect(fen(schedule.rows.map(({ amount }) => amount))).toBe(payable);
    expect(fen([schedule.totals.amount])).toBe(payable);
    expect(fen(contract.lines.map((line) => line.payable))).toBe(payable);
    expect(fen(contract.byBrand.map((brand) => brand.payable))).toBe(payable);
    expect(fen(contract.tax.map((rate) => rate.payable))).toBe(payable);
    expect(fen(contract.instalments.map(({ amount }) => amount))).toBe(payable);
    expect(contract.payable.amount).toBe(quote.totals.payable);
    const capitals = contract.payable.capitals?.replace('人民币', '') ?? '';
    expect(readCapitals(capitals)).toBe(payable);
  });

  test('sums every column of its lines into the totals', () => {
    for (const column of ['list', 'gross', 'net', 'tax', 'payable'] as const) {
      expect([column, fen(quote.lines.map((line) => line[column]))]).toEqual([
        column,
        fen([quote.totals[column]]),
      ]);
    }
    expect(fen(schedule.rows.map(({ gross }) => gross))).toBe(fen([quote.totals.gross]));
  });

  test('is re-derived byte for byte from what it pins', () => {
    const again = verifyQuote(JSON.parse(JSON.stringify(quote)), card);
    expect(again.ok && JSON.stringify(again.value)).toBe(JSON.stringify(quote));
  });
});
