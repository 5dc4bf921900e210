import { occupation, type Spot } from '../small-card.js';
import type { Ledger, Line, Quote } from '../small-ledger.js';
import { banner, booked, hallAtEight, held, type WrongLedger } from './ledger-case.js';

const holdTweaked = (ledger: Ledger, tweak: (spots: Spot[]) => void, lines: readonly Line[] = [banner]) =>
  ledger.hold('B1', ledger.sell({ id: 'a', lines }), {}, ({ spots }) => tweak(spots));

/** A field of one spot of a hold that is not the quote's. */
function differing(what: string, change: Partial<Spot>, line: Partial<Line> = {}): WrongLedger {
  return {
    code: 'spot-differs',
    what,
    seq: 1,
    write: (ledger) =>
      holdTweaked(
        ledger,
        (spots) => {
          Object.assign(spots[1]!, change);
          // Takes follow the spot, so that nothing but the quote can tell that it is wrong.
          Object.assign(spots[1]!, { takes: occupation(spots[1]!.item, spots[1]!).takes });
        },
        [{ ...banner, ...line }],
      ),
  };
}

const banners = (ledger: Ledger, dates: readonly string[], line: Partial<Line> = {}): Quote =>
  ledger.sell({ id: 'package-B1', lines: [{ item: 'banner', dates, ...line }] });

const cancelling = (date: string) => ({ spots: [{ line: 1, date, fee: '50.00' }], fee: '50.00' });

