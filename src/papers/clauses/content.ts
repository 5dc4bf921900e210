import { clauseWords } from '../../lang/papers.js';
import { fill } from '../../lang/text.js';
import { formatWords, wordList } from '../../lang/trade.js';
import type { ClauseWriter } from './clause.js';

/** The content formats that are sold, each once, and on which lines. */
export const content: ClauseWriter = ({ lines }, language) => {
  const sold = lines.filter(({ format }) => format !== undefined);
  const formats = [...new Set(sold.flatMap(({ format }) => format ?? []))];
  if (formats.length === 0) return undefined;
  const { title, text } = clauseWords.content;
  return {
    id: 'content',
    title: title[language],
    text: fill(text, language, { formats: wordList(formatWords, formats, language) }),
    lines: sold.map(({ line }) => line),
  };
};
