import type { RateCard } from '../card/ratecard.js';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.js';
import { type Path, type Problem, problem } from '../diagnostics/problem.js';
import { ownDigest } from '../documents/canonical.js';
import type { Quote } from '../documents/quote.js';
import { type Canonical, pricedOf, workOut } from './price.js';

/** A document's digest must be that of its content. */
export function checkOwnDigest(document: { readonly digest: string }): Problem[] {
  const derived = ownDigest(document);
  return derived === document.digest
    ? []
    : [problem('digest-mismatch', ['digest'], { found: document.digest, derived })];
}

/**
 * Re-derives a quote from the package it carries and the card it is pinned to, and names every difference.
 *
 * @param card the card with the digest the quote names; another card is a difference of its own
 * @param canonical a faster writer of canonical JSON, for whoever verifies many
 * @returns the quote as it was re-derived, byte for byte the same, or the differences: path, what was found, what it must be
 */
export function verifyQuote(quote: Quote, card: RateCard, canonical?: Canonical): Outcome<Quote> {
  const { rateCard } = quote;
  if (rateCard.digest !== card.digest) {
    return fail([
      problem('card-digest-not-found', ['rateCard', 'digest'], { digest: rateCard.digest, id: rateCard.id }),
    ]);
  }
  const priced = pricedOf(workOut(quote.package, card, { asOf: quote.asOf }), canonical);
  if (!priced.ok) return fail(priced.problems);
  const differing = differences(quote, priced.value, 'differs-from-card');
  // Alike in everything is alike in the digest, too.
  if (differing.length === 0) return succeed(priced.value, priced.problems);
  const problems = [...checkOwnDigest(quote), ...differing.filter(({ path }) => path[0] !== 'digest')];
  return fail(problems);
}

/** Every place where two JSON values differ, as problems of one code with what was found and what it must be. */
export function differences(
  found: unknown,
  derived: unknown,
  code: Problem['code'],
  path: Path = [],
): Problem[] {
  if (found === derived) return [];
  if (isContainer(found) && isContainer(derived) && Array.isArray(found) === Array.isArray(derived)) {
    const keys = new Set([...Object.keys(derived), ...Object.keys(found)]);
    return [...keys].flatMap((key) => {
      const step = Array.isArray(derived) ? Number(key) : key;
      return differences(member(found, key), member(derived, key), code, [...path, step]);
    });
  }
  return [problem(code, path, { found: shown(found), derived: shown(derived) })];
}

type Container = Readonly<Record<string, unknown>>;

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

function member(container: Container, key: string): unknown {
  return Object.hasOwn(container, key) ? container[key] : undefined;
}

function shown(value: unknown): string {
  if (value === undefined) return '-';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
