import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import Papa from 'papaparse';
import { type Contract, contractSchema, paperStatuses } from '../src/documents/contract.js';
import { jsonSchema } from '../src/documents/jsonSchema.js';
import type { Draft, Quote, Totals } from '../src/documents/quote.js';
import { type Schedule, scheduleSchema } from '../src/documents/schedule.js';
import { readContract } from '../src/documents/written.js';
import { statusWords } from '../src/lang/papers.js';
import { type Language, languages } from '../src/lang/text.js';
import type { PaperBooking } from '../src/papers/booking.js';
import { buildContract, rebuildContract } from '../src/papers/contract.js';
import { contractCsv } from '../src/papers/formats/contractCsv.js';
import { scheduleCsv } from '../src/papers/formats/scheduleCsv.js';
import { gridCsv, gridOf } from '../src/papers/formats/scheduleGrid.js';
import { buildSchedule } from '../src/papers/schedule.js';
import { differences } from '../src/pricing/verify.js';
import {
  bookingOf,
  quoteOf,
  randomDeals,
  smallCard,
  smallPackage,
  sumOf,
  units,
  workedBooking,
  workedQuote,
} from './support/papers.js';
import { runs } from './support/runs.js';
import { brokenSums } from './support/sums.js';

const worked = workedQuote();
const held: PaperBooking = {
  number: 'inke-0001',
  status: 'held',
  revision: 1,
  expires: '2016-10-28T02:00:00Z',
  cancelled: [],
  rounding: 'half-up',
};
const booked: PaperBooking = { ...workedBooking, revision: 1, cancelled: [] };
const lines = worked.lines.map(({ line }) => line);
const gone: PaperBooking = bookingOf(worked, lines, { number: 'inke-0001', revision: 4 }, '100.10');

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const published = {
  contract: ajv.compile(jsonSchema('Contract')),
  schedule: ajv.compile(jsonSchema('Schedule')),
};

/** What `kanli verify` finds in a contract whose quote holds: the paths of what differs, or `shape`. */
function found(paper: unknown): string[] {
  const written: unknown = JSON.parse(JSON.stringify(paper));
  const read = readContract(written);
  if (!read.ok) return ['shape'];
  return differences(written, rebuildContract(read.value), 'paper-differs').map(({ path }) => path.join('/'));
}

/** A booking's contract, of its shape and the same when it is built again. */
function contractOf(quote: Quote, booking: PaperBooking, language: Language = 'zh'): Contract {
  const contract = buildContract(quote, { language, booking });
  expect(contractSchema.safeParse(contract).error).toBeUndefined();
  expect(published.contract(contract) || published.contract.errors).toBe(true);
  expect(JSON.stringify({ ...contract, quote: undefined })).not.toContain(':null');
  expect(JSON.stringify(rebuildContract(contract))).toBe(JSON.stringify(contract));
  expect(found(contract)).toEqual([]);
  return contract;
}

function scheduleOf(quote: Quote, booking: PaperBooking, language: Language = 'zh'): Schedule {
  const schedule = buildSchedule(quote, { language, booking });
  expect(scheduleSchema.safeParse(schedule).error).toBeUndefined();
  expect(published.schedule(schedule) || published.schedule.errors).toBe(true);
  return schedule;
}

describe('a held booking', () => {
  test('is a draft still, and says until when by the clocks of the platform', () => {
    expect(contractOf(worked, held)).toMatchObject({
      number: 'inke-0001',
      status: 'held',
      statusText: '预留中',
      revision: 1,
      expires: '2016-10-28T02:00:00Z',
      title: '资源投放合同（草稿）',
      notice: '草稿：资源预留至2016-10-28 10:00（Asia/Shanghai时间），届时未确认即不再保留。',
    });
    expect(contractOf(worked, held, 'en').notice).toBe(
      'Draft: the places are held until 2016-10-28 10:00 (Asia/Shanghai), and no longer unless confirmed by then.',
    );
  });

  test('that was moved replaces the draft before it', () => {
    expect(contractOf(worked, { ...held, revision: 2 }, 'en').notice).toBe(
      'Draft: the places are held until 2016-10-28 10:00 (Asia/Shanghai), and no longer unless confirmed by then. This is revision 2; it replaces all earlier ones.',
    );
  });

  test('in a zone with daylight saving is told by the clock of its day', () => {
    const quote = quoteOf(smallCard({ timezone: 'Europe/Paris' }), smallPackage([banner]));
    const until = (expires: string) =>
      contractOf(quote, bookingOf(quote, [], { status: 'held', expires }), 'en');
    expect(until('2017-03-02T22:30:00Z').notice).toContain('until 2017-03-02 23:30 (Europe/Paris)');
    expect(until('2017-03-30T22:30:00Z').notice).toContain('until 2017-03-31 00:30 (Europe/Paris)');
  });
});

