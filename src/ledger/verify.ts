import { type Problem, problem } from '../diagnostics/problem.js';
import type { ChainHead } from '../documents/bookings.js';
import { canonicalJson } from '../documents/canonical.js';
import { Audit, type Sealed } from './audit.js';
import { derivedTableNames, derivedTables, rowsIn } from './derived.js';
import { type Desk, reading } from './desk.js';
import type { DerivedRows, DerivedTable } from './fold.js';
import type { Queries } from './tables.js';

/** Whether a ledger is what its events say. Source: booking rules, "The ledger", `ledger verify`. */

export interface Verified {
  readonly heads: readonly ChainHead[];
  readonly events: number;
  readonly bookings: number;
  readonly problems: readonly Problem[];
}

/**
 * Reads every event and document, makes every derived table again and compares.
 *
 * @param head a hash that was noted earlier: the ledger must have it, or its end was cut off
 * @param progress is told how many events are behind
 */
export function verifyLedger(
  desk: Desk,
  {
    head,
    progress,
  }: { readonly head?: string | undefined; readonly progress?: ((events: number) => void) | undefined } = {},
): Promise<Verified> {
  return reading(desk, async (queries) => {
    const heads: ChainHead[] = [];
    const problems: Problem[] = [];
    let events = 0;
    let bookings = 0;
    let found = head === undefined;
    for (const platform of await platformsOf(queries)) {
      const audit = await auditOf(queries, platform, () => {
        events += 1;
        progress?.(events);
      });
      if (audit.head.seq > 0) heads.push(audit.head);
      found ||= head !== undefined && audit.hashes.has(head);
      problems.push(...audit.problems);

      if (audit.problems.length > 0) continue;
      bookings += audit.fold?.bookings.size ?? 0;
      // Without events nothing may stand in the tables, either.
      problems.push(...(await tableProblems(queries, platform, audit.fold?.rows())));
    }
    if (!found) problems.push(problem('head-not-found', [], { head: head ?? '' }));
    return { heads, events, bookings, problems };
  });
}

/** Every platform of which anything is stored. */
export async function platformsOf(queries: Queries): Promise<string[]> {
  const found = new Set<string>();
  for (const table of ['kanli_event', 'kanli_archive', ...derivedTableNames] as const) {
    const rows = await queries.selectFrom(table).select('platform').distinct().execute();
    for (const { platform } of rows) found.add(platform);
  }
  return [...found].sort();
}

/** Reads the whole chain of a platform with the documents that it speaks of. */
export async function auditOf(
  queries: Queries,
  platform: string,
  each: () => void = () => undefined,
): Promise<Audit> {
  const audit = new Audit(platform);
  for await (const document of documentsOf(queries, platform)) audit.document(document);
  for await (const sealed of sealedOf(queries, platform)) {
    audit.event(sealed);
    each();
  }
  return audit;
}

const pageOf = 1000;

/** The events of a platform in their order, page by page. */
export async function* sealedOf(queries: Queries, platform: string): AsyncGenerator<Sealed> {
  for (let after = 0; ; ) {
    const page = await queries
      .selectFrom('kanli_event')
      .select(['seq', 'hash', 'booking', 'body'])
      .where('platform', '=', platform)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(pageOf)
      .execute();
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < pageOf) return;
    after = last.seq;
  }
}

/** Archived cards, then quotes, each in the order of their digests. */
export async function* documentsOf(queries: Queries, platform: string) {
  for (const kind of ['RateCard', 'Quote'] as const) {
    for (let after = ''; ; ) {
      const page = await queries
        .selectFrom('kanli_archive')
        .select(['kind', 'digest', 'body'])
        .where('platform', '=', platform)
        .where('kind', '=', kind)
        .where('digest', '>', after)
        .orderBy('digest')
        .limit(pageOf)
        .execute();
      yield* page;
      const last = page.at(-1);
      if (last === undefined || page.length < pageOf) break;
      after = last.digest;
    }
  }
}

const mostTold = 20;

async function tableProblems(
  queries: Queries,
  platform: string,
  rows: DerivedRows | undefined,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const table of derivedTableNames) {
    const derived = byKey(table, rows?.[table] ?? []);
    const found = byKey(table, await rowsIn(queries, platform, table));
    for (const key of new Set([...derived.keys(), ...found.keys()])) {
      const [is, must] = [textOf(found.get(key)), textOf(derived.get(key))];
      if (is === must) continue;
      problems.push(problem('table-differs', [], { table, row: key, found: is, derived: must }));
      if (problems.length >= mostTold) return problems;
    }
  }
  return problems;
}

type Row = Readonly<Record<string, string | number>>;

function byKey(table: DerivedTable, rows: readonly Row[]): Map<string, Row> {
  const columns = derivedTables[table] as readonly string[];
  return new Map(rows.map((row) => [columns.map((column) => row[column]).join(' '), row]));
}

function textOf(row: Row | undefined): string {
  return row === undefined ? '-' : canonicalJson({ ...row });
}
