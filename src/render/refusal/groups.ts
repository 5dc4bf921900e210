import type { RefusedSpot } from '../../documents/receipt.js';

/** Spots of one line that are told together. */
export interface RefusedGroup extends Omit<RefusedSpot, 'date'> {
  readonly dates: readonly string[];
}

/** Every spot for itself, or those that differ in nothing but their date and what is free instead together. */
export function groupsOf(spots: readonly RefusedSpot[], together: boolean): RefusedGroup[] {
  const groups = new Map<string, RefusedSpot[]>();
  for (const [at, spot] of spots.entries()) {
    const { line, item, time, reasons } = spot;
    const key = together ? JSON.stringify([line, item, time, reasons]) : String(at);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [spot]);
    else group.push(spot);
  }
  return [...groups.values()].flatMap((group): RefusedGroup[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { date: _own, ...shared } = first;
    const alternatives = group.flatMap((spot) => spot.alternatives);
    return [{ ...shared, dates: group.map(({ date }) => date), alternatives }];
  });
}
