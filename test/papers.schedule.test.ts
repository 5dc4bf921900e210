import { describe, expect, test } from '@jest/globals';
import { type Schedule, scheduleSchema } from '../src/documents/schedule.js';
import { gridOf } from '../src/papers/formats/scheduleGrid.js';
import { buildSchedule } from '../src/papers/schedule.js';
import {
  quoteOf,
  randomQuotes,
  smallCard,
  smallPackage,
  sumOf,
  units,
  workedQuote,
} from './support/papers.js';

const worked = workedQuote();
const schedule = buildSchedule(worked, { language: 'zh' });
const place = ({ date, start, line, spot }: Schedule['rows'][number]) =>
  `${date} ${start ?? ''} ${line}.${spot}`;

describe('the worked deal as a schedule', () => {
  test('it has one row a spot, by date, start, line and spot', () => {
    expect(schedule.rows.map(place)).toEqual([
      '2016-11-03 14:00 5.1',
      '2016-11-05 22:30 2.1',
      '2016-11-06 20:00 3.1',
      '2016-11-06 22:30 2.2',
      '2016-11-09  7.1',
      '2016-11-09  10.1',
      '2016-11-09 19:30 4.1',
      '2016-11-09 21:00 6.1',
      '2016-11-10  7.2',
      '2016-11-10  8.1',
      '2016-11-10  9.1',
      '2016-11-10 20:00 1.1',
      '2016-11-10 21:00 6.2',
      '2016-11-11  7.3',
      '2016-11-11  8.2',
      '2016-11-11  9.2',
      '2016-11-11 20:00 1.2',
      '2016-11-11 20:00 3.2',
      '2016-11-11 21:00 6.3',
    ]);
  });

  test('each row is its spot of the quote', () => {
    for (const row of schedule.rows) {
      const spot = worked.lines[row.line - 1]?.spots[row.spot - 1];
      expect(row).toMatchObject({
        date: spot?.date,
        gross: spot?.gross,
        amount: spot?.amount,
        units: spot?.units,
        quantity: spot?.quantity,
        status: 'draft',
      });
    }
  });

  test('a spot past midnight keeps its date and the broadcast clock', () => {
    expect(schedule.rows[1]).toMatchObject({
      date: '2016-11-05',
      weekday: '周六',
      start: '22:30',
      end: '25:00',
    });
  });

  test('its sums are those of the quote', () => {
    expect(schedule.totals).toEqual({ spots: 19, gross: worked.totals.gross, amount: worked.totals.payable });
    expect([sumOf(schedule.rows, 'gross'), sumOf(schedule.rows, 'amount')]).toEqual([
      sumOf(worked.lines, 'gross'),
      sumOf(worked.lines, 'amount'),
    ]);
    expect(schedule.lines.map(({ gross, amount }) => [gross, amount])).toEqual(
      worked.lines.map(({ gross, amount }) => [gross, amount]),
    );
  });

  test('English papers have English titles and weekdays', () => {
    const english = buildSchedule(worked, { language: 'en' });
    expect(english.rows[1]).toMatchObject({
      weekday: 'Sat',
      title: 'Official room, prime time',
      status: 'draft',
    });
  });
});

describe('the grid', () => {
  const grid = gridOf(schedule);

  test('has every day from the first to the last, with its weekday', () => {
    expect(grid.days.map(({ date, weekday }) => `${date.slice(8)}${weekday}`)).toEqual([
      '03周四',
      '04周五',
      '05周六',
      '06周日',
      '07周一',
      '08周二',
      '09周三',
      '10周四',
      '11周五',
    ]);
    expect(grid.spots).toEqual([1, 0, 1, 2, 0, 0, 4, 5, 6]);
  });

  test('says when, how many, and how many impressions', () => {
    const cells = grid.rows.map((row) => row.cells.find((cell) => cell !== ''));
    expect(cells).toEqual([
      '20:00-22:00',
      '22:30-25:00',
      '20:00-21:40',
      '19:30-20:30',
      '14:00-16:00',
      '21:00-21:10',
      '×1',
      '3333333次曝光',
      '×7',
      '×1',
    ]);
    const line = 'item: night, dates: 2017-03-02, time: 20:00-21:00, quantity: 2';
    const timed = gridOf(buildSchedule(quoteOf(smallCard(), smallPackage([line])), { language: 'en' }));
    expect(timed.rows.map(({ cells: all }) => all)).toEqual([['20:00-21:00 ×2']]);
  });

  test('crosses months and leap days without a gap', () => {
    const card = smallCard({ valid: '2016-02-01/2016-03-31' });
    const pack = smallPackage(['item: banner, dates: [2016-02-28, 2016-03-01]']).replace(
      '2017-03-01',
      '2016-02-01',
    );
    const { days } = gridOf(buildSchedule(quoteOf(card, pack), { language: 'en' }));
    expect(days.map(({ date, weekday }) => `${date} ${weekday}`)).toEqual([
      '2016-02-28 Sun',
      '2016-02-29 Mon',
      '2016-03-01 Tue',
    ]);
  });
});

test('every quote of the random cards makes a sound schedule', () => {
  for (const quote of randomQuotes()) {
    const made = buildSchedule(quote, { language: 'en' });
    const checked = scheduleSchema.safeParse(made);
    expect([quote.id, checked.error]).toEqual([quote.id, undefined]);
    expect(sumOf(made.rows, 'gross')).toBe(units(quote.totals.gross));
    expect(sumOf(made.rows, 'amount')).toBe(sumOf(quote.lines, 'amount'));
    expect([...made.rows].map(place)).toEqual(sortedPlaces(made));
  }
});

/** The places in order, by comparing numbers: days and minutes, not their texts. */
function sortedPlaces({ rows }: Schedule): string[] {
  const minute = (start: string | undefined) =>
    start === undefined ? -1 : Number(start.slice(0, 2)) * 60 + Number(start.slice(3));
  return [...rows]
    .reverse()
    .sort(
      (a, b) =>
        Date.parse(a.date) - Date.parse(b.date) ||
        minute(a.start) - minute(b.start) ||
        a.line - b.line ||
        a.spot - b.spot,
    )
    .map(place);
}
