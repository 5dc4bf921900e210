import { clauseWords } from '../../lang/papers.js';
import { fill } from '../../lang/text.js';
import { titleIn } from '../../lang/trade.js';
import type { ClauseWriter } from './clause.js';

/** The card the price rests on, and how long it stands. */
export const validity: ClauseWriter = ({ rateCard, asOf, validUntil }, language) => {
  const { title, text } = clauseWords.validity;
  const { id, version } = rateCard;
  const card = titleIn(rateCard, language);
  return {
    id: 'validity',
    title: title[language],
    text: fill(text, language, { card, id, version, asOf, validUntil }),
  };
};
