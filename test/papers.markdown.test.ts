import { describe, expect, test } from '@jest/globals';
import { loadRateCard } from '../src/card/load.js';
import { loadPackage } from '../src/card/loadPackage.js';
import { quoteMarkdown } from '../src/papers/formats/quoteMarkdown.js';
import { priceQuote } from '../src/pricing/price.js';
import { quoteOf, smallCard, smallPackage, workedQuote } from './support/papers.js';

/** The cells of the table under a heading, without its rule. */
function tableUnder(markdown: string, heading: string): string[][] {
  const [, part = ''] = markdown.split(`\n## ${heading}\n\n`);
  const [body = ''] = part.split('\n\n');
  const rows = body.trim().split('\n');
  return rows
    .filter((_row, at) => at !== 1)
    .map((row) =>
      row
        .slice(2, -2)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
}

describe('the worked quote as Markdown', () => {
  const markdown = quoteMarkdown(workedQuote(), { language: 'en' });

  test('has a waterfall that can be added up from top to bottom', () => {
    const cents = new Map(
      tableUnder(markdown, 'Amounts').map(([name = '', text = '']) => [
        name,
        BigInt(text.replace(/[^\d-]/g, '') || 0),
      ]),
    );
    const at = (name: string) => cents.get(name) ?? -1n;
    expect(at('List') + at('Surcharges')).toBe(at('Gross'));
    expect(at('Gross') + at('Discounts') + at('Agency commission')).toBe(at('Amount'));
    expect(at('Net of tax') + at('Tax')).toBe(at('Payable'));
    expect(at('Media') + at('Pass-through')).toBe(at('Payable'));
    expect(at('Payable')).toBe(928888888n);
    expect([...cents.keys()]).toContain('Rebate');
  });

  test('has as many cells in every row as there are headings', () => {
    for (const heading of ['Amounts', 'Lines', 'Figures', 'Instalments']) {
      const widths = new Set(tableUnder(markdown, heading).map((row) => row.length));
      expect([heading, widths.size]).toEqual([heading, 1]);
    }
    expect(tableUnder(markdown, 'Lines')).toHaveLength(1 + 10 + 1);
  });

  test('names client, card, validity and digest', () => {
    expect(markdown).toContain('- Client: 天猫\n');
    expect(markdown).toContain('(inke-double11-2016 2016.10.1)');
    expect(markdown).toContain(`- Quote digest: ${workedQuote().digest}\n`);
  });
});

test('approval says by whom and why, warnings what to mind', () => {
  const quote = workedQuote();
  expect(quote.approval.reasons).toHaveLength(2);
  const approval = /\n## Approval\n\nTo be approved by vice-president\.\n\n(- .+\n- .+\n)\n## Instalments/;
  const [, reasons = ''] = approval.exec(quoteMarkdown(quote, { language: 'en' })) ?? [];
  expect(reasons).toContain('32.45%');
  expect(reasons).toContain('top-director');
  const line = 'item: night, dates: 2017-03-02, time: 20:01-21:00';
  const warned = quoteMarkdown(quoteOf(smallCard(), smallPackage([line])), { language: 'zh' });
  expect(warned).toMatch(/\n## 提醒\n\n- .*20:01-21:00.*\n$/);
});

test('what is zero and stands apart is left out', () => {
  const quote = quoteOf(smallCard(), smallPackage(['item: banner, dates: 2017-03-05']));
  const names = tableUnder(quoteMarkdown(quote, { language: 'en' }), 'Amounts').map(([name]) => name);
  expect(names.slice(-2)).toEqual(['Payable', 'Media']);
});

test('a price above gross adds where others take off', () => {
  const quote = quoteOf(smallCard(), smallPackage(['item: banner, dates: 2017-03-05, fixed: 450']));
  const rows = tableUnder(quoteMarkdown(quote, { language: 'en' }), 'Amounts');
  expect(rows.find(([name]) => name === 'Discounts')?.[1]).toBe('¥150.00');
});

test('figures with nothing to divide by are none, approval and instalments may be absent', () => {
  const markdown = quoteMarkdown(
    quoteOf(smallCard(), smallPackage(['item: gifts, dates: 2017-03-06, amount: 1'])),
    {
      language: 'zh',
    },
  );
  expect(tableUnder(markdown, '指标').find(([name]) => name === '真实折扣')).toEqual(['真实折扣', '无']);
  expect(markdown).toContain('无需审批。');
  expect(markdown).not.toContain('付款期次');
});

test('marks in names are shown, not obeyed', () => {
  const brand = '"a|b <img src=x> [l](http://x) **c** `d` &lt;\\ne"';
  const quote = quoteOf(smallCard(), smallPackage([`item: banner, dates: 2017-03-05, brand: ${brand}`]));
  const markdown = quoteMarkdown(quote, { language: 'en' });
  expect(markdown).toContain(
    String.raw`| a\|b \<img src=x\> \[l\](http://x) \*\*c\*\* \`d\` \&lt; e |`.replaceAll('\\`', '\\`'),
  );
  expect(tableUnder(markdown, 'Lines').map((row) => row.length)).toEqual([9, 9, 9]);
});

test('a refused package says that it is no offer', () => {
  const card = loadRateCard(`${smallCard()}policies: { minimumSpend: { min: 1万 } }\n`);
  const pack = loadPackage(smallPackage(['item: banner, dates: 2017-03-05']));
  if (!card.ok || !pack.ok) throw new Error('the small card is sound');
  const priced = priceQuote(pack.value, card.value);
  if (priced.ok || priced.draft === undefined) throw new Error('300 is less than 10,000');
  const markdown = quoteMarkdown(priced.draft, { language: 'zh' });
  expect(markdown).toMatch(
    /^# 报价单 deal\n\n\*\*未通过：以下金额只说明差距，不是报价。\*\*\n\n- 客户: 示例客户\n/,
  );
  expect(markdown).not.toContain('摘要');
});
