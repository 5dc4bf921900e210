import { clauseWords } from '../../lang/papers.js';
import { fill } from '../../lang/text.js';
import { moneyText } from '../amounts.js';
import { type ClauseWriter, closedLines } from './clause.js';

/** What is given for free, and its value. Source: pricing rules, "Line and package", 1. */
export const bonus: ClauseWriter = (quote, language) => {
  const lines = closedLines(quote, 'bonus');
  if (lines.length === 0) return undefined;
  const { title, text } = clauseWords.bonus;
  const { bonusValue: amount } = quote.totals;
  return {
    id: 'bonus',
    title: title[language],
    text: fill(text, language, { lines: lines.map(String), amount: moneyText(amount, quote.currency) }),
    amount,
    lines,
  };
};
