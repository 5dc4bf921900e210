import type { RateCard } from '../card/ratecard.js';
import { titleIn } from '../lang/trade.js';
import { inventoryOn } from '../ledger/occupancy.js';
import type { About } from './answers.js';
import type { Context } from './context.js';

/** What a refusal's view needs of a card: the platform's clock and the titles of its items. */
export function aboutCard(card: RateCard, attempt: About['attempt'], { language }: Context): About {
  const items = inventoryOn(card);
  return {
    attempt,
    zone: card.document.timezone,
    titleOf: (item) => {
      const document = items.get(item)?.document;
      return document === undefined ? item : titleIn(document, language);
    },
  };
}
