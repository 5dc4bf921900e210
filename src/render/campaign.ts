import type { Manifest } from '../documents/manifest.js';
import { bulkWords } from '../lang/bulk.js';
import { columnWords, headWords } from '../lang/papers.js';
import { fill, type Text } from '../lang/text.js';
import { totalWords } from '../lang/trade.js';
import { sumOf } from '../money/money.js';
import { lined } from './frame.js';
import { grouped } from './numbers.js';
import { heading } from './page.js';
import { safe } from './safe.js';
import { drawTable, type Row } from './table.js';
import { paintFor, type ViewOptions, widthFor } from './view.js';

type RollUps = NonNullable<Manifest['rollUps']>;
type Group = RollUps['brand'][number];

/** The largest of a dimension; what is left is one row. */
const most = 20;

/** What a campaign of many packages comes to, by brand, by category and by rate card. */
export function drawCampaign(rollUps: RollUps, options: ViewOptions): string {
  const found = safe(rollUps);
  const page = { width: widthFor(options), paint: paintFor(options.colour), frame: lined };
  const parts = [
    { title: bulkWords.byBrand, name: columnWords.brand, groups: found.brand },
    { title: bulkWords.byCategory, name: columnWords.category, groups: found.category },
    { title: bulkWords.byCard, name: headWords.card, groups: found.card },
  ];
  return parts
    .flatMap(({ title, name, groups }) => [
      heading(title[options.language], page),
      ...table(name, groups, options, page),
      '',
    ])
    .join('\n');
}

function table(
  name: Text,
  groups: readonly Group[],
  { language }: ViewOptions,
  page: Parameters<typeof drawTable>[2],
): string[] {
  const columns = [
    { title: name[language], least: 12 },
    { title: headWords.currency[language] },
    { title: columnWords.packages[language], align: 'right' },
    { title: columnWords.lines[language], align: 'right' },
    { title: columnWords.spots[language], align: 'right' },
    { title: totalWords.gross[language], align: 'right' },
    { title: totalWords.amount[language], align: 'right' },
    { title: totalWords.payable[language], align: 'right' },
  ] as const;
  const currencies = [...new Set(groups.map(({ currency }) => currency))];
  const rows = currencies.flatMap((currency) => {
    const own = groups.filter((group) => group.currency === currency);
    const shown = own.length > most + 1 ? own.slice(0, most) : own;
    const rest = own.slice(shown.length);
    const others = fill(bulkWords.others, language, { count: rest.length });
    return [
      ...shown.map((group) => rowOf(group.name === '' ? bulkWords.none[language] : group.name, [group])),
      ...(rest.length === 0 ? [] : [rowOf(others, rest)]),
      { ...rowOf(bulkWords.all[language], own), sum: true },
    ];
  });
  return drawTable(columns, rows, page);
}

function rowOf(name: string, groups: readonly Group[]): Row {
  const count = (key: 'packages' | 'lines' | 'spots') =>
    grouped(String(groups.reduce((sum, group) => sum + group[key], 0)));
  const currency = groups[0]?.currency ?? '';
  const amount = (key: 'gross' | 'amount' | 'payable') =>
    grouped(
      sumOf(
        groups.map((group) => group[key]),
        currency,
      ),
    );
  // A package with lines of two groups counts in both: only the groups' own numbers are shown.
  const packages = groups.length === 1 ? count('packages') : '';
  return {
    cells: [
      name,
      currency,
      packages,
      count('lines'),
      count('spots'),
      amount('gross'),
      amount('amount'),
      amount('payable'),
    ],
  };
}
