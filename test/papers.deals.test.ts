import { describe, expect, test } from '@jest/globals';
import { contractSchema } from '../src/documents/contract.js';
import type { Quote } from '../src/documents/quote.js';
import { scheduleSchema } from '../src/documents/schedule.js';
import { type Language, languages } from '../src/lang/text.js';
import { buildContract, rebuildContract } from '../src/papers/contract.js';
import { contractCsv } from '../src/papers/formats/contractCsv.js';
import { buildSchedule } from '../src/papers/schedule.js';
import { quoteOf, smallCard, smallPackage, sumOf, units } from './support/papers.js';

const night = 'item: night, dates: 2017-03-02/2017-03-04, time: 20:00-21:30';
const banner = 'item: banner, dates: 2017-03-05, quantity: 3';
const gifts = 'item: gifts, dates: 2017-03-06, amount: 5000';

const contractOf = (quote: Quote, language: Language = 'zh') => {
  const contract = buildContract(quote, { language });
  expect(contractSchema.safeParse(contract).error).toBeUndefined();
  expect(rebuildContract(contract)).toEqual(contract);
  return contract;
};
const terms = (text: string) => ({ terms: `{ ${text} }` });
const ids = (quote: Quote) => contractOf(quote).clauses.map(({ id }) => id);

describe('a deal with nothing but untimed spots and no terms', () => {
  const quote = quoteOf(smallCard(), smallPackage([banner]));

  test('has a contract without instalments or late fee', () => {
    const contract = contractOf(quote);
    expect(contract.instalments).toEqual([]);
    expect(contract).not.toHaveProperty('lateFee');
    expect(ids(quote)).toEqual(['price', 'hard-ads', 'validity']);
    expect(contract.lines[0]).not.toHaveProperty('formatText');
    expect(contract.lines[0]?.airing).toBe('2017-03-05');
  });

  test('is cancelled free of charge before the date, at the whole amount from then on', () => {
    const tiers = [
      { from: 1, fee: '0', text: '播出日前1日及以上取消：不收费' },
      { to: 0, fee: '1', text: '播出当日及以后取消：100%' },
    ];
    expect(contractOf(quote).cancellation.tiers).toEqual(tiers);
  });

  test('has a schedule without start and end', () => {
    const [row] = buildSchedule(quote, { language: 'zh' }).rows;
    expect(row).not.toHaveProperty('start');
    expect(row).not.toHaveProperty('end');
    expect(row).not.toHaveProperty('brand');
  });

  test('English without an English title shows the card’s own', () => {
    const contract = contractOf(quote, 'en');
    expect(contract.lines[0]?.title).toBe('横幅');
    expect(contract.clauses.at(-1)?.text).toContain('"小刊例"');
  });
});

describe('cancellation tables', () => {
  const tiers = (table: string, language: Language = 'en') => {
    const quote = quoteOf(smallCard(terms(`cancellation: [${table}]`)), smallPackage([banner]));
    return contractOf(quote, language).cancellation.tiers.map(({ text }) => text);
  };

  test('are sorted, and cost the whole amount below the lowest tier', () => {
    expect(tiers('{ daysBefore: 7, fee: 30% }, { daysBefore: 15, fee: 12.5% }')).toEqual([
      '15 days or more before the date: 12.5%',
      '7 to 14 days before the date: 30%',
      '1 to 6 days before the date: 100%',
      'on the date or after: 100%',
    ]);
  });

  test('day 0 is the date itself, whatever its tier says', () => {
    expect(tiers('{ daysBefore: 0, fee: 10% }, { daysBefore: 2, fee: 0% }', 'zh')).toEqual([
      '播出日前2日及以上取消：不收费',
      '播出日前1日取消：10%',
      '播出当日及以后取消：100%',
    ]);
    expect(tiers('{ daysBefore: 0, fee: 10% }, { daysBefore: 1, fee: 5% }')).toEqual([
      '1 day or more before the date: 5%',
      'on the date or after: 100%',
    ]);
  });

  test('every number of days has exactly one fee, the one booking would charge', () => {
    const table = [
      { daysBefore: 9, fee: '40%' },
      { daysBefore: 30, fee: '5%' },
      { daysBefore: 4, fee: '75%' },
    ];
    const written = table
      .map(({ daysBefore, fee }) => `{ daysBefore: ${daysBefore}, fee: ${fee} }`)
      .join(', ');
    const quote = quoteOf(smallCard(terms(`cancellation: [${written}]`)), smallPackage([banner]));
    const found = contractOf(quote).cancellation.tiers;
    for (let days = -3; days < 60; days += 1) {
      const matching = table.filter(({ daysBefore }) => days > 0 && daysBefore <= days);
      const largest = matching.sort((a, b) => b.daysBefore - a.daysBefore)[0];
      const rows = found.filter(({ from, to }) => (from ?? -3) <= days && days <= (to ?? 60));
      expect([days, ...rows.map(({ fee }) => `${Number(fee) * 100}%`)]).toEqual([
        days,
        largest?.fee ?? '100%',
      ]);
    }
  });

  test('pass-through lines have their own sentence, and say so only when there are any', () => {
    expect(contractOf(quoteOf(smallCard(), smallPackage([banner]))).cancellation.text).not.toContain('代付');
    const pooled = contractOf(quoteOf(smallCard(), smallPackage([banner, gifts])), 'en').cancellation.text;
    expect(pooled).toMatch(/it ever had\. Pass-through lines: nothing before the date/);
  });
});