describe('a booked booking', () => {
  test('has a contract proper, without a notice', () => {
    const contract = contractOf(worked, booked);
    expect(contract).toMatchObject({
      status: 'booked',
      statusText: '已确认',
      title: '资源投放合同',
      revision: 1,
    });
    for (const key of ['notice', 'expires', 'cancelled']) expect(contract).not.toHaveProperty(key);
    expect(contractOf(worked, booked, 'en').title).toBe('Media contract');
  });

  test('of a later revision replaces the earlier ones', () => {
    const notice = (language: Language) => contractOf(worked, { ...booked, revision: 2 }, language).notice;
    expect(notice('zh')).toBe('本件为第2版，取代此前各版。');
    expect(notice('en')).toBe('This is revision 2; it replaces all earlier ones.');
  });

  test('keeps no end of a hold that is over', () => {
    expect(contractOf(worked, { ...booked, expires: '2016-10-28T02:00:00Z' })).not.toHaveProperty('expires');
  });

  test('says all that the draft says, head aside', () => {
    const options = { language: 'en', seller: { name: '示例平台' }, signing: '2016-10-28' } as const;
    const draft = buildContract(worked, options);
    const heads = ['number', 'status', 'statusText', 'title', 'notice', 'revision', 'rounding'];
    const rest = (contract: Contract) => Object.entries(contract).filter(([key]) => !heads.includes(key));
    expect(rest(buildContract(worked, { ...options, booking: booked }))).toEqual(rest(draft));
  });
});

