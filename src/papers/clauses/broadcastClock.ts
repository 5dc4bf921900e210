import { windowOf } from '../../calendar/clock.js';
import { clauseWords } from '../../lang/papers.js';
import { fill } from '../../lang/text.js';
import type { ClauseWriter } from './clause.js';

const midnight = 24 * 60;

/** What 25:00 means, where a spot runs past midnight. Source: pricing rules, "Numbers". */
export const broadcastClock: ClauseWriter = ({ lines, rateCard }, language) => {
  const late = lines.filter(({ spots }) =>
    spots.some(({ time }) => time !== undefined && windowOf(time).end > midnight),
  );
  if (late.length === 0) return undefined;
  const { title, text } = clauseWords.broadcastClock;
  return {
    id: 'broadcast-clock',
    title: title[language],
    text: fill(text, language, { timezone: rateCard.timezone }),
    lines: late.map(({ line }) => line),
  };
};
