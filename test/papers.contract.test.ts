import { describe, expect, test } from '@jest/globals';
import { type Contract, contractSchema } from '../src/documents/contract.js';
import type { Quote } from '../src/documents/quote.js';
import { languages } from '../src/lang/text.js';
import { buildContract, rebuildContract } from '../src/papers/contract.js';
import { randomQuotes, sumOf, units, workedFigures, workedQuote } from './support/papers.js';

const worked = workedQuote();

describe('the worked deal as a contract', () => {
  const contract = buildContract(worked, { language: 'zh' });

  test('its lines carry the amounts of the independent implementation', () => {
    const expected = workedFigures();
    const columns = ({ item, gross, amount, net, tax, payable }: Contract['lines'][number]) => ({
      item,
      gross,
      amount,
      net,
      tax,
      payable,
    });
    const { lines, totals, instalments } = expected;
    expect(contract.lines.map(columns)).toEqual(lines.map(columns));
    expect(contract.totals).toEqual({ ...totals, spots: 19, amount: '9288888.88' });
    expect(contract.instalments.map(({ amount }) => amount)).toEqual(instalments);
  });

  test('brands are rolled up, lines without one under the client', () => {
    expect(contract.byBrand.map(({ brand, spots }) => [brand, spots])).toEqual([
      ['品牌甲', 2],
      ['品牌乙', 2],
      ['品牌丙', 2],
      ['品牌丁', 1],
      ['品牌戊', 1],
      ['天猫', 11],
    ]);
    const own = worked.lines.filter(({ brand }) => brand === undefined);
    const last = contract.byBrand.at(-1);
    expect([units(last?.gross ?? ''), units(last?.payable ?? '')]).toEqual([
      sumOf(own, 'gross'),
      sumOf(own, 'payable'),
    ]);
  });

  test('tax is taken apart by rate, and 6% is inside the price', () => {
    expect(contract.tax.map(({ rate }) => rate)).toEqual(['0.06', '0']);
    const [taxed, untaxed] = contract.tax;
    const base = units(taxed?.amount ?? '');
    // Half-up: twice the numerator and the denominator once, over twice the denominator.
    expect(units(taxed?.net ?? '')).toBe((base * 200n + 106n) / 212n);
    expect(units(taxed?.tax ?? '')).toBe(base - units(taxed?.net ?? ''));
    expect(untaxed).toMatchObject({ amount: '2000000.00', net: '2000000.00', tax: '0.00' });
  });

  test('the instalments are shares cut down, the fen left over to the largest fraction, the earlier first', () => {
    const payable = units(contract.payable.amount);
    const exact = [30n, 40n, 30n].map((share) => payable * share);
    const cut = exact.map((share) => share / 100n);
    const left = payable - cut.reduce((sum, share) => sum + share, 0n);
    expect([left, exact.map((share) => share % 100n)]).toEqual([1n, [40n, 20n, 40n]]);
    expect(contract.instalments.map(({ amount }) => units(amount))).toEqual([
      (cut[0] ?? 0n) + 1n,
      cut[1],
      cut[2],
    ]);
  });

  test('the instalments say when in words, and are dated where the day is known', () => {
    const when = ({ instalments }: Contract) => instalments.map(({ dueText, date }) => [dueText, date]);
    expect(when(contract)).toEqual([
      ['签约后5日内', undefined],
      ['首播前3日', '2016-10-31'],
      ['末播后30日内', '2016-12-11'],
    ]);
    const signed = buildContract(worked, { language: 'en', signing: '2016-10-28' });
    expect(when(signed)).toEqual([
      ['within 5 days of signing', '2016-11-02'],
      ['3 days before first air', '2016-10-31'],
      ['within 30 days of last air', '2016-12-11'],
    ]);
    expect(signed.signing).toBe('2016-10-28');
  });

  test('the total stands in figures and in capitals', () => {
    expect(contract.payable).toEqual({
      amount: '9288888.88',
      figures: '¥9,288,888.88',
      capitals: '人民币玖佰贰拾捌万捌仟捌佰捌拾捌元捌角捌分',
    });
  });

  test('the clauses speak of formats, viewers, the pool, the bonus and the rebate', () => {
    const clause = (id: string) => contract.clauses.find((entry) => entry.id === id);
    expect(clause('content')).toMatchObject({
      text: '约定的内容形式：产品体验、恶搞喜剧、互动游戏、原产地造访。',
      lines: [1, 2, 3, 4, 5],
    });
    // 100% of the pool and 40% of the coupons.
    const viewers = units('2000000.00') + (units('180983.90') * 40n + 50n) / 100n;
    expect(units(clause('viewer-benefit')?.amount ?? '')).toBe(viewers);
    expect(clause('viewer-benefit')?.text).toContain('¥2,072,393.56，占22.31%');
    expect(clause('hard-ads')).toMatchObject({ share: '0.1166' });
    expect(clause('pass-through')).toMatchObject({ amount: '2000000.00', lines: [7] });
    expect(clause('bonus')).toMatchObject({ amount: '405000.00', lines: [10] });
    expect(clause('agency-rebate')).toMatchObject({ amount: '218666.67', share: '0.03' });
    expect(clause('agency-rebate')?.text).toContain('未从价款中扣除');
    expect(clause('broadcast-clock')?.lines).toEqual([2]);
  });

  test('from a quote it is a draft, numbered by the quote', () => {
    expect(contract).toMatchObject({ status: 'draft', title: '资源投放合同（草稿）' });
    expect(contract.number).toBe(`DRAFT-tmall-double11-small-${worked.digest.slice(7, 15)}`);
    expect(contract.notice).toContain('尚未预留');
    expect(contract.statusText).toBe('草稿');
  });

  test('without a seller the place is blank and says so', () => {
    expect(contract.parties).toEqual({
      client: { name: '天猫' },
      seller: {},
      agency: { name: '示例代理公司' },
    });
    expect(contract.signatures.map(({ party, name }) => [party, name])).toEqual([
      ['client', '天猫'],
      ['seller', ''],
    ]);
    expect(contract.diagnostics).toEqual([
      { code: 'seller-missing', severity: 'warning', path: '/parties/seller', values: {} },
    ]);
  });

  test('with a seller nothing is missing, however its file orders it', () => {
    const seller = { taxId: '91330100', name: '示例平台', phone: undefined };
    const made = buildContract(worked, { language: 'zh', seller });
    expect(made.diagnostics).toEqual([]);
    expect(made.signatures[1]?.name).toBe('示例平台');
    expect(JSON.stringify(made.parties.seller)).toBe('{"name":"示例平台","taxId":"91330100"}');
  });

  test('it carries its quote and both digests', () => {
    expect(contract.quote).toEqual(worked);
    expect(contract.digests).toEqual({ quote: worked.digest, card: worked.rateCard.digest });
  });
});

