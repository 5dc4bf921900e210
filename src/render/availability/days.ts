import type { AvailableDay, AvailablePart } from '../../documents/bookings.js';
import { partKindWords, availabilityWords as words } from '../../lang/ledger.js';
import { fill } from '../../lang/text.js';
import { sectionWords } from '../../lang/trade.js';
import { clockAt, datedText } from '../moments.js';
import { grouped } from '../numbers.js';
import { heading } from '../page.js';
import { behind, type Cell, drawTable, type Row } from '../table.js';
import type { AvailabilityView, Offer } from './offer.js';

/** Every date of every item with its parts. */
export function drawDays(offers: readonly Offer[], view: AvailabilityView): string[] {
  return offers.flatMap(({ id, title, section, days }) => {
    const named = title === id ? id : `${title} ${id}`;
    const place = section === undefined ? '' : ` · ${sectionWords[section][view.language]}`;
    return [heading(`${named}${place}`, view), ...drawDates([...days.values()], view), ''];
  });
}

function drawDates(days: readonly AvailableDay[], view: AvailabilityView): string[] {
  const { language } = view;
  const columns = [
    { title: '' },
    { title: words.part[language], least: 11 },
    { title: words.booked[language], align: 'right' },
    { title: words.held[language], align: 'right' },
    {
      title: words.until[language],
      folds: (until: string) => fill(words.untilAt, language, { until }),
    },
    { title: words.bound[language], align: 'right' },
    { title: words.free[language], align: 'right' },
    { title: words.perDay[language], align: 'right', folds: behind(words.perDay[language]) },
  ] as const;
  const inOrder = [...days].sort((a, b) => (a.date < b.date ? -1 : 1));
  return drawTable(
    columns,
    inOrder.flatMap((day) => dayRows(day, view)),
    view,
  );
}

/** The date and what is used of its bound stand with its first part, what else holds for all of it below its last. */
function dayRows(day: AvailableDay, view: AvailabilityView): Row[] {
  const { language, paint } = view;
  const date = { text: datedText(day.date, language), style: day.closed ? paint.faint : paint.strong };
  const noLimit: Cell[] = [{ text: words.noLimit[language], style: paint.faint }, '', '', '', '', ''];
  const parts = day.parts.length === 0 ? [noLimit] : day.parts.map((part) => partCells(part, view));
  return parts.map((cells, at) => ({
    cells: [at === 0 ? date : '', ...cells, at === 0 ? perDayCell(day, view) : ''],
    ...(at === parts.length - 1 ? { below: dayFacts(day, view) } : {}),
  }));
}

function perDayCell({ perDay }: AvailableDay, { paint }: AvailabilityView): Cell {
  if (perDay === undefined) return '';
  const text = `${perDay.used}/${perDay.bound}`;
  return perDay.used >= perDay.bound ? { text, style: paint.bad } : text;
}

function partCells(
  { kind, from, to, bound, booked, held, until, free }: AvailablePart,
  view: AvailabilityView,
): Cell[] {
  const { language, paint, zone } = view;
  const time = from === undefined || to === undefined ? undefined : `${from}-${to}`;
  const word = partKindWords[kind][language];
  const what = time === undefined ? word : kind === 'time' ? time : `${time} ${word}`;
  const number = (count: number) => grouped(String(count));
  return [
    what,
    booked === 0 ? { text: '0', style: paint.faint } : number(booked),
    held === 0 ? { text: '0', style: paint.faint } : { text: number(held), style: paint.warning },
    until === undefined ? '' : clockAt(until, zone),
    number(bound),
    { text: number(free), style: free <= 0 ? paint.bad : paint.good },
  ];
}

function dayFacts({ closed, exclusive }: AvailableDay, { language }: AvailabilityView): string[] {
  return [
    ...(closed ? [words.closed[language]] : []),
    ...exclusive.map((category) => fill(words.exclusive, language, { category })),
  ];
}
