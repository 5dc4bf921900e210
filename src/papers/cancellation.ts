import type { Contract } from '../documents/contract.js';
import type { Quote } from '../documents/quote.js';
import type { Terms } from '../documents/terms.js';
import { cancellationWords, dayCount, sentenceMark } from '../lang/papers.js';
import { fill, type Language } from '../lang/text.js';
import { taxBasisWords, word } from '../lang/trade.js';
import { rateDecimal } from '../money/decimal.js';
import { isZero, percentText } from './amounts.js';

/**
 * What cancelling a spot costs, as stretches of days that leave none out: the table's tiers, cut where the next begins;
 * the whole amount for days below the lowest tier, and on the date and after, whatever the table says; without a table
 * nothing before the date.
 *
 * Source: booking rules, "Fees".
 */
export function cancellationOf(quote: Quote, language: Language): Contract['cancellation'] {
  const { prices, timezone } = quote.rateCard;
  const basis = word(taxBasisWords, prices, language);
  const sentences = [fill(cancellationWords.rule, language, { basis, timezone })];
  if (quote.lines.some(({ closed }) => closed === 'pass-through')) {
    sentences.push(cancellationWords.passThrough[language]);
  }
  return {
    basis: prices,
    text: sentences.join(sentenceMark[language]),
    tiers: stretches(quote.terms?.cancellation).map((stretch) => ({
      ...stretch,
      text: stretchText(stretch, language),
    })),
  };
}

interface Stretch {
  readonly from?: number;
  readonly to?: number;
  readonly fee: string;
}

const all = '1';
const nothing = '0';
const onTheDate: Stretch = { to: 0, fee: all };

function stretches(table: Terms['cancellation']): Stretch[] {
  if (table === undefined) return [{ from: 1, fee: nothing }, onTheDate];
  const tiers = [...table].sort((a, b) => b.daysBefore - a.daysBefore);
  const found: Stretch[] = [];
  let next: number | undefined;
  for (const { daysBefore, fee } of tiers) {
    // Day 0 is the date itself, where the whole amount is owed; a tier may have no day of its own left.
    const from = Math.max(daysBefore, 1);
    if (next === undefined || from < next) found.push({ from, ...upTo(next), fee: rateDecimal(fee) });
    next = from;
  }
  if (next !== undefined && next > 1) found.push({ from: 1, ...upTo(next), fee: all });
  return [...found, onTheDate];
}

function upTo(next: number | undefined): { to?: number } {
  return next === undefined ? {} : { to: next - 1 };
}

function stretchText({ from, to, fee }: Stretch, language: Language): string {
  const charged = isZero(fee) ? cancellationWords.free[language] : percentText(fee);
  if (from === undefined) return fill(cancellationWords.onDate, language, { fee: charged });
  const days = dayCount(from, language);
  if (to === undefined) return fill(cancellationWords.atLeast, language, { days, fee: charged });
  if (from === to) return fill(cancellationWords.exactly, language, { days, fee: charged });
  return fill(cancellationWords.between, language, { from, to: dayCount(to, language), fee: charged });
}
