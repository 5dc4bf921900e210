import type { Spot, Take } from '../small-card.js';
import type { Line } from '../small-ledger.js';
import { banner, hallAtEight, type WrongLedger } from './ledger-case.js';

/** One hold whose first spot is changed in one way. */
function taken(
  code: string,
  what: string,
  tweak: (take: Take, spot: Spot) => void,
  line: Line = hallAtEight,
): WrongLedger {
  return {
    code,
    what,
    seq: 1,
    write: (ledger) =>
      ledger.hold('B1', ledger.sell({ id: 'a', lines: [line] }), {}, ({ spots }) =>
        tweak(spots[0]!.takes[0] ?? ({} as Take), spots[0]!),
      ),
  };
}

const later = (minutes: number) => (take: Take) => {
  take.from! += minutes;
  take.to! += minutes;
  take.restTo! += minutes;
};
const splash: Line = { item: 'splash', dates: ['2016-11-08'], impressions: 1000 };
const rain: Line = { item: 'rain', dates: ['2016-11-08'], time: '20:00-20:10' };

export const wrongTakes: readonly WrongLedger[] = [
  taken('item-unknown', 'an item of another card', () => {}, { item: 'balloon', dates: ['2016-11-08'] }),
  taken('take-missing', 'an hour of the hall that is not counted under its date', (_, { takes }) =>
    takes.pop(),
  ),
  taken('take-missing', 'a wave that takes nothing', (_, { takes }) => takes.pop(), rain),
  taken(
    'take-extra',
    'a banner that takes a date',
    (_, { takes }) => takes.push({ kind: 'date', resource: 'banner', date: '2016-11-08', n: 1, bound: 9 }),
    banner,
  ),
  taken(
    'take-extra',
    'a pool, which only flows through',
    (_, { takes }) => takes.push({ kind: 'date', resource: 'pool', date: '2016-11-08', n: 1, bound: 9 }),
    { item: 'pool', dates: ['2016-11-08'], closed: 'pass-through' },
  ),
  taken('take-extra', 'posters taken twice', (take, { takes }) => takes.push({ ...take }), {
    item: 'poster',
    dates: ['2016-11-08'],
  }),
  taken('take-when', 'five minutes later than its spot', later(5)),
  taken('take-when', 'a day later than its spot', later(1440)),
  taken('take-when', 'five minutes longer than its spot', (take) => {
    take.to! += 5;
    take.restTo! += 5;
  }),
  taken('take-when', 'under another date than its spot', (take) => {
    take.date = '2016-11-09';
  }),
  taken(
    'take-when',
    'a wave for five minutes less than its spot',
    (take) => {
      take.to! -= 5;
    },
    rain,
  ),
  {
    ...taken('take-when', 'the whole date for an hour of it', (_, { takes }) => {
      takes[0] = { kind: 'date', resource: 'hall', date: '2016-11-08', n: 1, bound: 1 };
    }),
    also: ['take-missing', 'take-extra'],
  },
  taken('take-rest', 'the 28 minutes of the card, not rounded up', (take) => {
    take.restTo = take.to! + 25;
  }),
  taken('take-rest', 'no rest at all', (take) => {
    take.restTo = take.to!;
  }),
  taken('take-rest', 'a rest that ends before it begins', (take) => {
    take.restTo = take.to! - 5;
  }),
  taken(
    'take-rest',
    'a wave, which has no rest',
    (take) => {
      take.restTo = take.to! + 5;
    },
    rain,
  ),
  taken('off-grid', 'three minutes past eight', () => {}, { ...hallAtEight, time: '20:03-21:03' }),
  taken(
    'take-count',
    'two of a spot that is one',
    (take) => {
      take.n = 2;
    },
    { item: 'star', dates: ['2016-11-08'] },
  ),
  taken(
    'take-count',
    'one impression in the place of a thousand',
    (take) => {
      take.n = 1;
    },
    splash,
  ),
  taken('take-bound', 'a hall that is there twice', (take) => {
    take.bound = 2;
  }),
  taken('take-bound', 'three hours a day', (_, { takes }) => {
    takes[1]!.bound = 3;
  }),
  taken(
    'take-bound',
    'two waves at once',
    (take) => {
      take.bound = 2;
    },
    rain,
  ),
  taken('take-resource', 'a take of another room', (take) => {
    take.resource = 'other-hall';
  }),
  taken(
    'take-resource',
    'a wave that takes only its own item',
    (take) => {
      take.resource = 'rain';
    },
    rain,
  ),
  taken(
    'take-resource',
    'an item that has the hall’s resource under its own name',
    (take, spot) => {
      take.resource = 'late';
      spot.resource = 'late';
    },
    { ...hallAtEight, item: 'late' },
  ),
];
