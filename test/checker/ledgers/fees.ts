import { smallCard } from '../small-card.js';
import type { Ledger, Line } from '../small-ledger.js';
import { booked, type SoundLedger, type WrongLedger } from './ledger-case.js';

interface Cancelled {
  readonly what: string;
  /** The instant of cancelling. */
  readonly at: string;
  readonly fee: string;
  readonly line?: Partial<Line>;
  readonly card?: Record<string, unknown>;
  readonly terms?: object;
}

/** Fees of one spot of November 8th, worked out by hand from the tiers 14 days: 12.5%, 7 days: 50%. */
const cancelled: readonly Cancelled[] = [
  { what: '14 days before: 12.5% of 100.00', at: '2016-10-25T15:59:59Z', fee: '12.50' },
  {
    what: 'one second later the 26th begins in Shanghai, 13 days before: 50%',
    at: '2016-10-25T16:00:00Z',
    fee: '50.00',
  },
  { what: '7 days before: still 50%', at: '2016-11-01T12:00:00+08:00', fee: '50.00' },
  { what: '6 days before: no tier, so all of it', at: '2016-11-02T00:00:00+08:00', fee: '100.00' },
  { what: 'on the date: all of it', at: '2016-11-08T00:00:00+08:00', fee: '100.00' },
  { what: 'after the date: all of it', at: '2016-11-11T00:00:00+08:00', fee: '100.00' },
  {
    what: 'half a fen up: 100.01 × 50% = 50.005',
    at: '2016-10-26T02:00:00Z',
    fee: '50.01',
    line: { amount: '100.01' },
  },
  {
    what: 'half a fen to the even one: 100.01 × 50% = 50.005',
    at: '2016-10-26T02:00:00Z',
    fee: '50.00',
    line: { amount: '100.01' },
    card: { ...smallCard(), rounding: 'half-even' },
  },
  {
    what: 'half a fen to the even one: 100.03 × 50% = 50.015',
    at: '2016-10-26T02:00:00Z',
    fee: '50.02',
    line: { amount: '100.03' },
    card: { ...smallCard(), rounding: 'half-even' },
  },
  {
    what: 'yen have no decimals: 1001 × 12.5% = 125.125',
    at: '2016-10-25T02:00:00Z',
    fee: '125',
    line: { amount: '1001' },
  },
  {
    what: 'beyond 2^53: 9007199254740993.01 × 50% = 4503599627370496.505',
    at: '2016-10-26T02:00:00Z',
    fee: '4503599627370496.51',
    line: { amount: '9007199254740993.01' },
  },
  { what: 'without a table nothing before the date', at: '2016-11-07T15:59:59Z', fee: '0.00', terms: {} },
  { what: 'without a table all on the date', at: '2016-11-07T16:00:00Z', fee: '100.00', terms: {} },
  {
    what: 'a pool before its date: nothing',
    at: '2016-11-07T15:59:59Z',
    fee: '0.00',
    line: { item: 'pool', closed: 'pass-through' },
  },
  {
    what: 'a pool on its date: all of it',
    at: '2016-11-07T16:00:00Z',
    fee: '100.00',
    line: { item: 'pool', closed: 'pass-through' },
  },
  {
    what: 'the tiers in another order',
    at: '2016-10-25T02:00:00Z',
    fee: '12.50',
    terms: {
      cancellation: [
        { daysBefore: 7, fee: '50%' },
        { daysBefore: 14, fee: '12.5%' },
        { daysBefore: 0, fee: '80%' },
      ],
    },
  },
];

function cancel(ledger: Ledger, { at, line = {}, card, terms }: Cancelled, fee: string): void {
  if (card !== undefined) ledger.fileCard(card);
  const quote = ledger.sell({
    id: 'a',
    lines: [{ item: 'banner', dates: ['2016-11-08'], ...line }],
    asOf: '2016-10-20',
    ...(terms !== undefined && { terms }),
  });
  ledger.hold('B1', quote, { at: '2016-10-20T02:00:00Z', expires: '2016-10-21T02:00:00Z' });
  ledger.act('confirm', 'B1', { at: '2016-10-20T02:00:00Z' });
  ledger.act('cancel', 'B1', { at, spots: [{ line: 1, date: '2016-11-08', fee }], fee });
}

