import { quoteSchema } from '../../documents/quote.js';
import { canonicalWriter } from '../../documents/writer.js';
import { columnWords, headWords } from '../../lang/papers.js';
import { tableOf } from '../../papers/formats/columns.js';
import { quoteColumns, quoteRows } from '../../papers/formats/quoteCsv.js';
import { quoteOf } from '../../pricing/price.js';
import { draftOf } from '../../pricing/quoteDocument.js';
import type { Writer } from './content.js';

const columns = {
  package: columnWords.package,
  rateCard: headWords.card,
  currency: headWords.currency,
  ...quoteColumns,
};

const canonicalQuote = canonicalWriter(quoteSchema);

/** Whole quotes: byte for byte those of `kanli quote`, in one line; as CSV a row a line. */
export const quotes: Writer = {
  document: (work) => quoteOf(work, canonicalQuote),
  table: (work, language) => {
    if (work === undefined) return tableOf(columns, [], language);
    const { pack, card } = work.deal;
    const whole = { package: pack.id, rateCard: card.card.document.id, currency: card.currency.code };
    const rows = quoteRows(draftOf(work), language).map((row) => ({ ...whole, ...row }));
    return tableOf(columns, rows, language);
  },
};
