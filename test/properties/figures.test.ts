import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { QuoteLine } from '../../src/documents/quote.js';
import type { ItemDocument } from '../../src/documents/ratecard.js';
import { Exact, part } from '../support/oracle.js';
import { minor, type PricedDeal, priceDeal } from '../support/priced-deal.js';
import { deals } from '../support/random-deals.js';
import { runs } from '../support/runs.js';

/** A line as a desk judges it: what it kept before the agency, and the item it is of. */
function judged({ card }: PricedDeal, line: QuoteLine) {
  const item: ItemDocument | undefined = card.document[line.section]?.[line.item];
  if (item === undefined) throw new Error(`no item ${line.item}`);
  const before = line.adjustments.findLast(({ kind }) => kind !== 'commission')?.after ?? line.gross;
  return {
    item,
    gross: minor(line.gross),
    kept: minor(before),
    benefit: part(minor(line.payable), item.viewerBenefit ?? '0%', card.document.rounding ?? 'half-up'),
    bonus: line.closed === 'bonus',
  };
}

type Judged = ReturnType<typeof judged>;

const sum = (lines: readonly Judged[], of: (line: Judged) => bigint) =>
  lines.reduce((all, line) => all + of(line), 0n);

function ratio(over: bigint, under: bigint): string | null {
  if (under === 0n) return null;
  return new Exact(over.toString()).div(under.toString()).toDecimalPlaces(4).toFixed();
}

describe('the figures a desk judges a deal by', () => {
  test('are those that decimal.js finds in the lines of the quote', () => {
    fc.assert(
      fc.property(deals, (deal) => {
        const priced = priceDeal(deal);
        const { draft } = priced;
        const lines = draft.lines.map((line) => judged(priced, line));
        const shown = lines.filter(({ item }) => item.passThrough !== true);
        const onCard = shown.filter(({ item }) => item.price !== 'on-request');
        const gross = sum(onCard, (line) => line.gross);
        const kept = sum(onCard, (line) => (line.kept < line.gross ? line.kept : line.gross));
        const bonus = sum(lines, (line) => (line.bonus ? line.gross : 0n));
        const hard = sum(shown, (line) => (line.item.nature === 'hard' ? line.gross : 0n));
        const benefit = sum(lines, (line) => line.benefit);
        const { viewerBenefit, ...ratios } = draft.figures;
        expect(minor(viewerBenefit)).toBe(benefit);
        expect(ratios).toEqual({
          trueDiscount: ratio(gross - kept, gross),
          listMultiple: ratio(gross, kept),
          bonusRatio: ratio(
            bonus,
            sum(shown, (line) => line.kept),
          ),
          hardAdShare: ratio(
            hard,
            sum(shown, (line) => line.gross),
          ),
          viewerBenefitShare: ratio(benefit, minor(draft.totals.payable)),
        });
      }),
      runs,
    );
  });
});
