import type { Contract } from '../documents/contract.js';
import { sameName } from '../documents/names.js';
import type { QuoteLine } from '../documents/quote.js';
import { decimalRatio } from '../money/decimal.js';
import { sumOf } from '../money/money.js';
import { compareRatios } from '../money/ratio.js';
import type { Standing } from './standing.js';

/**
 * The lines by brand, in the order in which brands first appear; a line without one is for the client itself. Brands are
 * told apart as booking does it (NFKC, trimmed, lower case), and shown as first written.
 */
export function byBrand({ lines, currency, package: pack }: Standing): Contract['byBrand'] {
  const groups = grouped(lines, ({ brand }) => sameName(brand ?? pack.client.name));
  return groups.map((group) => ({
    brand: (group[0]?.brand ?? pack.client.name).trim(),
    spots: spotsOf(group),
    gross: sumOf(
      group.map((line) => line.gross),
      currency,
    ),
    amount: sumOf(
      group.map((line) => line.amount),
      currency,
    ),
    payable: sumOf(
      group.map((line) => line.payable),
      currency,
    ),
  }));
}

/** The lines by tax rate, highest first. Source: pricing rules, "Line and package", 6. */
export function taxByRate({ lines, currency }: Standing): Contract['tax'] {
  const groups = grouped(lines, ({ taxRate }) => taxRate);
  return groups
    .map((group) => ({
      rate: group[0]?.taxRate ?? '0',
      amount: sumOf(
        group.map((line) => line.amount),
        currency,
      ),
      net: sumOf(
        group.map((line) => line.net),
        currency,
      ),
      tax: sumOf(
        group.map((line) => line.tax),
        currency,
      ),
      payable: sumOf(
        group.map((line) => line.payable),
        currency,
      ),
    }))
    .sort((a, b) => compareRatios(decimalRatio(b.rate), decimalRatio(a.rate)));
}

/** The totals, with what the papers' columns need besides. */
export function contractTotals({ lines, currency, totals }: Standing): Contract['totals'] {
  return {
    spots: spotsOf(lines),
    amount: sumOf(
      lines.map((line) => line.amount),
      currency,
    ),
    ...totals,
  };
}

function spotsOf(lines: readonly QuoteLine[]): number {
  return lines.reduce((count, { spots }) => count + spots.length, 0);
}

function grouped(lines: readonly QuoteLine[], keyOf: (line: QuoteLine) => string): QuoteLine[][] {
  const groups = new Map<string, QuoteLine[]>();
  for (const line of lines) {
    const group = groups.get(keyOf(line));
    if (group === undefined) groups.set(keyOf(line), [line]);
    else group.push(line);
  }
  return [...groups.values()];
}
