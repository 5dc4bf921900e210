import { describe, expect, test } from '@jest/globals';
import { type Open, SalesDesk } from './desk.js';

/** Waves over all rooms. Source: booking rules, "`scope: all-rooms`". */
export function waves(open: Open): void {
  const wave = (item: string, time?: string, more: object = {}) => [
    { item, dates: ['2016-11-05'], ...(time === undefined ? {} : { time }), ...more },
  ];

  describe('waves over all rooms', () => {
    test('there is one at a time, whatever item it is sold under', async () => {
      const desk = new SalesDesk(open());
      await desk.booked(wave('rain', '21:00-21:10'));
      expect(await desk.refused(wave('rain-small', '21:05-21:15'))).toMatchObject([
        { reasons: [{ code: 'wave', asked: 1, bound: 1, booked: 1, held: 0 }] },
      ]);
      await desk.booked(wave('rain-small', '21:10-21:20'));
      expect(await desk.reasons(wave('rain', '21:15-21:25'))).toEqual([['wave']]);
      expect(await desk.isFree(wave('rain', '21:00-21:10', { dates: ['2016-11-06'] }))).toBe(true);
    });

    test('on another card of the platform, too', async () => {
      const desk = new SalesDesk(open());
      const other = desk.cardWith([
        ['id: demo', 'id: tour'],
        ['  rain: {', '  storm: {'],
      ]);
      await desk.booked(wave('rain', '21:00-21:10'));
      expect(await desk.reasons(wave('storm', '21:00-21:10'), { card: other })).toEqual([['wave']]);
    });

    test('two at once are more than there can be', async () => {
      const desk = new SalesDesk(open());
      expect(await desk.refused(wave('rain-small', '21:00-21:10', { quantity: 2 }))).toMatchObject([
        { reasons: expect.arrayContaining([{ code: 'capacity', asked: 2, bound: 1, booked: 0, held: 0 }]) },
      ]);
    });

    test('an untimed one has its whole date', async () => {
      const desk = new SalesDesk(open());
      await desk.booked(wave('rain'));
      expect(await desk.reasons(wave('rain-small', '08:00-08:10'))).toEqual([['wave']]);
      expect(await desk.reasons(wave('rain-small'))).toEqual([['wave']]);
      const next = { dates: ['2016-11-06'] };
      await desk.booked(wave('rain-small', '08:00-08:10', next));
      expect(await desk.reasons(wave('rain', undefined, next))).toEqual([['wave']]);
    });

    test('inside one package, too', async () => {
      const desk = new SalesDesk(open());
      const both = [...wave('rain', '21:00-21:10'), ...wave('rain-small', '21:05-21:15')];
      const refused = await desk.refused(both);
      expect(refused.map(({ item, reasons }) => [item, reasons.some(({ code }) => code === 'wave')])).toEqual(
        [
          ['rain', true],
          ['rain-small', true],
        ],
      );
      await desk.held([...wave('rain', '21:00-21:10'), ...wave('rain-small', '21:10-21:20')]);
    });

    test('what is held says until when', async () => {
      const desk = new SalesDesk(open());
      await desk.held(wave('rain', '21:00-21:10'));
      await desk.held(wave('rain', undefined, { dates: ['2016-11-06'] }));
      const until = '2016-10-27T02:00:00Z';
      expect(await desk.refused(wave('rain-small', '21:00-21:10'))).toMatchObject([
        { reasons: [{ code: 'wave', booked: 0, held: 1, until }] },
      ]);
      expect(await desk.refused(wave('rain-small', '08:00-08:10', { dates: ['2016-11-06'] }))).toMatchObject([
        { reasons: [{ code: 'wave', booked: 0, held: 1, until }] },
      ]);
    });
  });
}
