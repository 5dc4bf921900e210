import { describe, expect, test } from '@jest/globals';
import { now, type Open, SalesDesk } from './desk.js';

/** Spots without a time, impressions, and what is counted by the date. Source: booking rules, "What is occupied". */
export function untimed(open: Open): void {
  const spot = (item: string, date: string, more: object = {}) => ({ item, dates: [date], ...more });
  const evening = { time: '20:00-21:00' };

  describe('untimed spots', () => {
    test('occupy the resource for their date', async () => {
      const desk = new SalesDesk(open());
      await desk.booked([spot('banner', '2016-11-05')]);
      expect(await desk.refused([spot('banner', '2016-11-05')])).toMatchObject([
        { reasons: [{ code: 'booked', asked: 1, bound: 1, booked: 1, held: 0 }] },
      ]);
      expect(await desk.isFree([spot('banner', '2016-11-06')])).toBe(true);
    });

    test('capacity counts per date', async () => {
      const desk = new SalesDesk(open());
      const board = (quantity: number) => [spot('board', '2016-11-05', { quantity })];
      await desk.booked(board(2));
      expect(await desk.refused(board(2))).toMatchObject([
        { reasons: [{ code: 'booked', asked: 2, bound: 3, booked: 2, held: 0 }] },
      ]);
      await desk.booked(board(1));
      expect(await desk.reasons(board(1))).toEqual([['booked']]);
    });

    test('exclude timed ones that date, whatever room there is, and the other way round', async () => {
      const desk = new SalesDesk(open());
      await desk.booked([spot('idol', '2016-11-05')]);
      expect(await desk.reasons([spot('idol', '2016-11-05', evening)])).toEqual([['booked']]);
      expect(await desk.isFree([spot('idol', '2016-11-05')])).toBe(true);
      expect(await desk.isFree([spot('idol', '2016-11-06', evening)])).toBe(true);
      await desk.booked([spot('idol', '2016-11-07', evening)]);
      expect(await desk.reasons([spot('idol', '2016-11-07')])).toEqual([['booked']]);
      expect(await desk.isFree([spot('idol', '2016-11-07', evening)])).toBe(true);
      expect(await desk.isFree([spot('idol', '2016-11-08')])).toBe(true);
    });

    test('the date is the written one, past midnight too', async () => {
      const desk = new SalesDesk(open());
      await desk.booked([spot('idol', '2016-11-05', { time: '24:30-25:30' })]);
      expect(await desk.reasons([spot('idol', '2016-11-05')])).toEqual([['booked']]);
      await desk.booked([spot('idol', '2016-11-06')]);
    });

    test('a date is free for the other kind once the last is gone', async () => {
      const desk = new SalesDesk(open());
      const first = await desk.held([spot('idol', '2016-11-05')]);
      const second = await desk.held([spot('idol', '2016-11-05')]);
      await desk.ledger.release(first, { now });
      expect(await desk.reasons([spot('idol', '2016-11-05', evening)])).toEqual([['held']]);
      await desk.ledger.release(second, { now });
      await desk.held([spot('idol', '2016-11-05', evening)]);
    });

    test('a package may not have both on a date', async () => {
      const desk = new SalesDesk(open());
      const both = [spot('idol', '2016-11-05'), spot('idol', '2016-11-05', evening)];
      expect((await desk.refused(both)).map(({ line }) => line)).toEqual([1, 2]);
      await desk.held([spot('idol', '2016-11-05'), spot('idol', '2016-11-06', evening)]);
    });
  });

  describe('impressions', () => {
    const splash = (impressions: number, more: object = {}) => [
      spot('splash', '2016-11-05', { impressions, ...more }),
    ];

    test('are bounded per date', async () => {
      const desk = new SalesDesk(open());
      await desk.booked(splash(2_000_000));
      expect(await desk.refused(splash(1_000_001))).toMatchObject([
        { reasons: [{ code: 'booked', asked: 1_000_001, bound: 3_000_000, booked: 2_000_000, held: 0 }] },
      ]);
      expect(await desk.refused(splash(3_000_001))).toMatchObject([{ reasons: [{ code: 'capacity' }] }]);
      await desk.booked(splash(1_000_000));
      expect(await desk.reasons(splash(1))).toEqual([['booked']]);
      expect(await desk.isFree([spot('splash', '2016-11-06', { impressions: 3_000_000 })])).toBe(true);
    });

    test('are counted together, timed or not', async () => {
      const desk = new SalesDesk(open());
      await desk.booked(splash(2_000_000, evening));
      await desk.booked(splash(500_000));
      expect(await desk.reasons(splash(600_000, { time: '08:00-09:00' }))).toEqual([['booked']]);
      expect(await desk.reasons(splash(600_000))).toEqual([['booked']]);
      expect(await desk.isFree(splash(500_000, { time: '08:00-09:00' }))).toBe(true);
    });
  });

  describe('maxPerDay', () => {
    const star = (date: string, time: string) => [spot('star', date, { time })];

    test('bounds quantity per written date', async () => {
      const desk = new SalesDesk(open());
      await desk.booked(star('2016-11-05', '08:00-09:00'));
      await desk.booked(star('2016-11-05', '24:30-25:30'));
      expect(await desk.refused(star('2016-11-05', '16:00-17:00'))).toMatchObject([
        { reasons: [{ code: 'max-per-day', asked: 1, bound: 2, booked: 2, held: 0 }] },
      ]);
      // The same minutes of the small hours, written under the next date, count there.
      await desk.booked(star('2016-11-06', '08:00-09:00'));
      expect(await desk.isFree(star('2016-11-06', '16:00-17:00'))).toBe(true);
    });

    test('counts quantity, timed or not, and what is held', async () => {
      const desk = new SalesDesk(open());
      const idol = (quantity: number, more: object = {}) => [
        spot('idol', '2016-11-05', { quantity, ...more }),
      ];
      await desk.held(idol(2, evening));
      expect(await desk.refused(idol(2, { time: '08:00-09:00' }))).toMatchObject([
        {
          reasons: [
            { code: 'max-per-day', asked: 2, bound: 3, booked: 0, held: 2, until: '2016-10-27T02:00:00Z' },
          ],
        },
      ]);
      expect(await desk.isFree(idol(1, { time: '08:00-09:00' }))).toBe(true);
      expect(await desk.reasons([spot('idol', '2016-11-07', { quantity: 4 })])).toEqual([
        ['capacity', 'max-per-day'],
      ]);
    });

    test('bounds a package by itself', async () => {
      const desk = new SalesDesk(open());
      const three = ['08:00-09:00', '12:00-13:00', '16:00-17:00'].flatMap((time) => star('2016-11-05', time));
      expect(await desk.reasons(three)).toEqual([['max-per-day'], ['max-per-day'], ['max-per-day']]);
    });
  });
}
