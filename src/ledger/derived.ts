import type { DerivedRows, DerivedTable } from './fold.js';
import type { Queries, Tables } from './tables.js';

/** The derived tables, and by which columns a row of each is known. */
export const derivedTables: { readonly [T in DerivedTable]: readonly (keyof Tables[T])[] } = {
  kanli_head: ['platform'],
  kanli_booking: ['platform', 'number'],
  kanli_spot: ['platform', 'booking', 'line', 'day'],
  kanli_counter: ['platform', 'kind', 'resource', 'slot'],
  kanli_day: ['platform', 'resource', 'day'],
  kanli_category: ['platform', 'resource', 'day', 'category'],
  kanli_brand: ['platform', 'resource', 'day', 'category', 'brand'],
  kanli_deal: ['platform', 'client', 'package'],
  kanli_key: ['platform', 'key'],
};

export const derivedTableNames = Object.keys(derivedTables) as readonly DerivedTable[];

/** Counts that came to nothing leave a row behind; it says no more than a row that is not there. */
const counts: { readonly [T in DerivedTable]?: readonly string[] } = {
  kanli_counter: ['used'],
  kanli_day: ['timed', 'dated', 'exclusive', 'uncategorised'],
  kanli_category: ['brands', 'exclusive'],
  kanli_brand: ['spots'],
};

/** The rows of a derived table for one platform, those of nothing left out. */
export async function rowsIn(
  queries: Queries,
  platform: string,
  table: DerivedTable,
): Promise<Readonly<Record<string, string | number>>[]> {
  const rows = (await queries
    .selectFrom(table)
    .selectAll()
    .where('platform', '=', platform)
    .execute()) as Readonly<Record<string, string | number>>[];
  const counted = counts[table];
  return counted === undefined
    ? rows
    : rows.filter((row) => counted.some((column) => Number(row[column]) > 0));
}

/** Writes the derived tables of a platform anew. */
export async function writeDerived(queries: Queries, platform: string, rows: DerivedRows): Promise<void> {
  for (const table of derivedTableNames) {
    await queries.deleteFrom(table).where('platform', '=', platform).execute();
    const all = rows[table] as readonly Tables[typeof table][];
    for (let at = 0; at < all.length; at += rowsAtOnce) {
      await queries
        .insertInto(table)
        .values(all.slice(at, at + rowsAtOnce))
        .execute();
    }
  }
}

const rowsAtOnce = 1000;