describe('the worked booking with line 3 cancelled', () => {
  const contract = contractOf(worked, workedBooking);

  test('has the lines that stand, as they were', () => {
    const draft = buildContract(worked, { language: 'zh' });
    expect(contract.lines).toEqual(draft.lines.filter(({ line }) => line !== 3));
    expect(contract.lines.map(({ line }) => line)).toEqual([1, 2, 4, 5, 6, 7, 8, 9, 10]);
  });

  // Taken from the whole deal's totals, where the code adds up the lines that are left.
  test('has the totals of the deal less those of the line', () => {
    const line = {
      list: '2000000.00',
      surcharges: '1025000.00',
      gross: '3025000.00',
      // 3,025,000.00 − 2,088,586.44
      discounts: '936413.56',
      commission: '0.00',
      net: '1970364.56',
      tax: '118221.88',
      payable: '2088586.44',
      passThrough: '0.00',
      media: '2088586.44',
      bonusValue: '0.00',
    };
    for (const [name, own] of Object.entries(line) as [keyof Totals, string][]) {
      expect([name, units(contract.totals[name])]).toEqual([name, units(worked.totals[name]) - units(own)]);
    }
    expect(contract.totals).toEqual({
      spots: 17,
      amount: '7200302.44',
      list: '6362533.30',
      surcharges: '3086383.30',
      gross: '9448916.60',
      discounts: '2248614.16',
      commission: '0.00',
      net: '6905945.70',
      tax: '294356.74',
      payable: '7200302.44',
      passThrough: '2000000.00',
      media: '5200302.44',
      bonusValue: '405000.00',
      // 218,666.6664 − 3% × 2,088,586.44 = 156,009.0732: what was not yet rounded less what falls away.
      rebate: '156009.07',
    });
  });

  test('is paid by the same shares, the fen left over to the largest fraction', () => {
    // 2,160,090.732, 2,880,120.976 and 2,160,090.732 cut down leave one fen, and .6 is the largest fraction.
    expect(contract.instalments.map(({ amount, date }) => [amount, date])).toEqual([
      ['2160090.73', undefined],
      ['2880120.98', '2016-10-31'],
      ['2160090.73', '2016-12-11'],
    ]);
  });

  test('is rolled up without the line’s brand', () => {
    expect(contract.byBrand.map(({ brand }) => brand)).toEqual([
      '品牌甲',
      '品牌乙',
      '品牌丁',
      '品牌戊',
      '天猫',
    ]);
    expect(contract.tax).toEqual([
      { rate: '0.06', amount: '5200302.44', net: '4905945.70', tax: '294356.74', payable: '5200302.44' },
      { rate: '0', amount: '2000000.00', net: '2000000.00', tax: '0.00', payable: '2000000.00' },
    ]);
  });

  test('states payable and fee beside each other, both in capitals', () => {
    expect(contract.payable).toEqual({
      amount: '7200302.44',
      figures: '¥7,200,302.44',
      capitals: '人民币柒佰贰拾万零叁佰零贰元肆角肆分',
    });
    // 543,722.915 → 543,722.92 and 200,228.122 → 200,228.12.
    expect(contract.cancelled).toEqual({
      basis: 'tax-included',
      text: '第3行已取消，不计入应付总额；应付总额之外，另付取消费用¥743,951.04（含税价）。',
      lines: [
        {
          line: 3,
          item: 'intl-star',
          title: '国际明星直播专场',
          brand: '品牌丙',
          dates: ['2016-11-06', '2016-11-11'],
          airing: '2016-11-06、2016-11-11，20:00-21:40',
          spots: 2,
          amount: '2088586.44',
          fee: '743951.04',
        },
      ],
      fee: {
        amount: '743951.04',
        figures: '¥743,951.04',
        capitals: '人民币柒拾肆万叁仟玖佰伍拾壹元零肆分',
      },
    });
  });

  test('says at its head what is owed, and which revision it is', () => {
    expect(contractOf(worked, workedBooking, 'en').notice).toBe(
      'Cancelled lines: 3; the total payable is without them, and a cancellation fee of ¥743,951.04 (prices include tax) is owed beside it. This is revision 3; it replaces all earlier ones.',
    );
  });

  test('has clauses of what stands', () => {
    const clause = (id: string) => contract.clauses.find((entry) => entry.id === id);
    expect(clause('price')?.text).toBe('应付总额为¥7,200,302.44，其中不含税¥6,905,945.70、税额¥294,356.74。');
    // The game was line 3's alone.
    expect(clause('content')).toMatchObject({
      text: '约定的内容形式：产品体验、恶搞喜剧、原产地造访。',
      lines: [1, 2, 4, 5],
    });
    // (816,666.60 + 405,000.00) ÷ (9,448,916.60 − 2,000,000.00), and 2,072,393.56 ÷ 7,200,302.44.
    expect(clause('hard-ads')).toMatchObject({ share: '0.164', lines: [8, 10] });
    expect(clause('viewer-benefit')).toMatchObject({ amount: '2072393.56', share: '0.2878', lines: [7, 9] });
    expect(clause('agency-rebate')).toMatchObject({ amount: '156009.07', share: '0.03' });
  });

  test('carries the whole quote, and both digests', () => {
    expect(contract.quote).toEqual(worked);
    expect(contract.digests).toEqual({ quote: worked.digest, card: worked.rateCard.digest });
  });
});