describe('a contract rebuilt from itself', () => {
  const seller = { name: '示例平台', account: '6222 0000' };
  const made = [
    buildContract(worked, { language: 'en' }),
    buildContract(worked, {
      language: 'zh',
      seller,
      signing: '2016-11-01',
    }),
  ];

  test.each(made)('is the same, byte for byte: $language', (contract) => {
    expect(JSON.stringify(rebuildContract(contract))).toBe(JSON.stringify(contract));
  });

  test.each([
    ['the number', (contract: Contract) => ({ ...contract, number: 'B-1' })],
    ['a line', (contract: Contract) => ({ ...contract, lines: contract.lines.slice(1) })],
    [
      'the capitals',
      (contract: Contract) => ({ ...contract, payable: { ...contract.payable, capitals: '人民币壹元整' } }),
    ],
    [
      'a tier',
      (contract: Contract) => ({ ...contract, cancellation: { ...contract.cancellation, tiers: [] } }),
    ],
  ])('shows that %s was changed by hand', (_what, change) => {
    const changed = change(made[0] as Contract);
    expect(rebuildContract(changed)).not.toEqual(changed);
    expect(rebuildContract(changed)).toEqual(made[0]);
  });
});

describe('every quote of the random cards', () => {
  const quotes = randomQuotes();
  const columns = ['gross', 'amount', 'payable'] as const;

  test('is many', () => {
    expect(quotes.length).toBeGreaterThan(200);
  });

  test.each(languages)('makes a contract (%s) of the contract’s shape', (language) => {
    for (const quote of quotes) {
      const checked = contractSchema.safeParse(buildContract(quote, { language }));
      expect([quote.id, checked.error]).toEqual([quote.id, undefined]);
    }
  });

  test('adds up by brand, by rate and by instalment', () => {
    for (const quote of quotes) {
      const contract = buildContract(quote, { language: 'zh' });
      const { byBrand, tax, instalments, totals, lines } = contract;
      for (const column of columns) {
        expect(sumOf(byBrand, column)).toBe(sumOf(quote.lines, column));
        expect(sumOf(lines, column)).toBe(units(totals[column]));
      }
      for (const column of ['amount', 'net', 'tax', 'payable'] as const) {
        expect(sumOf(tax, column)).toBe(units(totals[column]));
      }
      if (instalments.length > 0) expect(sumOf(instalments, 'amount')).toBe(units(totals.payable));
      expect(byBrand.reduce((sum, { spots }) => sum + spots, 0)).toBe(totals.spots);
      expect(rebuildContract(contract)).toEqual(contract);
    }
  });

  test('leaves the quote as it was', () => {
    const [quote] = quotes as [Quote];
    const before = JSON.stringify(quote);
    buildContract(quote, { language: 'en', seller: { name: 'x' } });
    expect(JSON.stringify(quote)).toBe(before);
  });
});