test('a late fee says its grace and its cap', () => {
  const card = smallCard(terms('lateFee: { rate: 0.5%, per: week, grace: 14d, cap: 20% }'));
  const quote = quoteOf(card, smallPackage([banner]));
  expect(contractOf(quote).lateFee).toEqual({
    rate: '0.005',
    per: 'week',
    grace: '14d',
    cap: '0.2',
    text: '逾期付款的，按逾期金额每周收取0.5%的滞纳金，不足一周的按一周计。宽限期：到期日后14 天。滞纳金累计不超过逾期金额的20%。',
  });
  expect(contractOf(quote, 'en').lateFee?.text).toBe(
    'On overdue amounts a late fee of 0.5% is charged for each week begun. Grace: 14d after the due date. The late fee comes to at most 20% of the overdue amount.',
  );
});

test('due days are worded before, on and after', () => {
  const shares = ['signing', 'last-air-1d', 'first-air+1d', '2017-04-01'].map(
    (due) => `{ share: 25%, due: ${due} }`,
  );
  const quote = quoteOf(smallCard(terms(`instalments: [${shares.join(', ')}]`)), smallPackage([night]));
  const words = (language: Language) => contractOf(quote, language).instalments.map(({ dueText }) => dueText);
  expect(words('zh')).toEqual(['签约当日', '末播前1日', '首播后1日内', '2017-04-01']);
  expect(words('en')).toEqual([
    'on the day of signing',
    '1 day before last air',
    'within 1 day of first air',
    'on 2017-04-01',
  ]);
});

describe('money', () => {
  test('yen have no decimals and no capitals', () => {
    const quote = quoteOf(
      smallCard({ currency: 'JPY', prices: 'tax-excluded', tax: '10%' }),
      smallPackage([night, banner]),
    );
    const contract = contractOf(quote, 'en');
    // 3 evenings of 1.5 hours and 3 banners, with 10% on top.
    expect(contract.payable).toEqual({ amount: '5940', figures: 'JP¥5,940' });
    expect(contract.tax).toEqual([{ rate: '0.1', amount: '5400', net: '5400', tax: '540', payable: '5940' }]);
    expect(contract.totals).toMatchObject({ amount: '5400', payable: '5940' });
    expect(contract.cancellation.text).toContain('prices exclude tax');
  });

  test('dinars have three decimals', () => {
    const quote = quoteOf(smallCard({ currency: 'KWD' }), smallPackage([`${night}, discount: 0.01%`]));
    expect(contractOf(quote).payable).toEqual({ amount: '4499.550', figures: 'KWD 4,499.550' });
  });

  test.each([
    ['HKD', '港币肆仟伍佰元整'],
    ['TWD', '新台币肆仟伍佰元整'],
    ['USD', undefined],
  ])('capitals of %s: %s', (currency, capitals) => {
    const quote = quoteOf(smallCard({ currency }), smallPackage([night]));
    expect(contractOf(quote, 'en').payable.capitals).toBe(capitals);
  });

  test('beyond 2^53 every fen stands', () => {
    const quote = quoteOf(
      smallCard(),
      smallPackage(['item: gifts, dates: 2017-03-06, amount: "90071992547409939.07"']),
    );
    const contract = contractOf(quote);
    expect(contract.payable.figures).toBe('¥90,071,992,547,409,939.07');
    expect(contract.byBrand[0]?.amount).toBe('90071992547409939.07');
    expect(contractCsv(contract)).toContain('90071992547409939.07');
  });
});

test('a deal of bonus lines alone costs nothing and says what it is worth', () => {
  const quote = quoteOf(smallCard(), smallPackage([`${night}, bonus: true`, `${banner}, bonus: true`]));
  const contract = contractOf(quote);
  expect(contract.payable).toEqual({ amount: '0.00', figures: '¥0.00', capitals: '人民币零元整' });
  expect(contract.clauses.find(({ id }) => id === 'bonus')).toEqual({
    id: 'bonus',
    title: '配送',
    text: '第1、2行为配送，不收费，加收后价值合计¥5,400.00。',
    amount: '5400.00',
    lines: [1, 2],
  });
  expect(ids(quote)).not.toContain('viewer-benefit');
  expect(contract.byBrand).toEqual([
    { brand: '示例客户', spots: 4, gross: '5400.00', amount: '0.00', payable: '0.00' },
  ]);
});

test('a pool alone has no share of one-way advertising, and all of it reaches viewers', () => {
  const quote = quoteOf(smallCard(), smallPackage([gifts]));
  expect(ids(quote)).toEqual(['price', 'viewer-benefit', 'pass-through', 'validity']);
  expect(contractOf(quote, 'en').clauses[1]).toMatchObject({
    text: 'Of the total payable, ¥5,000.00 (100%) reaches viewers, by lines: 1.',
    share: '1',
  });
});

