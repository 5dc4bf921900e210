import { clauseWords } from '../../lang/papers.js';
import { fill } from '../../lang/text.js';
import { percentText } from '../amounts.js';
import type { ClauseWriter } from './clause.js';

/** How much of the deal is one-way advertising, by its nature on the card. Source: pricing rules, "Figures", `hardAdShare`. */
export const hardAds: ClauseWriter = ({ figures }, language) => {
  const share = figures.hardAdShare;
  if (share === null) return undefined;
  const { title, text } = clauseWords.hardAds;
  return {
    id: 'hard-ads',
    title: title[language],
    text: fill(text, language, { share: percentText(share) }),
    share,
  };
};
