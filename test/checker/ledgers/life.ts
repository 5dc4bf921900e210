import type { Ledger } from '../small-ledger.js';
import { banner, booked, hallAtEight, held, type WrongLedger } from './ledger-case.js';

/** Ways into a state that nothing leaves. */
const ends: Readonly<Record<string, (ledger: Ledger) => void>> = {
  released: (ledger) => {
    held(ledger, 'B1', [banner]);
    ledger.act('release', 'B1');
  },
  lapsed: (ledger) => {
    held(ledger, 'B1', [banner]);
    ledger.act('lapse', 'B1', { expires: '2016-10-28T02:00:00Z', at: '2016-10-28T02:00:00Z' });
  },
  replaced: (ledger) => {
    held(ledger, 'B1', [banner]);
    ledger.hold('B2', ledger.sell({ id: 'a', lines: [banner] }), { replaces: 'B1' });
  },
  'cancelled entirely': (ledger) => {
    booked(ledger, 'B1', [{ ...banner, dates: ['2016-11-08'] }]);
    ledger.act('cancel', 'B1', { spots: [{ line: 1, date: '2016-11-08', fee: '50.00' }], fee: '50.00' });
  },
};

const seqAfter: Readonly<Record<string, number>> = { 'cancelled entirely': 4 };

/** A quote like `held`'s, with the second banner eleven days later. */
const banners = ['2016-11-08', '2016-11-20'];
const movedBanner = (ledger: Ledger, sale = {}) =>
  ledger.sell({ id: 'package-B1', lines: [{ item: 'banner', dates: banners }], ...sale });
const moveBanner = (ledger: Ledger, fields = {}, sale = {}) =>
  ledger.move('B1', movedBanner(ledger, sale), ['1:2016-11-09'], ['1:2016-11-20'], fields);

const atExpiry = { at: '2016-10-28T02:00:00Z' };
const cancelling = { spots: [{ line: 1, date: '2016-11-08', fee: '50.00' }], fee: '50.00' };

