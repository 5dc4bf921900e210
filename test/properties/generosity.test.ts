import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DiscountDocument, RateCardDocument } from '../../src/documents/ratecard.js';
import { exact } from '../support/oracle.js';
import { minor, type PricedDeal, priceDeal, total } from '../support/priced-deal.js';
import { deals, type RandomDeal } from '../support/random-deals.js';
import { fewRuns } from '../support/runs.js';
import { smallDeal } from '../support/small-deal.js';

type Generosity = (deal: RandomDeal, percent: number, place: number) => RandomDeal;

/** The rate raised by so many points, at most to 100%. */
function raised(rate: string | undefined, percent: number): string {
  const points = exact(rate ?? '0%')
    .times(100)
    .plus(percent);
  return points.greaterThan(100) ? '100%' : `${points.toFixed()}%`;
}

/** More of what comes after the card's discounts: no later step looks at some of the lines only. */
const late: Readonly<Record<string, Generosity>> = {
  'the discount of a line': ({ card, pack }, percent, place) => {
    const lines = pack.lines.map((line, at) =>
      at !== place % pack.lines.length ||
      line.bonus === true ||
      line.fixed !== undefined ||
      line.amount !== undefined
        ? line
        : { ...line, discount: raised(line.discount, percent) },
    );
    return { card, pack: { ...pack, lines } };
  },
  'deal.discount': ({ card, pack }, percent) => ({
    card,
    pack: { ...pack, deal: { ...pack.deal, discount: raised(pack.deal?.discount, percent) } },
  }),
  'deal.off': ({ card, pack }, percent) => ({
    card,
    pack: {
      ...pack,
      deal: {
        ...pack.deal,
        off: exact(pack.deal?.off ?? '0')
          .plus(percent)
          .toFixed(),
      },
    },
  }),
  'the commission': ({ card, pack }, percent) => {
    const { name = '代理', commission } = pack.agency ?? {};
    const agency = { name, commission: raised(commission, percent), settle: 'net' as const };
    return { card, pack: { ...pack, agency } };
  },
};

/** More of the card's own discounts. */
const early: Readonly<Record<string, Generosity>> = {
  'a discount of the card': ({ card, pack }, percent, place) => {
    const discounts = (card.discounts ?? []).map((rule, at) => (at === place ? more(rule, percent) : rule));
    return { card: { ...card, discounts }, pack };
  },
  'one discount more': ({ card, pack }, percent, place) => {
    const discounts = [...(card.discounts ?? [])];
    discounts.splice(place, 0, { id: 'more', title: '再减', rate: `${percent}%` });
    return { card: { ...card, discounts }, pack };
  },
};

function more(rule: DiscountDocument, percent: number): DiscountDocument {
  const { rate, amount, tiers, ...rest } = rule;
  if (rate !== undefined) return { ...rest, rate: raised(rate, percent) };
  if (amount !== undefined) return { ...rest, amount: exact(amount).plus(percent).toFixed() };
  return { ...rest, tiers: tiers?.map((tier) => ({ ...tier, rate: raised(tier.rate, percent) })) };
}

function withoutGroups(card: RateCardDocument): RateCardDocument {
  return { ...card, discounts: card.discounts?.map(({ group: _group, ...rule }) => rule) };
}

const price = ({ draft }: PricedDeal) => total(draft.lines.map(({ amount }) => amount));

/** Before and after, where the more generous deal was not refused for giving more than there is. */
function bothPrices(
  { card, pack }: RandomDeal,
  give: Generosity | undefined,
  percent: number,
  place: number,
) {
  const deal = { card: withoutGroups(card), pack };
  const [before, after] = [priceDeal(deal), priceDeal(give?.(deal, percent, place) ?? deal)];
  fc.pre(!after.problems.some(({ code }) => code === 'off-too-large'));
  return { before, after };
}

/** Three lines of 600, 600 and 200 yen: so many yen off all, then everything off the first two. */
function paradox(amount: string): RandomDeal {
  const prices = { a: '600', b: '600', c: '200' };
  const sold = Object.entries(prices).map(([id, price]) => [id, { title: id, per: 'each' as const, price }]);
  return smallDeal(
    {
      placements: Object.fromEntries(sold),
      discounts: [
        { id: 'off', title: '减', amount },
        { id: 'free', title: '免', rate: '100%', when: { items: ['a', 'b'] } },
      ],
    },
    { lines: Object.keys(prices).map((item) => ({ item, dates: ['2016-11-11'] })) },
  );
}

const percents = fc.integer({ min: 1, max: 60 });
const places = fc.nat(3);

describe('more discount, no group in the way', () => {
  test.each(Object.keys(late))('%s: more never raises the price', (name) => {
    fc.assert(
      fc.property(deals, percents, places, (deal, percent, place) => {
        const { before, after } = bothPrices(deal, late[name], percent, place);
        expect(price(after) <= price(before)).toBe(true);
        const oneTax = new Set(before.draft.lines.map(({ taxRate }) => taxRate)).size === 1;
        if (oneTax)
          expect(minor(after.draft.totals.payable) <= minor(before.draft.totals.payable)).toBe(true);
      }),
      fewRuns,
    );
  });

  test.each(Object.keys(early))('%s: more never raises the price of a single line', (name) => {
    fc.assert(
      fc.property(deals, percents, places, ({ card, pack }, percent, place) => {
        const single = { card, pack: { ...pack, lines: pack.lines.slice(0, 1) } };
        const { before, after } = bothPrices(single, early[name], percent, place);
        expect(price(after) <= price(before)).toBe(true);
        expect(minor(after.draft.totals.payable) <= minor(before.draft.totals.payable)).toBe(true);
      }),
      fewRuns,
    );
  });

  // Of a larger reduction one line's share may be a unit smaller, and a later discount may spare that line alone.
  test('11 yen off three lines can leave one of them a yen dearer than 10 yen off', () => {
    const prices = (off: string) => priceDeal(paradox(off)).draft.lines.map(({ amount }) => amount);
    expect([prices('10'), prices('11')]).toEqual([
      ['0', '0', '198'],
      ['0', '0', '199'],
    ]);
  });

  test.each(Object.keys(early))('%s: more raises no price by more than what splits may shift', (name) => {
    fc.assert(
      fc.property(deals, percents, places, (deal, percent, place) => {
        const { before, after } = bothPrices(deal, early[name], percent, place);
        const shifted = BigInt(deal.pack.lines.length * (3 + (deal.card.discounts ?? []).length));
        expect(price(after) <= price(before) + shifted).toBe(true);
      }),
      fewRuns,
    );
  });
});
