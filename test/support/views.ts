import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RateCard } from '../../src/card/ratecard.js';
import type { PackageDocument } from '../../src/documents/package.js';
import type { Draft, Quote } from '../../src/documents/quote.js';
import { loadPackage, loadRateCard, priceQuote } from '../../src/index.js';

const cases = join(import.meta.dirname, '..', 'cases');

export function readCase(...path: string[]): string {
  return readFileSync(join(cases, ...path), 'utf8');
}

/** A package of the worked card, or of another, priced: sold or refused. */
export function dealOf(pack: string, card: RateCard): Quote | Draft {
  const loaded = loadPackage(pack);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return priced(loaded.value, card);
}

function priced(pack: PackageDocument, card: RateCard): Quote | Draft {
  const result = priceQuote(pack, card);
  const deal = result.ok ? result.value : result.draft;
  if (deal === undefined) throw new Error(JSON.stringify(result.problems));
  return deal;
}

export function cardOf(text: string): RateCard {
  const loaded = loadRateCard(text);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
}

const sgr = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`);

/** A page without its colours; only SGR sequences are taken away. */
export function uncoloured(page: string): string {
  return page.split(sgr).join('');
}

/** Everything in a page that a terminal would obey rather than print. */
export function obeyed(page: string): string[] {
  return page.match(/(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu) ?? [];
}

/** The lines of a page's part, from below its heading to the next one. */
export function partOf(page: string, heading: string): string[] {
  const lines = page.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`── ${heading} `));
  if (start < 0) throw new Error(`no part ${heading}`);
  const end = lines.findIndex((line, at) => at > start && line.startsWith('── '));
  return lines.slice(start + 1, end < 0 ? undefined : end);
}
