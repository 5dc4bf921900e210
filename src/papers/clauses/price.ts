import { clauseWords } from '../../lang/papers.js';
import { fill } from '../../lang/text.js';
import { moneyText } from '../amounts.js';
import type { ClauseWriter } from './clause.js';

/** What is to be paid, and the tax in it. */
export const price: ClauseWriter = ({ totals, currency }, language) => {
  const { title, text } = clauseWords.price;
  const figures = moneyText(totals.payable, currency);
  const net = moneyText(totals.net, currency);
  const tax = moneyText(totals.tax, currency);
  return {
    id: 'price',
    title: title[language],
    text: fill(text, language, { figures, net, tax }),
    amount: totals.payable,
  };
};
