import { clauseWords } from '../../lang/papers.js';
import { fill } from '../../lang/text.js';
import { isZero, moneyText, percentText } from '../amounts.js';
import type { ClauseWriter } from './clause.js';

/** The part of the price that reaches viewers. Source: pricing rules, "Figures", `viewerBenefit`. */
export const viewerBenefit: ClauseWriter = ({ figures, currency, lines: all }, language) => {
  const { viewerBenefit: amount, viewerBenefitShare: share } = figures;
  if (isZero(amount) || share === null) return undefined;
  const { title, text } = clauseWords.viewerBenefit;
  const lines = all.filter((line) => line.viewerBenefit !== undefined).map(({ line }) => line);
  return {
    id: 'viewer-benefit',
    title: title[language],
    text: fill(text, language, {
      lines: lines.map(String),
      amount: moneyText(amount, currency),
      share: percentText(share),
    }),
    amount,
    share,
    lines,
  };
};
