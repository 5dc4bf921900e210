import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../../src/ledger/answer.js';
import { at } from '../../support/ledger/card.js';
import { done, now, type Open, problemsOf, SalesDesk } from './desk.js';

/** What calling off costs. The sample card: from 7 days on 10%, from 3 on 50%. Source: booking rules, "Fees". */
export function cancelling(open: Open): void {
  const corner = (dates: string | string[], more: object = {}) => ({
    item: 'corner',
    dates,
    time: '20:00-21:00',
    ...more,
  });

  function feesOf(answer: Answer<unknown>): string[] {
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    const { spots, fee } = answer.value as { spots: { fee: string }[]; fee: string };
    return [...spots.map((spot) => spot.fee), fee];
  }

  describe('fees', () => {
    test('go by the tier with the largest daysBefore that is not above the days left', async () => {
      const desk = new SalesDesk(open());
      const number = await desk.booked([corner('2016-11-20')]);
      const costs = async (local: string) =>
        feesOf(await desk.ledger.cancel(number, { now: at(local), dryRun: true }))[0];
      // 300.00 at 10% until the 13th ends, at 50% until the 17th ends, the whole of it below 3 days, on the date and after.
      expect(await costs('2016-11-13 23:59')).toBe('30.00');
      expect(await costs('2016-11-14 00:00')).toBe('150.00');
      expect(await costs('2016-11-17 23:59')).toBe('150.00');
      expect(await costs('2016-11-18 00:00')).toBe('300.00');
      expect(await costs('2016-11-19 12:00')).toBe('300.00');
      expect(await costs('2016-11-20 00:00')).toBe('300.00');
      expect(await costs('2016-12-01 00:00')).toBe('300.00');
      expect((await desk.booking(number)).revision).toBe(2);
    });

    test('without a table nothing before the date, and all of it from then on', async () => {
      const desk = new SalesDesk(open(), [
        ['  cancellation:\n    - { daysBefore: 7, fee: 10% }\n    - { daysBefore: 3, fee: 50% }\n', ''],
      ]);
      const number = await desk.booked([corner('2016-11-20')]);
      const costs = async (local: string) =>
        feesOf(await desk.ledger.cancel(number, { now: at(local), dryRun: true }))[0];
      expect(await costs('2016-11-19 23:59')).toBe('0.00');
      expect(await costs('2016-11-20 00:00')).toBe('300.00');
    });

    test('of money that passes through: nothing before its date, all of it from then on', async () => {
      const desk = new SalesDesk(open());
      const number = await desk.booked([
        corner('2016-11-20'),
        { item: 'pool', dates: ['2016-11-20'], amount: 1234 },
      ]);
      const costs = async (local: string) =>
        feesOf(await desk.ledger.cancel(number, { now: at(local), dryRun: true }));
      expect(await costs('2016-11-19 23:00')).toEqual(['300.00', '0.00', '300.00']);
      expect(await costs('2016-11-20 00:00')).toEqual(['300.00', '1234.00', '1534.00']);
    });

    test('are rounded once a spot, as the card rounds', async () => {
      // Half an hour of 0.10 is 0.05, and half of that lies between two fen.
      const line = { item: 'corner', dates: ['2016-11-20', '2016-11-21'], time: '20:00-20:30' };
      const cheap = ['price: 300,', 'price: 0.10,'] as const;
      const up = new SalesDesk(open(), [cheap]);
      const even = new SalesDesk(open(), [cheap, ['tax: 6%\n', 'tax: 6%\nrounding: half-even\n']]);
      const costs = async (desk: SalesDesk) => {
        const number = await desk.booked([line]);
        return feesOf(await desk.ledger.cancel(number, { now: at('2016-11-16 10:00'), dryRun: true }));
      };
      expect(await costs(up)).toEqual(['0.03', '0.03', '0.06']);
      expect(await costs(even)).toEqual(['0.02', '0.02', '0.04']);
    });

    test('count from the earliest date the spot ever had: moving it later first saves nothing', async () => {
      const desk = new SalesDesk(open());
      const number = await desk.booked([corner('2016-11-10')]);
      const early = { now: at('2016-11-01 10:00') };
      const later = [{ line: 1, date: '2016-11-10', toDate: '2016-11-28' }];
      done(await desk.ledger.move(number, { ...early, steps: later }));
      // The 9th is one day before the 10th, and nineteen before the 28th.
      expect(feesOf(await desk.ledger.cancel(number, { now: at('2016-11-09 10:00'), dryRun: true }))).toEqual(
        ['300.00', '300.00'],
      );
      const earlier = [{ line: 1, date: '2016-11-28', toDate: '2016-11-05' }];
      done(await desk.ledger.move(number, { ...early, steps: earlier }));
      expect(feesOf(await desk.ledger.cancel(number, { now: at('2016-11-01 10:00'), dryRun: true }))).toEqual(
        ['150.00', '150.00'],
      );
    });
  });

  describe('what is called off', () => {
    test('is free again, and the rest keeps its prices', async () => {
      const desk = new SalesDesk(open());
      const number = await desk.booked([corner(['2016-11-20', '2016-11-21']), corner('2016-11-22')]);
      done(await desk.ledger.cancel(number, { now, lines: [1] }));
      expect(await desk.isFree([corner(['2016-11-20', '2016-11-21'])])).toBe(true);
      expect(await desk.reasons([corner('2016-11-22')])).toEqual([['booked']]);
      expect(await desk.booking(number)).toMatchObject({
        state: 'booked',
        revision: 3,
        payable: '300.00',
        fees: '60.00',
        spots: [
          { line: 1, state: 'cancelled', fee: '30.00', amount: '300.00' },
          { line: 1, state: 'cancelled', fee: '30.00' },
          { line: 2, state: 'booked', amount: '300.00' },
        ],
      });
    });

    test('is all of it when the last spot is gone', async () => {
      const desk = new SalesDesk(open());
      const number = await desk.booked([corner('2016-11-20'), corner('2016-11-21')]);
      expect(done(await desk.ledger.cancel(number, { now, lines: [2] })).state).toBe('booked');
      expect(done(await desk.ledger.cancel(number, { now, lines: [1] }))).toMatchObject({
        state: 'cancelled',
        revision: 4,
      });
      expect(await desk.booking(number)).toMatchObject({ payable: '0.00', fees: '60.00' });
    });

    test('may be a brand, whatever its width and case; lines without one are the client’s', async () => {
      const desk = new SalesDesk(open());
      const lines = [
        corner('2016-11-20', { brand: ' ＡＣＭＥ ' }),
        corner('2016-11-21', { brand: '丙' }),
        corner('2016-11-22'),
      ];
      const number = await desk.booked(lines, { client: 'Acme' });
      done(await desk.ledger.cancel(number, { now, brand: 'acme' }));
      const { spots } = await desk.booking(number);
      expect(spots.map(({ line, state }) => [line, state])).toEqual([
        [1, 'cancelled'],
        [2, 'booked'],
        [3, 'cancelled'],
      ]);
    });

    test('must be there', async () => {
      const desk = new SalesDesk(open());
      const number = await desk.booked([corner('2016-11-20')]);
      expect(problemsOf(await desk.ledger.cancel(number, { now, lines: [1, 2, 3] }))).toEqual([
        'no-such-line',
        'no-such-line',
      ]);
      expect(problemsOf(await desk.ledger.cancel(number, { now, brand: '丁' }))).toEqual(['no-such-brand']);
      expect(await desk.state(number)).toBe('booked');
    });

    test('is called off once; with what stands beside it, only that', async () => {
      const desk = new SalesDesk(open());
      const number = await desk.booked([corner('2016-11-20'), corner('2016-11-21')]);
      const first = done(await desk.ledger.cancel(number, { now, lines: [1] }));
      expect(done(await desk.ledger.cancel(number, { now, lines: [1] }))).toEqual({
        ...first,
        replayed: true,
      });
      expect(feesOf(await desk.ledger.cancel(number, { now, lines: [1, 2], dryRun: true }))).toEqual([
        '30.00',
        '30.00',
      ]);
    });
  });
}
