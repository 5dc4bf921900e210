import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LineDocument } from '../../src/documents/package.js';
import type { ItemDocument } from '../../src/documents/ratecard.js';
import { sections } from '../../src/documents/words.js';
import { loadPackage, loadRateCard, priceQuote } from '../../src/index.js';
import { deals, type RandomDeal } from '../support/random-deals.js';
import { fewRuns } from '../support/runs.js';

interface Clash {
  readonly fits: (item: ItemDocument, line: LineDocument) => boolean;
  readonly spoil: (line: LineDocument) => LineDocument;
  readonly code: string;
}

const atCost = (item: ItemDocument) => item.passThrough === true;
const onRequest = (item: ItemDocument) => item.price === 'on-request';
const onCard = (item: ItemDocument) => !atCost(item) && !onRequest(item);

/** Ways of paying for a line that do not go with how its item is sold, or with each other. */
const clashes: Readonly<Record<string, Clash>> = {
  'a discount on a closed line': {
    fits: (_item, { fixed, bonus, amount }) => fixed !== undefined || bonus === true || amount !== undefined,
    spoil: (line) => ({ ...line, discount: '5%' }),
    code: 'discount-on-closed',
  },
  'fixed beside bonus': {
    fits: onCard,
    spoil: ({ discount: _discount, ...line }) => ({ ...line, fixed: '100', bonus: true }),
    code: 'closed-twice',
  },
  'fixed for what is sold at cost': {
    fits: atCost,
    spoil: (line) => ({ ...line, fixed: '100' }),
    code: 'closed-twice',
  },
  'bonus for what is sold at cost': {
    fits: atCost,
    spoil: (line) => ({ ...line, bonus: true }),
    code: 'closed-twice',
  },
  'an amount for what is not sold at cost': {
    fits: (item) => !atCost(item),
    spoil: (line) => ({ ...line, amount: '100' }),
    code: 'amount-not-pass-through',
  },
  'no amount for what is sold at cost': {
    fits: atCost,
    spoil: ({ amount: _amount, ...line }) => line,
    code: 'pass-through-needs-amount',
  },
  'no price for what is sold on request': {
    fits: onRequest,
    spoil: ({ fixed: _fixed, ...line }) => line,
    code: 'on-request-needs-fixed',
  },
};

/** The codes of what is wrong with the deal after spoiling its first line that fits; undefined when none does. */
function spoiled({ card, pack }: RandomDeal, { fits, spoil }: Clash): readonly string[] | undefined {
  const items = new Map(sections.flatMap((section) => Object.entries(card[section] ?? {})));
  const at = pack.lines.findIndex((line) => {
    const item = items.get(line.item);
    return item !== undefined && fits(item, line);
  });
  if (at < 0) return undefined;
  const lines = pack.lines.map((line, place) => (place === at ? spoil(line) : line));
  const readCard = loadRateCard(JSON.stringify(card));
  const readPack = loadPackage(JSON.stringify({ ...pack, lines }));
  if (!readCard.ok || !readPack.ok) throw new Error(JSON.stringify([readCard.problems, readPack.problems]));
  const { ok, problems } = priceQuote(readPack.value, readCard.value);
  return ok ? [] : problems.map(({ code }) => code);
}

describe('ways of paying that do not go together', () => {
  test.each(Object.keys(clashes))('%s is refused', (name) => {
    fc.assert(
      fc.property(deals, (deal) => {
        const clash = clashes[name];
        const codes = clash === undefined ? undefined : spoiled(deal, clash);
        fc.pre(codes !== undefined);
        expect(codes).toContain(clash?.code);
      }),
      { numRuns: Math.ceil(fewRuns.numRuns / 3) },
    );
  });
});
