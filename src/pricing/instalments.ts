import { resolveDue } from '../calendar/due.js';
import type { Instalment } from '../documents/quote.js';
import type { Terms } from '../documents/terms.js';
import { allocateMinor } from '../money/allocate.js';
import { rateDecimal, rateRatio } from '../money/decimal.js';
import { type Currency, formatMinor, type Minor } from '../money/money.js';

/** The payable amount in instalments, dated where the facts are known. Source: pricing rules, "Instalments". */
export function instalmentsOf(
  payable: Minor,
  terms: Terms,
  air: { readonly first: number; readonly last: number },
  currency: Currency,
): Instalment[] {
  const plan = terms.instalments ?? [];
  if (plan.length === 0) return [];
  const shares = plan.map(({ share }) => rateRatio(share));
  const common = shares.reduce((most, { d }) => (d > most ? d : most), 1n);
  const amounts = allocateMinor(
    payable,
    shares.map(({ n, d }) => n * (common / d)),
  );
  return plan.map(({ share, due }, at) => {
    const date = resolveDue(due, { 'first-air': air.first, 'last-air': air.last });
    return {
      share: rateDecimal(share),
      due,
      ...(date === undefined ? {} : { date }),
      amount: formatMinor(amounts[at] ?? 0n, currency),
    };
  });
}
