import { type CardSearch, searchCard } from '../card/search.js';
import type { RateCardDocument } from '../documents/ratecard.js';
import { currencyOf } from '../money/money.js';
import { drawCardHeader } from './card/header.js';
import { drawItems, drawSearch } from './card/items.js';
import { drawPolicies, drawTerms } from './card/policies.js';
import { drawDiscounts, drawOpenSurcharges, drawSurcharges } from './card/rules.js';
import type { CardView } from './card/view.js';
import { safe } from './safe.js';
import { paintFor, type ViewOptions, widthFor } from './view.js';

export interface CardViewOptions extends ViewOptions {
  /** With anything in it, only the items that match are shown, and nothing of the rules. */
  readonly search?: CardSearch | undefined;
}

/** A rate card, or the items of it that somebody looks for, as a page for the terminal. */
export function drawCard(card: RateCardDocument, options: CardViewOptions): string {
  const view: CardView = {
    card: safe(card),
    currency: currencyOf(card.currency),
    language: options.language,
    width: widthFor(options),
    paint: paintFor(options.colour),
  };
  const search = given(safe(options.search ?? {}));
  const found = searchCard(view.card, search);
  const narrowed = Object.keys(search).length > 0;
  const lines = narrowed
    ? [
        ...drawCardHeader(view),
        ...drawItems(found, view),
        ...drawOpenSurcharges(found, view),
        '',
        ...drawSearch(found, search, view),
      ]
    : [
        ...drawCardHeader(view),
        ...drawItems(found, view),
        ...drawSurcharges(view),
        ...drawDiscounts(view),
        ...drawPolicies(view),
        ...drawTerms(view),
      ];
  return `${lines.join('\n')}\n`;
}

/** What the search really asks for: a flag that was not given asks for nothing. */
function given(search: CardSearch): CardSearch {
  const asked = Object.entries(search).filter(([, value]) => value !== undefined && value.length > 0);
  return Object.fromEntries(asked);
}