describe('a booking in which everything is cancelled', () => {
  const contract = contractOf(worked, gone);

  test('owes its fees and nothing else', () => {
    expect(contract).toMatchObject({
      status: 'cancelled',
      statusText: '已取消',
      title: '资源投放合同（已取消）',
      // 19 spots at 100.10.
      notice: '全部资源已取消；应付的只有取消费用¥1,901.90（含税价）。本件为第4版，取代此前各版。',
      payable: { amount: '0.00', figures: '¥0.00', capitals: '人民币零元整' },
      cancelled: { fee: { amount: '1901.90', capitals: '人民币壹仟玖佰零壹元玖角' } },
    });
    expect([contract.lines, contract.byBrand, contract.tax, contract.instalments]).toEqual([[], [], [], []]);
    expect(new Set(Object.values(contract.totals))).toEqual(new Set([0, '0.00']));
    expect(contract.cancelled?.lines.map(({ line, fee }) => [line, units(fee)])).toEqual(
      worked.lines.map(({ line, spots }) => [line, 10010n * BigInt(spots.length)]),
    );
  });

  test('says so in English, and when it costs nothing', () => {
    expect(contractOf(worked, gone, 'en')).toMatchObject({
      title: 'Media contract (cancelled)',
      notice:
        'Everything is cancelled; what is owed is the cancellation fee of ¥1,901.90 (prices include tax). This is revision 4; it replaces all earlier ones.',
    });
    const free = contractOf(worked, bookingOf(worked, lines, {}, '0.00'), 'en');
    expect(free.notice).toBe('Everything is cancelled, and no cancellation fee is owed.');
    expect(contractOf(worked, bookingOf(worked, [4], {}, '0.00')).notice).toBe(
      '第4行已取消，不计入应付总额，不收取消费用。',
    );
  });
});

const night = 'item: night, dates: 2017-03-02/2017-03-04, time: 20:00-21:30';
const banner = 'item: banner, dates: 2017-03-05';
const gifts = 'item: gifts, dates: 2017-03-06, amount: 5000';

describe('what stands of small deals', () => {
  test('the agency that is paid at once has the commission of the lines that stand', () => {
    const agency = 'agency: { name: 示例代理, commission: 7.5% }\n';
    const quote = quoteOf(smallCard(), smallPackage([night, `${banner}, fixed: 250`, gifts], agency));
    const { totals, clauses } = contractOf(quote, bookingOf(quote, [1]));
    // 7.5% of 250.00 of the banner; its discount is the 50.00 below its gross alone.
    expect(totals).toMatchObject({
      commission: '18.75',
      discounts: '50.00',
      payable: '5231.25',
      rebate: '0.00',
    });
    expect(clauses.find(({ id }) => id === 'agency-commission')?.amount).toBe('18.75');
  });

  test.each([
    ['half-up', '0.03'],
    ['half-even', '0.02'],
  ] as const)('a rebate of two and a half fen is rounded as the card does: %s', (rounding, rebate) => {
    const agency = 'agency: { name: 示例代理, commission: 5%, settle: rebate }\n';
    const pack = smallPackage([`${banner}, fixed: 0.50`, night, `${banner}, bonus: true`, gifts], agency);
    const quote = quoteOf(smallCard({ rounding }), pack);
    expect(contractOf(quote, bookingOf(quote, [2], { rounding })).totals.rebate).toBe(rebate);
  });

  test('days that hang on the air are those of what stands', () => {
    const shares = ['first-air-1d', 'last-air+1d'].map((due) => `{ share: 50%, due: ${due} }`);
    const quote = quoteOf(
      smallCard({ terms: `{ instalments: [${shares.join(', ')}] }` }),
      smallPackage([night, banner]),
    );
    const due = (cancelled: number[]) =>
      contractOf(quote, bookingOf(quote, cancelled)).instalments.map(({ date }) => date);
    expect(due([])).toEqual(['2017-03-01', '2017-03-06']);
    expect(due([2])).toEqual(['2017-03-01', '2017-03-05']);
    expect(due([1])).toEqual(['2017-03-04', '2017-03-06']);
  });

  test('yen exclude tax, and neither sum has capitals', () => {
    const card = smallCard({ currency: 'JPY', prices: 'tax-excluded', tax: '10%' });
    const quote = quoteOf(card, smallPackage([night, banner]));
    const contract = contractOf(quote, bookingOf(quote, [2], {}, '150'), 'en');
    expect(contract.payable).toEqual({ amount: '4950', figures: 'JP¥4,950' });
    expect(contract.cancelled).toMatchObject({
      basis: 'tax-excluded',
      fee: { amount: '150', figures: 'JP¥150' },
    });
    // On the basis of the fee: its tax of 30 is on top of neither.
    expect(contract.cancelled?.lines).toMatchObject([{ line: 2, amount: '300', fee: '150' }]);
    expect(contract.cancelled?.fee).not.toHaveProperty('capitals');
    expect(contract.cancelled?.text).toContain('JP¥150 (prices exclude tax)');
  });

  test('clauses of what is gone are gone, the rule of its fee is not', () => {
    const quote = quoteOf(smallCard(), smallPackage([banner, gifts]));
    const contract = contractOf(quote, bookingOf(quote, [2]), 'en');
    expect(contract.clauses.map(({ id }) => id)).toEqual(['price', 'hard-ads', 'validity']);
    expect(contract.cancellation.text).toContain('Pass-through lines: nothing before the date');
  });
});

