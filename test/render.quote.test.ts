import { describe, expect, test } from '@jest/globals';
import type { Draft, Quote } from '../src/documents/quote.js';
import { languages } from '../src/lang/text.js';
import { drawQuote, type QuoteViewOptions } from '../src/render/quote.js';
import {
  columns,
  fen,
  lineColumns,
  percent,
  type SummedLine,
  shown,
  sumFen,
  waterfall,
} from './support/page-sums.js';
import { cardOf, dealOf, partOf, readCase } from './support/views.js';

const card = cardOf(readCase('inke-double11', 'ratecard.yaml'));
const worked = dealOf(readCase('inke-double11', 'package.yaml'), card);
const refused = dealOf(readCase('render', 'refused.yaml'), card);
const large = dealOf(readCase('render', 'forty-lines.yaml'), card);
/** The worked deal by an independent implementation. */
const figures = JSON.parse(readCase('inke-double11', 'expected.json'));

const draw = (deal: Quote | Draft, options: Partial<QuoteViewOptions> = {}) =>
  drawQuote(deal, { language: 'zh', width: 80, colour: false, card: card.document, ...options });

const variants = languages.flatMap((language) => [80, 120].map((width) => ({ language, width })));
const headings = {
  zh: ['价格构成', '指标', '付款安排', '明细', '按品牌汇总'],
  en: ['From list to payable', 'Figures', 'Instalments', 'Lines', 'By brand'],
} as const;

/** The amounts and rates of a part's rows, a list each; rows without any are left out. */
function numbersIn(lines: readonly string[]): string[][] {
  const found = lines.map((line) =>
    [...line.matchAll(/(?<= {2,}|^)([-+]?¥?[\d,]+\.\d\d|-?[\d.]+%|-?[\d.]+(?=x| 倍))(?= |x|$)/g)].map(
      ([text]) => text,
    ),
  );
  return found.filter((texts) => texts.length > 0);
}

describe.each(variants)('the worked deal in $language at $width columns', ({ language, width }) => {
  const page = readCase('render', `quote-${language}-${width}.txt`);
  const [steps, judged, instalments, lines, brands] = headings[language];

  test('is the page that was looked at', () => expect(draw(worked, { language, width })).toBe(page));

  test('its waterfall is the sum of the rules over the lines worked out elsewhere', () => {
    const gross = fen(figures.totals.gross);
    const aside = (amount: bigint) => [`¥${shown(amount)}`, percent(amount, gross)];
    const pool = fen(figures.lines[6].payable);
    expect(numbersIn(partOf(page, steps))).toEqual([
      ...waterfall(figures.lines, {
        surcharges: ['double11-peak', 'double11-week', 'weekend', 'late-night', 'exclusive', 'alcohol'],
        discounts: ['bonus', 'volume', 'rain-combo', 'line', 'deal.discount', 'deal.target'],
      }),
      aside(sumFen(figures.lines.map((line: SummedLine) => line.payable)) - pool),
      aside(pool),
      aside(fen(figures.lines[9].gross)),
      aside(218_666_67n),
    ]);
  });

  test('its figures, instalments, lines and brands too', () => {
    const { trueDiscount, listMultiple, bonusRatio, hardAdShare, viewerBenefit, viewerBenefitShare } =
      figures.figures;
    const rate = (figure: string) => `${BigInt(figure.replace('0.', '')) / 100n}.${figure.slice(-2)}%`;
    expect(numbersIn(partOf(page, judged)).map(([value]) => value)).toEqual([
      rate(trueDiscount),
      listMultiple,
      rate(bonusRatio),
      rate(hardAdShare),
      `¥${shown(fen(viewerBenefit))}`,
      rate(viewerBenefitShare),
      `¥${shown(fen(figures.totals.media))}`,
    ]);
    expect(numbersIn(partOf(page, instalments)).map((row) => row.at(-1))).toEqual(
      [...figures.instalments, figures.totals.payable].map((amount) => `¥${shown(fen(amount))}`),
    );
    const inLines = numbersIn(partOf(page, lines)).map((row) => row.filter((text) => text !== '-'));
    expect(inLines).toEqual(lineColumns(figures.lines, [6]).map((row) => row.filter((text) => text !== '-')));
    const own = [0, 1, 2, 3, 4].map((at) => [figures.lines[at]]);
    const client = figures.lines.slice(5);
    const groups = [client, own[2], own[0], own[1], own[4], own[3], figures.lines];
    expect(numbersIn(partOf(page, brands))).toEqual(
      groups.map((group) => {
        const amount = sumFen(group.map((line: SummedLine) => line.amount));
        return [...columns(group), percent(amount, fen('9288888.88'))];
      }),
    );
  });
});

