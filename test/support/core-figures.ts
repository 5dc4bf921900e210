import type { Quote } from '../../src/documents/quote.js';

/** The part of a quote that independent implementations agree on: amounts, rules and roles. */
export function core(quote: Quote) {
  return {
    currency: quote.currency,
    lines: quote.lines.map(({ item, list, gross, amount, net, tax, payable, spots, adjustments }) => ({
      item,
      list,
      gross,
      amount,
      net,
      tax,
      payable,
      spots: spots.map((spot) => ({
        date: spot.date,
        list: spot.list,
        surcharges: spot.surcharges.map(({ rule, amount: added }) => ({ rule, amount: added })),
        gross: spot.gross,
        amount: spot.amount,
      })),
      adjustments: adjustments.map(({ rule, amount: change, after }) => ({ rule, amount: change, after })),
    })),
    totals: quote.totals,
    figures: quote.figures,
    instalments: quote.instalments.map((instalment) => instalment.amount),
    approval: quote.approval.required,
  };
}
