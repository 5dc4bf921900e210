import { describe, expect, test } from '@jest/globals';
import { at } from '../../support/ledger/card.js';
import { done, now, type Open, problemsOf, SalesDesk } from './desk.js';

/** A hold that takes the place of another. Source: booking rules, "Verbs", `hold QUOTE2 --replace B`. */
export function replacing(open: Open): void {
  const corner = (time: string, more: object = {}) => ({
    item: 'corner',
    dates: ['2016-11-20'],
    time,
    ...more,
  });

  describe('a hold that replaces another', () => {
    test('has its places free, and ends it, in one event', async () => {
      const desk = new SalesDesk(open());
      const old = await desk.held([corner('20:00-21:00'), corner('22:00-23:00')]);
      const replacing = await desk.held([corner('20:30-21:30')], { replace: old });
      expect(replacing).toBe(desk.number(2));
      const events = await desk.events();
      expect(events.map(({ type, booking }) => [type, booking])).toEqual([
        ['hold', old],
        ['hold', replacing],
      ]);
      expect(events[1]).toMatchObject({ replaces: old, revision: 1 });
      expect(await desk.booking(old)).toMatchObject({ state: 'replaced', replacedBy: replacing });
      expect(await desk.booking(replacing)).toMatchObject({ state: 'held', replaces: old, revision: 1 });
      expect(await desk.isFree([corner('22:00-23:00')])).toBe(true);
      expect(await desk.isFree([corner('20:00-20:30')])).toBe(true);
      expect(await desk.reasons([corner('21:00-21:30')])).toEqual([['held']]);
    });

    test('is no duplicate of it, and replays without another event', async () => {
      const desk = new SalesDesk(open());
      const sale = { id: 'double11' };
      const old = await desk.held([corner('20:00-21:00')], sale);
      const quote = desk.quote([corner('20:00-22:00')], sale);
      const first = done(await desk.holdQuote(quote, { replace: old }));
      expect(done(await desk.holdQuote(quote, { replace: old }))).toEqual({ ...first, replayed: true });
    });

    test('keeps it as it was when one of the new spots cannot be had', async () => {
      const desk = new SalesDesk(open());
      const other = await desk.booked([corner('22:00-23:00')]);
      const old = await desk.held([corner('20:00-21:00')]);
      const answer = await desk.hold([corner('20:00-21:00'), corner('22:30-23:00')], { replace: old });
      expect(answer).toMatchObject({ ok: false, spots: [{ line: 2, reasons: [{ code: 'booked' }] }] });
      expect(await desk.state(old)).toBe('held');
      expect(await desk.reasons([corner('20:30-21:00')])).toEqual([['held']]);
      done(await desk.ledger.cancel(other, { now }));
      await desk.held([corner('20:00-21:00'), corner('22:30-23:00')], { replace: old });
    });

    test('whatever kind of place it was', async () => {
      const desk = new SalesDesk(open());
      const kinds = [
        [
          { item: 'idol', dates: ['2016-11-20'] },
          { item: 'idol', dates: ['2016-11-20'], time: '20:00-21:00' },
        ],
        [
          { item: 'splash', dates: ['2016-11-20'], impressions: 3_000_000 },
          { item: 'splash', dates: ['2016-11-20'], impressions: 2_999_999 },
        ],
        [
          { item: 'rain', dates: ['2016-11-20'] },
          { item: 'rain-small', dates: ['2016-11-20'], time: '20:00-20:10' },
        ],
        [
          corner('08:00-09:00', { options: ['exclusive'], category: 'beauty', brand: '甲' }),
          corner('10:00-11:00', { options: ['exclusive'], category: 'beauty', brand: '乙' }),
        ],
        [corner('08:00-09:00', { options: ['exclusive'], category: 'beauty' }), corner('10:00-11:00')],
        [corner('08:00-09:00'), corner('10:00-11:00', { options: ['exclusive'], category: 'beauty' })],
      ];
      for (const [before, after] of kinds) {
        const old = await desk.held([before!]);
        const next = await desk.held([after!], { replace: old });
        done(await desk.ledger.release(next, { now }));
        // Nothing is left of either.
        expect(await desk.isFree([before!])).toBe(true);
      }
    });

    test('only what is held may be replaced', async () => {
      const desk = new SalesDesk(open());
      const booked = await desk.booked([corner('20:00-21:00')]);
      expect(problemsOf(await desk.hold([corner('20:00-21:00')], { replace: booked }))).toEqual(['state']);
      const other = new SalesDesk(open());
      const theirs = await other.held([corner('20:00-21:00')]);
      expect(problemsOf(await desk.hold([corner('08:00-09:00')], { replace: theirs }))).toEqual([
        'platform-differs',
      ]);
      const held = await desk.held([corner('08:00-09:00')]);
      const late = { now: at('2016-10-27 10:00'), replace: held };
      expect(problemsOf(await desk.hold([corner('08:00-09:00')], late))).toEqual(['state']);
    });
  });
}
