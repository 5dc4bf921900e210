import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { compareRatios, type Ratio } from '../../money/ratio.js';

interface Rung {
  readonly written: string;
  readonly value: Ratio;
  readonly path: Path;
}

/** Tiers, breaks and bands: each above the one before; `fromZero` when the first must be 0. */
export function checkRising(rungs: readonly (Rung | undefined)[], fromZero: boolean): Problem[] {
  const problems: Problem[] = [];
  const first = rungs[0];
  if (fromZero && first !== undefined && first.value.n !== 0n) {
    problems.push(problem('first-not-zero', first.path, { written: first.written }));
  }
  for (const [at, rung] of rungs.entries()) {
    const before = rungs[at - 1];
    if (rung === undefined || before === undefined) continue;
    if (compareRatios(rung.value, before.value) <= 0) {
      problems.push(problem('not-rising', rung.path, { written: rung.written, before: before.written }));
    }
  }
  return problems;
}
