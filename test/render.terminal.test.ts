import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Quote } from '../src/documents/quote.js';
import { languages } from '../src/lang/text.js';
import { gridOf } from '../src/papers/formats/scheduleGrid.js';
import { buildSchedule } from '../src/papers/schedule.js';
import { drawCard } from '../src/render/card.js';
import { drawQuote } from '../src/render/quote.js';
import { drawGrid } from '../src/render/schedule.js';
import type { ViewOptions } from '../src/render/view.js';
import { widthOf } from '../src/render/wrap.js';
import { priceDeal } from './support/priced-deal.js';
import { deals } from './support/random-deals.js';
import { cardOf, dealOf, obeyed, readCase, uncoloured } from './support/views.js';

const card = cardOf(readCase('inke-double11', 'ratecard.yaml'));
const worked = dealOf(readCase('inke-double11', 'package.yaml'), card) as Quote;

const looks = fc.record({
  language: fc.constantFrom(...languages),
  width: fc.integer({ min: 60, max: 200 }),
  colour: fc.boolean(),
});

/** What holds of every page: it fits, it ends its last line, and without colour it is the same page. */
function sound(draw: (options: ViewOptions) => string, options: ViewOptions): void {
  const page = draw(options);
  expect(page.endsWith('\n')).toBe(true);
  for (const line of page.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(options.width);
  const plain = draw({ ...options, colour: false });
  expect(obeyed(plain)).toEqual([]);
  expect(uncoloured(page)).toBe(plain);
}

/** Every text a person wrote in some data, replaced. */
function rewritten<T>(data: T, keys: readonly string[], write: (text: string) => string): T {
  return JSON.parse(JSON.stringify(data), (key, value: unknown) =>
    typeof value === 'string' && keys.includes(key) ? write(value) : value,
  );
}

const titles = ['title', 'title_en', 'brand', 'name', 'category', 'tier', 'format', 'by', 'required'];
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.constantFrom(
    '\u001b[2J\u001b[31m',
    '\u009b31m',
    '\u202etxt',
    'a'.repeat(300),
    '红包雨'.repeat(60),
    '👨‍👩‍👧'.repeat(20),
  ),
);

describe('every view, at any width', () => {
  test('of any deal, sold or refused', () => {
    fc.assert(
      fc.property(deals, looks, fc.boolean(), (deal, options, detail) => {
        const { draft, quote, card: own } = priceDeal(deal);
        sound((look) => drawQuote(quote ?? draft, { ...look, detail, card: own.document }), options);
        sound((look) => drawQuote(quote ?? draft, { ...look, detail }), options);
        sound((look) => drawCard(own.document, look), options);
        if (quote === undefined) return;
        const grid = gridOf(buildSchedule(quote, { language: options.language }));
        sound((look) => drawGrid(grid, look), options);
      }),
      { numRuns: 25 },
    );
  });

  test('whatever stands in the texts of the files', () => {
    fc.assert(
      fc.property(nasty, looks, (text, options) => {
        const deal = rewritten(worked, titles, () => text);
        const document = rewritten(card.document, titles, () => text);
        sound((look) => drawQuote(deal, { ...look, card: document }), options);
        sound((look) => drawCard(document, look), options);
        sound(
          (look) => drawCard(document, { ...look, search: { words: [text], date: '2016-11-11' } }),
          options,
        );
        sound((look) => drawGrid(gridOf(buildSchedule(deal, { language: 'zh' })), look), options);
      }),
      { numRuns: 15 },
    );
  });

  test('however large the amounts', () => {
    const money = [
      'list',
      'surcharges',
      'gross',
      'discounts',
      'amount',
      'after',
      'net',
      'tax',
      'payable',
      'media',
      'commission',
    ];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), looks, (zeros, options) => {
        const longer = (amount: string) => amount.replace('.', `${'0'.repeat(zeros)}.`);
        const deal = rewritten(worked, money, longer);
        sound((look) => drawQuote(deal, { ...look, card: card.document }), options);
        const page = drawQuote(deal, { ...options, colour: false, card: card.document }).replace(
          /[,\s]/g,
          '',
        );
        expect(page).toContain(`¥${longer('9288888.88')}`);
      }),
      { numRuns: 15 },
    );
  });

  test.each([80, 120, 200])('the worked deal fits %i columns in both languages', (width) => {
    for (const language of languages) {
      sound((look) => drawQuote(worked, { ...look, card: card.document }), { language, width, colour: true });
      sound((look) => drawCard(card.document, look), { language, width, colour: true });
    }
  });
});

describe('colour', () => {
  const look = { language: 'zh', width: 100 } as const;

  test('is there when asked for, and nothing but SGR', () => {
    const page = drawQuote(worked, { ...look, colour: true, card: card.document });
    expect(page).toContain('\u001b[1m');
    expect(obeyed(uncoloured(page))).toEqual([]);
  });

  test('is not there when not, whatever the environment says', () => {
    const before = process.env.FORCE_COLOR;
    process.env.FORCE_COLOR = '3';
    try {
      const page = drawQuote(worked, { ...look, colour: false, card: card.document });
      expect(page).not.toContain('\u001b');
      expect(drawCard(card.document, { ...look, colour: false })).not.toContain('\u001b');
    } finally {
      if (before === undefined) delete process.env.FORCE_COLOR;
      else process.env.FORCE_COLOR = before;
    }
  });
});