describe('a contract changed by hand', () => {
  const contract = contractOf(worked, workedBooking);
  const part = contract.cancelled!;
  const [third] = part.lines as [(typeof part.lines)[number]];
  const withLines = (...all: object[]) => ({ ...contract, cancelled: { ...part, lines: all } });

  test.each<[string, object, string[]]>([
    [
      'a line’s fee',
      withLines({ ...third, fee: '1.00' }),
      ['cancelled/fee/amount', 'cancelled/fee/capitals'],
    ],
    ['a fee of other decimals', withLines({ ...third, fee: '743951.040' }), ['cancelled/lines/0/fee']],
    ['a fee below zero', withLines({ ...third, fee: '-1.00' }), ['shape']],
    [
      'the sum of the fees',
      { ...contract, cancelled: { ...part, fee: { ...part.fee, amount: '0.00' } } },
      ['cancelled/fee/amount'],
    ],
    ['what a cancelled line came to', withLines({ ...third, amount: '1.00' }), ['cancelled/lines/0/amount']],
    ['a cancelled line left out', withLines(), ['cancelled', 'lines/2/line', 'totals/payable', 'notice']],
    ['a cancelled line the quote has not', withLines(third, { ...third, line: 99 }), ['cancelled/lines/1']],
    ['a line cancelled twice', withLines(third, third), ['cancelled/lines/1']],
    [
      'a line cancelled that stands',
      withLines(third, { ...third, line: 4 }),
      ['totals/spots', 'lines/2/line'],
    ],
    ['the total', { ...contract, totals: { ...contract.totals, payable: '1.00' } }, ['totals/payable']],
    ['the rebate', { ...contract, totals: { ...contract.totals, rebate: '1.00' } }, ['totals/rebate']],
    ['an instalment', { ...contract, instalments: [] }, ['instalments/0', 'instalments/1', 'instalments/2']],
    ['the status to held', { ...contract, status: 'held' }, ['status']],
    ['the status to cancelled', { ...contract, status: 'cancelled' }, ['status']],
    ['the status to draft', { ...contract, status: 'draft' }, ['status']],
    ['the end of a hold that is none', { ...contract, expires: '2016-10-28T02:00:00Z' }, ['status', 'title']],
    ['the revision', { ...contract, revision: 2 }, ['notice']],
    ['the revision away', { ...contract, revision: undefined }, ['number', 'status', 'lines/2/line']],
    ['no revision', { ...contract, revision: 0 }, ['shape']],
    ['no way of rounding', { ...contract, rounding: 'up' }, ['shape']],
    ['the notice', { ...contract, notice: undefined }, ['notice']],
  ])('shows: %s', (_what, changed, paths) => {
    expect(found(changed)).toEqual(expect.arrayContaining(paths));
  });

  test.each<[string, PaperBooking, object, string[]]>([
    ['a hold that ends later', held, { expires: '2016-10-29T02:00:00Z' }, ['notice']],
    ['a hold without an end', held, { expires: undefined }, ['status', 'title', 'notice']],
    ['a hold that ends at no instant', held, { expires: 'tomorrow' }, ['shape']],
    ['a hold said to be booked', held, { status: 'booked' }, ['status']],
    ['everything cancelled said to be booked', gone, { status: 'booked' }, ['status']],
  ])('shows: %s', (_what, booking, change, paths) => {
    expect(found({ ...contractOf(worked, booking), ...change })).toEqual(expect.arrayContaining(paths));
  });

  test('a draft cannot be made a booking’s by its status', () => {
    const draft = buildContract(worked, { language: 'zh' });
    expect(found({ ...draft, status: 'booked' })).toEqual(['status']);
    expect(found({ ...draft, status: 'booked', revision: 1, rounding: 'half-up' })).toEqual(
      expect.arrayContaining(['statusText', 'title', 'notice']),
    );
  });
});