describe.each(variants)('a refused deal in $language at $width columns', ({ language, width }) => {
  const page = readCase('render', `refused-${language}-${width}.txt`);
  const [steps, , , lines] = headings[language];

  test('is the page that was looked at', () => expect(draw(refused, { language, width })).toBe(page));

  test('says in its first lines that it is refused, and why', () => {
    const [title, ...reasons] = page.split('\n');
    expect(title).toBe(language === 'zh' ? '报价单 too-cheap  ✗ 未通过' : 'Quote too-cheap  ✗ Refused');
    const errors = refused.diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code }) => code)).toEqual([
      'under-minimum',
      'target-above-sum',
      'policy-max',
      'beyond-approvals',
    ]);
    expect(reasons.slice(0, reasons.indexOf('')).filter((line) => line.startsWith('✗ '))).toHaveLength(4);
  });

  test('its amounts add up', () => {
    expect(numbersIn(partOf(page, steps)).slice(0, -1)).toEqual(
      waterfall(refused.lines, {
        surcharges: ['double11-peak', 'double11-week', 'weekend', 'exclusive', 'alcohol'],
        discounts: ['bonus', 'volume', 'early-bird', 'deal.discount'],
        agency: true,
      }),
    );
    expect(numbersIn(partOf(page, lines))).toEqual(lineColumns(refused.lines));
  });
});

describe('the parts of a quote', () => {
  test('a deal of more than thirty lines is summed up, and says how to see them all', () => {
    const page = draw(large);
    expect(large.lines).toHaveLength(40);
    expect(page).not.toContain('── 明细 ');
    expect(page).toContain('共 40 行，以上为汇总；加 --detail 列出每一行。');
    for (const title of ['按板块汇总', '按资源汇总', '按品牌汇总']) {
      const rows = numbersIn(partOf(page, title));
      expect(rows.at(-1)?.slice(0, 3)).toEqual(columns(large.lines));
      for (const column of [0, 1, 2]) {
        const cells = rows.slice(0, -1).map((row) => (row[column] ?? '').replaceAll(',', ''));
        expect(shown(sumFen(cells))).toBe(rows.at(-1)?.[column]);
      }
    }
    const brands = partOf(page, '按品牌汇总');
    expect(brands.filter((line) => line.startsWith('品牌'))).toHaveLength(1 + 9);
    expect(brands.find((line) => line.startsWith('其余'))).toMatch(/^其余 29 个 +29 +29 /);
  });

  test('with detail every line stands there', () => {
    const page = draw(large, { detail: true });
    expect(numbersIn(partOf(page, '明细'))).toEqual(lineColumns(large.lines));
    expect(page).not.toContain('--detail');
  });

  test('brands that papers take for one are one, and three are too few to be summed up', () => {
    const line = (brand: string) => `{ item: hot-top1, dates: 2016-11-05, brand: "${brand}" }`;
    const deal = (...brands: string[]) =>
      draw(
        dealOf(
          `{ apiVersion: kanli/v1, kind: Package, id: brands, card: inke-double11-2016, asOf: 2016-10-26,
            client: { name: 天猫 }, lines: [${brands.map(line).join(', ')}] }`,
          card,
        ),
      );
    expect(deal('Nova', 'nova ', 'ＮＯＶＡ', '乙', '丙')).not.toContain('按品牌汇总');
    expect(partOf(deal('Nova', 'nova ', '甲', '乙', '丙'), '按品牌汇总')[2]).toMatch(/^Nova +2 +2 /);
  });

  test('without the card, rules stand in the order they were applied in', () => {
    const line = (dates: string) =>
      `{ item: hot-top1, dates: ${dates}, options: [exclusive], category: alcohol }`;
    const pack = `{ apiVersion: kanli/v1, kind: Package, id: order, card: inke-double11-2016, asOf: 2016-10-26,
      client: { name: 天猫 }, lines: [${line('2016-11-01')}, ${line('2016-11-10')}] }`;
    const steps = partOf(draw(dealOf(pack, card), { card: undefined }), '价格构成').filter((text) =>
      text.includes('▒'),
    );
    const rules = steps.map((text) => text.trim().split(' ')[0]);
    expect(rules).toEqual(['double11-peak', 'exclusive', 'alcohol', 'early-bird', '税额']);
  });

  test('media and pass-through are parts of what is payable, taxed or not', () => {
    const { document } = card;
    const pool = { ...document.placements?.['red-packet-pool'], tax: '6%' };
    const placements = { 'red-packet-pool': pool };
    const taxed = cardOf(
      JSON.stringify({ ...document, prices: 'tax-excluded', placements, discounts: undefined }),
    );
    const pack = `{ apiVersion: kanli/v1, kind: Package, id: pool, card: inke-double11-2016, asOf: 2016-10-26,
      client: { name: 天猫 }, lines: [{ item: hot-top1, dates: 2016-11-01 },
      { item: red-packet-pool, dates: 2016-11-01, amount: 100万 }] }`;
    const page = draw(dealOf(pack, taxed), { card: undefined });
    expect(page).toMatch(/^含税应付 +¥1,378,000\.00 /m);
    expect(page).toMatch(/^ {2}应付中：媒体费用 +¥318,000\.00 /m);
    expect(page).toMatch(/^ {2}应付中：代付 +¥1,060,000\.00 /m);
  });

  test('without the card rules are called by their ids, and only broken policies are judged', () => {
    const page = draw(refused, { card: undefined });
    expect(partOf(page, '价格构成').join('\n')).toContain('  double11-peak ');
    const judged = partOf(page, '指标').filter((line) => /≤|≥|✓|✗|!/.test(line));
    expect(judged).toEqual([
      expect.stringMatching(/^配送比 .* ≤ 20% {2}✗ 超出上限，拒绝$/),
      expect.stringMatching(/^观众利益占比 .* ≥ 5% {2}! 低于下限，警告$/),
    ]);
  });
});
