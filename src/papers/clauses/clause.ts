import type { Clause } from '../../documents/contract.js';
import type { Quote, QuoteLine } from '../../documents/quote.js';
import type { Language } from '../../lang/text.js';

/** Writes one clause from what the quote says; nothing where the quote gives it nothing to say. */
export type ClauseWriter = (quote: Quote, language: Language) => Clause | undefined;

/** The numbers of the lines closed in one way. */
export function closedLines({ lines }: Quote, closed: NonNullable<QuoteLine['closed']>): number[] {
  return lines.filter((line) => line.closed === closed).map(({ line }) => line);
}
