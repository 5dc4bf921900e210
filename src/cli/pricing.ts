import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Problem } from '../diagnostics/problem.js';
import { problem } from '../diagnostics/problem.js';
import type { Quote } from '../documents/quote.js';
import { type Priced, pricedOf } from '../pricing/price.js';
import { checkOwnDigest, verifyQuote } from '../pricing/verify.js';
import type { CardFile } from '../workspace/cards.js';
import { cardProblems, joined } from '../workspace/desk.js';
import { flagText, type Given } from './command.js';
import type { Context } from './context.js';
import { cardForQuote, deskOf, type PackageInput, type QuoteInput, readDeal } from './inputs.js';

/** A package joined with its card and priced. */
export interface PricedPackage {
  readonly priced: Priced;
  readonly card: CardFile;
  readonly problems: readonly Diagnostic[];
}

export function pricePackage(
  input: PackageInput,
  given: Given,
  context: Context,
):
  | { readonly ok: true; readonly value: PricedPackage }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] } {
  const join = joined(input, deskOf(given, context));
  if (!join.ok) return { ok: false, problems: [...input.problems, ...cardProblems(join.found, input.place)] };
  const { worked, card, problems } = join;
  return { ok: true, value: { priced: pricedOf(worked), card, problems: problems() } };
}

/** A quote that may be trusted: re-derived where its card is at hand, else checked against its own digest. */
export type Trusted =
  | {
      readonly ok: true;
      readonly quote: Quote;
      /** Absent where the card is not at hand. */
      readonly card?: CardFile;
      readonly problems: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] };

/** Papers are made of a quote, or of a package that is priced first. */
export async function trustedQuote(file: string, given: Given, context: Context): Promise<Trusted> {
  const read = await readDeal(file, given, context);
  if (!read.ok) return read;
  if (read.value.kind === 'quote') return trusted(read.value, given, context);
  const priced = pricePackage(read.value, given, context);
  if (!priced.ok) return priced;
  const { problems, card } = priced.value;
  return priced.value.priced.ok
    ? { ok: true, quote: priced.value.priced.value, card, problems }
    : { ok: false, problems };
}

export async function trusted(input: QuoteInput, given: Given, context: Context): Promise<Trusted> {
  const { quote, place } = input;
  const found = await cardForQuote(quote, given, context);
  const placed = (problems: readonly Problem[]) => problems.map(place);
  if (!found.ok) {
    // A card that was named must be the one; one that merely is not at hand leaves the quote's own digest to go by.
    if (flagText(given, 'card') !== undefined) return { ok: false, problems: cardProblems(found, place) };
    const own = checkOwnDigest(quote);
    if (own.length > 0) return { ok: false, problems: placed(own) };
    const { id, digest } = quote.rateCard;
    return { ok: true, quote, problems: [diagnostic(problem('card-unavailable', [], { id, digest }))] };
  }
  const verified = verifyQuote(quote, found.value.card);
  return verified.ok
    ? { ok: true, quote, card: found.value, problems: [] }
    : { ok: false, problems: placed(verified.problems) };
}
