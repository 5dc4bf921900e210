import type { Contract } from '../documents/contract.js';
import type { Terms } from '../documents/terms.js';
import { lateFeeWords, sentenceMark } from '../lang/papers.js';
import { fill, type Language } from '../lang/text.js';
import { durationWords, periodWords, word } from '../lang/trade.js';
import { rateDecimal } from '../money/decimal.js';

type LateFee = NonNullable<Contract['lateFee']>;

/** The late fee of the terms, in words. Source: pricing rules, "The card", `lateFee`. */
export function lateFeeOf(
  { rate, per, grace, cap }: NonNullable<Terms['lateFee']>,
  language: Language,
): LateFee {
  const period = word(periodWords, per, language);
  const sentences = [fill(lateFeeWords.rate, language, { rate, period })];
  if (grace !== undefined) {
    sentences.push(fill(lateFeeWords.grace, language, { grace: durationWords(grace, language) }));
  }
  if (cap !== undefined) sentences.push(fill(lateFeeWords.cap, language, { cap }));
  return {
    rate: rateDecimal(rate),
    per,
    ...(grace === undefined ? {} : { grace }),
    ...(cap === undefined ? {} : { cap: rateDecimal(cap) }),
    text: sentences.join(sentenceMark[language]),
  };
}
