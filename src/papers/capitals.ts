import type { Contract } from '../documents/contract.js';
import { capitalCurrencies } from '../lang/papers.js';
import { toChineseCapitals } from '../money/capitals.js';
import { moneyText } from './amounts.js';

/**
 * What is to be paid, as a contract states it: in figures, and in Chinese capitals (大写) behind the currency's name.
 * Capitals stand in both languages, for that is what a Chinese party signs. They are left out for currencies that are
 * not counted in 元, 角 and 分: a capital form of yen or fils that no rule defines would be our invention.
 *
 * Source: interface, "Documents", Contract; the form itself in `money/capitals.ts`.
 */
export function payableOf(amount: string, currency: string): Contract['payable'] {
  const name = capitalCurrencies.get(currency);
  return {
    amount,
    figures: moneyText(amount, currency),
    ...(name === undefined ? {} : { capitals: `${name}${toChineseCapitals(amount)}` }),
  };
}
