import { nearest } from '../../diagnostics/nearest.js';
import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import type { SalvagedCard } from './all.js';
import { itemEntries, itemsKnown } from './entries.js';

/** Items that rules name must be on the card. */
export function checkReferences(card: SalvagedCard): Problem[] {
  if (!itemsKnown(card)) return [];
  const known = new Set(itemEntries(card).map(({ id }) => id));
  const missing = (written: string | undefined, path: Path): Problem[] =>
    written === undefined || known.has(written)
      ? []
      : [problem('dangling-item', path, { written, nearest: nearest(written, known) })];
  const problems: Problem[] = [];
  for (const list of ['surcharges', 'discounts'] as const) {
    for (const [at, rule] of (card[list] ?? []).entries()) {
      for (const [place, item] of (rule?.when?.items ?? []).entries()) {
        problems.push(...missing(item, [list, at, 'when', 'items', place]));
      }
    }
  }
  for (const [at, rule] of (card.discounts ?? []).entries()) {
    for (const [place, entry] of (rule?.requires ?? []).entries()) {
      problems.push(...missing(entry?.item, ['discounts', at, 'requires', place, 'item']));
    }
  }
  return problems;
}
