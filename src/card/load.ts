import { digestOf } from '../documents/canonical.js';
import { type Loaded, type LoadOptions, loadDocument } from '../documents/load.js';
import { type RateCardDocument, rateCardSchema } from '../documents/ratecard.js';
import { cardChecks } from './checks/all.js';
import type { RateCard } from './ratecard.js';

/**
 * Reads a rate card from the text or bytes of a YAML or JSON file.
 *
 * @returns a frozen card, or every fault of the file at once, each with file, line, column and the facts of its message;
 *   nothing is thrown for a user's mistake
 */
export function loadRateCard(
  content: string | Uint8Array,
  options: LoadOptions = {},
): Loaded<RateCard, RateCardDocument> {
  return loadDocument(content, options, {
    kind: 'RateCard',
    schema: rateCardSchema,
    checks: cardChecks,
    finish: (document) => Object.freeze({ document, digest: digestOf(document) }),
  });
}
