import type { Problem } from '../diagnostics/problem.js';
import type { PackageDocument } from '../documents/package.js';
import type { AdjustmentKind } from '../documents/words.js';
import { allocateMinor } from '../money/allocate.js';
import type { Minor } from '../money/money.js';
import type { Ratio } from '../money/ratio.js';
import type { AskedLine, AskedSpot } from './asked.js';
import type { Break, CompiledCard } from './compile.js';

/** A surcharge that applies to a spot: what it was taken of, by which rate, and what it came to. */
export interface AppliedSurcharge {
  readonly rule: string;
  readonly rateText: string | undefined;
  readonly base: Minor;
  readonly amount: Minor;
}

export interface PricedSpot {
  readonly asked: AskedSpot;
  /** Units of one spot, quantity aside. */
  readonly units: Ratio;
  readonly list: Minor;
  /** Part of `list`; undefined where the item knows no overtime or the spot stays within what is included. */
  readonly overtime: { readonly periods: bigint; readonly amount: Minor } | undefined;
  readonly surcharges: readonly AppliedSurcharge[];
  readonly gross: Minor;
}

export interface Adjustment {
  readonly rule: string;
  readonly kind: AdjustmentKind;
  readonly amount: Minor;
  readonly after: Minor;
}

/** A line on its way through the waterfall; `running` is what it costs after the steps so far. */
export interface PricedLine {
  readonly asked: AskedLine;
  /** The unit price that holds for the item in this package; undefined where the line brings its own amount. */
  readonly unitPrice: Break | undefined;
  readonly spots: readonly PricedSpot[];
  readonly list: Minor;
  readonly gross: Minor;
  running: Minor;
  readonly adjustments: Adjustment[];
}

/** A part of a graduated discount. */
export interface Slab {
  readonly from: Ratio;
  readonly rate: Ratio;
  readonly rateText: string;
  /** The part of the base in this slab, in minor units. */
  readonly part: Ratio;
}

/** How an amount came about, for whoever wants to redo it: one entry a step that changed something. */
export interface Step {
  readonly rule: string;
  readonly kind: AdjustmentKind;
  /** Sum of the gross of the lines concerned, where the rule looks at it. */
  readonly base?: Minor | undefined;
  /** Sum of their running amounts before the step. */
  readonly running: Minor;
  readonly rateText?: string | undefined;
  readonly slabs?: readonly Slab[] | undefined;
  /** What the step takes off (negative where it adds). */
  readonly reduction: Minor;
  readonly shares: readonly { readonly line: number; readonly before: Minor; readonly amount: Minor }[];
}

/** A package on its way to a price. Stages change `lines`, add to `steps`, and note refusals. */
export interface Deal {
  readonly pack: PackageDocument;
  readonly card: CompiledCard;
  readonly asOf: number;
  readonly lines: readonly PricedLine[];
  readonly steps: Step[];
  readonly refusals: Problem[];
  /** 返点 to be paid later; nothing of it is deducted. */
  rebate: Minor;
  /** What each line costs after the deal's own terms, before agency: what the desk's figures look at. */
  afterDeal: readonly Minor[];
  tax: readonly Minor[];
}

export function sum(amounts: Iterable<Minor>): Minor {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}

export function runningOf(lines: readonly PricedLine[]): Minor {
  return sum(lines.map((line) => line.running));
}

/** Lines that discounts may still touch. Source: pricing rules, "Line and package", 1. */
export function openLines(deal: Deal): PricedLine[] {
  return deal.lines.filter((line) => line.asked.closed === undefined);
}

type Reason = Omit<Step, 'running' | 'reduction' | 'shares'>;

/** Takes `reduction` off `lines` in proportion to their running amounts; the one way an amount is spread over lines. */
export function reduceBy(deal: Deal, lines: readonly PricedLine[], reduction: Minor, reason: Reason): void {
  if (reduction === 0n) return;
  const before = lines.map((line) => line.running);
  record(deal, lines, allocateMinor(reduction, before), reason);
}

/** Takes `reduction` off one line; the amount may be negative (a price fixed above gross), and the line may be at zero. */
export function adjustLine(deal: Deal, line: PricedLine, reduction: Minor, reason: Reason): void {
  if (reduction !== 0n) record(deal, [line], [reduction], reason);
}

/** The lines' amounts and the step that explains them are written together; a zero share leaves no entry on its line. */
function record(
  deal: Deal,
  lines: readonly PricedLine[],
  reductions: readonly Minor[],
  reason: Reason,
): void {
  const shares: Step['shares'][number][] = [];
  const running = runningOf(lines);
  for (const [at, line] of lines.entries()) {
    const amount = -(reductions[at] ?? 0n);
    shares.push({ line: line.asked.number, before: line.running, amount });
    if (amount === 0n) continue;
    line.running += amount;
    line.adjustments.push({ rule: reason.rule, kind: reason.kind, amount, after: line.running });
  }
  deal.steps.push({ ...reason, running, reduction: sum(reductions), shares });
}
