import type { Clause } from '../../documents/contract.js';
import type { QuoteLine } from '../../documents/quote.js';
import type { Language } from '../../lang/text.js';
import type { Standing } from '../standing.js';

/** Writes one clause from what stands of the deal; nothing where that gives it nothing to say. */
export type ClauseWriter = (deal: Standing, language: Language) => Clause | undefined;

/** The numbers of the lines closed in one way. */
export function closedLines({ lines }: Standing, closed: NonNullable<QuoteLine['closed']>): number[] {
  return lines.filter((line) => line.closed === closed).map(({ line }) => line);
}
