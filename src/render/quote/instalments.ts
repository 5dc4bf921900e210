import { dayOf, weekdayOf } from '../../calendar/date.js';
import { readDue } from '../../calendar/due.js';
import type { Language } from '../../lang/text.js';
import { dueWords, weekdayWords } from '../../lang/trade.js';
import { quoteViewWords as words } from '../../lang/views.js';
import { moneyText, percentText } from '../numbers.js';
import { heading } from '../page.js';
import { drawTable, type Row } from '../table.js';
import type { DealView } from './deal.js';

/** What is to be paid when. */
export function drawInstalments(view: DealView): string[] {
  const { deal, language, width, paint } = view;
  if (deal.instalments.length === 0) return [];
  const rows = deal.instalments.map(
    ({ share, due, date, amount }, at): Row => ({
      cells: [
        String(at + 1),
        percentText(share),
        dueText(due, language),
        date === undefined ? { text: words.dueOpen[language], style: paint.faint } : dated(date, language),
        moneyText(amount, deal.currency),
      ],
    }),
  );
  const sum: Row = {
    cells: [
      '',
      '',
      '',
      words.sum[language],
      { text: moneyText(deal.totals.payable, deal.currency), style: paint.strong },
    ],
    sum: true,
  };
  const columns = [
    { title: words.instalmentNumber[language], align: 'right' },
    { title: words.share[language], align: 'right' },
    { title: words.due[language], least: 12 },
    { title: words.date[language] },
    { title: words.instalmentAmount[language], align: 'right' },
  ] as const;
  return [
    '',
    heading(words.instalments[language], view),
    ...drawTable(columns, [...rows, sum], { width, paint }),
  ];
}

function dueText(due: string, language: Language): string {
  const read = readDue(due);
  return read === undefined || 'date' in read ? words.dueAgreed[language] : dueWords(read, language);
}

function dated(date: string, language: Language): string {
  return `${date} ${weekdayWords[weekdayOf(dayOf(date))][language]}`;
}
