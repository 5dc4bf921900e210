import { type Problem, problem, recorded } from '../diagnostics/problem.js';
import type { Approval } from '../documents/quote.js';
import { formatMinor } from '../money/money.js';
import { compareRatios, zeroRatio } from '../money/ratio.js';
import type { CompiledCard } from './compile.js';
import type { Deal, PricedLine } from './deal.js';
import { type ExactFigures, figureText, partRatio } from './figures.js';

/**
 * Who must approve a deal, and why; beyond the last band it is refused. The same predicate decides in quoting, in moving
 * and in booking. Source: pricing rules, "Figures", `approvals`.
 */
export function approvalOf(
  deal: Deal,
  figures: ExactFigures,
): { approval: Approval; refusals: readonly Problem[] } {
  const { bands } = deal.card;
  const discount = partRatio(figures.trueDiscount);
  const values = { actual: figureText(figures.trueDiscount) ?? '-' };
  if (bands.length === 0) return { approval: { required: null, reasons: [] }, refusals: [] };
  const raises = [...floorRaises(deal), ...itemRaises(deal)];
  const priced = deal.lines.some(({ asked }) => asked.item.sold === 'priced');
  // Priced lines that come to nothing give nothing away: the first band; without any there is no band to ask.
  const given = discount ?? (priced ? zeroRatio : undefined);
  const reached = given === undefined ? -1 : bands.findIndex(({ upTo }) => compareRatios(given, upTo) <= 0);
  if (given !== undefined && reached < 0) {
    const last = bands.at(-1);
    const refusal = problem('beyond-approvals', [], {
      ...values,
      upTo: last?.upToText ?? '',
      role: last?.role ?? '',
    });
    return { approval: { required: null, reasons: [] }, refusals: [refusal] };
  }
  const band = bands[reached];
  const reasons =
    band === undefined
      ? []
      : [problem('approval-band', [], { ...values, upTo: band.upToText, role: band.role })];
  const highest = raises.reduce((most, raise) => Math.max(most, raise.band), reached);
  return {
    approval: {
      required: bands[highest]?.role ?? null,
      reasons: [...reasons, ...raises.map((raise) => raise.reason)].map(recorded),
    },
    refusals: [],
  };
}

interface Raise {
  readonly band: number;
  readonly reason: Problem;
}

/** A priced line that keeps less of its gross than its floor is of its price needs the last band. */
function floorRaises({ lines, afterDeal, card }: Deal): Raise[] {
  return lines.flatMap((line, at) => {
    const least = leastKept(line);
    const kept = afterDeal[at] ?? 0n;
    if (least === undefined || kept >= least) return [];
    const last = card.bands.length - 1;
    const values = {
      line: line.asked.number,
      item: line.asked.item.id,
      kept: formatMinor(kept, card.currency),
      least: formatMinor(least, card.currency),
      role: card.bands[last]?.role ?? '',
    };
    return [{ band: last, reason: problem('approval-floor', ['lines', at], values) }];
  });
}

/** `gross × floor / unit price`, cut to whole minor units; an item given for nothing has no floor to fall below. */
function leastKept({ asked, unitPrice, gross }: PricedLine): bigint | undefined {
  const { floor } = asked.item;
  if (floor === undefined || unitPrice === undefined || asked.closed === 'bonus') return undefined;
  const { price } = unitPrice;
  return price.n === 0n ? undefined : (gross * floor.n * price.d) / (floor.d * price.n);
}

function itemRaises({ lines, card }: Deal): Raise[] {
  return lines.flatMap(({ asked }, at) => {
    const role = asked.item.document.approval;
    const band = bandOf(role, card);
    if (role === undefined || band < 0) return [];
    const values = { line: asked.number, item: asked.item.id, role };
    return [{ band, reason: problem('approval-item', ['lines', at], values) }];
  });
}

function bandOf(role: string | undefined, { bands }: CompiledCard): number {
  return bands.findIndex((band) => band.role === role);
}
