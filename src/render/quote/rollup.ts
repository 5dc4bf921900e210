import { sameName } from '../../documents/names.js';
import type { QuoteLine } from '../../documents/quote.js';
import { fill, type Text } from '../../lang/text.js';
import { sectionWords, titleIn, totalWords, word } from '../../lang/trade.js';
import { quoteViewWords as words } from '../../lang/views.js';
import { grouped, shareText } from '../numbers.js';
import { heading } from '../page.js';
import { behind, drawTable, type Row } from '../table.js';
import { type DealView, minor, plain, sumOf } from './deal.js';

/** Fewer brands than this are told apart in the lines themselves. */
const fewBrands = 3;
/** Of items and brands, those with the largest amounts; the rest are one row. */
const most = 10;

interface Group {
  readonly name: string;
  readonly lines: readonly QuoteLine[];
}

/** Brands as booking and papers tell them apart; a line without one is for the client itself. */
export function drawBrandRollup(view: DealView): string[] {
  const { client } = view.deal.package;
  const groups = grouping(view, ({ brand }) => (brand ?? client.name).trim());
  return groups.length > fewBrands ? drawn(words.byBrand, words.brand, groups, view) : [];
}

/** What stands for the lines of a deal too large to list. */
export function drawRollups(view: DealView): string[] {
  const { language } = view;
  const bySection = grouping(view, ({ section }) => word(sectionWords, section, language));
  const byItem = grouping(view, (line) => titleIn(line, language));
  return [
    ...drawn(words.bySection, words.section, bySection, view),
    ...drawn(words.byItem, words.resource, byItem, view),
    ...drawBrandRollup(view),
  ];
}

/** Lines of one name together, whatever its case and width; the largest amount first, equal ones in the deal's order. */
function grouping(view: DealView, nameOf: (line: QuoteLine) => string): Group[] {
  const groups = new Map<string, { name: string; lines: QuoteLine[] }>();
  for (const line of view.deal.lines) {
    const name = nameOf(line);
    const key = sameName(name);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { name, lines: [line] });
    else group.lines.push(line);
  }
  const sized = [...groups.values()].map((group) => ({ ...group, amount: amountOf(group.lines, view) }));
  return sized.sort((a, b) => (a.amount > b.amount ? -1 : a.amount < b.amount ? 1 : 0));
}

function amountOf(lines: readonly QuoteLine[], view: DealView): bigint {
  return sumOf(lines, (line) => line.amount, view);
}

function drawn(title: Text, head: Text, groups: readonly Group[], view: DealView): string[] {
  const { deal, language, width, paint } = view;
  const rest = groups.slice(most);
  const shown = rest.length > 1 ? groups.slice(0, most) : groups;
  const others =
    shown.length === groups.length
      ? []
      : [
          {
            name: fill(words.others, language, { count: rest.length }),
            lines: rest.flatMap(({ lines }) => lines),
          },
        ];
  const row = ({ name, lines }: Group): Row => ({ cells: [name, ...columnsOf(lines, view)] });
  const sum: Row = { cells: [words.sum[language], ...columnsOf(deal.lines, view)], sum: true };
  const columns = [
    { title: head[language], least: 14 },
    { title: words.lineCount[language], align: 'right' },
    { title: words.spots[language], align: 'right' },
    { title: totalWords.list[language], align: 'right', folds: behind(totalWords.list[language]) },
    { title: totalWords.gross[language], align: 'right' },
    { title: totalWords.amount[language], align: 'right' },
    { title: words.ofAmount[language], align: 'right' },
  ] as const;
  const table = drawTable(columns, [...[...shown, ...others].map(row), sum], { width, paint });
  return ['', heading(title[language], view), ...table];
}

function columnsOf(lines: readonly QuoteLine[], view: DealView): string[] {
  const amount = amountOf(lines, view);
  const total = minor(view.deal.totals.gross, view) - minor(view.deal.totals.discounts, view);
  return [
    grouped(String(lines.length)),
    grouped(String(lines.reduce((spots, line) => spots + line.spots.length, 0))),
    grouped(
      plain(
        sumOf(lines, (line) => line.list, view),
        view,
      ),
    ),
    grouped(
      plain(
        sumOf(lines, (line) => line.gross, view),
        view,
      ),
    ),
    grouped(plain(amount, view)),
    shareText(amount, total),
  ];
}
