import type { Draft, Quote, QuoteLine } from '../../documents/quote.js';
import type { RateCardDocument } from '../../documents/ratecard.js';
import type { Language } from '../../lang/text.js';
import { ruleWords, titleIn, word } from '../../lang/trade.js';
import { type Currency, formatMinor, type Minor, toMinor } from '../../money/money.js';
import type { Page } from '../page.js';

/** A deal as the parts of its view need it: every text in it safe to print. */
export interface DealView extends Page {
  readonly deal: Quote | Draft;
  /** The card it was priced by, where the caller has it: for the titles of rules, units and bounds. */
  readonly card: RateCardDocument | undefined;
  readonly currency: Currency;
  readonly language: Language;
}

export function refused(deal: Quote | Draft): deal is Draft {
  return !('kind' in deal);
}

export function minor(text: string, { currency }: DealView): Minor {
  return toMinor(text, currency);
}

export function plain(amount: Minor, { currency }: DealView): string {
  return formatMinor(amount, currency);
}

/** A column of amounts, summed. */
export function sumOf(lines: readonly QuoteLine[], of: (line: QuoteLine) => string, view: DealView): Minor {
  return lines.reduce((sum, line) => sum + minor(of(line), view), 0n);
}

/** A rule by its title on the card, by our word for it, or by its id. */
export function ruleTitle(rule: string, { card, language }: DealView): string {
  const own = [...(card?.surcharges ?? []), ...(card?.discounts ?? [])].find(({ id }) => id === rule);
  return own === undefined ? word(ruleWords, rule, language) : titleIn(own, language);
}
