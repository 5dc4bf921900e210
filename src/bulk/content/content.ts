import type { Language } from '../../lang/text.js';
import type { Table } from '../../papers/formats/csv.js';
import type { Work } from '../../pricing/price.js';

/** What a run writes of each package that has a price. */
export interface Writer {
  /** The package's line of NDJSON, as data in the order it is written. */
  readonly document: (work: Work) => object;
  /** The package's rows of CSV, with their headings. */
  readonly table: (work: Work | undefined, language: Language) => Table;
}
