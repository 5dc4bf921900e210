import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadPackage, loadRateCard, priceQuote } from '../../src/index.js';
import { verifyQuote } from '../../src/pricing/verify.js';
import { priceDeal } from '../support/priced-deal.js';
import { deals } from '../support/random-deals.js';
import { runs } from '../support/runs.js';

describe('a quote and what it is pinned to', () => {
  test('quoting the package a quote carries gives the same bytes, by the canonical card too', () => {
    fc.assert(
      fc.property(deals, (deal) => {
        const { card, quote } = priceDeal(deal);
        fc.pre(quote !== undefined);
        const again = loadPackage(JSON.stringify(quote.package));
        const cardAgain = loadRateCard(JSON.stringify(card.document));
        if (!again.ok || !cardAgain.ok) throw new Error(JSON.stringify([again.problems, cardAgain.problems]));
        expect(cardAgain.value.digest).toBe(card.digest);
        const repeated = priceQuote(again.value, cardAgain.value, { asOf: quote.asOf });
        expect(JSON.stringify(repeated.ok && repeated.value)).toBe(JSON.stringify(quote));
      }),
      runs,
    );
  });

  test('every quote verifies after a trip through JSON', () => {
    fc.assert(
      fc.property(deals, (deal) => {
        const { card, quote } = priceDeal(deal);
        fc.pre(quote !== undefined);
        expect(verifyQuote(JSON.parse(JSON.stringify(quote)), card)).toMatchObject({ ok: true });
      }),
      runs,
    );
  });
});