/** A fee that is right in every place but the last. */
const oneMore = (fee: string) => fee.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));

const threeBanners: Line = { item: 'banner', dates: ['2016-11-08', '2016-11-09', '2016-11-10'] };

/** Moves one of three banners from the 8th to the 30th and cancels it on the 2nd: 6 days before the 8th. */
function cancelMoved(ledger: Ledger, fee: string): void {
  booked(ledger, 'B1', [threeBanners]);
  const dates = ['2016-11-09', '2016-11-10', '2016-11-30'];
  const quote = ledger.sell({ id: 'package-B1', lines: [{ ...threeBanners, dates }] });
  ledger.move('B1', quote, ['1:2016-11-08'], ['1:2016-11-30']);
  ledger.act('cancel', 'B1', {
    at: '2016-11-02T02:00:00Z',
    spots: [{ line: 1, date: '2016-11-30', fee }],
    fee,
  });
}

/** After a move the spots that stayed have the new quote's amounts. */
function cancelBeside(ledger: Ledger, fee: string): void {
  booked(ledger, 'B1', [threeBanners]);
  const dates = ['2016-11-08', '2016-11-09', '2016-11-30'];
  const quote = ledger.sell({ id: 'package-B1', lines: [{ ...threeBanners, dates, amount: '90.00' }] });
  ledger.move('B1', quote, ['1:2016-11-10'], ['1:2016-11-30']);
  ledger.act('cancel', 'B1', { spots: [{ line: 1, date: '2016-11-08', fee }], fee });
}

export const rightFees: readonly SoundLedger[] = [
  ...cancelled.map((given) => ({
    what: given.what,
    write: (ledger: Ledger) => cancel(ledger, given, given.fee),
  })),
  { what: 'moving later first saves nothing', write: (ledger) => cancelMoved(ledger, '100.00') },
  { what: 'the amount is that of the new quote', write: (ledger) => cancelBeside(ledger, '45.00') },
];

export const wrongFees: readonly WrongLedger[] = [
  ...cancelled.map((given) => ({
    code: 'fee',
    what: `not so: ${given.what}`,
    seq: 3,
    write: (ledger: Ledger) => cancel(ledger, given, oneMore(given.fee)),
  })),
  {
    code: 'fee',
    what: 'moved later to save the fee',
    seq: 4,
    write: (ledger) => cancelMoved(ledger, '12.50'),
  },
  {
    code: 'fee',
    what: 'the amount of the quote before the move',
    seq: 4,
    write: (ledger) => cancelBeside(ledger, '50.00'),
  },
  {
    code: 'fee',
    what: 'without the decimals of its currency',
    seq: 3,
    write: (ledger) => cancel(ledger, { what: '', at: '2016-11-07T15:59:59Z', fee: '', terms: {} }, '0'),
  },
  {
    code: 'fee',
    what: 'without decimals, beside one that has them; the sum is right all the same',
    seq: 3,
    write: (ledger) => {
      booked(ledger, 'B1', [threeBanners]);
      const spots = [
        { line: 1, date: '2016-11-08', fee: '50' },
        { line: 1, date: '2016-11-09', fee: '12.50' },
      ];
      ledger.act('cancel', 'B1', { spots, fee: '62.50' });
    },
  },
  {
    code: 'fee-sum',
    what: 'a fen more than its parts',
    seq: 3,
    write: (ledger) => {
      booked(ledger, 'B1', [threeBanners]);
      // 13 and 14 days before: 50.00 + 12.50 = 62.50.
      const spots = [
        { line: 1, date: '2016-11-08', fee: '50.00' },
        { line: 1, date: '2016-11-09', fee: '12.50' },
      ];
      ledger.act('cancel', 'B1', { spots, fee: '62.51' });
    },
  },
];
