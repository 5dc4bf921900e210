import { columnWords, headWords } from '../../lang/papers.js';
import { totalWords } from '../../lang/trade.js';
import { tableOf } from '../../papers/formats/columns.js';
import type { Work } from '../../pricing/price.js';
import { totalsDocument } from '../../pricing/quoteDocument.js';
import type { Writer } from './content.js';

const { amount: _perLine, ...amounts } = totalWords;

const columns = {
  package: columnWords.package,
  rateCard: headWords.card,
  currency: headWords.currency,
  ...amounts,
};

/** A row a package, its totals alone: what a script needs that only adds up. */
export const totals: Writer = {
  document,
  table: (work, language) => {
    if (work === undefined) return tableOf(columns, [], language);
    const { totals: sums, ...whole } = document(work);
    return tableOf(columns, [{ ...whole, ...sums }], language);
  },
};

function document({ deal, amounts: found }: Work) {
  const { pack, card } = deal;
  return {
    package: pack.id,
    rateCard: card.card.document.id,
    currency: card.currency.code,
    totals: totalsDocument(found, card.currency),
  };
}
