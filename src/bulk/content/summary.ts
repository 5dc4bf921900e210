import { dayText } from '../../calendar/date.js';
import { columnWords, headWords } from '../../lang/papers.js';
import { figureWords, totalWords } from '../../lang/trade.js';
import { percentText } from '../../papers/amounts.js';
import { tableOf } from '../../papers/formats/columns.js';
import { figuresDocument } from '../../pricing/figures.js';
import type { Work } from '../../pricing/price.js';
import { totalsDocument, validUntil } from '../../pricing/quoteDocument.js';
import type { Writer } from './content.js';

const { amount: _perLine, ...totals } = totalWords;
const { commission: _policy, minimumSpend: _spend, ...figures } = figureWords;

const columns = {
  package: columnWords.package,
  rateCard: headWords.card,
  client: headWords.client,
  asOf: headWords.asOf,
  validUntil: headWords.validUntil,
  currency: headWords.currency,
  lines: columnWords.lines,
  spots: columnWords.spots,
  ...totals,
  ...figures,
  approval: columnWords.approval,
  warnings: columnWords.warnings,
};

/** A row a package: what it comes to, the figures it is judged by, who must approve. */
export const summary: Writer = {
  document,
  table: (work, language) => {
    if (work === undefined) return tableOf(columns, [], language);
    const { totals: amounts, figures: judged, approval, warnings, ...whole } = document(work);
    const shares = Object.entries(judged).map(([name, figure]) => [name, figureCell(name, figure)]);
    const row = {
      ...whole,
      ...amounts,
      ...Object.fromEntries(shares),
      approval: approval.required ?? '',
      warnings: warnings.join('|'),
    };
    return tableOf(columns, [row], language);
  },
};

function document(work: Work) {
  const { deal, amounts, approval, problems } = work;
  const { pack, card } = deal;
  return {
    package: pack.id,
    rateCard: card.card.document.id,
    client: pack.client.name,
    asOf: dayText(deal.asOf),
    validUntil: validUntil(deal),
    currency: card.currency.code,
    lines: deal.lines.length,
    spots: deal.lines.reduce((count, { spots }) => count + spots.length, 0),
    totals: totalsDocument(amounts, card.currency),
    figures: figuresDocument(work.figures, card.currency),
    approval: { required: approval.required },
    warnings: [...new Set(problems.map(({ code }) => code))],
  };
}

/** Shares read better as percent; the multiple and the amount are what they are. */
function figureCell(name: string, figure: string | null): string {
  if (figure === null) return '';
  return name === 'listMultiple' || name === 'viewerBenefit' ? figure : percentText(figure);
}
