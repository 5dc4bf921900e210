import type {
  AvailabilityDocument,
  AvailableDay,
  AvailablePart,
  Bookings,
  ShownBooking,
  ShownSpot,
} from '../../src/documents/bookings.js';
import type { EventSpot, LedgerEvent } from '../../src/documents/ledgerEvent.js';
import type {
  Alternative,
  BookingState,
  Cancellation,
  Reason,
  Refusal,
  RefusedSpot,
  Relocation,
} from '../../src/documents/receipt.js';
import type { OfferedItem } from '../../src/render/availability.js';

/** What a ledger might show of a platform in Shanghai in the autumn of 2016; names and amounts are invented. */

export const zone = 'Asia/Shanghai';
/** 10:00 in Shanghai. */
const now = '2016-10-28T02:00:00Z';

/** A digest that begins with a letter of its own, so that one can be told from another. */
export function digestOf(letter: string): string {
  return `sha256:${letter.repeat(12)}${'0123456789abcdef'.repeat(4).slice(12)}`;
}

export const items: readonly OfferedItem[] = [
  { id: 'prime', title: '官方房间黄金档', section: 'slots' },
  { id: 'hot-top1', title: '热门列表首位', section: 'slots' },
  { id: 'intl-star', title: '国际明星直播专场', section: 'celebrities' },
  { id: 'tangtang', title: '动画形象「唐唐」互动直播', section: 'celebrities' },
  { id: 'red-packet-rain', title: '全站红包雨（服务费）', section: 'placements' },
  { id: 'splash', title: '开屏', section: 'placements' },
  { id: 'coupon-drop', title: '直播间优惠券掉落', section: 'placements' },
  { id: 'red-packet-pool', title: '红包雨奖池（代付，全额发给观众）', section: 'placements' },
];

export const dates = Array.from({ length: 14 }, (_, at) => `2016-11-${String(at + 1).padStart(2, '0')}`);

/** A part with what is left of it worked out. */
export function part(
  kind: AvailablePart['kind'],
  counts: [number, number, number],
  more: Partial<AvailablePart> = {},
) {
  const [booked, held, bound] = counts;
  return { kind, bound, booked, held, free: Math.max(0, bound - booked - held), ...more };
}

export function day(item: string, date: string, more: Partial<AvailableDay> = {}): AvailableDay {
  return { item, resource: item, date, closed: false, exclusive: [], parts: [], ...more };
}

const until = '2016-10-29T02:30:00Z';
const evening = (...counts: [number, number, number][]): AvailablePart[] => {
  const clocks = ['19:00', '20:00', '22:00', '26:00'];
  return counts.map((count, at) =>
    part('time', count, { from: clocks[at]!, to: clocks[at + 1]!, ...(count[1] > 0 ? { until } : {}) }),
  );
};

const days: readonly AvailableDay[] = dates.flatMap((date, at) => {
  const closed = at === 0 ? { closed: true } : {};
  const stars =
    at < 3
      ? []
      : [
          day('intl-star', date, {
            ...closed,
            perDay: { used: at === 10 ? 2 : 0, bound: 2 },
            parts: [part('time', [at === 10 ? 1 : 0, 0, 1], { from: '00:00', to: '30:00' })],
          }),
        ];
  return [
    day('prime', date, {
      ...closed,
      exclusive: at === 9 ? ['alcohol'] : [],
      parts:
        at === 8
          ? evening([0, 0, 3], [1, 1, 3], [1, 0, 3])
          : at === 9
            ? evening([3, 0, 3], [2, 1, 3], [3, 0, 3])
            : evening([0, 0, 3], [at % 3, 0, 3], [0, 0, 3]),
    }),
    day('hot-top1', date, {
      ...closed,
      parts: [part('date', [at === 4 ? 1 : 0, at === 5 ? 1 : 0, 1], at === 5 ? { until } : {})],
    }),
    ...stars,
    day('tangtang', date, { ...closed, parts: [part('time', [0, 0, 1], { from: '00:00', to: '30:00' })] }),
    day('red-packet-rain', date, {
      ...closed,
      parts:
        at === 8
          ? [
              part('wave', [0, 0, 1], { from: '00:00', to: '21:00' }),
              part('wave', [1, 0, 1], { from: '21:00', to: '21:10' }),
              part('wave', [0, 0, 1], { from: '21:10', to: '30:00' }),
            ]
          : [part('wave', [0, 0, 1], { from: '00:00', to: '30:00' })],
    }),
    day('splash', date, {
      ...closed,
      parts: [
        part(
          'impressions',
          at === 9
            ? [30_000_000, 0, 30_000_000]
            : at === 8
              ? [6_000_000, 1_500_000, 30_000_000]
              : at === 7
                ? [3333, 0, 30_000_000]
                : [0, 0, 30_000_000],
          at === 8 ? { until } : {},
        ),
      ],
    }),
    day('coupon-drop', date, closed),
    day('red-packet-pool', date, closed),
  ];
});

