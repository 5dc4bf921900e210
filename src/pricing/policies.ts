import type { Severity } from '../diagnostics/codes.js';
import { type Problem, problem } from '../diagnostics/problem.js';
import { ratioPolicies } from '../documents/words.js';
import { decimalRatio, rateDecimal, rateRatio } from '../money/decimal.js';
import { formatMinor } from '../money/money.js';
import { compareRatios, ratio } from '../money/ratio.js';
import type { Deal } from './deal.js';
import { type Amounts, type ExactFigures, figureText, type Part, partRatio } from './figures.js';

/** Bounds of the card that the deal breaks, each at its own level. Source: pricing rules, "Figures", `policies`. */
export function policyBreaches(deal: Deal, amounts: Amounts, figures: ExactFigures): Problem[] {
  const { policies = {} } = deal.card.card.document;
  const breaches: Problem[] = [];
  for (const policy of ratioPolicies) {
    const bounds = policies[policy];
    if (bounds === undefined) continue;
    const { min, max, level } = bounds;
    const figure = figures[policy];
    const actual = figureText(figure) ?? '-';
    if (max !== undefined && above(figure, max)) {
      breaches.push(breach('policy-max', { policy, bound: rateDecimal(max), actual }, level));
    }
    if (min !== undefined && below(figure, min)) {
      breaches.push(breach('policy-min', { policy, bound: rateDecimal(min), actual }, level));
    }
  }
  return [...breaches, ...commissionBreach(deal), ...spendBreach(deal, amounts)];
}

/** With nothing to divide by, anything above nothing is above any bound. */
function above(figure: Part, max: string): boolean {
  const exact = partRatio(figure);
  return exact === undefined ? figure.part !== 0n : compareRatios(exact, rateRatio(max)) > 0;
}

function below(figure: Part, min: string): boolean {
  const exact = partRatio(figure);
  return exact !== undefined && compareRatios(exact, rateRatio(min)) < 0;
}

function commissionBreach({ card, pack }: Deal): Problem[] {
  const bound = card.card.document.policies?.commission;
  const rate = pack.agency?.commission;
  if (bound === undefined || rate === undefined) return [];
  if (compareRatios(rateRatio(rate), rateRatio(bound.max)) <= 0) return [];
  const values = { policy: 'commission', bound: rateDecimal(bound.max), actual: rateDecimal(rate) };
  return [breach('policy-max', values, bound.level, ['agency', 'commission'])];
}

function spendBreach({ card }: Deal, { totals }: Amounts): Problem[] {
  const bound = card.card.document.policies?.minimumSpend;
  if (bound === undefined) return [];
  const { currency } = card;
  const least = decimalRatio(bound.min);
  if (compareRatios(ratio(totals.media, 10n ** BigInt(currency.digits)), least) >= 0) return [];
  const values = { policy: 'minimumSpend', bound: bound.min, actual: formatMinor(totals.media, currency) };
  return [breach('policy-min', values, bound.level)];
}

function breach(
  code: 'policy-max' | 'policy-min',
  values: { policy: string; bound: string; actual: string },
  level: Severity | undefined,
  path: Problem['path'] = [],
): Problem {
  return problem(code, path, values, { severity: level ?? 'error' });
}
