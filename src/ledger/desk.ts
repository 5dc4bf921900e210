import type { RateCard } from '../card/ratecard.js';
import { canonicalJson } from '../documents/canonical.js';
import { type Quote, quoteSchema } from '../documents/quote.js';
import type { RateCardDocument } from '../documents/ratecard.js';
import { canonicalWriter } from '../documents/writer.js';
import { type Engine, transact, type Undone, type Waiting } from './store.js';
import type { Queries, Tables } from './tables.js';

/** A ledger that is open, as verbs and views use it. */
export interface Desk {
  readonly engine: Engine;
  readonly waiting: Waiting;
  /** The process's clock, where the engine has none of its own. */
  readonly clock: () => number;
  /** Documents by digest: they never change. */
  readonly known: {
    readonly cards: Map<string, RateCard>;
    readonly quotes: Map<string, Quote>;
    /** Cards of which it is known that they are archived. */
    readonly archived: Set<string>;
  };
}

export function reading<T>(desk: Desk, work: (queries: Queries) => Promise<T>): Promise<T> {
  return transact(desk.engine, desk.waiting, 'read', work);
}

export function writing<T>(desk: Desk, work: (queries: Queries) => Promise<T | Undone<T>>): Promise<T> {
  return transact(desk.engine, desk.waiting, 'write', work);
}

/** The instant of a verb: what the call says, else the server's clock, else the process's. */
export async function instantFor(desk: Desk, queries: Queries, given: number | undefined): Promise<number> {
  return given ?? (await desk.engine.clock?.(queries)) ?? desk.clock();
}

/** Documents the ledger keeps may be many; a process rarely needs more than a few again. */
const mostKept = 2000;

export async function quoteFrom(
  desk: Desk,
  queries: Queries,
  platform: string,
  digest: string,
): Promise<Quote> {
  const known = desk.known.quotes.get(digest);
  if (known !== undefined) return known;
  return remember(desk.known.quotes, digest, (await archived(queries, platform, digest)) as Quote);
}

export async function cardFrom(
  desk: Desk,
  queries: Queries,
  platform: string,
  digest: string,
): Promise<RateCard> {
  const known = desk.known.cards.get(digest);
  if (known !== undefined) return known;
  const document = (await archived(queries, platform, digest)) as RateCardDocument;
  return remember(desk.known.cards, digest, Object.freeze({ document, digest }));
}

async function archived(queries: Queries, platform: string, digest: string): Promise<unknown> {
  const { body } = await queries
    .selectFrom('kanli_archive')
    .select('body')
    .where('platform', '=', platform)
    .where('digest', '=', digest)
    .executeTakeFirstOrThrow();
  return JSON.parse(body);
}

function remember<T>(kept: Map<string, T>, digest: string, document: T): T {
  if (kept.size >= mostKept) kept.clear();
  kept.set(digest, document);
  return document;
}

let quotesWritten = 0;
let quoteWriter: ((quote: unknown) => string) | undefined;

/** Canonical JSON of a quote. A writer made for quotes is faster, but to make it takes longer than to write a single one. */
export function quoteText(quote: unknown): string {
  quotesWritten += 1;
  if (quotesWritten <= 4) return canonicalJson(quote);
  quoteWriter ??= canonicalWriter(quoteSchema);
  return quoteWriter(quote);
}

/** Keeps a quote under its digest, once, and the card it is priced by. */
export async function archive(
  desk: Desk,
  queries: Queries,
  platform: string,
  quote: Quote,
  card?: RateCard,
): Promise<void> {
  const rows: Tables['kanli_archive'][] = [
    { platform, kind: 'Quote', digest: quote.digest, body: quoteText(quote) },
  ];
  // A card is large, and mostly there already.
  if (card !== undefined && !(await isArchived(desk, queries, platform, card.digest))) {
    rows.push({ platform, kind: 'RateCard', digest: card.digest, body: canonicalJson(card.document) });
  }
  await queries
    .insertInto('kanli_archive')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What was once seen in the archive stays there. */
async function isArchived(desk: Desk, queries: Queries, platform: string, digest: string): Promise<boolean> {
  const name = `${platform} ${digest}`;
  if (desk.known.archived.has(name)) return true;
  const row = await queries
    .selectFrom('kanli_archive')
    .select('digest')
    .where('platform', '=', platform)
    .where('digest', '=', digest)
    .executeTakeFirst();
  if (row !== undefined) desk.known.archived.add(name);
  return row !== undefined;
}
