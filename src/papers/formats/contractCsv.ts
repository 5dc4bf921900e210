import type { Contract } from '../../documents/contract.js';
import { partWords } from '../../lang/papers.js';
import { tableOf } from './columns.js';
import { contractColumns, contractParts } from './contractParts.js';
import { type CsvOptions, formatCsv } from './csv.js';

/**
 * A contract as CSV: all parts in one table, the part named in the first column, the same figures as its JSON. Rates carry
 * their sign. Source: interface, "Documents", Contract.
 */
export function contractCsv(contract: Contract, options: CsvOptions = {}): string {
  const { language } = contract;
  const rows = contractParts.flatMap(([name, rowsOf]) =>
    rowsOf(contract).map((row) => ({ part: partWords[name][language], ...row })),
  );
  return formatCsv(tableOf(contractColumns(contract), rows, language), options);
}
