import type { Draft, Quote } from '../../documents/quote.js';
import { columnWords, quoteWords } from '../../lang/papers.js';
import type { Language } from '../../lang/text.js';
import {
  closingWords,
  formatWords,
  optionWords,
  sectionWords,
  titleIn,
  totalWords,
  word,
  wordList,
} from '../../lang/trade.js';
import { airingText } from '../airing.js';
import { percentText } from '../amounts.js';
import { contractTotals } from '../rollUps.js';
import { type Row, tableOf } from './columns.js';
import { type CsvOptions, formatCsv } from './csv.js';

export const quoteColumns = {
  line: columnWords.line,
  item: columnWords.item,
  title: columnWords.title,
  section: columnWords.section,
  brand: columnWords.brand,
  category: columnWords.category,
  format: columnWords.format,
  options: columnWords.options,
  airing: columnWords.airing,
  spots: columnWords.spots,
  units: columnWords.units,
  quantity: columnWords.quantity,
  list: totalWords.list,
  gross: totalWords.gross,
  amount: totalWords.amount,
  taxRate: columnWords.taxRate,
  net: totalWords.net,
  tax: totalWords.tax,
  payable: totalWords.payable,
  closed: columnWords.closed,
};

/** A quote, or the draft of a refused one, as CSV: a row a line, their sums in the last row. */
export function quoteCsv(
  quote: Quote | Draft,
  { language, ...options }: CsvOptions & { readonly language: Language },
): string {
  const { spots, list, gross, amount, net, tax, payable } = contractTotals(quote);
  const total = { line: quoteWords.total[language], spots, list, gross, amount, net, tax, payable };
  return formatCsv(tableOf(quoteColumns, [...quoteRows(quote, language), total], language), options);
}

/** The lines of a quote as rows of its columns. */
export function quoteRows({ lines }: Quote | Draft, language: Language): Row<keyof typeof quoteColumns>[] {
  return lines.map(({ adjustments: _steps, ...line }) => ({
    ...line,
    title: titleIn(line, language),
    section: word(sectionWords, line.section, language),
    format: line.format === undefined ? undefined : word(formatWords, line.format, language),
    options: line.options === undefined ? undefined : wordList(optionWords, line.options, language),
    airing: airingText(line.spots, language),
    spots: line.spots.length,
    taxRate: percentText(line.taxRate),
    closed: line.closed === undefined ? undefined : word(closingWords, line.closed, language),
  }));
}
