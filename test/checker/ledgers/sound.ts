import type { Ledger } from '../small-ledger.js';
import { banner, booked, hallAtEight, held, type SoundLedger } from './ledger-case.js';

/** Every verb once, and every kind of item. */
export function wholeStory(ledger: Ledger): void {
  const first = ledger.sell({
    id: 'tea',
    category: 'tea',
    approval: 'sales',
    lines: [
      { ...hallAtEight, options: ['exclusive'] },
      { item: 'star', dates: ['2016-11-08'], time: '20:00-21:00', brand: '示例红茶' },
      { item: 'poster', dates: ['2016-11-08', '2016-11-09'], quantity: 2 },
      { item: 'splash', dates: ['2016-11-08'], impressions: 5_000_000 },
      { item: 'rain', dates: ['2016-11-08'], time: '21:00-21:10' },
      { item: 'pool', dates: ['2016-11-08'], closed: 'pass-through' },
      banner,
    ],
  });
  ledger.hold('B1', first);
  ledger.act('approve', 'B1', { role: 'director', by: '王示例', digest: first.digest });
  // A move at the same price keeps the approval.
  const moved = ledger.sell({
    id: 'tea',
    category: 'tea',
    approval: 'sales',
    lines: [
      { ...hallAtEight, options: ['exclusive'] },
      { item: 'star', dates: ['2016-11-08'], time: '20:00-21:00', brand: '示例红茶' },
      { item: 'poster', dates: ['2016-11-02', '2016-11-08'], quantity: 2 },
      { item: 'splash', dates: ['2016-11-08'], impressions: 5_000_000 },
      { item: 'rain', dates: ['2016-11-08'], time: '21:00-21:10' },
      { item: 'pool', dates: ['2016-11-08'], closed: 'pass-through' },
      banner,
    ],
  });
  ledger.move('B1', moved, ['3:2016-11-09'], ['3:2016-11-02']);
  ledger.act('confirm', 'B1', { at: '2016-10-27T02:00:00Z', key: 'k1' });
  // 12 days before the 8th 50% are owed; of the pool nothing yet.
  ledger.act('cancel', 'B1', {
    at: '2016-10-27T02:00:00Z',
    spots: [
      { line: 6, date: '2016-11-08', fee: '0.00' },
      { line: 7, date: '2016-11-08', fee: '50.00' },
    ],
    fee: '50.00',
  });
  held(ledger, 'B2', [{ ...hallAtEight, dates: ['2016-11-09'] }]);
  ledger.act('lapse', 'B2', { expires: '2016-10-28T02:00:00Z', at: '2016-10-28T02:00:00Z' });
  held(ledger, 'B3', [{ ...hallAtEight, dates: ['2016-11-09'] }]);
  ledger.hold('B4', ledger.sell({ id: 'package-B3', lines: [banner] }), { replaces: 'B3' });
  ledger.act('release', 'B4', { by: '李示例' });
}

/** What might be taken for a fault. */
export const soundLives: readonly SoundLedger[] = [
  { what: 'every verb and every kind of item', write: wholeStory },
  { what: 'confirmed in the last second', write: (ledger) => confirmedAt(ledger, '2016-10-28T01:59:59Z') },
  {
    what: 'confirmed by a clock that went back',
    write: (ledger) => confirmedAt(ledger, '2016-10-25T02:00:00Z'),
  },
  {
    what: 'held to the last moment of the quote’s last day',
    write: (ledger) =>
      ledger.hold('B1', ledger.sell({ id: 'a', lines: [{ item: 'banner', dates: ['2016-11-20'] }] }), {
        at: '2016-11-09T15:59:59Z',
        expires: '2016-11-09T16:00:00Z',
      }),
  },
  {
    what: 'held until its spot closes',
    write: (ledger) =>
      ledger.hold('B1', ledger.sell({ id: 'a', lines: [{ ...hallAtEight, dates: ['2016-10-27'] }] }), {
        expires: '2016-10-27T10:00:00Z',
      }),
  },
  {
    what: 'a hold that a move to an earlier spot shortens',
    write: (ledger) => {
      held(ledger);
      const quote = ledger.sell({ id: 'package-B1', lines: [{ ...hallAtEight, dates: ['2016-10-27'] }] });
      ledger.move('B1', quote, ['1:2016-11-08'], ['1:2016-10-27'], { expires: '2016-10-27T10:00:00Z' });
      ledger.act('confirm', 'B1', { at: '2016-10-27T09:59:59Z' });
    },
  },
  {
    what: 'a booking moved to another price that was approved before',
    write: (ledger) => {
      booked(ledger, 'B1', [banner]);
      const quote = ledger.sell({
        id: 'package-B1',
        approval: 'sales',
        lines: [{ item: 'banner', dates: ['2016-11-08', '2016-11-20'] }],
      });
      ledger.act('approve', 'B1', { role: 'sales', by: '王示例', digest: quote.digest });
      ledger.move('B1', quote, ['1:2016-11-09'], ['1:2016-11-20']);
    },
  },
  {
    what: 'moved after a part was cancelled, to a quote that still has that part',
    write: (ledger) => {
      booked(ledger, 'B1', [banner]);
      ledger.act('cancel', 'B1', { spots: [{ line: 1, date: '2016-11-08', fee: '50.00' }], fee: '50.00' });
      const quote = ledger.sell({
        id: 'package-B1',
        lines: [{ item: 'banner', dates: ['2016-11-08', '2016-11-20'] }],
      });
      ledger.move('B1', quote, ['1:2016-11-09'], ['1:2016-11-20']);
    },
  },
  {
    what: 'one package held twice, under keys',
    write: (ledger) => {
      const quote = ledger.sell({ id: 'a', lines: [banner] });
      ledger.hold('B1', quote, { key: 'k1' });
      ledger.hold('B2', quote, { key: 'k2' });
    },
  },
  {
    what: 'one quote held again after the first hold has ended',
    write: (ledger) => {
      const quote = ledger.sell({ id: 'a', lines: [banner] });
      ledger.hold('B1', quote);
      ledger.hold('B2', quote, { at: '2016-10-28T02:00:00Z', expires: '2016-10-29T02:00:00Z' });
    },
  },
  {
    what: 'a brand that nobody needs to know, where there is no category',
    write: (ledger) =>
      ledger.hold('B1', ledger.sell({ id: 'a', lines: [banner] }), {}, ({ spots }) => delete spots[0]!.brand),
  },
  {
    what: 'a pool that says of itself that it flows through',
    write: (ledger) => {
      const quote = ledger.sell({
        id: 'a',
        lines: [{ item: 'pool', dates: ['2016-11-08'], closed: 'pass-through' }],
      });
      ledger.hold('B1', quote, {}, ({ spots }) => {
        spots[0]!.passThrough = true;
      });
    },
  },
  {
    what: 'a quote that says neither its zone nor on which days it stands',
    write: (ledger) => {
      const quote = ledger.sell({ id: 'a', lines: [banner] }, (document) => {
        delete document.asOf;
        delete document.validUntil;
        delete (document.rateCard as Record<string, unknown>).timezone;
      });
      ledger.hold('B1', quote);
    },
  },
  {
    what: 'numbers in the place of names of bookings, and names beyond ASCII',
    write: (ledger) => {
      ledger.hold(1, ledger.sell({ id: '茶', client: 'é\u2028😀"\\\u0007', lines: [banner] }));
      ledger.act('confirm', 1);
    },
  },
];

function confirmedAt(ledger: Ledger, at: string): void {
  held(ledger);
  ledger.act('confirm', 'B1', { at });
}