export const halfBookings: readonly WrongLedger[] = [
  {
    code: 'spot-missing',
    what: 'a hold without the last of its quote’s spots',
    seq: 1,
    write: (ledger) => holdTweaked(ledger, (spots) => spots.pop()),
  },
  {
    code: 'spot-missing',
    what: 'moved to a quote that has a spot more',
    seq: 2,
    write: (ledger) => {
      held(ledger, 'B1', [banner]);
      const quote = banners(ledger, ['2016-11-08', '2016-11-20', '2016-11-21']);
      ledger.move('B1', quote, ['1:2016-11-09'], ['1:2016-11-20']);
    },
  },
  {
    code: 'spot-missing',
    what: 'moved to a quote that still has the spot that was left',
    seq: 2,
    write: (ledger) => {
      held(ledger, 'B1', [banner]);
      const quote = banners(ledger, ['2016-11-08', '2016-11-09', '2016-11-20']);
      ledger.move('B1', quote, ['1:2016-11-09'], ['1:2016-11-20']);
    },
  },
  {
    code: 'spot-unknown',
    what: 'a hold with a spot more than its quote',
    seq: 1,
    write: (ledger) =>
      holdTweaked(ledger, (spots) =>
        spots.push({ ...spots[0]!, spot: 3, date: '2016-11-10', feeDate: '2016-11-10' }),
      ),
  },
  {
    code: 'spot-unknown',
    what: 'moved to a quote without the spot that stays',
    seq: 2,
    write: (ledger) => {
      held(ledger, 'B1', [banner]);
      ledger.move('B1', banners(ledger, ['2016-11-20']), ['1:2016-11-09'], ['1:2016-11-20']);
    },
  },
  {
    code: 'spot-unknown',
    what: 'moved to a spot that the new quote does not have',
    seq: 2,
    write: (ledger) => {
      held(ledger, 'B1', [banner]);
      const quote = banners(ledger, ['2016-11-08', '2016-11-20']);
      ledger.move('B1', quote, ['1:2016-11-09'], ['1:2016-11-20'], {}, ({ to }) => {
        to[0]!.date = '2016-11-21';
      });
    },
    also: ['spot-missing'],
  },
  {
    code: 'spot-twice',
    what: 'one date of a line held twice',
    seq: 1,
    write: (ledger) => holdTweaked(ledger, (spots) => spots.push({ ...spots[0]! })),
  },
  {
    code: 'spot-twice',
    what: 'one hour of the hall held twice by one booking, which then occupies it once',
    seq: 1,
    write: (ledger) => holdTweaked(ledger, (spots) => spots.push({ ...spots[0]! }), [hallAtEight]),
  },
  {
    code: 'spot-twice',
    what: 'moved to a date that the line has already',
    seq: 2,
    write: (ledger) => {
      held(ledger, 'B1', [banner]);
      ledger.move('B1', banners(ledger, ['2016-11-08']), ['1:2016-11-09'], ['1:2016-11-08']);
    },
  },
  differing('another amount', { amount: '99.99' }),
  differing('another quantity', { quantity: 2 }),
  differing('a time', { time: '20:00-21:00' }),
  differing('another item', { item: 'pool', resource: 'pool' }),
  differing('another place within its line', { spot: 1 }),
  differing('another brand', { brand: '示例咖啡' }),
  differing('another category', { category: 'coffee' }, { category: 'tea' }),
  differing('an exclusive that was not sold', { exclusive: true }, { category: 'tea' }),
  differing('money that was said to flow through, and was not sold so', { passThrough: true }),
  differing('other impressions', { impressions: 1001 }, { item: 'splash', impressions: 1000 }),
  {
    code: 'spot-differs',
    what: 'a spot without the brand that its category needs',
    seq: 1,
    write: (ledger) =>
      holdTweaked(ledger, (spots) => delete spots[1]!.brand, [{ ...banner, category: 'tea' }]),
  },
  {
    code: 'spot-differs',
    what: 'moved at another amount than the new quote’s',
    seq: 2,
    write: (ledger) => {
      held(ledger, 'B1', [banner]);
      const quote = banners(ledger, ['2016-11-08', '2016-11-20']);
      ledger.move('B1', quote, ['1:2016-11-09'], ['1:2016-11-20'], {}, ({ to }) => {
        to[0]!.amount = '99.99';
      });
    },
  },
  {
    code: 'spot-differs',
    what: 'moved to a quote that changes the quantity of the spot that stays',
    seq: 2,
    write: (ledger) => {
      held(ledger, 'B1', [banner]);
      const quote = banners(ledger, ['2016-11-08', '2016-11-20'], { quantity: 2 });
      ledger.move('B1', quote, ['1:2016-11-09'], ['1:2016-11-20']);
    },
  },
  {
    code: 'not-standing',
    what: 'a spot cancelled twice',
    seq: 4,
    write: (ledger) => {
      booked(ledger, 'B1', [banner]);
      ledger.act('cancel', 'B1', cancelling('2016-11-08'));
      ledger.act('cancel', 'B1', cancelling('2016-11-08'));
    },
  },
  {
    code: 'not-standing',
    what: 'moved away from a spot that is not the booking’s',
    seq: 2,
    write: (ledger) => {
      held(ledger, 'B1', [banner]);
      const quote = banners(ledger, ['2016-11-08', '2016-11-09', '2016-11-20']);
      ledger.move('B1', quote, ['1:2016-11-10'], ['1:2016-11-20']);
    },
  },
  {
    code: 'move-pairs',
    what: 'two spots of two lines, the new ones the other way round',
    seq: 2,
    write: (ledger) => {
      const lines = (date: string) => [banner, { ...banner, dates: [date] }];
      held(ledger, 'B1', lines('2016-11-08'));
      const quote = ledger.sell({
        id: 'package-B1',
        lines: [
          { item: 'banner', dates: ['2016-11-08', '2016-11-20'] },
          { item: 'banner', dates: ['2016-11-20'] },
        ],
      });
      const from = ['1:2016-11-09', '2:2016-11-08'];
      ledger.move('B1', quote, from, ['1:2016-11-20', '2:2016-11-20'], {}, ({ to }) => to.reverse());
    },
  },
  {
    code: 'fee-date',
    what: 'a hold that counts from another date than the spot’s',
    seq: 1,
    write: (ledger) =>
      holdTweaked(ledger, (spots) => {
        spots[1]!.feeDate = '2016-11-10';
      }),
  },
  {
    code: 'fee-date',
    what: 'moved later, and counted from the later date',
    seq: 2,
    write: (ledger) => {
      held(ledger, 'B1', [banner]);
      const quote = banners(ledger, ['2016-11-08', '2016-11-20']);
      ledger.move('B1', quote, ['1:2016-11-09'], ['1:2016-11-20'], {}, ({ to }) => {
        to[0]!.feeDate = '2016-11-20';
      });
    },
  },
];
