import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { QuoteLine } from '../../src/documents/quote.js';
import { minor, type PricedDeal, priceDeal } from '../support/priced-deal.js';
import { deals } from '../support/random-deals.js';
import { fewRuns } from '../support/runs.js';
import { isTied, splitsOf } from '../support/splits.js';

const amountsOf = ({ gross, amount, net, tax, payable }: QuoteLine) =>
  [gross, amount, net, tax, payable].map(minor);

/** What a line owes to nothing but itself and the units of its item. */
const ownOf = ({
  line: _place,
  amount: _a,
  net: _n,
  tax: _t,
  payable: _p,
  adjustments: _s,
  spots,
  ...own
}: QuoteLine) => ({
  ...own,
  spots: spots.map(({ amount: _share, ...spot }) => spot),
});

/** Where the order decides who has a unit more, later steps start from another amount: one unit a step at most. */
function within({ draft }: PricedDeal, ours: QuoteLine, theirs: QuoteLine): boolean {
  const slack = BigInt(2 + draft.lines.flatMap(({ adjustments }) => adjustments).length);
  const others = amountsOf(theirs);
  return amountsOf(ours).every((amount, at) => {
    const off = amount - (others[at] ?? 0n);
    return -slack <= off && off <= slack;
  });
}

describe('the order of the lines', () => {
  test('permuting the lines permutes the result, up to the tie-break of a split', () => {
    let untied = 0;
    fc.assert(
      fc.property(
        deals.filter(({ pack }) => pack.lines.length > 1),
        fc.infiniteStream(fc.nat(99)),
        ({ card, pack }, dice) => {
          const order = pack.lines
            .map((_, at) => ({ at, key: dice.next().value }))
            .sort((a, b) => a.key - b.key);
          const before = priceDeal({ card, pack });
          const after = priceDeal({
            card,
            pack: { ...pack, lines: order.flatMap(({ at }) => pack.lines[at] ?? []) },
          });
          const moved = order.flatMap(({ at }) => before.draft.lines[at] ?? []);
          expect(after.draft.lines.map(ownOf)).toEqual(moved.map(ownOf));
          if (splitsOf(before).some((split) => split.over === 'lines' && isTied(split))) {
            expect(after.draft.lines.every((line, at) => within(before, line, moved[at] ?? line))).toBe(true);
            return;
          }
          untied += 1;
          expect(after.draft.lines.map(({ line: _place, ...line }) => line)).toEqual(
            moved.map(({ line: _place, ...line }) => line),
          );
          expect([
            after.draft.totals,
            after.draft.figures,
            after.draft.instalments,
            after.draft.approval.required,
          ]).toEqual([
            before.draft.totals,
            before.draft.figures,
            before.draft.instalments,
            before.draft.approval.required,
          ]);
        },
      ),
      fewRuns,
    );
    expect(untied).toBeGreaterThan(fewRuns.numRuns / 4);
  });
});
