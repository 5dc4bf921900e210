import { describe, expect, test } from '@jest/globals';
import type { Relocation } from '../../../src/documents/receipt.js';
import type { Answer } from '../../../src/ledger/answer.js';
import { at, type Change } from '../../support/ledger/card.js';
import { codesOf, done, now, type Open, problemsOf, refusedSpots, SalesDesk } from './desk.js';

/** Spots at another date or time. Source: booking rules, "Verbs", `move`. */
export function moving(open: Open): void {
  const corner = (dates: string | string[], more: object = {}) => ({
    item: 'corner',
    dates,
    time: '20:00-21:00',
    ...more,
  });
  const step = (line: number, date: string, toDate: string, toTime?: string) => ({
    line,
    date,
    toDate,
    ...(toTime === undefined ? {} : { toTime }),
  });
  const placesOf = async (desk: SalesDesk, number: string) =>
    (await desk.booking(number)).spots.map(({ line, date, time }) => [line, date, time]);
  const dry = (answer: Answer<unknown>) => {
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return answer.value as Relocation;
  };

  describe('a spot that is moved', () => {
    test('is where it was to go, and what it left is free', async () => {
      const desk = new SalesDesk(open());
      const number = await desk.booked([corner(['2016-11-20', '2016-11-22'])]);
      done(await desk.ledger.move(number, { now, steps: [step(1, '2016-11-20', '2016-11-25')] }));
      expect(await placesOf(desk, number)).toEqual([
        [1, '2016-11-22', '20:00-21:00'],
        [1, '2016-11-25', '20:00-21:00'],
      ]);
      expect(await desk.isFree([corner('2016-11-20')])).toBe(true);
      expect(await desk.reasons([corner('2016-11-25')])).toEqual([['booked']]);
      expect(await desk.booking(number)).toMatchObject({ state: 'booked', revision: 3, payable: '600.00' });
    });

    test('has another time where one is named, else its own', async () => {
      const desk = new SalesDesk(open());
      const times = { times: { '2016-11-22': '10:00-12:00' } };
      const number = await desk.held([corner(['2016-11-20', '2016-11-22'], times)]);
      const steps = [step(1, '2016-11-20', '2016-11-20', '08:00-09:00')];
      done(await desk.ledger.move(number, { now, steps }));
      done(await desk.ledger.move(number, { now, steps: [step(1, '2016-11-22', '2016-11-24')] }));
      expect(await placesOf(desk, number)).toEqual([
        [1, '2016-11-20', '08:00-09:00'],
        [1, '2016-11-24', '10:00-12:00'],
      ]);
      // One hour at 300, and the two of the other: priced again by the card.
      expect((await desk.booking(number)).payable).toBe('900.00');
    });

    test('may get a time where it had none', async () => {
      const desk = new SalesDesk(open());
      const number = await desk.held([{ item: 'idol', dates: ['2016-11-20'] }]);
      done(
        await desk.ledger.move(number, { now, steps: [step(1, '2016-11-20', '2016-11-20', '20:00-21:00')] }),
      );
      expect(await desk.isFree([{ item: 'idol', dates: ['2016-11-20'], time: '20:00-21:00' }])).toBe(true);
    });

    test('may change places with another, of its line or of another', async () => {
      const desk = new SalesDesk(open());
      const times = { times: { '2016-11-21': '10:00-11:00' } };
      const number = await desk.booked([corner(['2016-11-20', '2016-11-21'], times), corner('2016-11-22')]);
      const swap = [step(1, '2016-11-20', '2016-11-21'), step(1, '2016-11-21', '2016-11-20')];
      done(await desk.ledger.move(number, { now, steps: swap }));
      const across = [step(1, '2016-11-21', '2016-11-22'), step(2, '2016-11-22', '2016-11-21')];
      done(await desk.ledger.move(number, { now, steps: across }));
      expect(await placesOf(desk, number)).toEqual([
        [1, '2016-11-20', '10:00-11:00'],
        [1, '2016-11-22', '20:00-21:00'],
        [2, '2016-11-21', '20:00-21:00'],
      ]);
    });

    test('all of them or none', async () => {
      const desk = new SalesDesk(open());
      await desk.booked([corner('2016-11-28')]);
      const number = await desk.booked([corner(['2016-11-20', '2016-11-21'])]);
      const steps = [step(1, '2016-11-20', '2016-11-25'), step(1, '2016-11-21', '2016-11-28')];
      const [spot, ...more] = refusedSpots(await desk.ledger.move(number, { now, steps }));
      expect([spot?.line, spot?.date, codesOf(spot!), more]).toEqual([1, '2016-11-28', ['booked'], []]);
      expect((await placesOf(desk, number)).map(([, date]) => date)).toEqual(['2016-11-20', '2016-11-21']);
      expect((await desk.booking(number)).revision).toBe(2);
    });

    test('must stand, and not have begun; its target must not be closed', async () => {
      const desk = new SalesDesk(open());
      const number = await desk.booked([corner(['2016-11-20', '2016-11-22']), corner('2016-11-21')]);
      done(await desk.ledger.cancel(number, { now, lines: [2] }));
      const tried = async (steps: ReturnType<typeof step>[], local = '2016-10-26 10:00') =>
        desk.ledger.move(number, { now: at(local), steps });
      expect(problemsOf(await tried([step(1, '2016-11-19', '2016-11-25')]))).toEqual(['no-such-spot']);
      expect(problemsOf(await tried([step(9, '2016-11-19', '2016-11-25')]))).toEqual(['no-such-line']);
      expect(problemsOf(await tried([step(2, '2016-11-21', '2016-11-25')]))).toEqual(['spot-cancelled']);
      const twice = [step(1, '2016-11-20', '2016-11-25'), step(1, '2016-11-20', '2016-11-26')];
      expect(problemsOf(await tried(twice))).toEqual(['spot-twice']);
      expect(problemsOf(await tried([step(1, '2016-11-20', '2016-11-22')]))).toEqual(['date-twice']);
      const go = [step(1, '2016-11-20', '2016-11-25')];
      expect(problemsOf(await tried(go, '2016-11-20 20:00'))).toEqual(['spot-begun']);
      expect(
        dry(await desk.ledger.move(number, { now: at('2016-11-20 19:59'), steps: go, dryRun: true })),
      ).toMatchObject({ dryRun: true });
      const back = [step(1, '2016-11-22', '2016-11-21')];
      expect(refusedSpots(await tried(back, '2016-11-21 20:00')).map(codesOf)).toEqual([['closed']]);
      const beyond = [step(1, '2016-11-20', '2016-12-01')];
      expect(refusedSpots(await tried(beyond)).map(codesOf)).toEqual([['outside-card']]);
    });

    test('is priced by the pinned card, as of the original day', async () => {
      const surcharged: Change = [
        'terms:\n',
        'surcharges:\n  - { id: rush, title: 加急, rate: 50%, when: { leadDaysUnder: 30 } }\nterms:\n',
      ];
      const desk = new SalesDesk(open(), [surcharged]);
      // 25 days ahead of the 26th of October is the 20th of November; the 28th is 33.
      const number = await desk.booked([corner('2016-11-20')]);
      expect((await desk.booking(number)).payable).toBe('450.00');
      done(
        await desk.ledger.move(number, {
          now: at('2016-11-10 10:00'),
          steps: [step(1, '2016-11-20', '2016-11-28')],
        }),
      );
      expect((await desk.booking(number)).payable).toBe('300.00');
    });

    test('lets a hold end earlier where a spot now closes earlier, and never later', async () => {
      const desk = new SalesDesk(open());
      const late = { now: at('2016-11-08 20:30'), asOf: '2016-11-08' };
      const number = await desk.held([corner('2016-11-20')], late);
      const then = { now: late.now };
      expect((await desk.booking(number, late.now)).expires).toBe('2016-11-09T12:30:00Z');
      done(await desk.ledger.move(number, { ...then, steps: [step(1, '2016-11-20', '2016-11-09')] }));
      expect((await desk.booking(number, late.now)).expires).toBe('2016-11-09T12:00:00Z');
      done(await desk.ledger.move(number, { ...then, steps: [step(1, '2016-11-09', '2016-11-20')] }));
      expect((await desk.booking(number, late.now)).expires).toBe('2016-11-09T12:00:00Z');
    });

    test('tried dry changes nothing; made twice is done once', async () => {
      const desk = new SalesDesk(open());
      const number = await desk.booked([corner('2016-11-20')]);
      const steps = [step(1, '2016-11-20', '2016-11-25')];
      const tried = dry(await desk.ledger.move(number, { now, steps, dryRun: true }));
      expect(tried).toMatchObject({
        from: [{ line: 1, date: '2016-11-20' }],
        to: [{ date: '2016-11-25', feeDate: '2016-11-20' }],
        payable: { before: '300.00', after: '300.00' },
        approval: { required: null, missing: false },
      });
      expect((await desk.booking(number)).revision).toBe(2);
      expect(await desk.isFree([corner('2016-11-25')])).toBe(true);
      const first = done(await desk.ledger.move(number, { now, steps }));
      expect((await desk.booking(number)).quote).toBe(tried.digest);
      expect(done(await desk.ledger.move(number, { now, steps }))).toEqual({ ...first, replayed: true });
    });
  });

  describe('approval', () => {
    const weekend: Change = [
      'terms:\n',
      'surcharges:\n  - { id: weekend, title: 周末, rate: 50%, when: { weekdays: [sat, sun] } }\nterms:\n',
    ];
    const approve = { now, role: 'director', by: '王总' };
    // The 21st is a Monday, the 22nd a Tuesday, the 26th a Saturday.
    const line = corner('2016-11-21', { discount: '20%' });

    test('carries over when payable and band are unchanged', async () => {
      const desk = new SalesDesk(open(), [weekend], { approvals: true });
      const number = await desk.held([line]);
      done(await desk.ledger.approve(number, approve));
      done(await desk.ledger.move(number, { now, steps: [step(1, '2016-11-21', '2016-11-22')] }));
      done(await desk.ledger.confirm(number, { now }));
    });

    test('is asked for by the digest of what will be, where the price changes', async () => {
      const desk = new SalesDesk(open(), [weekend], { approvals: true });
      const number = await desk.booked([line]);
      const steps = [step(1, '2016-11-21', '2016-11-26')];
      expect(problemsOf(await desk.ledger.move(number, { now, steps }))).toEqual(['approval-missing']);
      const tried = dry(await desk.ledger.move(number, { now, steps, dryRun: true }));
      expect(tried).toMatchObject({
        payable: { before: '240.00', after: '360.00' },
        approval: { required: 'director', missing: true },
      });
      // Too low a role is noted, and not enough.
      done(await desk.ledger.approve(number, { ...approve, role: 'sales', digest: tried.digest }));
      expect(problemsOf(await desk.ledger.move(number, { now, steps }))).toEqual(['approval-missing']);
      done(await desk.ledger.approve(number, { ...approve, digest: tried.digest }));
      done(await desk.ledger.move(number, { now, steps }));
      expect(await desk.booking(number)).toMatchObject({ state: 'booked', payable: '360.00' });
    });

    test('of a hold that nobody approved is asked for when it is confirmed', async () => {
      const desk = new SalesDesk(open(), [weekend], { approvals: true });
      const number = await desk.held([line]);
      done(await desk.ledger.move(number, { now, steps: [step(1, '2016-11-21', '2016-11-26')] }));
      expect(problemsOf(await desk.ledger.confirm(number, { now }))).toEqual(['approval-missing']);
      expect(problemsOf(await desk.ledger.approve(number, { ...approve, role: 'sales' }))).toEqual([
        'role-too-low',
      ]);
      expect(problemsOf(await desk.ledger.approve(number, { ...approve, role: 'intern' }))).toEqual([
        'role-unknown',
      ]);
      done(await desk.ledger.approve(number, approve));
      done(await desk.ledger.confirm(number, { now }));
    });
  });
}