describe('an agency', () => {
  const agency = (settle: string) => `agency: { name: 示例代理, commission: 7.5%, settle: ${settle} }\n`;

  test('that is paid at once has its commission inside the price', () => {
    const quote = quoteOf(smallCard(), smallPackage([night, gifts], agency('net')));
    const clause = contractOf(quote).clauses.find(({ id }) => id === 'agency-commission');
    // 7.5% of 4500; the pool pays none.
    expect(clause).toMatchObject({ amount: '337.50', share: '0.075' });
    expect(clause?.text).toBe('代理方示例代理，佣金比例7.5%，合计¥337.50（含税价），已从价款中扣除。');
    expect(contractOf(quote).totals.payable).toBe('9162.50');
  });

  test('that is paid later has its rebate beside it', () => {
    const quote = quoteOf(smallCard(), smallPackage([night, gifts], agency('rebate')));
    const contract = contractOf(quote, 'en');
    expect(contract.clauses.find(({ id }) => id === 'agency-rebate')?.amount).toBe('337.50');
    expect(contract.totals.payable).toBe('9500.00');
    expect(contract.parties.agency).toEqual({ name: '示例代理' });
  });
});

test('brands are one when booking takes them for one', () => {
  const brands = [' ACME ', 'Acme', 'ＡＣＭＥ', '示例客户'];
  const lines = [
    ...brands.map((brand, at) => `item: banner, dates: 2017-03-0${at + 2}, brand: "${brand}"`),
    banner,
  ];
  const { byBrand } = contractOf(quoteOf(smallCard(), smallPackage(lines)));
  expect(byBrand.map(({ brand, spots, amount }) => [brand, spots, amount])).toEqual([
    ['ACME', 3, '900.00'],
    ['示例客户', 2, '1200.00'],
  ]);
});

test('three rates of tax stand highest first, however the lines stand', () => {
  const splash = 'item: splash, dates: 2017-03-02, impressions: 1000';
  for (const lines of [
    [gifts, night, splash],
    [splash, gifts, night],
  ]) {
    const { tax, totals } = contractOf(quoteOf(smallCard(), smallPackage(lines)));
    expect(tax.map(({ rate }) => rate)).toEqual(['0.13', '0.06', '0']);
    expect(sumOf(tax, 'tax')).toBe(units(totals.tax));
  }
});

test('times that differ stand apart, dates in a row together', () => {
  const line =
    'item: night, dates: [2017-03-02/2017-03-04, 2017-03-06], time: 20:00-21:00, times: { 2017-03-03: "24:30-25:30" }';
  const quote = quoteOf(smallCard(), smallPackage([line]));
  expect(contractOf(quote).lines[0]?.airing).toBe(
    '2017-03-02、2017-03-04、2017-03-06，20:00-21:00；2017-03-03，24:30-25:30',
  );
  expect(contractOf(quote, 'en').lines[0]?.airing).toBe(
    '20:00-21:00 on 2017-03-02, 2017-03-04, 2017-03-06; 24:30-25:30 on 2017-03-03',
  );
  expect(ids(quote)).toContain('broadcast-clock');
});

test('a format of the card’s own stands as it is written', () => {
  const quote = quoteOf(
    smallCard(),
    smallPackage([`${night}, format: live-cooking`, `${night}, format: parody-comedy`]),
  );
  const content = contractOf(quote).clauses.find(({ id }) => id === 'content');
  expect(content?.text).toBe('约定的内容形式：live-cooking、恶搞喜剧。');
});

test('a day of signing that is none is not of the contract’s shape', () => {
  const contract = contractOf(quoteOf(smallCard(), smallPackage([night])));
  expect(contractSchema.safeParse({ ...contract, signing: '2017-02-28' }).success).toBe(true);
  expect(contractSchema.safeParse({ ...contract, signing: '2017-02-30' }).success).toBe(false);
  expect(() => buildContract(contract.quote, { language: 'zh', signing: 'tomorrow' })).toThrow(RangeError);
});

test.each(languages)('the schemas know every key (%s)', (language) => {
  const quote = quoteOf(smallCard(), smallPackage([night, gifts]));
  const contract = contractOf(quote, language);
  const schedule = buildSchedule(quote, { language });
  expect(scheduleSchema.safeParse(schedule).error).toBeUndefined();
  for (const changed of [
    { ...contract, extra: 1 },
    { ...contract, lines: contract.lines.map((line) => ({ ...line, extra: 1 })) },
    { ...contract, totals: { ...contract.totals, extra: '0.00' } },
    { ...contract, parties: { ...contract.parties, seller: { fax: '1' } } },
  ]) {
    expect(contractSchema.safeParse(changed).success).toBe(false);
  }
  const rows = schedule.rows.map((row) => ({ ...row, extra: 1 }));
  expect(scheduleSchema.safeParse({ ...schedule, rows }).success).toBe(false);
});
