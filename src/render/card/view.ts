import type { RateCardDocument } from '../../documents/ratecard.js';
import type { Language } from '../../lang/text.js';
import type { Currency } from '../../money/money.js';
import type { Page } from '../page.js';

/** A card as the parts of its view need it: every text in it safe to print. */
export interface CardView extends Page {
  readonly card: RateCardDocument;
  readonly currency: Currency;
  readonly language: Language;
}
