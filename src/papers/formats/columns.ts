import type { Language, Text } from '../../lang/text.js';
import type { Cell, Table } from './csv.js';

/** The columns of a table in their order: key and heading. */
export type Columns<K extends string> = Readonly<Record<K, Text>>;

/** What a row has to say, by column; the rest of its cells stay empty. */
export type Row<K extends string> = { readonly [P in K]?: Cell | undefined };

export function tableOf<K extends string>(
  columns: Columns<K>,
  rows: readonly Row<NoInfer<K>>[],
  language: Language,
): Table {
  const keys = Object.keys(columns) as K[];
  return {
    columns: keys.map((key) => columns[key][language]),
    rows: rows.map((row) => keys.map((key) => row[key] ?? '')),
  };
}
