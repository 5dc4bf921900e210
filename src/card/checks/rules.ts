import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { isReservedRule } from '../../documents/words.js';
import { decimalRatio } from '../../money/decimal.js';
import type { SalvagedCard } from './all.js';
import { checkRising } from './rising.js';

type Surcharge = NonNullable<NonNullable<SalvagedCard['surcharges']>[number]>;
type Discount = NonNullable<NonNullable<SalvagedCard['discounts']>[number]>;

/** Surcharges and discounts that say one thing each, under names of their own. Source: pricing rules, "The card". */
export function checkRules(card: SalvagedCard): Problem[] {
  const problems: Problem[] = [];
  const names = new Set<string>();
  const name = (id: string | undefined, path: Path) => {
    if (id === undefined) return;
    if (isReservedRule(id)) problems.push(problem('reserved-id', [...path, 'id'], { id }));
    if (names.has(id)) problems.push(problem('id-twice', [...path, 'id'], { id, first: id }));
    names.add(id);
  };
  for (const [at, rule] of (card.surcharges ?? []).entries()) {
    if (rule === undefined) continue;
    const path = ['surcharges', at];
    name(rule.id, path);
    problems.push(...exactlyOne(rule, ['rate', 'amount'], path), ...checkRunning(rule, path));
  }
  for (const [at, rule] of (card.discounts ?? []).entries()) {
    if (rule === undefined) continue;
    const path = ['discounts', at];
    name(rule.id, path);
    problems.push(
      ...exactlyOne(rule, ['rate', 'amount', 'tiers'], path),
      ...checkTiers(rule, path),
      ...checkRequires(rule, path),
    );
  }
  return problems;
}

function exactlyOne(rule: object, keys: readonly string[], path: Path): Problem[] {
  const present = keys.filter((key) => key in rule);
  return present.length === 1 ? [] : [problem('one-of-keys', path, { keys, count: present.length })];
}

function checkRunning(rule: Surcharge, path: Path): Problem[] {
  if (rule.on !== 'running') return [];
  const problems: Problem[] = [];
  if (rule.group !== undefined)
    problems.push(problem('group-on-running', [...path, 'on'], { group: rule.group }));
  if ('amount' in rule)
    problems.push(problem('keys-conflict', [...path, 'on'], { key: 'on', other: 'amount' }, { on: 'key' }));
  return problems;
}

function checkTiers(rule: Discount, path: Path): Problem[] {
  const hasTiers = 'tiers' in rule;
  if (hasTiers !== 'mode' in rule) {
    const [key, because] = hasTiers ? ['mode', 'tiers'] : ['tiers', 'mode'];
    return [problem('needs-key', path, { key, because })];
  }
  const rungs = (rule.tiers ?? []).map((tier, at) =>
    tier?.from === undefined
      ? undefined
      : { written: tier.from, value: decimalRatio(tier.from), path: [...path, 'tiers', at, 'from'] },
  );
  return checkRising(rungs, true);
}

function checkRequires(rule: Discount, path: Path): Problem[] {
  return (rule.requires ?? []).flatMap((entry, at) =>
    entry === undefined ? [] : exactlyOne(entry, ['item', 'section', 'tag'], [...path, 'requires', at]),
  );
}
