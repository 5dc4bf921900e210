import { minutesOf } from '../../calendar/duration.js';
import { type Problem, problem } from '../../diagnostics/problem.js';
import type { Salvaged } from '../../documents/read.js';
import type { Terms } from '../../documents/terms.js';
import { decimalRatio } from '../../money/decimal.js';
import { ratio, ratioText } from '../../money/ratio.js';

/** Terms of a card or of a package in their place. Source: pricing rules, "Instalments" and "The card". */
export function checkTerms({ terms }: { readonly terms?: Salvaged<Terms> | undefined }): Problem[] {
  if (terms === undefined) return [];
  return [
    ...checkShares(terms.instalments),
    ...checkDays(terms.cancellation),
    ...checkWholeDays(terms.quoteValid),
  ];
}

/** Shares add up to exactly 100%; a share that could not be read has been reported already. */
function checkShares(instalments: Salvaged<Terms>['instalments']): Problem[] {
  const shares = (instalments ?? []).map((entry) => entry?.share);
  if (shares.length === 0 || shares.includes(undefined)) return [];
  const parts = shares.map((share) => decimalRatio((share ?? '').slice(0, -1)));
  const common = parts.reduce((most, part) => (part.d > most ? part.d : most), 1n);
  const sum = parts.reduce((total, part) => total + part.n * (common / part.d), 0n);
  if (sum === 100n * common) return [];
  return [
    problem('shares-not-100', ['terms', 'instalments'], { sum: `${ratioText(ratio(sum, common), 20)}%` }),
  ];
}

function checkDays(tiers: Salvaged<Terms>['cancellation']): Problem[] {
  const seen = new Set<number>();
  return (tiers ?? []).flatMap((tier, at) => {
    const days = tier?.daysBefore;
    if (days === undefined || !seen.has(days)) {
      if (days !== undefined) seen.add(days);
      return [];
    }
    return [
      problem('id-twice', ['terms', 'cancellation', at, 'daysBefore'], {
        id: String(days),
        first: String(days),
      }),
    ];
  });
}

function checkWholeDays(quoteValid: string | undefined): Problem[] {
  if (quoteValid === undefined || minutesOf(quoteValid) % 1440 === 0) return [];
  return [problem('not-whole-days', ['terms', 'quoteValid'], { written: quoteValid })];
}
