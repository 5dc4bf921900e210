import type { Draft, QuoteLine } from '../../src/documents/quote.js';
import { part } from './oracle.js';
import { minor, type PricedDeal, total } from './priced-deal.js';

type Column = 'list' | 'gross' | 'amount' | 'net' | 'tax' | 'payable';

const column = (lines: readonly QuoteLine[], name: Column) => total(lines.map((line) => line[name]));

/** What a client with a calculator may do to a quote, top to bottom; each holds of every deal. */
const sums: Readonly<Record<string, (deal: PricedDeal) => boolean>> = {
  'spots sum to their line': ({ draft }) =>
    draft.lines.every((line) =>
      (['list', 'gross', 'amount'] as const).every(
        (name) => total(line.spots.map((spot) => spot[name])) === minor(line[name]),
      ),
    ),
  'a spot is its list and its surcharges': ({ draft }) =>
    draft.lines.every(({ spots }) =>
      spots.every(
        ({ list, gross, surcharges, overtime = '0' }) =>
          minor(list) + total(surcharges.map(({ amount }) => amount)) === minor(gross) &&
          surcharges.every(({ amount }) => minor(amount) > 0n) &&
          minor(overtime) <= minor(list),
      ),
    ),
  'the adjustments lead from gross to amount': ({ draft }) => draft.lines.every(replays),
  'tax and net make payable, on the basis of the card': ({ card, draft }) =>
    draft.lines.every(
      ({ amount, net, tax, payable }) =>
        minor(net) + minor(tax) === minor(payable) &&
        amount === (card.document.prices === 'tax-included' ? payable : net),
    ),
  'lines sum to totals': ({ draft: { lines, totals } }) =>
    (['list', 'gross', 'net', 'tax', 'payable'] as const).every(
      (name) => column(lines, name) === minor(totals[name]),
    ),
  'surcharges are what the spots say': ({ draft: { lines, totals } }) =>
    minor(totals.surcharges) ===
    total(lines.flatMap(({ spots }) => spots.flatMap(({ surcharges }) => surcharges.map((s) => s.amount)))),
  'discounts and commission are what the adjustments say': ({ draft: { lines, totals } }) =>
    -minor(totals.discounts) === adjusted(lines, false) &&
    -minor(totals.commission) === adjusted(lines, true),
  'totals of some lines only': ({ draft: { lines, totals } }) => {
    const atCost = lines.filter(({ closed }) => closed === 'pass-through');
    const bonus = lines.filter(({ closed }) => closed === 'bonus');
    return (
      minor(totals.passThrough) === column(atCost, 'amount') &&
      minor(totals.media) === minor(totals.payable) - column(atCost, 'payable') &&
      minor(totals.bonusValue) === column(bonus, 'gross')
    );
  },
  'the rebate is the rate of what it is paid on': ({ card, pack, draft }) => {
    const { commission = '0%', settle = 'net' } = pack.agency ?? {};
    const paid = draft.lines.filter(({ closed }) => closed === undefined || closed === 'fixed');
    const due = part(column(paid, 'amount'), commission, card.document.rounding ?? 'half-up');
    return minor(draft.totals.rebate) === (settle === 'rebate' ? due : 0n);
  },
  'viewer benefits sum to their figure': ({ draft: { lines, figures } }) =>
    total(lines.map(({ viewerBenefit = '0' }) => viewerBenefit)) === minor(figures.viewerBenefit),
  'instalments sum to payable': ({ draft: { instalments, totals } }) =>
    instalments.length === 0 || total(instalments.map(({ amount }) => amount)) === minor(totals.payable),
  'no line below zero': ({ draft: { lines, instalments } }) =>
    [...lines, ...lines.flatMap(({ spots }) => spots), ...instalments].every(
      (row) => !Object.values(row).some((value) => typeof value === 'string' && /^-\d/.test(value)),
    ),
};

function replays({ gross, amount, adjustments }: QuoteLine): boolean {
  let running = minor(gross);
  for (const step of adjustments) {
    running += minor(step.amount);
    if (running !== minor(step.after) || running < 0n || minor(step.amount) === 0n) return false;
  }
  return running === minor(amount);
}

function adjusted(lines: readonly QuoteLine[], commission: boolean): bigint {
  const steps = lines.flatMap(({ adjustments }) => adjustments);
  return total(
    steps.filter(({ kind }) => (kind === 'commission') === commission).map(({ amount }) => amount),
  );
}

/** The sums that do not come out, by name. */
export function brokenSums(deal: PricedDeal): string[] {
  return Object.entries(sums)
    .filter(([, holds]) => !holds(deal))
    .map(([name]) => name);
}

/** Every printed amount of a draft, as the object that holds it and its key. */
export function printedAmounts({
  lines,
  totals,
  figures,
  instalments,
}: Draft): (readonly [object, string])[] {
  const keys = ['list', 'gross', 'amount', 'after', 'net', 'tax', 'payable', 'viewerBenefit'];
  const rows = [
    figures,
    ...lines,
    ...lines.flatMap(({ spots }) => spots),
    ...lines.flatMap(({ spots }) => spots.flatMap(({ surcharges }) => surcharges)),
    ...lines.flatMap(({ adjustments }) => adjustments),
    ...instalments,
  ];
  return [
    ...rows.flatMap((row) => keys.filter((key) => key in row).map((key) => [row, key] as const)),
    ...Object.keys(totals).map((key) => [totals, key] as const),
  ];
}