export const availability: AvailabilityDocument = {
  now,
  head: { platform: 'inke', seq: 42, hash: digestOf('e') },
  card: { id: 'inke-double11-2016', version: '2016.10.1', digest: digestOf('c') },
  days: [...days],
};

function spot(
  line: number,
  date: string,
  item: string,
  brand: string,
  amount: string,
  more: Partial<EventSpot> = {},
): EventSpot {
  return {
    line,
    spot: 1,
    date,
    item,
    resource: item,
    quantity: 1,
    brand,
    amount,
    feeDate: date,
    takes: [],
    ...more,
  };
}

const sold: readonly EventSpot[] = [
  spot(1, '2016-11-10', 'prime', '品牌甲', '458335.84', {
    time: '20:00-22:00',
    exclusive: true,
    category: 'beauty',
  }),
  spot(1, '2016-11-11', 'prime', '品牌甲', '458335.83', {
    time: '20:00-22:00',
    exclusive: true,
    category: 'beauty',
    spot: 2,
  }),
  spot(2, '2016-11-05', 'prime', '品牌乙', '369092.56', { time: '22:30-25:00' }),
  spot(3, '2016-11-12', 'intl-star', '品牌丙', '1044293.22', { time: '20:00-21:40', feeDate: '2016-11-06' }),
  spot(7, '2016-11-09', 'red-packet-pool', '天猫', '1000000.00', { passThrough: true }),
  spot(8, '2016-11-10', 'splash', '天猫', '299925.94', { quantity: 1, impressions: 3_333_333 }),
  spot(9, '2016-11-10', 'coupon-drop', '天猫', '90491.95', { quantity: 7 }),
];

const inState = (spots: readonly EventSpot[], state: BookingState): ShownSpot[] =>
  spots.map((one) => ({ ...one, state }));

const booking = 'inke-0012';
function event<T extends LedgerEvent['type']>(
  type: T,
  seq: number,
  at: string,
  revision: number,
  more: object,
) {
  const letters = 'abcdef';
  return {
    v: 1,
    platform: 'inke',
    seq,
    prev: digestOf('0'),
    at,
    type,
    booking,
    revision,
    hash: digestOf(letters[seq % 6]!),
    ...more,
  } as Extract<LedgerEvent, { type: T }>;
}

const history: readonly LedgerEvent[] = [
  event('hold', 30, '2016-10-26T02:00:00Z', 1, {
    by: '韩梅梅',
    quote: digestOf('a'),
    package: 'tmall-double11-small',
    card: availability.card,
    client: '天猫',
    expires: '2016-10-28T02:00:00Z',
    approval: 'vice-president',
    replaces: 'inke-0011',
    spots: sold.map((one) => ({ ...one, date: one.feeDate })),
  }),
  event('approve', 31, '2016-10-26T03:15:00Z', 1, {
    by: '李雷',
    role: 'vice-president',
    digest: digestOf('a'),
  }),
  event('confirm', 34, '2016-10-26T16:05:00Z', 2, { by: '韩梅梅' }),
  event('move', 37, '2016-10-27T01:30:00Z', 3, {
    by: '韩梅梅',
    from: [{ line: 3, date: '2016-11-06' }],
    to: [sold[3]!],
    quote: digestOf('b'),
  }),
  event('cancel', 40, '2016-10-27T09:00:00Z', 4, {
    by: '韩梅梅',
    spots: [{ line: 2, date: '2016-11-05', fee: '184546.28' }],
    fee: '184546.28',
  }),
];

/** Booked, moved, and with one spot cancelled. */
export const shown: ShownBooking = {
  number: booking,
  revision: 4,
  state: 'booked',
  expires: '2016-10-28T02:00:00Z',
  client: '天猫',
  quote: digestOf('b'),
  card: availability.card,
  package: 'tmall-double11-small',
  platform: 'inke',
  currency: 'CNY',
  approval: {
    required: 'vice-president',
    given: [
      { role: 'vice-president', by: '李雷', digest: digestOf('a') },
      { role: 'vice-president', by: '王芳', digest: digestOf('b') },
    ],
  },
  replaces: 'inke-0011',
  spots: inState(sold, 'booked').map((one) =>
    one.line === 2 ? { ...one, state: 'cancelled', fee: '184546.28' } : one,
  ),
  payable: '3351382.78',
  fees: '184546.28',
  events: [...history],
};

