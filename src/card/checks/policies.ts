import { type Problem, problem } from '../../diagnostics/problem.js';
import { ratioPolicies } from '../../documents/words.js';
import { rateRatio } from '../../money/decimal.js';
import { compareRatios } from '../../money/ratio.js';
import type { SalvagedCard } from './all.js';

export function checkPolicies(card: SalvagedCard): Problem[] {
  return ratioPolicies.flatMap((name) => {
    const bounds = card.policies?.[name];
    if (bounds?.min === undefined || bounds.max === undefined) return [];
    const { min, max } = bounds;
    return compareRatios(rateRatio(min), rateRatio(max)) <= 0
      ? []
      : [problem('min-above-max', ['policies', name, 'min'], { min, max })];
  });
}
