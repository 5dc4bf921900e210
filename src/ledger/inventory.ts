import { type RawBuilder, sql } from 'kysely';
import type { BrandChange, CellChange, Claims, DayChange } from './claims.js';
import type { Queries } from './tables.js';

/**
 * Takes and gives back places in the database. Every statement is conditional: a place that is gone changes no row, and the
 * number of rows that did change tells. Rows are locked in the order of the claims, table by table, by every transaction.
 *
 * Source: booking rules, "The database itself refuses what must not be".
 */

/** False when a place could not be had; the transaction must then be undone. */
export async function claim(queries: Queries, platform: string, claims: Claims): Promise<boolean> {
  // What clashes with itself is not for a row to tell that is not there yet.
  const clashing = claims.days.some(
    ({ taken: { timed, dated, exclusive, uncategorised } }) =>
      (timed > 0 && dated > 0) || (exclusive > 0 && uncategorised > 0),
  );
  if (clashing) return false;
  return (
    (await claimCells(queries, platform, claims.cells)) &&
    (await claimDays(queries, platform, claims.days)) &&
    (await claimBrands(queries, platform, claims.brands))
  );
}

/** Few statements, and none with more values than an engine takes at once. */
const rowsAtOnce = 1000;

/** Runs `work` for a thousand rows at a time; false as soon as one of them comes to nothing. */
async function inParts<T>(
  rows: readonly T[],
  work: (part: readonly T[]) => Promise<boolean>,
): Promise<boolean> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    if (!(await work(rows.slice(at, at + rowsAtOnce)))) return false;
  }
  return true;
}

/** `kanli_day.timed + excluded.timed` for each name. */
function each<N extends string>(
  table: string,
  names: readonly N[],
  sign: '+' | '-',
): { readonly [K in N]: RawBuilder<number> } {
  const sums = names.map((name) => [
    name,
    sql<number>`${sql.ref(`${table}.${name}`)} ${sql.raw(sign)} ${sql.ref(`excluded.${name}`)}`,
  ]);
  return Object.fromEntries(sums) as { readonly [K in N]: RawBuilder<number> };
}

const cellKey = ['platform', 'kind', 'resource', 'slot'] as const;

async function claimCells(
  queries: Queries,
  platform: string,
  cells: readonly CellChange[],
): Promise<boolean> {
  const given = cells.filter((cell) => cell.given > 0);
  const taken = cells.filter((cell) => cell.taken > 0);
  // Rows that are given back stand already, whatever these values say of a row that is not there.
  const insert = (
    part: readonly CellChange[],
    used: (cell: CellChange) => number,
    boundOf = ({ bound, given: back }: CellChange) => Math.max(bound, back),
  ) =>
    queries.insertInto('kanli_counter').values(
      part.map((cell) => {
        const { kind, resource, slot } = cell;
        return { platform, kind, resource, slot, used: used(cell), bound: boundOf(cell) };
      }),
    );
  if (given.length > 0 && taken.length > 0) {
    // Some places are given back and others taken: all are locked first, so that there is still one order.
    await inParts(cells, async (part) => {
      const locked = insert(part, () => 0).onConflict((conflict) =>
        conflict.columns(cellKey).doUpdateSet({ used: sql<number>`kanli_counter.used` }),
      );
      await locked.execute();
      return true;
    });
  }
  await inParts(given, async (part) => {
    const lessened = insert(part, (cell) => cell.given).onConflict((conflict) =>
      conflict.columns(cellKey).doUpdateSet(each('kanli_counter', ['used'], '-')),
    );
    await lessened.execute();
    return true;
  });
  return inParts(taken, async (part) => {
    if (part.some((cell) => cell.taken > cell.bound)) return false;
    const added = insert(
      part,
      (cell) => cell.taken,
      ({ bound }) => bound,
    ).onConflict((conflict) =>
      conflict
        .columns(cellKey)
        .doUpdateSet({
          ...each('kanli_counter', ['used'], '+'),
          bound: sql<number>`excluded.bound`,
        })
        .where(sql<boolean>`kanli_counter.used + excluded.used <= excluded.bound`),
    );
    return allOf(part, await added.executeTakeFirstOrThrow());
  });
}

function allOf(
  part: readonly unknown[],
  changed: { readonly numInsertedOrUpdatedRows?: bigint | undefined },
): boolean {
  return changed.numInsertedOrUpdatedRows === BigInt(part.length);
}

const dayKey = ['platform', 'resource', 'day'] as const;
const dayCounts = ['timed', 'dated', 'exclusive', 'uncategorised'] as const;

