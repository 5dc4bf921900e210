import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { explanationOf } from '../../src/pricing/explain.js';
import type { ExplainedLine, ExplainedShare, ExplainedStep, Where } from '../../src/pricing/explanation.js';
import { workOut } from '../../src/pricing/price.js';
import { Exact, exact, part, whole } from '../support/oracle.js';
import { minor, type PricedDeal, priceDeal } from '../support/priced-deal.js';
import { deals } from '../support/random-deals.js';
import { runs } from '../support/runs.js';

/** A line with the steps that it has a share in. */
type Line = ExplainedLine & { readonly steps: readonly (ExplainedStep & ExplainedShare)[] };

function explain({ card, pack }: PricedDeal): readonly Line[] {
  const work = workOut(pack, card, {});
  if (!work.ok) throw new Error(JSON.stringify(work.problems));
  const { lines, steps } = explanationOf(work);
  return lines.map((line) => ({
    ...line,
    steps: line.shares.map((share) => ({ ...(steps[share.step] as ExplainedStep), ...share })),
  }));
}

/** What a spot is sold by, as a whole number of parts of a unit. */
function unitsOf(per: string, minutes: number, impressions: number): [units: number, parts: number] {
  if (per === 'hour') return [minutes, 60];
  return per === 'mille' ? [impressions, 1000] : [1, 1];
}

/** Redoes a line's explanation sum by sum with decimal.js; what does not come out is named. */
function wrongSums({ card, draft }: PricedDeal, line: Line): string[] {
  const mode = card.document.rounding ?? 'half-up';
  const digits = (draft.totals.gross.split('.')[1] ?? '').length;
  // Divided last: a third of an hour has no end as a decimal, and half a cent is decided by its last digit.
  const cost = (price: string, units: number, quantity: number, parts = 1) => {
    const minorUnits = exact(price).times(units).times(quantity).times(new Exact(10).pow(digits));
    return whole(minorUnits.div(parts), mode);
  };
  const wrong: string[] = [];
  const is = (what: string, said: string, redone: bigint) => {
    if (minor(said) !== redone) wrong.push(`line ${line.line}, ${what}: ${said} is not ${redone}`);
  };
  for (const { minutes = 0, impressions = 0, quantity, base, overtime, surcharges } of line.spots) {
    const [units, parts] = unitsOf(line.per, minutes, impressions);
    if (line.unitPrice !== undefined) is('base', base, cost(line.unitPrice.price, units, quantity, parts));
    if (overtime !== undefined) {
      const begun = Math.ceil((overtime.minutes - overtime.included) / overtime.per);
      is('overtime', overtime.amount, cost(overtime.price, begun, quantity));
    }
    for (const { rule, rate, of = '0', each: flat, amount } of surcharges) {
      is(
        rule,
        amount,
        flat === undefined ? part(minor(of), rate ?? '0', mode) : minor(flat) * BigInt(quantity),
      );
    }
  }
  for (const { rule, rate, slabs, running, reduction } of line.steps) {
    if (rate !== undefined && slabs === undefined) is(rule, reduction, part(minor(running), rate, mode));
  }
  const { groupAmount, groupTax, rate } = line.tax;
  const included = card.document.prices === 'tax-included';
  const net = whole(new Exact(minor(groupAmount).toString()).div(exact(rate).plus(1)), mode);
  is('tax', groupTax, included ? minor(groupAmount) - net : part(minor(groupAmount), rate, mode));
  return wrong;
}

/** The place in the card or the package that an explanation points at. */
function at({ card, pack }: PricedDeal, { document, path }: Where): unknown {
  let place: unknown = document === 'card' ? card.document : pack;
  for (const step of path) place = (place as Readonly<Record<string | number, unknown>> | undefined)?.[step];
  return place;
}

const rulesOf = ({ spots, steps }: Line): readonly { rule: string; where: Where; kind?: string }[] => [
  ...spots.flatMap(({ surcharges }) => surcharges),
  ...steps,
];

const adjustment = ({ rule, kind, amount, after }: Line['steps'][number]) => ({ rule, kind, amount, after });

describe('the explanation is the calculation', () => {
  test('its steps are the adjustments of the quote', () => {
    fc.assert(
      fc.property(deals, (deal) => {
        const priced = priceDeal(deal);
        expect(explain(priced).map(({ steps }) => steps.map(adjustment))).toEqual(
          priced.draft.lines.map(({ adjustments }) => adjustments),
        );
      }),
      runs,
    );
  });

  test('decimal.js redoes every sum from the numbers beside it', () => {
    fc.assert(
      fc.property(deals, (deal) => {
        const priced = priceDeal(deal);
        expect(explain(priced).flatMap((line) => wrongSums(priced, line))).toEqual([]);
      }),
      runs,
    );
  });

  test('every rule is where the explanation says it is', () => {
    fc.assert(
      fc.property(deals, (deal) => {
        const priced = priceDeal(deal);
        for (const line of explain(priced)) {
          const places = [
            line.where,
            line.tax.where,
            ...(line.unitPrice === undefined ? [] : [line.unitPrice.where]),
          ];
          for (const where of places) expect([where, at(priced, where)]).not.toEqual([where, undefined]);
          for (const { rule, where } of rulesOf(line)) {
            const found = at(priced, where);
            if (where.document === 'card') expect(found).toMatchObject({ id: rule });
            else expect([where, found]).not.toEqual([where, undefined]);
          }
        }
      }),
      runs,
    );
  });
});
