import { clauseWords } from '../../lang/papers.js';
import { fill } from '../../lang/text.js';
import { percentText } from '../amounts.js';
import type { ClauseWriter } from './clause.js';

/** How much of the deal is one-way advertising, by its nature on the card. Source: pricing rules, "Figures", `hardAdShare`. */
export const hardAds: ClauseWriter = ({ figures, lines: all }, language) => {
  const share = figures.hardAdShare;
  if (share === null) return undefined;
  const hard = all.filter(({ nature, closed }) => nature === 'hard' && closed !== 'pass-through');
  const lines = hard.map(({ line }) => line);
  const { title, text } = lines.length === 0 ? clauseWords.noHardAds : clauseWords.hardAds;
  return {
    id: 'hard-ads',
    title: title[language],
    text: fill(text, language, {
      lines: lines.map(String),
      share: percentText(share),
    }),
    share,
    lines,
  };
};