function listed(number: string, state: BookingState, more: Partial<ShownBooking> = {}): ShownBooking {
  const { replaces: _none, ...plain } = shown;
  return { ...plain, number, state, fees: '0.00', spots: inState(sold, state), events: [], ...more };
}

export const bookings: Bookings = {
  now,
  heads: [{ platform: 'inke', seq: 42, hash: digestOf('e') }],
  bookings: [
    listed('inke-0011', 'replaced', { replacedBy: booking, revision: 2 }),
    shown,
    listed('inke-0013', 'held', {
      client: '示例饮料（上海）有限公司',
      package: 'cola',
      expires: '2016-10-29T02:30:00Z',
      spots: inState([spot(1, '2016-11-10', 'hot-top1', '示例可乐', '300000.00')], 'held'),
      payable: '300000.00',
      revision: 1,
    }),
    listed('inke-0014', 'expired', { client: '示例手机', package: 'phone', revision: 1, payable: '0.00' }),
    listed('inke-0015', 'cancelled', {
      client: '示例手机',
      package: 'phone',
      fees: '1200.50',
      payable: '0.00',
    }),
    listed('inke-0016', 'released', { client: '示例牛奶', package: 'milk', payable: '0.00' }),
  ],
};

export function refused(
  line: number,
  date: string,
  item: string,
  reasons: readonly Reason[],
  more: { time?: string; alternatives?: readonly Alternative[] } = {},
): RefusedSpot {
  const { alternatives = [], ...rest } = more;
  return { line, date, item, reasons: [...reasons], alternatives: [...alternatives], ...rest };
}

/** One spot for every reason there is, some with several. */
export const refusal: Refusal = {
  ok: false,
  now,
  spots: [
    refused(1, '2016-11-05', 'prime', [{ code: 'booked', asked: 2, bound: 3, booked: 2, held: 0 }], {
      time: '22:30-25:00',
      alternatives: [
        { item: 'prime', date: '2016-11-04', time: '22:30-25:00' },
        { item: 'prime', date: '2016-11-06', time: '22:30-25:00' },
        { item: 'prime', date: '2016-11-08', time: '22:30-25:00' },
        { item: 'second-hall', date: '2016-11-05', time: '22:30-25:00' },
      ],
    }),
    refused(2, '2016-11-06', 'hot-top1', [{ code: 'held', asked: 1, bound: 1, booked: 0, held: 1, until }], {
      alternatives: [{ item: 'hot-top2', date: '2016-11-06' }],
    }),
    refused(
      3,
      '2016-11-11',
      'intl-star',
      [
        { code: 'held', asked: 1, bound: 1, booked: 0, held: 1, until },
        { code: 'rest' },
        { code: 'max-per-day', asked: 1, bound: 2, booked: 1, held: 1, until },
      ],
      { time: '20:00-21:40' },
    ),
    refused(4, '2016-11-10', 'splash', [
      { code: 'capacity', asked: 40_000_000, bound: 30_000_000, booked: 0, held: 0 },
    ]),
    refused(5, '2016-11-10', 'hot-top1', [{ code: 'capacity', asked: 1, bound: 1, booked: 0, held: 0 }]),
    refused(6, '2016-11-09', 'red-packet-rain', [{ code: 'wave', asked: 1, bound: 1, booked: 1, held: 0 }], {
      time: '21:00-21:10',
    }),
    refused(7, '2016-11-10', 'prime', [{ code: 'rival', until }, { code: 'closed' }], {
      time: '20:00-22:00',
    }),
    refused(
      8,
      '2016-11-13',
      'prime',
      [{ code: 'outside-card' }, { code: 'off-grid' }, { code: 'no-category' }],
      { time: '20:02-22:00' },
    ),
  ],
};

export const titles = (item: string) => items.find(({ id }) => id === item)?.title ?? item;

export const cancellation: Cancellation = {
  dryRun: true,
  booking,
  revision: 4,
  spots: [
    { line: 1, date: '2016-11-10', fee: '229167.92' },
    { line: 1, date: '2016-11-11', fee: '229167.92' },
    { line: 7, date: '2016-11-09', fee: '0.00' },
  ],
  fee: '458335.84',
};

export const relocation: Relocation = {
  dryRun: true,
  booking,
  revision: 4,
  from: [
    { line: 1, date: '2016-11-10' },
    { line: 3, date: '2016-11-12' },
  ],
  to: [
    { ...sold[0]!, date: '2016-11-09' },
    { ...sold[3]!, date: '2016-11-10', time: '21:00-22:40' },
  ],
  digest: digestOf('d'),
  payable: { before: '3351382.78', after: '3251382.28' },
  approval: { required: 'vice-president', missing: true },
};
