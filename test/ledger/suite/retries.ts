import { describe, expect, test } from '@jest/globals';
import { priceQuote } from '../../../src/pricing/price.js';
import { at } from '../../support/ledger/card.js';
import { done, now, type Open, problemsOf, SalesDesk } from './desk.js';

/** What a call that is made twice comes to. Source: booking rules, "Retries". */
export function retries(open: Open): void {
  const corner = (time = '20:00-21:00') => [{ item: 'corner', dates: ['2016-11-20'], time }];

  describe('a hold that is asked for again', () => {
    test('without a key the digest replays while the booking is held or booked, afterwards it is new', async () => {
      const desk = new SalesDesk(open());
      const quote = desk.quote(corner());
      const first = done(await desk.holdQuote(quote));
      expect(first).toMatchObject({ state: 'held', revision: 1, replayed: false, event: { seq: 1 } });
      expect(done(await desk.holdQuote(quote))).toEqual({ ...first, replayed: true });
      done(await desk.ledger.confirm(first.booking, { now }));
      expect(done(await desk.holdQuote(quote))).toEqual({
        ...first,
        state: 'booked',
        revision: 2,
        replayed: true,
      });
      expect(await desk.events()).toHaveLength(2);
      done(await desk.ledger.cancel(first.booking, { now }));
      const second = done(await desk.holdQuote(quote));
      expect(second).toMatchObject({ booking: desk.number(2), replayed: false, revision: 1 });
      done(await desk.ledger.release(second.booking, { now }));
      expect(done(await desk.holdQuote(quote)).booking).toBe(desk.number(3));
      // Run out by the clock is over, too.
      const later = done(await desk.holdQuote(quote, { now: at('2016-10-27 10:00') }));
      expect(later).toMatchObject({ booking: desk.number(4), replayed: false });
    });

    test('a booking that was moved still answers for the quote it began with, and for the one it has now', async () => {
      const desk = new SalesDesk(open());
      const quote = desk.quote(corner());
      const { booking } = done(await desk.holdQuote(quote));
      const steps = [{ line: 1, date: '2016-11-20', toDate: '2016-11-21' }];
      done(await desk.ledger.move(booking, { now, steps }));
      const moved = await desk.ledger.quote((await desk.booking(booking)).quote);
      for (const asked of [quote, moved!])
        expect(done(await desk.holdQuote(asked))).toMatchObject({ booking, replayed: true, revision: 2 });
    });

    test('with a key the key alone decides: replayed while alive, and a dead one is refused', async () => {
      const desk = new SalesDesk(open());
      const quote = desk.quote(corner());
      const key = 'order-1';
      const first = done(await desk.holdQuote(quote, { key }));
      expect(done(await desk.holdQuote(quote, { key }))).toEqual({ ...first, replayed: true });
      done(await desk.ledger.confirm(first.booking, { now }));
      expect(done(await desk.holdQuote(quote, { key }))).toMatchObject({ state: 'booked', replayed: true });
      done(await desk.ledger.cancel(first.booking, { now }));
      expect(problemsOf(await desk.holdQuote(quote, { key }))).toEqual(['state']);
      // Another key is another order, of the same quote too.
      expect(done(await desk.holdQuote(quote, { key: 'order-2' })).booking).toBe(desk.number(2));
      done(await desk.ledger.release(desk.number(2), { now }));
      expect(problemsOf(await desk.holdQuote(quote, { key: 'order-2' }))).toEqual(['state']);
      expect(done(await desk.holdQuote(quote, { key: 'order-3' })).booking).toBe(desk.number(3));
      const late = at('2016-10-27 10:00');
      expect(problemsOf(await desk.holdQuote(quote, { key: 'order-3', now: late }))).toEqual(['state']);
      // A retry finds its answer though the quote is long out of date.
      expect(
        problemsOf(await desk.holdQuote(quote, { key: 'order-3', now: at('2016-12-24 10:00') })),
      ).toEqual(['state']);
      expect((await desk.events()).filter(({ type }) => type === 'hold')).toHaveLength(3);
    });

    test('two orders of one quote under two keys are two bookings', async () => {
      const desk = new SalesDesk(open());
      const quote = desk.quote([{ item: 'drop', dates: ['2016-11-20'] }]);
      expect(done(await desk.holdQuote(quote, { key: 'a' })).booking).toBe(desk.number(1));
      expect(done(await desk.holdQuote(quote, { key: 'b' })).booking).toBe(desk.number(2));
      expect(done(await desk.holdQuote(quote, { key: 'a' })).booking).toBe(desk.number(1));
    });

    test('another quote or another verb under a key is refused', async () => {
      const desk = new SalesDesk(open());
      const key = 'order-1';
      const number = await desk.held(corner(), { key });
      expect(problemsOf(await desk.hold(corner('10:00-11:00'), { key }))).toEqual(['key-reuse']);
      expect(problemsOf(await desk.ledger.confirm(number, { now, key }))).toEqual(['key-reuse']);
      done(await desk.ledger.confirm(number, { now, key: 'c' }));
      expect(problemsOf(await desk.hold(corner('10:00-11:00'), { key: 'c' }))).toEqual(['key-reuse']);
      const other = await desk.held(corner('10:00-11:00'));
      expect(problemsOf(await desk.ledger.confirm(other, { now, key: 'c' }))).toEqual(['key-reuse']);
      expect(await desk.state(other)).toBe('held');
      // Keys are a platform's own.
      const elsewhere = new SalesDesk(open());
      await elsewhere.held(corner(), { key });
    });

    test('a refused call leaves its key free', async () => {
      const desk = new SalesDesk(open());
      const number = await desk.held(corner());
      const key = 'order-1';
      expect(await desk.reasons(corner(), { key })).toEqual([['held']]);
      done(await desk.ledger.release(number, { now }));
      await desk.held(corner(), { key });
    });

    test('a package priced anew on another day is the same order under its key', async () => {
      const desk = new SalesDesk(open());
      const quoted = (asOf: string) => desk.quote(corner(), { id: 'one', asOf });
      const tuesday = { now: at('2016-10-27 09:00'), key: 'k', fromPackage: true };
      const { package: pack } = quoted('2016-10-26');
      const { asOf: _day, ...undated } = pack;
      const priced = (asOf: string) => {
        const made = priceQuote(undated, desk.card, { asOf });
        if (!made.ok) throw new Error(JSON.stringify(made.problems));
        return made.value;
      };
      const first = done(await desk.holdQuote(priced('2016-10-26'), { key: 'k', fromPackage: true }));
      expect(done(await desk.holdQuote(priced('2016-10-27'), tuesday))).toEqual({ ...first, replayed: true });
      expect(
        problemsOf(await desk.holdQuote(quoted('2016-10-27'), { ...tuesday, fromPackage: false })),
      ).toEqual(['key-reuse']);
    });
  });

  describe('a duplicate', () => {
    test('a live booking of the same client and package under another digest is in the way', async () => {
      const desk = new SalesDesk(open());
      const sale = { id: 'double11', client: 'Acme' };
      const number = await desk.held(corner(), sale);
      const again = (more: object = {}) => desk.hold(corner('10:00-11:00'), { ...sale, ...more });
      expect(problemsOf(await again())).toEqual(['duplicate']);
      // Clients are one when they differ in width, case or outer blanks alone.
      expect(problemsOf(await again({ client: ' ＡCME' }))).toEqual(['duplicate']);
      done(await desk.ledger.confirm(number, { now }));
      expect(problemsOf(await again())).toEqual(['duplicate']);
      for (const free of [{ id: 'double12' }, { client: '乙公司' }, { key: 'k' }])
        done(await desk.ledger.release(done(await again(free)).booking, { now }));
      done(await desk.ledger.cancel(number, { now }));
      done(await again());
    });

    test('a hold that has run out is not', async () => {
      const desk = new SalesDesk(open());
      await desk.held(corner(), { id: 'double11' });
      const late = { id: 'double11', now: at('2016-10-27 10:00') };
      expect(await desk.held(corner('10:00-11:00'), late)).toBe(desk.number(2));
    });
  });

  describe('other verbs under a key', () => {
    test('are replayed, whatever happened since', async () => {
      const desk = new SalesDesk(open());
      const number = await desk.held(corner());
      const confirmed = done(await desk.ledger.confirm(number, { now, key: 'c' }));
      expect(confirmed).toMatchObject({ state: 'booked', revision: 2, replayed: false });
      const steps = [{ line: 1, date: '2016-11-20', toDate: '2016-11-21' }];
      const moved = done(await desk.ledger.move(number, { now, key: 'm', steps }));
      expect(done(await desk.ledger.move(number, { now, key: 'm', steps }))).toEqual({
        ...moved,
        replayed: true,
      });
      expect(done(await desk.ledger.confirm(number, { now, key: 'c' }))).toEqual({
        ...confirmed,
        revision: 3,
        replayed: true,
      });
      const cancelled = done(await desk.ledger.cancel(number, { now, key: 'x' }));
      expect(done(await desk.ledger.cancel(number, { now, key: 'x' }))).toEqual({
        ...cancelled,
        replayed: true,
      });
      expect((await desk.events()).map(({ type, key }) => [type, key])).toEqual([
        ['hold', undefined],
        ['confirm', 'c'],
        ['move', 'm'],
        ['cancel', 'x'],
      ]);
    });
  });

  describe('revisions', () => {
    test('whoever was faster is told of', async () => {
      const desk = new SalesDesk(open());
      const number = await desk.held(corner());
      const { ledger } = desk;
      const steps = [{ line: 1, date: '2016-11-20', toDate: '2016-11-21' }];
      expect(problemsOf(await ledger.confirm(number, { now, ifRevision: 2 }))).toEqual(['revision']);
      expect(problemsOf(await ledger.release(number, { now, ifRevision: 2 }))).toEqual(['revision']);
      expect(problemsOf(await ledger.move(number, { now, ifRevision: 2, steps }))).toEqual(['revision']);
      expect(problemsOf(await desk.hold(corner(), { replace: number, ifRevision: 2 }))).toEqual(['revision']);
      done(await ledger.confirm(number, { now, ifRevision: 1 }));
      expect(problemsOf(await ledger.cancel(number, { now, ifRevision: 1 }))).toEqual(['revision']);
      done(await ledger.cancel(number, { now, ifRevision: 2 }));
    });

    test('where the new place is gone, too, whoever was faster comes first', async () => {
      const desk = new SalesDesk(open());
      const number = await desk.booked(corner());
      await desk.held([{ item: 'corner', dates: ['2016-11-21'], time: '20:00-21:00' }]);
      const steps = [{ line: 1, date: '2016-11-20', toDate: '2016-11-21' }];
      expect(problemsOf(await desk.ledger.move(number, { now, ifRevision: 1, steps }))).toEqual(['revision']);
    });

    test('rise with everything accepted but approvals and replays', async () => {
      const desk = new SalesDesk(open(), [], { approvals: true });
      const number = await desk.held(corner());
      const { ledger } = desk;
      const told: [string, number][] = [];
      const note = (verb: string, receipt: { revision: number }) => told.push([verb, receipt.revision]);
      note('approve', done(await ledger.approve(number, { now, role: 'sales', by: '小李' })));
      note('again', done(await ledger.approve(number, { now, role: 'sales', by: '小李' })));
      const steps = [{ line: 1, date: '2016-11-20', toDate: '2016-11-21' }];
      note('move', done(await ledger.move(number, { now, steps })));
      note('retry', done(await ledger.move(number, { now, steps })));
      note('confirm', done(await ledger.confirm(number, { now })));
      note('again', done(await ledger.confirm(number, { now })));
      note('approve', done(await ledger.approve(number, { now, role: 'director', by: '王总' })));
      note('cancel', done(await ledger.cancel(number, { now })));
      note('again', done(await ledger.cancel(number, { now })));
      expect(told).toEqual([
        ['approve', 1],
        ['again', 1],
        ['move', 2],
        ['retry', 2],
        ['confirm', 3],
        ['again', 3],
        ['approve', 3],
        ['cancel', 4],
        ['again', 4],
      ]);
      expect((await desk.booking(number)).revision).toBe(4);
    });
  });
}
