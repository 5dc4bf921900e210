import { type Problem, problem } from '../../diagnostics/problem.js';
import { isId, onRequest } from '../../documents/fields.js';
import { decimalRatio } from '../../money/decimal.js';
import type { SalvagedCard } from './all.js';
import { type ItemEntry, itemEntries } from './entries.js';
import { checkRising } from './rising.js';

/** Items with one id each, sold one way each. Source: pricing rules, "The card". */
export function checkItems(card: SalvagedCard): Problem[] {
  const sectionOf = new Map<string, string>();
  return itemEntries(card).flatMap((entry) => {
    const problems: Problem[] = [];
    const { id, path, section } = entry;
    const first = sectionOf.get(id);
    if (!isId(id)) problems.push(problem('bad-id', path, { written: id }, { on: 'key' }));
    if (first !== undefined) problems.push(problem('id-twice', path, { id, first }, { on: 'key' }));
    sectionOf.set(id, first ?? section);
    if (!entry.readable) return problems;
    return [
      ...problems,
      ...(entry.item.passThrough === true ? checkAtCost(entry) : checkPrice(entry)),
      ...checkSession(entry),
    ];
  });
}

function checkPrice({ item, path }: ItemEntry): Problem[] {
  if ('price' in item && 'breaks' in item) {
    return [problem('keys-conflict', [...path, 'breaks'], { key: 'breaks', other: 'price' }, { on: 'key' })];
  }
  // A price that could not be read is still a key of the item, and was reported where it stands.
  if (!('price' in item) && !('breaks' in item))
    return [problem('missing-key', [...path, 'price'], { key: 'price' })];
  return breaksOf(item.breaks, path);
}

function breaksOf(breaks: ItemEntry['item']['breaks'], path: ItemEntry['path']): Problem[] {
  return checkRising(
    (breaks ?? []).map((step, at) =>
      step?.from === undefined
        ? undefined
        : { written: step.from, value: decimalRatio(step.from), path: [...path, 'breaks', at, 'from'] },
    ),
    true,
  );
}

/** A pass-through item has no price and states its own tax. */
function checkAtCost({ item, path }: ItemEntry): Problem[] {
  const problems: Problem[] = [];
  for (const key of ['price', 'breaks', 'overtime', 'included', 'floor'] as const) {
    if (!(key in item)) continue;
    problems.push(problem('keys-conflict', [...path, key], { key, other: 'passThrough' }, { on: 'key' }));
  }
  if (!('tax' in item))
    problems.push(problem('needs-key', path, { key: 'tax', because: 'passThrough' }, { on: 'key' }));
  return problems;
}

/** `included` and `overtime`: sessions only, both or neither. */
function checkSession({ item, path }: ItemEntry): Problem[] {
  const problems: Problem[] = [];
  for (const [key, other] of [
    ['included', 'overtime'],
    ['overtime', 'included'],
  ] as const) {
    if (!(key in item) || item.passThrough === true) continue;
    if (!(other in item)) {
      problems.push(problem('needs-key', [...path, key], { key: other, because: key }, { on: 'key' }));
    }
    if (item.per !== undefined && item.per !== 'session') {
      problems.push(
        problem('keys-conflict', [...path, key], { key, other: `per: ${item.per}` }, { on: 'key' }),
      );
    } else if (item.price === onRequest) {
      problems.push(
        problem('keys-conflict', [...path, key], { key, other: `price: ${onRequest}` }, { on: 'key' }),
      );
    }
  }
  return problems;
}
