import { clauseWords } from '../../lang/papers.js';
import { fill } from '../../lang/text.js';
import { moneyText } from '../amounts.js';
import { type ClauseWriter, closedLines } from './clause.js';

/** What is given for free, and its value. Source: pricing rules, "Line and package", 1. */
export const bonus: ClauseWriter = (deal, language) => {
  const lines = closedLines(deal, 'bonus');
  if (lines.length === 0) return undefined;
  const { title, text } = clauseWords.bonus;
  const { bonusValue: amount } = deal.totals;
  return {
    id: 'bonus',
    title: title[language],
    text: fill(text, language, { lines: lines.map(String), amount: moneyText(amount, deal.currency) }),
    amount,
    lines,
  };
};
