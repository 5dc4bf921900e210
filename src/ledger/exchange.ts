import { type Problem, problem } from '../diagnostics/problem.js';
import { canonicalJson, digestOfText } from '../documents/canonical.js';
import { Audit, type Sealed } from './audit.js';
import { writeDerived } from './derived.js';
import { type Desk, reading, writing } from './desk.js';
import { Undone } from './store.js';
import type { Queries } from './tables.js';
import { documentsOf, platformsOf, sealedOf } from './verify.js';

/** A whole ledger as lines of text, and back, whatever the engines. Source: booking rules, "The ledger", export. */

/** Writes every archived card and quote and every event, a line each; documents come before the events that name them. */
export function exportLedger(desk: Desk, write: (line: string) => Promise<void>): Promise<number> {
  return reading(desk, async (queries) => {
    let lines = 0;
    for (const platform of await platformsOf(queries)) {
      for await (const { body } of documentsOf(queries, platform)) {
        await write(`${body}\n`);
        lines += 1;
      }
      for await (const { body, hash } of sealedOf(queries, platform)) {
        await write(`${canonicalJson({ ...(JSON.parse(body) as object), hash })}\n`);
        lines += 1;
      }
    }
    return lines;
  });
}

export type Imported =
  | { readonly ok: true; readonly events: number; readonly documents: number }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads exported lines into a ledger that has none of their platforms yet: all or nothing. Every chain is checked as `verify`
 * does, and the derived tables are made from it.
 */
export function importLedger(desk: Desk, lines: () => AsyncIterable<string>): Promise<Imported> {
  return writing<Imported>(desk, async (queries) => {
    const done = await imported(queries, lines());
    return done.ok ? done : new Undone(done);
  });
}

async function imported(queries: Queries, lines: AsyncIterable<string>): Promise<Imported> {
  const audits = new Map<string, Audit>();
  const batch = new Batch(queries);
  const problems: Problem[] = [];
  let at = 0;
  let events = 0;
  let documents = 0;
  for await (const line of lines) {
    at += 1;
    if (line.trim() === '') continue;
    const read = readLine(line);
    if (read === undefined) return { ok: false, problems: [problem('import-line', [], { line: at })] };
    const audit = audits.get(read.platform) ?? new Audit(read.platform);
    if (!audits.has(read.platform)) {
      audits.set(read.platform, audit);
      const taken = (await platformsOf(queries)).includes(read.platform);
      if (taken)
        return { ok: false, problems: [problem('import-not-empty', [], { platform: read.platform })] };
    }
    if ('sealed' in read) {
      audit.event(read.sealed);
      await batch.event({ platform: read.platform, ...read.sealed });
      events += 1;
    } else {
      audit.document(read.document);
      await batch.document({ platform: read.platform, ...read.document });
      documents += 1;
    }
  }
  await batch.flush();
  for (const { problems: found } of audits.values()) problems.push(...found);
  if (problems.length > 0) return { ok: false, problems };
  for (const { platform, fold } of audits.values()) {
    if (fold !== undefined) await writeDerived(queries, platform, fold.rows());
  }
  return { ok: true, events, documents };
}

/** Rows on their way into the tables, some at a time. */
class Batch {
  readonly #queries: Queries;
  #events: (Sealed & { readonly platform: string })[] = [];
  #documents: Document[] = [];

  constructor(queries: Queries) {
    this.#queries = queries;
  }

  async event(event: Sealed & { readonly platform: string }): Promise<void> {
    this.#events.push(event);
    if (this.#events.length >= atOnce) await this.flush();
  }

  async document(document: Document): Promise<void> {
    this.#documents.push(document);
    if (this.#documents.length >= atOnce) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.#documents.length > 0) {
      await this.#queries
        .insertInto('kanli_archive')
        .values(this.#documents)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    if (this.#events.length > 0) await this.#queries.insertInto('kanli_event').values(this.#events).execute();
    this.#documents = [];
    this.#events = [];
  }
}

const atOnce = 500;

interface Document {
  readonly platform: string;
  readonly kind: 'RateCard' | 'Quote';
  readonly digest: string;
  readonly body: string;
}

type ReadLine = { readonly platform: string } & (
  | { readonly sealed: Sealed }
  | { readonly document: Omit<Document, 'platform'> }
);

function readLine(line: string): ReadLine | undefined {
  let read: Readonly<Record<string, unknown>> | null;
  try {
    read = JSON.parse(line) as typeof read;
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null) return undefined;
  const { kind } = read;
  if (kind === 'RateCard') {
    const { platform } = read;
    if (typeof platform !== 'string') return undefined;
    const body = canonicalJson(read);
    return { platform, document: { kind, digest: digestOfText(body), body } };
  }
  if (kind === 'Quote') {
    const { digest, rateCard } = read as { digest?: unknown; rateCard?: { platform?: unknown } };
    if (typeof digest !== 'string' || typeof rateCard?.platform !== 'string') return undefined;
    return { platform: rateCard.platform, document: { kind, digest, body: canonicalJson(read) } };
  }
  const { hash, ...event } = read;
  const { platform, seq, booking } = event;
  if (typeof hash !== 'string' || typeof platform !== 'string' || typeof booking !== 'string')
    return undefined;
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 1) return undefined;
  return { platform, sealed: { seq, hash, booking, body: canonicalJson(event) } };
}
