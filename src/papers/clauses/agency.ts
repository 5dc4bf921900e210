import { clauseWords } from '../../lang/papers.js';
import { fill } from '../../lang/text.js';
import { taxBasisWords, word } from '../../lang/trade.js';
import { rateDecimal } from '../../money/decimal.js';
import { moneyText } from '../amounts.js';
import type { ClauseWriter } from './clause.js';

/** The agency's commission, deducted, or its rebate, paid later. Source: pricing rules, "Line and package", 5. */
export const agency: ClauseWriter = ({ package: pack, totals, currency, rateCard }, language) => {
  if (pack.agency === undefined) return undefined;
  const { name, commission: rate, settle } = pack.agency;
  const rebate = settle === 'rebate';
  const { title, text } = rebate ? clauseWords.agencyRebate : clauseWords.agencyNet;
  const amount = rebate ? totals.rebate : totals.commission;
  const basis = word(taxBasisWords, rateCard.prices, language);
  return {
    id: rebate ? 'agency-rebate' : 'agency-commission',
    title: title[language],
    text: fill(text, language, { name, rate, amount: moneyText(amount, currency), basis }),
    amount,
    share: rateDecimal(rate),
  };
};
