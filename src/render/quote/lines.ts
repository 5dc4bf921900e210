import type { QuoteLine } from '../../documents/quote.js';
import { fill } from '../../lang/text.js';
import {
  closingWords,
  formatWords,
  optionWords,
  titleIn,
  totalWords,
  unitWords,
  word,
} from '../../lang/trade.js';
import { quoteViewWords as words } from '../../lang/views.js';
import { airText } from '../dates.js';
import { grouped, shareText } from '../numbers.js';
import { asItIs, behind, drawTable, type Row } from '../table.js';
import { type DealView, minor, plain, sumOf } from './deal.js';

/** Every line of the deal: what, when, how many, and what becomes of its price. */
export function drawLines(view: DealView): string[] {
  const { deal, language, width, paint } = view;
  const quantityText = (cell: string) => (cell === '1' ? '' : `${words.quantity[language]} ${cell}`);
  const columns = [
    { title: words.number[language], align: 'right' },
    { title: words.resource[language], least: 22 },
    { title: words.air[language], least: 22, folds: asItIs },
    { title: words.quantity[language], align: 'right', folds: quantityText },
    { title: totalWords.list[language], align: 'right', folds: behind(totalWords.list[language]) },
    { title: totalWords.gross[language], align: 'right' },
    { title: totalWords.amount[language], align: 'right' },
    { title: words.discount[language], align: 'right' },
  ] as const;
  return drawTable(columns, [...deal.lines.map((line) => lineRow(line, view)), sumRow(view)], {
    width,
    paint,
  });
}

function lineRow(line: QuoteLine, view: DealView): Row {
  const { deal, language, paint } = view;
  return {
    cells: [
      { text: String(line.line), style: paint.faint },
      { text: titleIn(line, language), style: paint.strong },
      airText(line.spots, deal.asOf.slice(0, 4)).join('\n'),
      grouped(String(line.quantity)),
      grouped(line.list),
      grouped(line.gross),
      { text: grouped(line.amount), style: paint.strong },
      { text: discountText(line, view), style: line.closed === undefined ? paint.taken : paint.faint },
    ],
    below: lineFacts(line, view),
  };
}

/** What a pass-through line costs is no price that anything could be off. */
function discountText(line: QuoteLine, view: DealView): string {
  if (line.closed === 'pass-through') return '-';
  const gross = minor(line.gross, view);
  return shareText(gross - minor(line.amount, view), gross);
}

function lineFacts(line: QuoteLine, view: DealView): string[] {
  const { language } = view;
  const { brand, format, options = [], closed } = line;
  return [
    ...(brand === undefined ? [] : [brand]),
    ...(format === undefined ? [] : [word(formatWords, format, language)]),
    ...options.map((option) => word(optionWords, option, language)),
    ...(closed === undefined ? [] : [word(closingWords, closed, language)]),
    ...(line.spots.length > 1 ? [fill(words.spotCount, language, { spots: line.spots.length })] : []),
    ...unitsFact(line, view),
  ];
}

/** Only where units are no mere count of spots: hours, thousands of impressions. */
function unitsFact(line: QuoteLine, { card, language }: DealView): string[] {
  const per = card?.[line.section]?.[line.item]?.per;
  if (per !== 'hour' && per !== 'mille') return [];
  return [fill(words.unitsOf, language, { units: grouped(line.units), per: unitWords[per][language] })];
}

function sumRow(view: DealView): Row {
  const { deal, language, paint } = view;
  const amount = sumOf(deal.lines, (line) => line.amount, view);
  const strong = (text: string) => ({ text: grouped(text), style: paint.strong });
  const cells = [
    '',
    words.sum[language],
    '',
    '',
    strong(deal.totals.list),
    strong(deal.totals.gross),
    strong(plain(amount, view)),
    '',
  ];
  return { cells, sum: true };
}
