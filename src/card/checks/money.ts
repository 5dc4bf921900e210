import { nearest } from '../../diagnostics/nearest.js';
import { type Problem, problem } from '../../diagnostics/problem.js';
import { currencyCodes, isCurrency, minorUnits } from '../../money/currency.js';
import { decimalsOf } from '../../money/decimal.js';
import type { SalvagedCard } from './all.js';

/** What people call the yuan, whose code is CNY; by letters alone the rouble would be nearer. */
const renminbi = /^(?:rmb|cnh|yuan|人民币|元|[¥￥])$/iu;

/** A known currency, and whole amounts no finer than its minor unit. Source: pricing rules, "Numbers". */
export function checkMoney(card: SalvagedCard): Problem[] {
  const { currency } = card;
  if (currency === undefined) return [];
  if (!isCurrency(currency)) {
    const near = renminbi.test(currency) ? ['CNY'] : nearest(currency, currencyCodes(), 1);
    return [problem('unknown-currency', ['currency'], { written: currency, nearest: near })];
  }
  const digits = minorUnits(currency);
  const rules = [
    ...(card.surcharges ?? []).map((rule, at) => ({
      amount: rule?.amount,
      path: ['surcharges', at, 'amount'],
    })),
    ...(card.discounts ?? []).map((rule, at) => ({
      amount: rule?.amount,
      path: ['discounts', at, 'amount'],
    })),
  ];
  return rules
    .filter(({ amount }) => amount !== undefined && decimalsOf(amount) > digits)
    .map(({ amount, path }) =>
      problem('finer-than-minor', path, { written: amount ?? '', currency, digits }),
    );
}
