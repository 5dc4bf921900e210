import type { ControlledTransaction } from 'kysely';
import type { LedgerFault } from './fault.js';
import type { Dialect } from './migrations/migration.js';
import type { Queries, Tables } from './tables.js';

/** What an engine must provide; it is finished when it passes test/store.suite.ts, unchanged. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  readonly queries: Queries;
  /** `write` waits for nobody in SQLite's own way: busy is told at once, and retried by us. `read` sees one snapshot. */
  readonly begin: (mode: 'read' | 'write') => Promise<ControlledTransaction<Tables>>;
  readonly dialect: Dialect;
  /** Before the first table is made. */
  readonly prepare: () => Promise<void>;
  /** The server's clock, milliseconds since 1970; undefined where the process's own is as good. */
  readonly clock?: (queries: Queries) => Promise<number>;
  /** Somebody else was in the way, and trying again may succeed. */
  readonly mayRetry: (fault: unknown) => boolean;
  /** A table that was asked for is not there. */
  readonly lacksTable: (fault: unknown) => boolean;
  /** The fault in the house's terms; undefined for one of the program. */
  readonly faultOf: (fault: unknown) => LedgerFault | undefined;
  /** Bytes it takes. */
  readonly size: (queries: Queries) => Promise<number>;
  readonly close: () => Promise<void>;
}

/** A step of a transaction that comes to nothing: all of it is undone, and this is its answer. */
export class Undone<T> {
  constructor(readonly answer: T) {}
}

/** How long a transaction is tried before somebody is told that the ledger is busy. */
const patience = 60_000;

export interface Waiting {
  /** Milliseconds since some moment. */
  readonly elapsed: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** From 0 to 1. */
  readonly chance: () => number;
}

/**
 * Runs `work` in one transaction: all of it or nothing. `work` must bear being run again.
 *
 * @throws LedgerFault when the ledger fails, or stays busy for a minute
 */
export function transact<T>(
  engine: Engine,
  waiting: Waiting,
  mode: 'read' | 'write',
  work: (queries: Queries) => Promise<T | Undone<T>>,
): Promise<T> {
  return insist(engine, waiting, () => once(engine, mode, work));
}

/** Locks that somebody else holds, lost serialisations and deadlocks are tried again after a short, jittered pause. */
export async function insist<T>(engine: Engine, waiting: Waiting, work: () => Promise<T>): Promise<T> {
  const begun = waiting.elapsed();
  for (;;) {
    try {
      return await work();
    } catch (fault) {
      const patient = engine.mayRetry(fault) && waiting.elapsed() - begun < patience;
      if (!patient) throw engine.faultOf(fault) ?? fault;
      // Pauses stay as short as at first, so that nobody is lapped by others who ask more often.
      await waiting.pause(0.2 + waiting.chance() * 1.5);
    }
  }
}

async function once<T>(
  engine: Engine,
  mode: 'read' | 'write',
  work: (queries: Queries) => Promise<T | Undone<T>>,
): Promise<T> {
  const transaction = await engine.begin(mode);
  let done: T | Undone<T>;
  try {
    done = await work(transaction);
  } catch (fault) {
    await transaction.rollback().execute().catch(alreadyOver);
    throw fault;
  }
  if (done instanceof Undone) {
    await transaction.rollback().execute();
    return done.answer;
  }
  try {
    await transaction.commit().execute();
  } catch (fault) {
    await transaction.rollback().execute().catch(alreadyOver);
    throw fault;
  }
  return done;
}

/** A connection that is gone has undone everything itself; the first fault is the one to tell. */
function alreadyOver(): void {}
