import type { Schedule } from '../../documents/schedule.js';
import { columnWords, statusWords } from '../../lang/papers.js';
import { formatWords, sectionWords, totalWords, word } from '../../lang/trade.js';
import { type Columns, tableOf } from './columns.js';
import { type CsvOptions, formatCsv } from './csv.js';

const columns = {
  contract: columnWords.contract,
  revision: columnWords.revision,
  line: columnWords.line,
  spot: columnWords.spot,
  date: columnWords.date,
  weekday: columnWords.weekday,
  start: columnWords.start,
  end: columnWords.end,
  item: columnWords.item,
  title: columnWords.title,
  section: columnWords.section,
  brand: columnWords.brand,
  format: columnWords.format,
  units: columnWords.units,
  quantity: columnWords.quantity,
  gross: totalWords.gross,
  amount: totalWords.amount,
  status: columnWords.status,
};
const { revision: _ofBookings, ...draftColumns } = columns;

/** A schedule as CSV: one row a spot, codes in words. Source: interface, "Documents", Schedule. */
export function scheduleCsv({ rows, revision, language }: Schedule, options: CsvOptions = {}): string {
  const told = rows.map((row) => ({
    ...row,
    revision,
    section: word(sectionWords, row.section, language),
    format: row.format === undefined ? undefined : word(formatWords, row.format, language),
    status: word(statusWords, row.status, language),
  }));
  const shown: Columns<keyof typeof draftColumns> = revision === undefined ? draftColumns : columns;
  return formatCsv(tableOf(shown, told, language), options);
}
