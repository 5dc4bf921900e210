import { describe, expect, test } from '@jest/globals';
import { at } from '../../support/ledger/card.js';
import { instant, now, type Open, SalesDesk } from './desk.js';

/** What a refusal says. Source: booking rules, "A refusal lists every failing spot". */
export function refusals(open: Open): void {
  const studio = (dates: string | string[], time = '20:00-21:00') => ({ item: 'studio', dates, time });
  const star = (dates: string | string[]) => ({ item: 'star', dates, time: '20:00-21:00' });

  describe('a refusal', () => {
    test('names every failing spot, with the numbers of its bound', async () => {
      const desk = new SalesDesk(open());
      await desk.booked([studio('2016-11-10')]);
      await desk.held([studio('2016-11-10')], { for: '3h' });
      await desk.held([studio('2016-11-12')]);
      const refused = await desk.refused([
        { ...studio(['2016-11-10', '2016-11-11', '2016-11-12']), quantity: 2 },
        { ...studio('2016-11-15'), quantity: 3 },
      ]);
      expect(
        refused.map(({ line, date, time, item, reasons }) => ({ line, date, time, item, reasons })),
      ).toEqual([
        {
          line: 1,
          date: '2016-11-10',
          time: '20:00-21:00',
          item: 'studio',
          reasons: [{ code: 'booked', asked: 2, bound: 2, booked: 1, held: 1 }],
        },
        {
          line: 1,
          date: '2016-11-12',
          time: '20:00-21:00',
          item: 'studio',
          reasons: [
            { code: 'held', asked: 2, bound: 2, booked: 0, held: 1, until: instant('2016-10-27 10:00') },
          ],
        },
        {
          line: 2,
          date: '2016-11-15',
          time: '20:00-21:00',
          item: 'studio',
          reasons: [{ code: 'capacity', asked: 3, bound: 2, booked: 0, held: 0 }],
        },
      ]);
    });

    test('says when enough holds have run out, not when the first has', async () => {
      const desk = new SalesDesk(open());
      await desk.held([studio('2016-11-10')], { for: '3h' });
      await desk.held([studio('2016-11-10')], { for: '5h' });
      const until = async (quantity: number) =>
        (await desk.refused([{ ...studio('2016-11-10'), quantity }]))[0]?.reasons[0]?.until;
      expect(await until(1)).toBe(instant('2016-10-26 13:00'));
      expect(await until(2)).toBe(instant('2016-10-26 15:00'));
      expect(await desk.isFree([studio('2016-11-10')], { now: at('2016-10-26 13:00') })).toBe(true);
    });

    test('never says by whom', async () => {
      const desk = new SalesDesk(open());
      await desk.held([star('2016-11-10')], { client: '机密公司', id: 'secret-deal' });
      const answer = await desk.hold([star('2016-11-10')]);
      expect(JSON.stringify(answer)).not.toMatch(/机密|secret|0001/);
    });
  });

  describe('alternatives', () => {
    test('are the three nearest free dates for the same item and time, of two alike the earlier', async () => {
      const desk = new SalesDesk(open());
      await desk.booked([
        studio(['2016-11-09', '2016-11-10', '2016-11-12']),
        studio(['2016-11-09', '2016-11-10']),
      ]);
      // On the 12th one of two is gone, and one is asked for.
      const [spot] = await desk.refused([studio('2016-11-10')]);
      expect(spot?.alternatives.filter(({ item }) => item === 'studio')).toEqual([
        { item: 'studio', date: '2016-11-11', time: '20:00-21:00' },
        { item: 'studio', date: '2016-11-08', time: '20:00-21:00' },
        { item: 'studio', date: '2016-11-12', time: '20:00-21:00' },
      ]);
    });

    test('are judged together with the package’s other spots', async () => {
      const desk = new SalesDesk(open());
      await desk.booked([star('2016-11-10')]);
      // The 9th and the 11th are free, but the package itself is there within the rest.
      const others = [
        { item: 'star', dates: ['2016-11-09'], time: '21:30-22:30' },
        { item: 'star', dates: ['2016-11-11'], time: '17:00-18:30' },
      ];
      const [spot, ...more] = await desk.refused([star('2016-11-10'), ...others]);
      expect(more).toEqual([]);
      expect(spot?.alternatives.filter(({ item }) => item === 'star').map(({ date }) => date)).toEqual([
        '2016-11-08',
        '2016-11-12',
        '2016-11-07',
      ]);
    });

    test('are not closed, nor outside the card', async () => {
      const desk = new SalesDesk(open());
      const late = { now: at('2016-11-28 21:30'), asOf: '2016-11-28' };
      await desk.booked([star('2016-11-30')], late);
      const [spot] = await desk.refused([star('2016-11-30')], late);
      expect(spot?.alternatives.filter(({ item }) => item === 'star')).toEqual([
        { item: 'star', date: '2016-11-29', time: '20:00-21:00' },
      ]);
    });

    test('are up to three free items of the same section and tier', async () => {
      const desk = new SalesDesk(open());
      await desk.booked([star('2016-11-10')]);
      const items = async () => {
        const [spot] = await desk.refused([star('2016-11-10')]);
        return spot?.alternatives.filter(({ item }) => item !== 'star');
      };
      // star-b is of tier S, too; idol is not.
      expect(await items()).toEqual([{ item: 'star-b', date: '2016-11-10', time: '20:00-21:00' }]);
      await desk.booked([{ item: 'star-b', dates: ['2016-11-10'], time: '19:30-20:30' }], { now });
      expect(await items()).toEqual([]);
    });
  });
}