export const wrongLives: readonly WrongLedger[] = [
  {
    code: 'number-used',
    what: 'a second hold of one number',
    seq: 2,
    write: (ledger) => {
      held(ledger);
      ledger.hold('B1', ledger.sell({ id: 'a', lines: [banner] }), { revision: 1 });
    },
  },
  {
    code: 'number-unknown',
    what: 'a confirmation of nothing',
    seq: 2,
    write: (ledger) => {
      held(ledger);
      ledger.act('confirm', 'B2');
    },
  },
  ...Object.entries(ends).flatMap(([state, write]) =>
    ['confirm', 'release', 'approve', 'move', 'cancel', 'lapse'].map((verb) => ({
      code: 'state',
      what: `${verb} of a booking that is ${state}`,
      seq: seqAfter[state] ?? 3,
      write: (ledger: Ledger) => {
        write(ledger);
        if (verb === 'move') moveBanner(ledger);
        else {
          const digest = `sha256:${'1'.repeat(64)}`;
          const fields = {
            approve: { role: 'sales', by: '王示例', digest },
            cancel: cancelling,
            lapse: { expires: '2016-10-28T02:00:00Z', at: '2016-10-29T02:00:00Z' },
          };
          ledger.act(verb, 'B1', fields[verb as keyof typeof fields]);
        }
      },
    })),
  ),
  ...['confirm', 'release', 'lapse'].map((verb) => ({
    code: 'state',
    what: `${verb} of a booking that is booked`,
    seq: 3,
    write: (ledger: Ledger) => {
      booked(ledger);
      ledger.act(verb, 'B1', verb === 'lapse' ? { expires: '2016-10-28T02:00:00Z', ...atExpiry } : {});
    },
  })),
  {
    code: 'state',
    what: 'cancellation of a hold',
    seq: 2,
    write: (ledger) => {
      held(ledger);
      ledger.act('cancel', 'B1', cancelling);
    },
  },
  {
    code: 'expired',
    what: 'confirmed at the very moment in which the hold ends',
    seq: 2,
    write: (ledger) => {
      held(ledger);
      ledger.act('confirm', 'B1', atExpiry);
    },
  },
  {
    code: 'expired',
    what: 'confirmed before the hold first ended, but after a move had shortened it',
    seq: 3,
    write: (ledger) => {
      held(ledger, 'B1', [banner]);
      moveBanner(ledger, { expires: '2016-10-27T02:00:00Z' });
      ledger.act('confirm', 'B1', { at: '2016-10-27T03:00:00Z' });
    },
  },
  {
    code: 'expired',
    what: 'released after the hold ended',
    seq: 2,
    write: (ledger) => {
      held(ledger);
      ledger.act('release', 'B1', atExpiry);
    },
  },
  {
    code: 'expired',
    what: 'moved after the hold ended',
    seq: 2,
    write: (ledger) => {
      held(ledger, 'B1', [banner]);
      moveBanner(ledger, atExpiry);
    },
  },
  {
    code: 'expired',
    what: 'replaced after the hold ended',
    seq: 2,
    write: (ledger) => {
      held(ledger);
      const fields = { replaces: 'B1', ...atExpiry, expires: '2016-10-29T02:00:00Z' };
      ledger.hold('B2', ledger.sell({ id: 'a', lines: [banner] }), fields);
    },
  },
  {
    code: 'revision',
    what: 'a hold that begins at two',
    seq: 1,
    write: (ledger) => ledger.hold('B1', ledger.sell({ id: 'a', lines: [banner] }), { revision: 2 }),
  },
  {
    code: 'revision',
    what: 'a confirmation that skips one',
    seq: 2,
    write: (ledger) => {
      held(ledger);
      ledger.act('confirm', 'B1', { revision: 3 });
    },
  },
  {
    code: 'revision',
    what: 'an approval that raises it',
    seq: 2,
    write: (ledger) => {
      const { digest } = held(ledger);
      ledger.act('approve', 'B1', { role: 'sales', by: '王示例', digest, revision: 2 });
    },
  },
  {
    code: 'unapproved',
    what: 'confirmed without anybody’s approval',
    seq: 2,
    write: (ledger) => {
      ledger.hold('B1', ledger.sell({ id: 'a', lines: [banner], approval: 'sales' }));
      ledger.act('confirm', 'B1');
    },
  },
  {
    code: 'unapproved',
    what: 'confirmed with the approval of another quote',
    seq: 3,
    write: (ledger) => {
      ledger.hold('B1', ledger.sell({ id: 'a', lines: [banner], approval: 'sales' }));
      ledger.act('approve', 'B1', { role: 'director', by: '王示例', digest: `sha256:${'1'.repeat(64)}` });
      ledger.act('confirm', 'B1');
    },
  },
  {
    code: 'unapproved',
    what: 'confirmed after a move to another price, which takes the approval away',
    seq: 4,
    write: (ledger) => {
      const quote = ledger.sell({ id: 'package-B1', lines: [banner], approval: 'sales' });
      ledger.hold('B1', quote);
      ledger.act('approve', 'B1', { role: 'sales', by: '王示例', digest: quote.digest });
      moveBanner(ledger, {}, { approval: 'sales', payable: '1000.01' });
      ledger.act('confirm', 'B1');
    },
  },
  {
    code: 'unapproved',
    what: 'a booking moved to a price that needs an approval',
    seq: 3,
    write: (ledger) => {
      booked(ledger, 'B1', [banner]);
      moveBanner(ledger, {}, { approval: 'sales' });
    },
  },
  ...['sales', 'intern'].map((role) => ({
    code: 'approval-role',
    what: `approved by ${role} in the place of the director`,
    seq: 2,
    write: (ledger: Ledger) => {
      const quote = ledger.sell({ id: 'a', lines: [banner], approval: 'director' });
      ledger.hold('B1', quote);
      ledger.act('approve', 'B1', { role, by: '王示例', digest: quote.digest });
    },
  })),
  {
    code: 'replaces',
    what: 'a booking that was confirmed',
    seq: 3,
    write: (ledger) => {
      booked(ledger, 'B1', [banner]);
      ledger.hold('B2', ledger.sell({ id: 'a', lines: [banner] }), { replaces: 'B1' });
    },
  },
  {
    code: 'replaces',
    what: 'a booking that there is not',
    seq: 1,
    write: (ledger) => ledger.hold('B1', ledger.sell({ id: 'a', lines: [banner] }), { replaces: 'B0' }),
  },
  {
    code: 'lapse',
    what: 'a second before its time',
    seq: 2,
    write: (ledger) => {
      held(ledger);
      ledger.act('lapse', 'B1', { expires: '2016-10-28T02:00:00Z', at: '2016-10-28T01:59:59Z' });
    },
  },
  {
    code: 'lapse',
    what: 'of another time than the hold’s',
    seq: 2,
    write: (ledger) => {
      held(ledger);
      ledger.act('lapse', 'B1', { expires: '2016-10-27T02:00:00Z', ...atExpiry });
    },
  },
  {
    code: 'expires',
    what: 'a second more than 48 hours',
    seq: 1,
    write: (ledger) =>
      ledger.hold('B1', ledger.sell({ id: 'a', lines: [banner] }), { expires: '2016-10-28T02:00:01Z' }),
  },
  {
    code: 'expires',
    what: 'a second more than a day, where no terms are',
    seq: 1,
    write: (ledger) =>
      ledger.hold('B1', ledger.sell({ id: 'a', lines: [banner], terms: {} }), {
        expires: '2016-10-27T02:00:01Z',
      }),
  },
  {
    code: 'expires',
    what: 'over before it begins',
    seq: 1,
    write: (ledger) =>
      ledger.hold('B1', ledger.sell({ id: 'a', lines: [banner] }), { expires: '2016-10-26T02:00:00Z' }),
  },
  {
    code: 'expires',
    what: 'after the last day of the quote in Shanghai, November 9th',
    seq: 1,
    write: (ledger) =>
      ledger.hold('B1', ledger.sell({ id: 'a', lines: [{ item: 'banner', dates: ['2016-11-20'] }] }), {
        at: '2016-11-08T02:00:00Z',
        expires: '2016-11-09T16:00:01Z',
      }),
  },
  {
    code: 'expires',
    what: 'after a spot has closed, two hours before its start at eight in the evening',
    seq: 1,
    write: (ledger) =>
      ledger.hold('B1', ledger.sell({ id: 'a', lines: [{ ...hallAtEight, dates: ['2016-10-27'] }] }), {
        expires: '2016-10-27T10:00:01Z',
      }),
  },
  {
    code: 'expires',
    what: 'a move that lengthens the hold',
    seq: 2,
    write: (ledger) => {
      held(ledger, 'B1', [banner]);
      moveBanner(ledger, { expires: '2016-10-28T02:00:01Z' });
    },
  },
  {
    code: 'expires',
    what: 'a move that says when the hold ends, though that is no other time',
    seq: 2,
    write: (ledger) => {
      held(ledger, 'B1', [banner]);
      moveBanner(ledger, { expires: '2016-10-28T02:00:00Z' });
    },
  },
  {
    code: 'expires',
    what: 'after the first of two spots has closed',
    seq: 1,
    write: (ledger) => {
      const lines = [{ item: 'banner', dates: ['2016-10-28', '2016-11-20'] }];
      // The 28th begins at 16:00Z in Shanghai, and closes two hours before.
      ledger.hold('B1', ledger.sell({ id: 'a', lines }), { expires: '2016-10-27T14:00:01Z' });
    },
  },
  {
    code: 'expires',
    what: 'a move to an earlier spot that leaves the hold as long as it was',
    seq: 2,
    write: (ledger) => {
      held(ledger);
      const quote = ledger.sell({
        id: 'package-B1',
        lines: [{ ...hallAtEight, dates: ['2016-10-27'] }],
      });
      ledger.move('B1', quote, ['1:2016-11-08'], ['1:2016-10-27']);
    },
  },
  {
    code: 'validity',
    what: 'a day before the quote was made',
    seq: 1,
    write: (ledger) =>
      ledger.hold('B1', ledger.sell({ id: 'a', lines: [banner] }), {
        at: '2016-10-25T15:59:59Z',
        expires: '2016-10-26T02:00:00Z',
      }),
  },
  {
    code: 'validity',
    what: 'a day after the quote ends',
    seq: 1,
    also: ['expires'],
    write: (ledger) =>
      ledger.hold('B1', ledger.sell({ id: 'a', lines: [{ item: 'banner', dates: ['2016-11-20'] }] }), {
        at: '2016-11-09T16:00:00Z',
        expires: '2016-11-09T17:00:00Z',
      }),
  },
  {
    code: 'closed',
    what: 'held two hours before the start; no hold can then end in time',
    seq: 1,
    also: ['expires'],
    write: (ledger) =>
      ledger.hold('B1', ledger.sell({ id: 'a', lines: [{ ...hallAtEight, dates: ['2016-10-26'] }] }), {
        at: '2016-10-26T10:00:00Z',
        expires: '2016-10-26T10:00:01Z',
      }),
  },
  {
    code: 'closed',
    what: 'a booking moved to a day that has closed',
    seq: 3,
    write: (ledger) => {
      booked(ledger, 'B1', [banner]);
      // An untimed spot starts at midnight and closes two hours before: at 14:00Z in Shanghai.
      const quote = ledger.sell({
        id: 'package-B1',
        lines: [{ item: 'banner', dates: ['2016-11-03', '2016-11-08'] }],
      });
      ledger.move('B1', quote, ['1:2016-11-09'], ['1:2016-11-03'], { at: '2016-11-02T14:00:00Z' });
    },
  },
  {
    code: 'begun',
    what: 'a spot moved away at midnight of its own date',
    seq: 3,
    write: (ledger) => {
      booked(ledger, 'B1', [banner]);
      moveBanner(ledger, { at: '2016-11-08T16:00:00Z' });
    },
  },
  {
    code: 'duplicate',
    what: 'the same package again, at another price',
    seq: 2,
    write: (ledger) => {
      ledger.hold('B1', ledger.sell({ id: 'a', lines: [banner] }));
      ledger.hold('B2', ledger.sell({ id: 'a', lines: [banner], payable: '999.00' }));
    },
  },
  {
    code: 'duplicate',
    what: 'the same quote again, while it is booked',
    seq: 3,
    write: (ledger) => {
      const quote = ledger.sell({ id: 'a', lines: [banner] });
      ledger.hold('B1', quote);
      ledger.act('confirm', 'B1');
      ledger.hold('B2', quote, { at: '2016-10-29T02:00:00Z', expires: '2016-10-30T02:00:00Z' });
    },
  },
  {
    code: 'key-reused',
    what: 'another package under the key of one that was released',
    seq: 3,
    write: (ledger) => {
      ledger.hold('B1', ledger.sell({ id: 'a', lines: [banner] }), { key: 'k1' });
      ledger.act('release', 'B1');
      ledger.hold('B2', ledger.sell({ id: 'b', lines: [banner] }), { key: 'k1' });
    },
  },
];
