import { describe, expect, test } from '@jest/globals';
import type { Quote } from '../src/documents/quote.js';
import { languages } from '../src/lang/text.js';
import { gridOf } from '../src/papers/formats/scheduleGrid.js';
import { buildSchedule } from '../src/papers/schedule.js';
import { drawGrid } from '../src/render/schedule.js';
import { cardOf, dealOf, readCase } from './support/views.js';

const card = cardOf(readCase('inke-double11', 'ratecard.yaml'));
const worked = dealOf(readCase('inke-double11', 'package.yaml'), card) as Quote;
const variants = languages.flatMap((language) => [80, 120].map((width) => ({ language, width })));

describe.each(variants)('the schedule in $language at $width columns', ({ language, width }) => {
  const grid = gridOf(buildSchedule(worked, { language }));
  const page = readCase('render', `grid-${language}-${width}.txt`);

  test('is the page that was looked at', () => {
    expect(drawGrid(grid, { language, width, colour: false })).toBe(page);
  });

  test('every day stands in one block, every spot in its column', () => {
    const blocks = page.split(/^── .*\n/m).slice(1);
    const days = blocks.flatMap((block) => block.split('\n')[0]?.match(/\d\d-\d\d/g) ?? []);
    expect(days).toEqual(grid.days.map(({ date }) => date.slice(5)));
    const starts = blocks.join('').match(/\d\d:\d\d-/g) ?? [];
    const timed = worked.lines.flatMap(({ spots }) => spots).filter(({ time }) => time !== undefined);
    expect(starts).toHaveLength(timed.length);
  });

  test('weekends are marked', () => {
    expect(page.match(/\d\d-\d\d\*/g)).toEqual(['11-05*', '11-06*']);
  });
});

describe('blocks', () => {
  const look = { language: 'zh', width: 60, colour: false } as const;
  const line = {
    line: 1,
    item: 'a',
    title: '开屏',
    section: 'placements',
    spots: 1,
    gross: '1',
    amount: '1',
  } as const;
  const day = (date: string) => ({ date, weekday: '日' });

  test('days without a spot in a whole block are passed over', () => {
    const days = Array.from({ length: 28 }, (_, at) => day(`2017-02-${String(at + 1).padStart(2, '0')}`));
    const cells = days.map((_, at) => (at === 0 || at === 27 ? '×1' : ''));
    const page = drawGrid({ days, rows: [{ line, cells }] }, look);
    expect(page.match(/^── .*/gm)).toHaveLength(2);
    expect(page).toContain('02-28');
    expect(page).not.toContain('02-14');
  });

  test('where there is room times stand in one line', () => {
    const grid = { days: [day('2017-02-01')], rows: [{ line, cells: ['20:00-22:00 ×2'] }] };
    expect(drawGrid(grid, look)).toContain(' 20:00-22:00 ×2\n');
  });

  test('a schedule without spots says so', () => {
    expect(drawGrid({ days: [], rows: [] }, look)).toBe('没有点位。\n');
  });
});