describe('a booking that does not agree with its quote', () => {
  const spot = { line: 3, date: '2016-11-06', fee: '0.00' };
  const other = { line: 3, date: '2016-11-11', fee: '0.00' };
  test.each<[string, PaperBooking]>([
    ['a line in part', { ...booked, cancelled: [spot] }],
    ['a spot twice', { ...booked, cancelled: [spot, spot] }],
    ['a spot too many', { ...booked, cancelled: [spot, other, other] }],
    ['a date the line has not', { ...booked, cancelled: [spot, { ...other, date: '2016-11-10' }] }],
    ['a line the quote has not', { ...booked, cancelled: [{ ...spot, line: 11 }] }],
    ['cancelled while lines stand', { ...workedBooking, status: 'cancelled' }],
    ['booked while nothing stands', { ...gone, status: 'booked' }],
    ['held without an end', { ...held, expires: undefined }],
  ])('makes no paper: %s', (_what, booking) => {
    expect(() => buildContract(worked, { language: 'zh', booking })).toThrow(RangeError);
    expect(() => buildSchedule(worked, { language: 'zh', booking })).toThrow(RangeError);
  });
});

describe('the schedule of a booking', () => {
  test.each([
    ['held', held],
    ['booked', booked],
  ] as const)('%s: every row says so', (status, booking) => {
    const schedule = scheduleOf(worked, booking);
    expect(schedule).toMatchObject({ contract: 'inke-0001', revision: 1, status });
    expect(new Set(schedule.rows.map((row) => `${row.contract} ${row.status}`))).toEqual(
      new Set([`inke-0001 ${status}`]),
    );
    const draft = buildSchedule(worked, { language: 'zh' });
    expect([schedule.lines, schedule.totals]).toEqual([draft.lines, draft.totals]);
    expect(draft).not.toHaveProperty('revision');
  });

  const schedule = scheduleOf(worked, workedBooking, 'en');

  test('keeps cancelled spots in sight, with their amounts', () => {
    expect(schedule.rows).toHaveLength(19);
    expect(
      schedule.rows
        .filter(({ status }) => status === 'cancelled')
        .map(({ line, date, gross, amount }) => [line, date, gross, amount]),
    ).toEqual([
      [3, '2016-11-06', '1575000.00', '1087445.83'],
      [3, '2016-11-11', '1450000.00', '1001140.61'],
    ]);
    expect(schedule).toMatchObject({ status: 'booked', revision: 3 });
  });

  test('sums up what stands', () => {
    const { totals } = contractOf(worked, workedBooking);
    expect(schedule.totals).toEqual({ spots: 17, gross: totals.gross, amount: totals.amount });
    expect(schedule.lines[2]).toMatchObject({ line: 3, spots: 0, gross: '0.00', amount: '0.00' });
    expect([sumOf(schedule.lines, 'gross'), sumOf(schedule.lines, 'amount')]).toEqual([
      units(totals.gross),
      units(totals.amount),
    ]);
  });

  test('has a grid with empty places for what is cancelled', () => {
    const grid = gridOf(schedule);
    expect(grid.days).toHaveLength(9);
    expect(new Set(grid.rows[2]?.cells)).toEqual(new Set(['']));
    expect(grid.rows[0]?.cells.filter((cell) => cell !== '')).toHaveLength(2);
    expect(grid.spots).toEqual([1, 0, 1, 1, 0, 0, 4, 5, 5]);
    expect(grid.totals.spots).toBe(17);
  });

  test('of nothing but cancelled spots has its days and no cell filled', () => {
    const empty = scheduleOf(worked, gone);
    expect(empty).toMatchObject({ status: 'cancelled', totals: { spots: 0, gross: '0.00', amount: '0.00' } });
    expect(new Set(empty.rows.map(({ status }) => status))).toEqual(new Set(['cancelled']));
    const grid = gridOf(empty);
    expect(grid.days).toHaveLength(9);
    expect(new Set(grid.rows.flatMap(({ cells }) => cells))).toEqual(new Set(['']));
    expect(grid.spots).toEqual(Array(9).fill(0));
  });
});

