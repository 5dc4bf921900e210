import { describe, expect, test } from '@jest/globals';
import { done, now, type Open, problemsOf, refusedSpots, SalesDesk } from './desk.js';

/** Spots with a time. Source: booking rules, "Timed spots". */
export function timed(open: Open): void {
  const spot = (item: string, time: string, date = '2016-11-05', more: object = {}) => ({
    item,
    dates: [date],
    time,
    ...more,
  });

  describe('timed spots', () => {
    test('occupy [start, end)', async () => {
      const desk = new SalesDesk(open());
      await desk.booked([spot('corner', '20:00-22:00')]);
      const free: Record<string, boolean> = {};
      for (const time of [
        '19:00-20:00',
        '22:00-23:00',
        '19:00-20:05',
        '21:55-23:00',
        '20:30-21:00',
        '19:00-23:00',
      ])
        free[time] = await desk.isFree([spot('corner', time)]);
      expect(free).toEqual({
        '19:00-20:00': true,
        '22:00-23:00': true,
        '19:00-20:05': false,
        '21:55-23:00': false,
        '20:30-21:00': false,
        '19:00-23:00': false,
      });
      expect(await desk.isFree([spot('corner', '20:00-22:00', '2016-11-06')])).toBe(true);
    });

    test('rest counts after what is there and after what is new', async () => {
      const desk = new SalesDesk(open());
      await desk.booked([spot('hall', '20:00-22:00')]);
      expect(await desk.reasons([spot('hall', '22:25-23:00')])).toEqual([['booked', 'rest']]);
      expect(await desk.isFree([spot('hall', '22:30-23:00')])).toBe(true);
      expect(await desk.reasons([spot('hall', '18:00-19:35')])).toEqual([['booked', 'rest']]);
      expect(await desk.isFree([spot('hall', '18:00-19:30')])).toBe(true);
      // Without rest it would not fit either.
      expect(await desk.reasons([spot('hall', '21:00-23:00')])).toEqual([['booked']]);
    });

    test('rest is of the item that was sold, and keeps every item of the resource off', async () => {
      const desk = new SalesDesk(open());
      await desk.booked([spot('hall', '20:00-22:00')]);
      expect(await desk.reasons([spot('annex', '22:25-23:00')])).toEqual([['booked', 'rest']]);
      await desk.booked([spot('annex', '19:00-20:00'), spot('annex', '22:30-23:00')]);
      expect(await desk.isFree([spot('annex', '23:00-24:00')])).toBe(true);
    });

    test("rest counts between a package's own spots", async () => {
      const desk = new SalesDesk(open());
      const near = [spot('hall', '20:00-21:00'), spot('hall-late', '21:25-22:00')];
      expect(await desk.reasons(near)).toEqual([
        ['capacity', 'rest'],
        ['capacity', 'rest'],
      ]);
      await desk.held([spot('hall', '20:00-21:00'), spot('hall-late', '21:30-22:00')]);
    });

    test('rest is rounded up to the grid of 5 minutes', async () => {
      const desk = new SalesDesk(open());
      await desk.booked([spot('stage', '20:00-21:00')]);
      expect(await desk.reasons([spot('stage', '21:30-22:00')])).toEqual([['booked', 'rest']]);
      expect(await desk.isFree([spot('stage', '21:35-22:00')])).toBe(true);
    });

    test('a time off the grid is warned of in a quote and refused by hold', async () => {
      const desk = new SalesDesk(open());
      for (const time of ['20:02-21:00', '20:00-21:03']) {
        const quote = desk.quote([spot('corner', time)]);
        expect(quote.diagnostics).toContainEqual(
          expect.objectContaining({ code: 'off-grid', severity: 'warning' }),
        );
        expect(await desk.reasons([spot('corner', time)])).toEqual([['off-grid']]);
      }
      expect(await desk.reasons([spot('drop', '20:02-21:00')])).toEqual([['off-grid']]);
    });

    test('past midnight the same minutes are the same, under whichever date they are written', async () => {
      const desk = new SalesDesk(open());
      await desk.booked([spot('hall', '23:00-25:00')]);
      expect(await desk.reasons([spot('hall', '00:00-00:30', '2016-11-06')])).toEqual([['booked']]);
      expect(await desk.reasons([spot('hall', '24:30-25:30')])).toEqual([['booked']]);
      expect(await desk.reasons([spot('hall', '01:25-02:00', '2016-11-06')])).toEqual([['booked', 'rest']]);
      await desk.booked([spot('hall', '01:30-02:00', '2016-11-06')]);
      expect(await desk.reasons([spot('hall', '25:30-26:00')])).toEqual([['booked']]);
    });

    test('rest runs over midnight', async () => {
      const desk = new SalesDesk(open());
      await desk.booked([spot('hall', '22:00-23:45')]);
      expect(await desk.reasons([spot('hall', '00:10-01:00', '2016-11-06')])).toEqual([['booked', 'rest']]);
      expect(await desk.isFree([spot('hall', '00:15-01:00', '2016-11-06')])).toBe(true);
      // From the other side: what begins the day before rests into what is there.
      await desk.booked([spot('hall', '06:30-07:00', '2016-11-08')]);
      await desk.held([spot('hall', '28:00-30:00', '2016-11-07')]);
      expect(await desk.reasons([spot('hall', '29:00-30:00', '2016-11-07')])).toEqual([['held']]);
    });

    test('capacity is how many may overlap in any one cell', async () => {
      const desk = new SalesDesk(open());
      await desk.booked([spot('studio', '20:00-21:00')]);
      await desk.booked([spot('studio', '20:30-21:30')]);
      expect(await desk.reasons([spot('studio', '20:55-22:00')])).toEqual([['booked']]);
      expect(await desk.isFree([spot('studio', '21:00-22:00')])).toBe(true);
      expect(await desk.isFree([spot('studio', '19:00-20:30')])).toBe(true);
      expect(await desk.isFree([spot('studio', '21:00-22:00', '2016-11-05', { quantity: 2 })])).toBe(false);
    });

    test('quantity counts, and more than the bound is never to be had', async () => {
      const desk = new SalesDesk(open());
      const many = (quantity: number) => [spot('studio', '20:00-21:00', '2016-11-05', { quantity })];
      const [refused] = await desk.refused(many(3));
      expect(refused!.reasons).toEqual([{ code: 'capacity', asked: 3, bound: 2, booked: 0, held: 0 }]);
      await desk.held(many(2));
      expect(await desk.reasons(many(1))).toEqual([['held']]);
    });

    test("a package's own takes are summed before they are judged", async () => {
      const desk = new SalesDesk(open());
      const line = (time: string) => spot('studio', time);
      const three = [line('20:00-21:00'), line('20:30-21:30'), line('20:45-22:00')];
      const refused = await desk.refused(three);
      expect(refused.map(({ line: place, reasons }) => [place, reasons])).toEqual(
        [1, 2, 3].map((place) => [place, [{ code: 'capacity', asked: 3, bound: 2, booked: 0, held: 0 }]]),
      );
      await desk.held(three.slice(0, 2));
    });

    test('all spots or none', async () => {
      const desk = new SalesDesk(open());
      await desk.booked([spot('corner', '20:00-21:00')]);
      const both = [spot('studio', '20:00-21:00'), spot('corner', '20:00-21:00')];
      const refused = refusedSpots(await desk.hold(both));
      expect(refused.map(({ line, date, time, item }) => ({ line, date, time, item }))).toEqual([
        { line: 2, date: '2016-11-05', time: '20:00-21:00', item: 'corner' },
      ]);
      await desk.held([spot('studio', '20:00-21:00', '2016-11-05', { quantity: 2 })]);
      expect(await desk.events()).toHaveLength(3);
    });

    test('a package of more places than one statement takes', async () => {
      const desk = new SalesDesk(open());
      const month = { item: 'corner', dates: ['2016-11-01/2016-11-04'], time: '00:00-24:00' };
      await desk.booked([spot('corner', '23:55-24:00', '2016-11-04')]);
      const refused = await desk.refused([month]);
      expect(refused.map(({ date }) => date)).toEqual(['2016-11-04']);
      done(await desk.ledger.cancel(desk.number(1), { now }));
      const number = await desk.held([month]);
      expect(await desk.reasons([spot('corner', '12:00-12:05', '2016-11-01')])).toEqual([['held']]);
      done(await desk.ledger.release(number, { now }));
      expect(await desk.isFree([month])).toBe(true);
    });

    test('a package of more spots than one statement takes', async () => {
      const desk = new SalesDesk(open());
      const lines = Array.from({ length: 34 }, () => ({ item: 'drop', dates: ['2016-11-01/2016-11-30'] }));
      const number = await desk.held(lines);
      expect((await desk.booking(number)).spots).toHaveLength(1020);
      expect(problemsOf(await desk.ledger.cancel(number, { now }))).toEqual(['state']);
    });
  });
}
