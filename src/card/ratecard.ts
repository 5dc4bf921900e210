import type { RateCardDocument } from '../documents/ratecard.js';

/** A sound rate card, frozen: its canonical document and the digest that quotes pin it by. */
export interface RateCard {
  readonly document: RateCardDocument;
  readonly digest: string;
}