/** A table as another library reads it. */
function readBack(csv: string): string[][] {
  return Papa.parse<string[]>(csv.replace(/^\uFEFF|\r\n$/g, ''), { delimiter: ',', newline: '\r\n' }).data;
}

describe.each(languages)('the CSV of a booking (%s)', (language) => {
  const words = {
    zh: { revision: '版次', fee: '取消费用' },
    en: { revision: 'Revision', fee: 'Cancellation fee' },
  };
  const { revision, fee } = words[language];

  test('has a column of fees where something was cancelled, and only there', () => {
    const headings = (booking?: PaperBooking) =>
      readBack(contractCsv(buildContract(worked, { language, booking })))[0] ?? [];
    const [draft, whole, partly] = [headings(), headings(booked), headings(workedBooking)];
    expect(whole).toEqual(draft);
    expect(partly.filter((heading) => heading !== fee)).toEqual(draft);
    expect(partly[14]).toBe(fee);
  });

  test('carries the fees and what else the JSON says', () => {
    const contract = contractOf(worked, workedBooking, language);
    const rows = readBack(contractCsv(contract));
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([17]));
    const part = rows.filter(([name]) => name === { zh: '已取消的行', en: 'Cancelled lines' }[language]);
    const [third] = contract.cancelled?.lines ?? [];
    expect(part.map((row) => [row[1], row[2], row[9], row[14], row[16]].join('|'))).toEqual([
      `||||${contract.cancelled?.text}`,
      `3|${third?.title}|2088586.44|743951.04|${statusWords.cancelled[language]}`,
      `|${{ zh: '小写', en: 'In figures' }[language]}||743951.04|¥743,951.04`,
      `|${{ zh: '大写', en: 'In capitals' }[language]}|||人民币柒拾肆万叁仟玖佰伍拾壹元零肆分`,
    ]);
    const facts = new Map(rows.map((row) => [row[2], row[16]]));
    expect(facts.get(revision)).toBe('3');
    expect(facts.get({ zh: '舍入方式', en: 'Rounding' }[language])).toBe(
      { zh: '四舍五入', en: 'half up' }[language],
    );
  });

  test('says until when a hold holds', () => {
    const rows = readBack(contractCsv(contractOf(worked, held, language)));
    const name = { zh: '预留至', en: 'Held until' }[language];
    expect(rows.find((row) => row[2] === name)?.at(-1)).toBe('2016-10-28 10:00');
    expect(readBack(contractCsv(contractOf(worked, booked, language))).flat()).not.toContain(name);
  });

  test('of a schedule has the revision beside the number, and every status in words', () => {
    const rows = readBack(scheduleCsv(scheduleOf(worked, workedBooking, language)));
    expect(rows[0]?.[1]).toBe(revision);
    expect(new Set(rows.slice(1).map((row) => row.slice(0, 2).join(' ')))).toEqual(new Set(['inke-0001 3']));
    expect(rows.filter((row) => row[2] === '3').map((row) => row.at(-1))).toEqual(
      Array(2).fill(statusWords.cancelled[language]),
    );
    expect(rows[1]?.at(-1)).toBe(statusWords.booked[language]);
    expect(readBack(scheduleCsv(buildSchedule(worked, { language })))[0]).toEqual(
      rows[0]?.filter((heading) => heading !== revision),
    );
  });

  test('of a grid sums what stands', () => {
    const rows = readBack(gridCsv(scheduleOf(worked, workedBooking, language)));
    expect(rows[3]?.slice(4)).toEqual([...Array(9).fill(''), '0', '0.00', '0.00']);
    expect(rows.at(-1)?.slice(-3)).toEqual(['17', '9448916.60', '7200302.44']);
  });
});

