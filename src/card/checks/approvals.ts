import { nearest } from '../../diagnostics/nearest.js';
import { type Problem, problem } from '../../diagnostics/problem.js';
import { rateRatio } from '../../money/decimal.js';
import type { SalvagedCard } from './all.js';
import { itemEntries } from './entries.js';
import { checkRising } from './rising.js';

/** Bands rise strictly, one role each; roles named elsewhere are among theirs. Source: pricing rules, "Figures". */
export function checkApprovals(card: SalvagedCard): Problem[] {
  const bands = card.approvals ?? [];
  const problems = checkRising(
    bands.map((band, at) =>
      band?.upTo === undefined
        ? undefined
        : { written: band.upTo, value: rateRatio(band.upTo), path: ['approvals', at, 'upTo'] },
    ),
    false,
  );
  const roles = new Set<string>();
  for (const [at, band] of bands.entries()) {
    if (band?.by === undefined) continue;
    if (roles.has(band.by))
      problems.push(problem('id-twice', ['approvals', at, 'by'], { id: band.by, first: band.by }));
    roles.add(band.by);
  }
  if (!rolesKnown(card)) return problems;
  for (const { item, path } of itemEntries(card)) {
    const role = item.approval;
    if (role === undefined || roles.has(role)) continue;
    const values = { role, roles: [...roles], nearest: nearest(role, roles, 1) };
    problems.push(problem('unknown-role', [...path, 'approval'], values));
  }
  return problems;
}

/** Could every band be read? Otherwise nobody knows which roles there are. */
function rolesKnown(card: SalvagedCard): boolean {
  if (!('approvals' in card)) return true;
  return card.approvals?.every((band) => band?.by !== undefined) ?? false;
}
