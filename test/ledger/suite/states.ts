import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../../src/ledger/answer.js';
import { at } from '../../support/ledger/card.js';
import { done, now, type Open, SalesDesk } from './desk.js';

/** Which verb may come from which state, and to what. Source: booking rules, the table of verbs. */
export function states(open: Open): void {
  const corner = (date = '2016-11-20') => [{ item: 'corner', dates: [date], time: '20:00-21:00' }];
  const late = at('2016-10-27 10:00');

  /** A booking in each state, and the instant at which it is in it. */
  const reached: Readonly<Record<string, (desk: SalesDesk) => Promise<{ number: string; when: number }>>> = {
    held: async (desk) => ({ number: await approvedHold(desk), when: now }),
    booked: async (desk) => {
      const number = await approvedHold(desk);
      done(await desk.ledger.confirm(number, { now }));
      return { number, when: now };
    },
    released: async (desk) => {
      const number = await approvedHold(desk);
      done(await desk.ledger.release(number, { now }));
      return { number, when: now };
    },
    'expired by the clock': async (desk) => ({ number: await approvedHold(desk), when: late }),
    'expired and written down': async (desk) => {
      const number = await approvedHold(desk);
      const next = await desk.held(corner(), { now: late });
      done(await desk.ledger.release(next, { now: late }));
      return { number, when: now };
    },
    replaced: async (desk) => {
      const number = await approvedHold(desk);
      await desk.held(corner('2016-11-19'), { replace: number });
      return { number, when: now };
    },
    cancelled: async (desk) => {
      const number = await approvedHold(desk);
      done(await desk.ledger.confirm(number, { now }));
      done(await desk.ledger.cancel(number, { now }));
      return { number, when: now };
    },
  };

  async function approvedHold(desk: SalesDesk): Promise<string> {
    const number = await desk.held(corner());
    done(await desk.ledger.approve(number, { now, role: 'sales', by: '小李' }));
    return number;
  }

  const verbs: Readonly<
    Record<string, (desk: SalesDesk, number: string, when: number) => Promise<Answer<unknown>>>
  > = {
    confirm: (desk, number, when) => desk.ledger.confirm(number, { now: when }),
    release: (desk, number, when) => desk.ledger.release(number, { now: when }),
    approve: (desk, number, when) => desk.ledger.approve(number, { now: when, role: 'director', by: '王总' }),
    cancel: (desk, number, when) => desk.ledger.cancel(number, { now: when }),
    move: (desk, number, when) =>
      desk.ledger.move(number, { now: when, steps: [{ line: 1, date: '2016-11-20', toDate: '2016-11-21' }] }),
    replace: (desk, number, when) => desk.hold(corner('2016-11-22'), { replace: number, now: when }),
  };

  const no = 'state';
  const again = (state: string) => `${state}, replayed`;
  const over = { confirm: no, release: no, approve: no, cancel: no, move: no, replace: no };
  const table: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    held: {
      confirm: 'booked',
      release: 'released',
      approve: 'held',
      cancel: no,
      move: 'held',
      replace: 'held',
    },
    booked: {
      confirm: again('booked'),
      release: no,
      approve: 'booked',
      cancel: 'cancelled',
      move: 'booked',
      replace: no,
    },
    released: { ...over, release: again('released') },
    'expired by the clock': over,
    'expired and written down': over,
    replaced: over,
    cancelled: { ...over, cancel: again('cancelled') },
  };

  describe('verbs by state', () => {
    test.each(Object.entries(table))('%s', async (state, row) => {
      const found: Record<string, string> = {};
      for (const verb of Object.keys(row)) {
        const desk = new SalesDesk(open(), [], { approvals: true });
        const { number, when } = await reached[state]!(desk);
        const before = await desk.events();
        const answer = await verbs[verb]!(desk, number, when);
        found[verb] = outcome(answer);
        // What is refused or replayed leaves no trace.
        const added = (await desk.events()).length - before.length;
        expect([verb, added]).toEqual([verb, answer.ok && !found[verb]?.includes('replayed') ? 1 : 0]);
        if (added === 1) await receiptIsTrue(desk, answer);
      }
      expect(found).toEqual(row);
    });

    test('a booking that is not there is named, with the nearest that is', async () => {
      const desk = new SalesDesk(open());
      const number = await desk.held(corner());
      const mistyped = `${number}`.replace('-0001', '-0010');
      for (const verb of Object.values(verbs)) {
        const answer = await verb(desk, mistyped, now);
        expect(answer).toMatchObject({ ok: false, problems: [{ code: 'booking-not-found' }] });
      }
      const [problem] = (await desk.ledger.confirm(mistyped, { now })).problems;
      expect(problem!.values.nearest).toContain(number);
      expect(await desk.ledger.confirm('nonsense', { now })).toMatchObject({
        problems: [{ code: 'booking-not-found' }],
      });
    });
  });

  function outcome(answer: Answer<unknown>): string {
    if (!answer.ok) return answer.problems.map(({ code }) => code).join(' ');
    const { state, replayed } = answer.value as { state: string; replayed: boolean };
    return replayed ? again(state) : state;
  }

  /** A receipt names the event that the verb appended, and the booking as it is now. */
  async function receiptIsTrue(desk: SalesDesk, answer: Answer<unknown>): Promise<void> {
    const receipt = done(answer);
    const last = (await desk.events()).at(-1)!;
    expect(receipt.event).toEqual({ seq: last.seq, hash: last.hash });
    expect(receipt.booking).toBe(last.booking);
    const { state, revision } = await desk.booking(receipt.booking);
    expect(receipt).toMatchObject({ state, revision, replayed: false });
  }
}
