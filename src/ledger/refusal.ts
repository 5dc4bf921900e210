import type { RateCard } from '../card/ratecard.js';
import type { EventSpot } from '../documents/ledgerEvent.js';
import type { Quote } from '../documents/quote.js';
import type { RefusedSpot } from '../documents/receipt.js';
import { compileCard } from '../pricing/compile.js';
import { alternativesFor } from './alternatives.js';
import { Availability, type Judging } from './availability.js';
import { inventoryOn } from './occupancy.js';
import { daysOfSpots, resourcesOf, type Standing, standingOn } from './standing.js';
import type { Queries } from './tables.js';

/** What is asked of the ledger: the spots of one package, of which some are to be judged. */
export interface Asked {
  readonly quote: Quote;
  readonly card: RateCard;
  /** All spots of the package that are to stand. */
  readonly spots: readonly EventSpot[];
  /** Those that are new; the others have their places already. */
  readonly judged: readonly EventSpot[];
  /** A booking whose places count as free. */
  readonly without?: string | undefined;
}

/** What spots of a quote are judged by besides what stands. */
export function judgingOf({ quote, card }: Pick<Asked, 'quote' | 'card'>, now: number): Judging {
  const { valid } = compileCard(card);
  return { now, zone: card.document.timezone, terms: quote.terms, valid };
}

export interface Judged {
  readonly refused: readonly RefusedSpot[];
  /** Holds that have run out and whose places the judged spots need. */
  readonly lapsed: readonly string[];
}

/**
 * Judges spots beside what stands at one moment. All reasons and alternatives come from the one snapshot that `queries` see.
 *
 * Source: booking rules, "A refusal lists every failing spot".
 */
export async function judge(queries: Queries, asked: Asked, now: number): Promise<Judged> {
  const { quote, card, spots, judged, without } = asked;
  const { platform } = quote.rateCard;
  const { valid } = compileCard(card);
  const standing = await standingOn(queries, platform, resourcesOf(judged), daysOfSpots(judged), {
    now,
    without,
  });
  const availability = over(standing);
  const failing = judged
    .map((spot) => ({ spot, reasons: availability.reasons(spot) }))
    .filter(({ reasons }) => reasons.length > 0);
  if (failing.length === 0) return { refused: [], lapsed: standing.lapsed };
  const wider = await standingOn(
    queries,
    platform,
    resourcesOf([...judged, ...failing.flatMap(({ spot }) => elsewhere(spot, card))]),
    { first: valid.first, last: valid.last + 2 },
    { now, without },
  );
  const wide = over(wider);
  const refused = failing.map(({ spot, reasons }) => {
    const { line, date, time, item } = spot;
    return {
      line,
      date,
      ...(time === undefined ? {} : { time }),
      item,
      reasons,
      alternatives: alternativesFor(spot, quote, card, wide),
    };
  });
  return { refused, lapsed: standing.lapsed };

  function over(found: Standing): Availability {
    return new Availability(found.spots, spots, judgingOf(asked, now));
  }
}

/** A spot on every resource that could be offered instead. */
function elsewhere(spot: EventSpot, card: RateCard): EventSpot[] {
  const items = inventoryOn(card);
  const section = items.get(spot.item)?.section;
  return [...items.values()]
    .filter((item) => item.section === section)
    .map(({ resource }) => ({ ...spot, resource }));
}