test('every status has its word, and no two the same', () => {
  for (const language of languages) {
    expect(new Set(paperStatuses.map((status) => statusWords[status][language])).size).toBe(4);
  }
});

describe('every quote of the random cards', () => {
  const deals = randomDeals();

  test('booked and whole, has the totals, shares and clauses of its draft', () => {
    for (const { quote, card } of deals) {
      const { rounding } = card.document;
      const booking = bookingOf(quote, [], { rounding: rounding ?? 'half-up' });
      const draft = buildContract(quote, { language: 'zh' });
      const contract = buildContract(quote, { language: 'zh', booking });
      for (const part of [
        'lines',
        'byBrand',
        'totals',
        'payable',
        'tax',
        'instalments',
        'clauses',
      ] as const) {
        expect([quote.id, contract[part]]).toEqual([quote.id, draft[part]]);
      }
    }
  });

  test('adds up whatever is cancelled, by hand and by kanli verify', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...deals),
        fc.infiniteStream(fc.boolean()),
        fc.nat(999),
        (deal, coin, fee) => {
          const { quote, card } = deal;
          const drawn = quote.lines.filter(() => coin.next().value).map(({ line }) => line);
          const rounding = card.document.rounding ?? 'half-up';
          const digits = (quote.totals.payable.split('.')[1] ?? '').length;
          const text = String(fee).padStart(digits + 1, '0');
          const each = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
          const contract = contractOf(quote, bookingOf(quote, drawn, { rounding }, each));
          const { totals, instalments, byBrand, tax, cancelled } = contract;
          for (const column of ['gross', 'amount', 'net', 'tax', 'payable'] as const) {
            expect(sumOf(contract.lines, column)).toBe(units(totals[column]));
          }
          for (const column of ['gross', 'amount', 'payable'] as const) {
            expect(sumOf(byBrand, column)).toBe(units(totals[column]));
          }
          for (const column of ['amount', 'net', 'tax', 'payable'] as const) {
            expect(sumOf(tax, column)).toBe(units(totals[column]));
          }
          expect(
            brokenSums({
              card,
              pack: quote.package,
              draft: standing(quote, contract),
              quote: undefined,
              problems: [],
            }),
          ).toEqual([]);
          const paid = contract.lines.length > 0 && quote.instalments.length > 0;
          expect(sumOf(instalments, 'amount')).toBe(paid ? units(totals.payable) : 0n);
          const spots = quote.lines.reduce((count, line) => count + line.spots.length, 0);
          expect(units(cancelled?.fee.amount ?? '0')).toBe(BigInt(fee) * BigInt(spots - totals.spots));
          expect(sumOf(cancelled?.lines ?? [], 'fee')).toBe(units(cancelled?.fee.amount ?? '0'));
          const schedule = scheduleOf(quote, bookingOf(quote, drawn, { rounding }, each));
          expect(schedule.totals).toEqual({
            spots: totals.spots,
            gross: totals.gross,
            amount: totals.amount,
          });
          expect([sumOf(schedule.lines, 'gross'), sumOf(schedule.lines, 'amount')]).toEqual([
            units(totals.gross),
            units(totals.amount),
          ]);
        },
      ),
      runs,
    );
  });
});

/** What a contract says stands, in the form in which quotes are re-added. */
function standing(quote: Quote, contract: Contract): Draft {
  const numbers = new Set(contract.lines.map(({ line }) => line));
  const benefit = contract.clauses.find(({ id }) => id === 'viewer-benefit')?.amount;
  const { spots: _spots, amount: _amount, ...totals } = contract.totals;
  return {
    ...quote,
    lines: quote.lines.filter(({ line }) => numbers.has(line)),
    totals,
    figures: { ...quote.figures, viewerBenefit: benefit ?? '0' },
    instalments: contract.instalments,
  };
}
