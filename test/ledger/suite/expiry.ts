import { describe, expect, test } from '@jest/globals';
import { at } from '../../support/ledger/card.js';
import { done, instant, now, type Open, problemsOf, SalesDesk } from './desk.js';

/** Holds that run out by the clock, and whoever needs their places. Source: booking rules, "Verbs". */
export function expiry(open: Open): void {
  const corner = [{ item: 'corner', dates: ['2016-11-20'], time: '20:00-21:00' }];
  const end = at('2016-10-27 10:00');
  const types = async (desk: SalesDesk) =>
    (await desk.events()).map(({ type, booking }) => `${type} ${booking}`);

  describe('a hold that has run out', () => {
    test('is expired from the very instant, and nobody need write it down', async () => {
      const desk = new SalesDesk(open());
      const number = await desk.held(corner);
      expect(await desk.state(number, end - 1)).toBe('held');
      expect(await desk.state(number, end)).toBe('expired');
      const states = async (state: 'held' | 'expired') =>
        (await desk.ledger.bookings({ platform: desk.platform, state, now: end })).bookings.length;
      expect([await states('held'), await states('expired')]).toEqual([0, 1]);
      expect(await types(desk)).toEqual([`hold ${number}`]);
      expect((await desk.booking(number, end)).spots).toMatchObject([{ state: 'expired' }]);
    });

    test('can be confirmed until the instant before', async () => {
      const desk = new SalesDesk(open());
      const number = await desk.held(corner);
      expect(problemsOf(await desk.ledger.confirm(number, { now: end }))).toEqual(['state']);
      expect(done(await desk.ledger.confirm(number, { now: end - 1 })).state).toBe('booked');
      // What is booked does not run out.
      expect(await desk.state(number, at('2016-12-24 10:00'))).toBe('booked');
    });

    test('frees its places for whoever needs them first, who writes it down', async () => {
      const desk = new SalesDesk(open());
      const first = await desk.held(corner);
      expect(await desk.reasons(corner, { now: end - 1 })).toEqual([['held']]);
      const second = await desk.held(corner, { now: end });
      expect(await types(desk)).toEqual([`hold ${first}`, `lapse ${first}`, `hold ${second}`]);
      const { state, revision, expires, events } = await desk.booking(first, end);
      expect({ state, revision, expires }).toEqual({
        state: 'expired',
        revision: 2,
        expires: instant('2016-10-27 10:00'),
      });
      expect(events[1]).toMatchObject({ type: 'lapse', at: expires, expires, revision: 2 });
    });

    test('is over for good once that is written, whatever a clock says later', async () => {
      const desk = new SalesDesk(open());
      const first = await desk.held(corner);
      const second = await desk.held(corner, { now: end });
      done(await desk.ledger.release(second, { now: end }));
      expect(await desk.state(first, now)).toBe('expired');
      expect(problemsOf(await desk.ledger.confirm(first, { now }))).toEqual(['state']);
      expect(problemsOf(await desk.ledger.release(first, { now }))).toEqual(['state']);
      expect(problemsOf(await desk.hold(corner, { now, replace: first }))).toEqual(['state']);
    });

    test('is held again for a clock that goes back before anybody needed its places', async () => {
      const desk = new SalesDesk(open());
      const number = await desk.held(corner);
      expect(problemsOf(await desk.ledger.confirm(number, { now: end + 60_000 }))).toEqual(['state']);
      expect(done(await desk.ledger.confirm(number, { now: end - 60_000 })).state).toBe('booked');
    });

    test('the order is that of the chain, though a clock went back', async () => {
      const desk = new SalesDesk(open());
      const first = await desk.held(corner, { now: at('2016-10-28 10:00') });
      const second = await desk.held([{ item: 'drop', dates: ['2016-11-20'] }], { now });
      expect((await desk.events()).map((event) => [event.seq, event.booking, event.at])).toEqual([
        [1, first, instant('2016-10-28 10:00')],
        [2, second, instant('2016-10-26 10:00')],
      ]);
    });

    test('makes room for a move, by the date, by rivals and by waves', async () => {
      const desk = new SalesDesk(open());
      const spots = [
        { item: 'idol', dates: ['2016-11-20'] },
        {
          item: 'studio',
          dates: ['2016-11-20'],
          time: '20:00-21:00',
          options: ['exclusive'],
          category: 'beauty',
        },
        { item: 'rain', dates: ['2016-11-20'], time: '20:00-20:10' },
        { item: 'splash', dates: ['2016-11-20'], impressions: 3_000_000 },
      ];
      for (const spot of spots) await desk.held([spot]);
      await desk.held(corner);
      const others = [
        { item: 'idol', dates: ['2016-11-20'], time: '20:00-21:00' },
        { item: 'studio', dates: ['2016-11-20'], time: '09:00-10:00', brand: '乙', category: 'beauty' },
        { item: 'rain-small', dates: ['2016-11-20'], time: '20:05-20:15' },
        { item: 'splash', dates: ['2016-11-20'], impressions: 1 },
      ];
      expect(await desk.reasons(others, { now: end - 1 })).toEqual([['held'], ['rival'], ['wave'], ['held']]);
      await desk.held(others, { now: end });
      const elsewhere = await desk.held([{ item: 'corner', dates: ['2016-11-21'], time: '20:00-21:00' }], {
        now: end,
      });
      const steps = [{ line: 1, date: '2016-11-21', toDate: '2016-11-20' }];
      done(await desk.ledger.move(elsewhere, { now: end, steps }));
      expect((await desk.events()).filter(({ type }) => type === 'lapse')).toHaveLength(5);
    });
  });

  describe('the clock', () => {
    test("without an instant the server's own counts, else the one the ledger was opened with", async () => {
      const desk = new SalesDesk(open());
      const { ledger } = desk;
      const before = Date.now();
      const told = await ledger.now();
      const after = Date.now();
      // Server and test run on one machine.
      expect(told).toBeGreaterThanOrEqual(before - 1000);
      expect(told).toBeLessThanOrEqual(after + 1000);
      // The quote of 2016 is long out of date for it.
      expect(problemsOf(await ledger.hold(desk.quote(corner), desk.card))).toEqual(['quote-expired']);
    });
  });
}
