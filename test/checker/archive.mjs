import { digestOf } from './canonical.mjs';
import { readCard, readQuote } from './documents.mjs';

/**
 * @typedef {import('./documents.mjs').Card} Card
 * @typedef {import('./documents.mjs').Quote} Quote
 */

/** The cards and quotes of a ledger, by digest, with the row of the export in which each first stands. */
export class Archive {
  /** @type {Map<string, Card>} */
  #cards = new Map();
  /** @type {Map<string, Quote>} */
  #quotes = new Map();

  /**
   * @param {any} document
   * @param {number} row
   * @throws when the document is not what its kind says
   */
  fileCard(document, row) {
    const card = readCard(document, row);
    if (!this.#cards.has(card.digest)) this.#cards.set(card.digest, card);
  }

  /**
   * Filed under the digest that it claims, whether true or not, so that one wrong quote is named once and not by each event.
   *
   * @param {any} document
   * @param {number} row
   * @returns {string | undefined} the digest that it should have, when it has another
   * @throws when the document is not what its kind says
   */
  fileQuote(document, row) {
    const quote = readQuote(document, row);
    if (!this.#quotes.has(quote.digest)) this.#quotes.set(quote.digest, quote);
    const { digest, ...rest } = document;
    const due = digestOf(rest);
    return due === digest ? undefined : due;
  }

  /**
   * @param {string} digest
   * @param {number} row only what stands before it is there
   * @returns {Card | undefined}
   */
  cardBefore(digest, row) {
    return before(this.#cards.get(digest), row);
  }

  /**
   * @param {string} digest
   * @param {number} row only what stands before it is there
   * @returns {Quote | undefined}
   */
  quoteBefore(digest, row) {
    return before(this.#quotes.get(digest), row);
  }
}

function before(document, row) {
  return document !== undefined && document.row < row ? document : undefined;
}
