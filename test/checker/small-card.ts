/** A card for hand-made ledgers, and what each of its items occupies, worked out by hand. All of it is fiction. */

export interface Take {
  kind: string;
  resource: string;
  date: string;
  from?: number;
  to?: number;
  restTo?: number;
  n: number;
  bound: number;
}

export interface Spot {
  line: number;
  spot: number;
  date: string;
  time?: string;
  item: string;
  resource: string;
  quantity: number;
  impressions?: number;
  brand?: string;
  category?: string;
  exclusive?: true;
  passThrough?: true;
  amount: string;
  feeDate: string;
  takes: Take[];
}

type When = Pick<Spot, 'date' | 'time' | 'quantity' | 'impressions'>;

/** The card's text is as a platform would file it; only what the booking rules read is in it. */
export function smallCard(): Record<string, unknown> {
  return {
    apiVersion: 'kanli/v1',
    kind: 'RateCard',
    id: 'desk',
    version: '1',
    title: '示例刊例（虚构）',
    platform: 'demo',
    currency: 'CNY',
    timezone: 'Asia/Shanghai',
    valid: '2016-11-01/2016-11-30',
    prices: 'tax-included',
    tax: '6%',
    slots: {
      hall: { title: '一号房', per: 'hour', price: '100', rest: '28min', maxPerDay: 2 },
      late: { title: '一号房深夜', per: 'hour', price: '50', resource: 'hall', rest: '1h' },
    },
    celebrities: { star: { title: '明星', per: 'session', price: '1000', capacity: 2 } },
    placements: {
      banner: { title: '横幅', per: 'day', price: '10' },
      poster: { title: '海报', per: 'day', price: '10', capacity: 3 },
      splash: { title: '开屏', per: 'mille', price: '1', capacity: 5000000 },
      rain: { title: '红包雨', per: 'wave', price: '500', scope: 'all-rooms' },
      pool: { title: '奖池', per: 'wave', capacity: 1, passThrough: true, tax: '0%' },
    },
    approvals: [
      { upTo: '10%', by: 'sales' },
      { upTo: '30%', by: 'director' },
    ],
    terms: {
      hold: '48h',
      deadline: '2h',
      cancellation: [
        { daysBefore: 14, fee: '12.5%' },
        { daysBefore: 7, fee: '50%' },
      ],
    },
  };
}

/** Minutes from 1970-01-01 00:00 to a minute of the broadcast clock under a date: `25:00` is one o'clock of the next day. */
export function minuteOf(date: string, clock: string): number {
  const [hour, minute] = clock.split(':').map(Number);
  return Date.parse(`${date}T00:00:00Z`) / 60_000 + (hour ?? 0) * 60 + (minute ?? 0);
}

function stretch({ date, time }: When): { from: number; to: number } | undefined {
  const [start, end] = time?.split('-') ?? [];
  if (start === undefined || end === undefined) return undefined;
  return { from: minuteOf(date, start), to: minuteOf(date, end) };
}

/** A spot of a resource that one after the other has, with the rest after it. */
function alone(resource: string, spot: When, bound: number, rest: number): Take {
  const timed = stretch(spot);
  const { date, quantity: n } = spot;
  if (timed === undefined) return { kind: 'date', resource, date, n, bound };
  return { kind: 'time', resource, date, ...timed, restTo: timed.to + rest, n, bound };
}

const occupied: Readonly<Record<string, { resource?: string; takes: (spot: When) => Take[] }>> = {
  // 28 minutes of rest are 30 on the grid of 5.
  hall: {
    takes: (spot) => [
      alone('hall', spot, 1, 30),
      { kind: 'per-day', resource: 'hall', date: spot.date, n: spot.quantity, bound: 2 },
    ],
  },
  late: { resource: 'hall', takes: (spot) => [alone('hall', spot, 1, 60)] },
  star: { takes: (spot) => [alone('star', spot, 2, 0)] },
  banner: { takes: () => [] },
  poster: { takes: (spot) => [alone('poster', spot, 3, 0)] },
  splash: {
    takes: ({ date, impressions: n = 0 }) => [
      { kind: 'impressions', resource: 'splash', date, n, bound: 5000000 },
    ],
  },
  rain: {
    takes: (spot) => [
      {
        kind: 'wave',
        resource: '*all-rooms',
        date: spot.date,
        ...stretch(spot),
        n: spot.quantity,
        bound: 1,
      },
    ],
  },
  pool: { takes: () => [] },
};

export function occupation(item: string, spot: When): Pick<Spot, 'resource' | 'takes'> {
  const { resource = item, takes } = occupied[item] ?? { takes: () => [] };
  return { resource, takes: takes(spot) };
}
