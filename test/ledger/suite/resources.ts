import { describe, expect, test } from '@jest/globals';
import {
  codesOf,
  dayNumber,
  done,
  now,
  type Open,
  one,
  problemsOf,
  refusedSpots,
  SalesDesk,
} from './desk.js';

/** Whose inventory it is, and how much there is of it. Source: booking rules, "What is occupied". */
export function resources(open: Open): void {
  const evening = (item: string, more: object = {}) => ({
    item,
    dates: ['2016-11-05'],
    time: '20:00-21:00',
    ...more,
  });

  describe('resources', () => {
    test('one star on two cards is one star', async () => {
      const desk = new SalesDesk(open());
      const other = desk.cardWith([
        ['id: demo', 'id: tour'],
        ['  star: {', '  visit: { resource: star,'],
      ]);
      await desk.booked([evening('star')]);
      const answer = await desk.hold([evening('visit')], { card: other });
      expect(one(refusedSpots(answer))).toMatchObject({ item: 'visit', reasons: [{ code: 'booked' }] });
      expect(await desk.isFree([evening('visit', { dates: ['2016-11-06'] })], { card: other })).toBe(true);
    });

    test('another platform has its own', async () => {
      const here = new SalesDesk(open());
      const there = new SalesDesk(open());
      expect(await here.booked([evening('star')])).toBe(`${here.platform}-0001`);
      expect(await there.booked([evening('star')])).toBe(`${there.platform}-0001`);
    });

    test('a card with another time zone is refused, whether or not the place is free', async () => {
      const desk = new SalesDesk(open());
      const other = desk.cardWith([
        ['id: demo', 'id: tour'],
        ['Asia/Shanghai', 'Asia/Tokyo'],
      ]);
      await desk.booked([evening('hall')]);
      const free = await desk.hold([evening('studio')], { card: other });
      expect(problemsOf(free)).toEqual(['card-conflict']);
      expect(await desk.events()).toHaveLength(2);
      const taken = await desk.hold([evening('hall')], { card: other });
      expect(problemsOf(taken)).toEqual(['card-conflict']);
    });

    test('the usual capacity is 1 for slots and celebrities, without end for placements and mille', async () => {
      const desk = new SalesDesk(open());
      for (const item of ['corner', 'star-b']) {
        await desk.booked([evening(item)]);
        expect(await desk.reasons([evening(item)])).toEqual([['booked']]);
      }
      for (const lines of [
        [evening('drop', { quantity: 100_000 })],
        [evening('feed', { impressions: 900_000_000 })],
      ]) {
        await desk.booked(lines);
        await desk.booked(lines);
      }
    });

    test('what has no end, and money that passes through, occupy nothing', async () => {
      const desk = new SalesDesk(open());
      const lines = [
        evening('drop'),
        evening('feed', { impressions: 1000 }),
        evening('prize', { amount: 100 }),
      ];
      await desk.booked(lines);
      const number = await desk.booked(lines);
      const { spots } = await desk.booking(number);
      expect(spots.map(({ takes }) => takes)).toEqual([[], [], []]);
      expect(spots.map(({ passThrough }) => passThrough)).toEqual([undefined, undefined, true]);
    });

    test('a take says what it takes, of which bound', async () => {
      const desk = new SalesDesk(open());
      const number = await desk.held([
        { item: 'hall-late', dates: ['2016-11-05'], time: '22:30-25:00' },
        { item: 'idol', dates: ['2016-11-06'], quantity: 2 },
        { item: 'splash', dates: ['2016-11-06'], impressions: 5000 },
        { item: 'rain-small', dates: ['2016-11-06'], time: '21:00-21:10' },
      ]);
      const { spots } = await desk.booking(number);
      const [fifth, sixth] = [dayNumber('2016-11-05') * 1440, dayNumber('2016-11-06') * 1440];
      const late = { from: fifth + 22 * 60 + 30, to: fifth + 25 * 60, restTo: fifth + 25 * 60 + 30 };
      const short = { from: sixth + 21 * 60, to: sixth + 21 * 60 + 10, restTo: sixth + 21 * 60 + 10 };
      const date = '2016-11-06';
      expect(spots.map(({ takes }) => takes)).toEqual([
        [{ kind: 'time', resource: 'hall', date: '2016-11-05', ...late, n: 1, bound: 1 }],
        [
          { kind: 'date', resource: 'idol', date, n: 2, bound: 2 },
          { kind: 'per-day', resource: 'idol', date, n: 2, bound: 3 },
        ],
        [{ kind: 'impressions', resource: 'splash', date, n: 5000, bound: 3_000_000 }],
        [
          { kind: 'time', resource: 'rain-small', date, ...short, n: 1, bound: 5 },
          { kind: 'wave', resource: '*all-rooms', date, ...short, n: 1, bound: 1 },
        ],
      ]);
    });
  });

  describe('bounds', () => {
    const lower = (desk: SalesDesk) =>
      desk.cardWith([
        ['version: "1"', 'version: "2"'],
        ['per: hour, capacity: 2', 'per: hour, capacity: 1'],
      ]);
    const studio = [evening('studio')];

    test('a card that lowers a capacity takes nothing away, and judges what is new', async () => {
      const desk = new SalesDesk(open());
      const card = lower(desk);
      const first = await desk.booked(studio);
      const second = await desk.booked(studio);
      const [refused] = await desk.refused(studio, { card });
      expect(refused!.reasons).toEqual([{ code: 'booked', asked: 1, bound: 1, booked: 2, held: 0 }]);
      for (const number of [first, second]) {
        const { state, spots } = await desk.booking(number);
        expect([state, one(spots).takes]).toEqual(['booked', [expect.objectContaining({ n: 1, bound: 2 })]]);
      }
      // One gone: the lower bound is still reached by the other, the old card's is not.
      done(await desk.ledger.cancel(first, { now }));
      expect(await desk.reasons(studio, { card })).toEqual([['booked']]);
      expect(await desk.isFree(studio)).toBe(true);
      done(await desk.ledger.cancel(second, { now }));
      await desk.booked(studio, { card });
      expect(await desk.reasons(studio, { card })).toEqual([['booked']]);
      await desk.booked(studio);
    });

    test('a hold that is replaced under the lower bound is a new take', async () => {
      const desk = new SalesDesk(open());
      const card = lower(desk);
      await desk.booked(studio);
      const mine = await desk.held(studio);
      const answer = await desk.hold(studio, { card, replace: mine });
      expect(codesOf(one(refusedSpots(answer)))).toEqual(['booked']);
      expect(await desk.state(mine)).toBe('held');
    });

    test('items of one resource are each judged by their own capacity', async () => {
      const desk = new SalesDesk(open(), [
        ['  banner:', '  balcony: { title: 阳台, price: 1, per: hour, resource: studio }\n  banner:'],
      ]);
      await desk.booked(studio);
      expect(await desk.reasons([evening('balcony')])).toEqual([['booked']]);
      await desk.booked(studio);
      expect(await desk.reasons(studio)).toEqual([['booked']]);
    });
  });
}
