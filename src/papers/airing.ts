import { dayOf } from '../calendar/date.js';
import type { QuoteSpot } from '../documents/quote.js';
import { airingWords } from '../lang/papers.js';
import { fill, type Language, listMark } from '../lang/text.js';

/** When a line runs, in words: days in a row as a range, those of one time together. `2016-11-05至2016-11-06，22:30-25:00` */
export function airingText(spots: readonly QuoteSpot[], language: Language): string {
  const byTime = new Map<string | undefined, string[]>();
  for (const { date, time } of spots) {
    const dates = byTime.get(time);
    if (dates === undefined) byTime.set(time, [date]);
    else dates.push(date);
  }
  return [...byTime]
    .map(([time, dates]) => {
      const told = runsOf(dates)
        .map((run) => rangeText(run, language))
        .join(listMark[language]);
      return time === undefined ? told : fill(airingWords.timed, language, { dates: told, time });
    })
    .join(airingWords.mark[language]);
}

interface Run {
  readonly first: string;
  last: string;
}

/** Dates in order, as stretches without a gap. */
function runsOf(dates: readonly string[]): Run[] {
  const runs: Run[] = [];
  for (const date of dates) {
    const run = runs.at(-1);
    if (run !== undefined && dayOf(date) === dayOf(run.last) + 1) run.last = date;
    else runs.push({ first: date, last: date });
  }
  return runs;
}

function rangeText({ first, last }: Run, language: Language): string {
  return first === last ? first : fill(airingWords.range, language, { first, last });
}
