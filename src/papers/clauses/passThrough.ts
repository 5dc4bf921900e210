import { clauseWords } from '../../lang/papers.js';
import { fill } from '../../lang/text.js';
import { moneyText } from '../amounts.js';
import { type ClauseWriter, closedLines } from './clause.js';

/** Money that only flows through the platform. Source: pricing rules, "Line and package", 1. */
export const passThrough: ClauseWriter = (deal, language) => {
  const lines = closedLines(deal, 'pass-through');
  if (lines.length === 0) return undefined;
  const { title, text } = clauseWords.passThrough;
  const { passThrough: amount } = deal.totals;
  return {
    id: 'pass-through',
    title: title[language],
    text: fill(text, language, { lines: lines.map(String), amount: moneyText(amount, deal.currency) }),
    amount,
    lines,
  };
};
