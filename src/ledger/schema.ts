import { sql } from 'kysely';
import { migrations } from './migrations/all.js';
import { type Engine, insist, transact, type Waiting } from './store.js';
import type { Queries } from './tables.js';

/** The version of the schema that this program writes. */
export const currentVersion = migrations.length;

/** The version of a ledger; 0 where there is none yet. */
export async function versionOf(engine: Engine, waiting: Waiting): Promise<number> {
  try {
    return await transact(engine, waiting, 'read', async (queries) => {
      const row = await queries
        .selectFrom('kanli_schema')
        .select('version')
        .where('id', '=', 1)
        .executeTakeFirst();
      return row?.version ?? 0;
    });
  } catch (fault) {
    if (engine.lacksTable(fault)) return 0;
    throw fault;
  }
}

/**
 * Brings a ledger to the current version, in one transaction, however many try at once.
 *
 * @param rebuild makes the derived tables again from the events, where a step changed a ledger that was in use
 * @returns the version it had
 */
export async function migrate(
  engine: Engine,
  waiting: Waiting,
  rebuild: (queries: Queries) => Promise<void>,
): Promise<number> {
  await insist(engine, waiting, engine.prepare);
  await transact(engine, waiting, 'write', async (queries) => {
    const whole = sql.raw(engine.dialect.whole);
    await sql`create table if not exists kanli_schema (id ${whole} not null primary key check (id = 1), version ${whole} not null)`.execute(
      queries,
    );
    await queries
      .insertInto('kanli_schema')
      .values({ id: 1, version: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
  return transact(engine, waiting, 'write', async (queries) => {
    // Whoever comes second waits here, and finds the work done.
    const { version } = await queries
      .updateTable('kanli_schema')
      .set((row) => ({ version: row.ref('version') }))
      .where('id', '=', 1)
      .returning('version')
      .executeTakeFirstOrThrow();
    if (version >= currentVersion) return version;
    for (const migration of migrations.slice(version)) {
      for (const statement of migration(engine.dialect)) await sql.raw(statement).execute(queries);
    }
    await queries.updateTable('kanli_schema').set({ version: currentVersion }).where('id', '=', 1).execute();
    if (version > 0) await rebuild(queries);
    return version;
  });
}