/** Every day is locked, changed or not: it stands for the brands on it, too. What is given back goes first. */
async function claimDays(queries: Queries, platform: string, days: readonly DayChange[]): Promise<boolean> {
  const insert = (part: readonly DayChange[], way: 'given' | 'taken') =>
    queries
      .insertInto('kanli_day')
      .values(
        part.map((change) => ({ platform, resource: change.resource, day: change.day, ...change[way] })),
      );
  if (days.some(({ given }) => dayCounts.some((name) => given[name] > 0))) {
    await inParts(days, async (part) => {
      const lessened = insert(part, 'given').onConflict((conflict) =>
        conflict.columns(dayKey).doUpdateSet(each('kanli_day', dayCounts, '-')),
      );
      await lessened.execute();
      return true;
    });
  }
  return inParts(days, async (part) => {
    const added = insert(part, 'taken').onConflict((conflict) =>
      conflict
        .columns(dayKey)
        .doUpdateSet(each('kanli_day', dayCounts, '+'))
        .where(
          sql<boolean>`(kanli_day.timed + excluded.timed = 0 or kanli_day.dated + excluded.dated = 0)
            and (excluded.uncategorised = 0 or kanli_day.exclusive + excluded.exclusive = 0)`,
        ),
    );
    return allOf(part, await added.executeTakeFirstOrThrow());
  });
}

interface CategoryChange {
  readonly resource: string;
  readonly day: number;
  readonly category: string;
  brands: number;
  exclusive: number;
}

/** How many brands a category has on a day follows from which come and which go; an exclusive one must be alone. */
async function claimBrands(
  queries: Queries,
  platform: string,
  brands: readonly BrandChange[],
): Promise<boolean> {
  const categories = new Map<string, CategoryChange>();
  const categoryOf = ({ resource, day, category }: Omit<BrandChange, 'brand' | 'spots' | 'exclusive'>) => {
    const name = JSON.stringify([resource, day, category]);
    const known = categories.get(name) ?? { resource, day, category, brands: 0, exclusive: 0 };
    categories.set(name, known);
    return known;
  };
  for (const change of brands) categoryOf(change).exclusive += change.exclusive;
  for (const sign of ['-', '+'] as const) {
    const changing = brands.filter(({ spots }) => (sign === '-' ? spots < 0 : spots > 0));
    const before = new Map(changing.map((change) => [brandName(change), Math.abs(change.spots)]));
    await inParts(changing, async (part) => {
      const left = await queries
        .insertInto('kanli_brand')
        .values(
          part.map(({ resource, day, category, brand, spots }) => ({
            platform,
            resource,
            day,
            category,
            brand,
            spots: Math.abs(spots),
          })),
        )
        .onConflict((conflict) =>
          conflict
            .columns(['platform', 'resource', 'day', 'category', 'brand'])
            .doUpdateSet(each('kanli_brand', ['spots'], sign)),
        )
        .returning(['resource', 'day', 'category', 'brand', 'spots'])
        .execute();
      for (const row of left) {
        if (sign === '-' && row.spots === 0) categoryOf(row).brands -= 1;
        if (sign === '+' && row.spots === before.get(brandName(row))) categoryOf(row).brands += 1;
      }
      return true;
    });
  }
  return claimCategories(queries, platform, [...categories.values()]);
}

function brandName({ resource, day, category, brand }: Omit<BrandChange, 'spots' | 'exclusive'>): string {
  return JSON.stringify([resource, day, category, brand]);
}

const categoryCounts = ['brands', 'exclusive'] as const;

async function claimCategories(
  queries: Queries,
  platform: string,
  categories: readonly CategoryChange[],
): Promise<boolean> {
  const changing = categories.filter(({ brands, exclusive }) => brands !== 0 || exclusive !== 0);
  const insert = (part: readonly CategoryChange[], count: (n: number) => number) =>
    queries.insertInto('kanli_category').values(
      part.map(({ resource, day, category, brands, exclusive }) => ({
        platform,
        resource,
        day,
        category,
        brands: count(brands),
        exclusive: count(exclusive),
      })),
    );
  const key = [...dayKey, 'category'] as const;
  const given = changing.filter(({ brands, exclusive }) => brands < 0 || exclusive < 0);
  await inParts(given, async (part) => {
    const lessened = insert(part, (n) => Math.max(0, -n)).onConflict((conflict) =>
      conflict.columns(key).doUpdateSet(each('kanli_category', categoryCounts, '-')),
    );
    await lessened.execute();
    return true;
  });
  const taken = changing.filter(({ brands, exclusive }) => brands > 0 || exclusive > 0);
  return inParts(taken, async (part) => {
    if (part.some(({ brands, exclusive }) => exclusive > 0 && brands > 1)) return false;
    const added = insert(part, (n) => Math.max(0, n)).onConflict((conflict) =>
      conflict
        .columns(key)
        .doUpdateSet(each('kanli_category', categoryCounts, '+'))
        .where(
          sql<boolean>`kanli_category.exclusive + excluded.exclusive = 0
            or kanli_category.brands + excluded.brands <= 1`,
        ),
    );
    return allOf(part, await added.executeTakeFirstOrThrow());
  });
}
