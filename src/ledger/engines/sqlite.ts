import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
  type TransactionSettings,
} from 'kysely';
import { LedgerFault, type LedgerFaultKind } from '../fault.js';
import type { Engine } from '../store.js';
import type { Tables } from '../tables.js';

/** One SQLite file, without a server: the embedded default. The only importer of its driver. */

/** Source: https://www.sqlite.org/rescode.html */
const codes = {
  error: 1,
  permission: 3,
  busy: 5,
  locked: 6,
  readOnly: 8,
  io: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  authorization: 23,
  notADatabase: 26,
} as const;

const faultKinds: ReadonlyMap<number, LedgerFaultKind> = new Map([
  [codes.busy, 'busy'],
  [codes.locked, 'busy'],
  [codes.readOnly, 'read-only'],
  [codes.io, 'disk'],
  [codes.full, 'full'],
  [codes.cannotOpen, 'denied'],
  [codes.permission, 'denied'],
  [codes.authorization, 'denied'],
  [codes.corrupt, 'damaged'],
  [codes.notADatabase, 'damaged'],
]);

/** Opens the file, or makes it; undefined where it is not there and is not to be made. */
export function openSqlite(file: string, mode: 'create' | 'existing'): Engine | undefined {
  if (mode === 'existing' && !existsSync(file)) return undefined;
  const faultOf = (fault: unknown): LedgerFault | undefined => {
    const kind = faultKinds.get(codeOf(fault) ?? 0);
    return kind === undefined ? undefined : new LedgerFault(kind, file, fault);
  };
  const queries = new Kysely<Tables>({ dialect: new ImmediateDialect({ database: opened(file, faultOf) }) });
  return {
    name: 'sqlite',
    queries,
    begin: (kind) =>
      queries
        .startTransaction()
        .setAccessMode(kind === 'read' ? 'read only' : 'read write')
        .execute(),
    dialect: { whole: 'integer', table: 'strict', small: 'strict, without rowid' },
    mayRetry: (fault) => codeOf(fault) === codes.busy || codeOf(fault) === codes.locked,
    lacksTable: (fault) => codeOf(fault) === codes.error && /no such table/.test(String(fault)),
    faultOf,
    size: async () => statSync(file).size + (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0),
    prepare: async () => {
      await queries.executeQuery(CompiledQuery.raw('pragma journal_mode = wal'));
    },
    close: () => queries.destroy(),
  };
}

/** The primary result code: extended ones keep it in their low byte. `errcode` is what node:sqlite calls it, too. */
function codeOf(fault: unknown): number | undefined {
  const { errcode } = fault as { errcode?: unknown };
  if (typeof errcode === 'number') return errcode & 0xff;
  // Compiling a statement reads the schema, and a lock it meets is told in words alone.
  return fault instanceof Error && /database (table )?is locked/.test(fault.message) ? codes.busy : undefined;
}

/** Another process may be making the ledger, or taking it up again after a kill; milliseconds. */
const openingPatience = 10_000;

function opened(file: string, faultOf: (fault: unknown) => LedgerFault | undefined): SqliteDatabase {
  try {
    const database = new DatabaseSync(file, { timeout: openingPatience });
    database.exec('pragma synchronous = full; pragma foreign_keys = on; select 1 from sqlite_schema');
    // From here on waiting inside SQLite would starve: whoever asks more often wins. We ask again ourselves.
    database.exec('pragma busy_timeout = 0');
    // The log is brought into the file less often: the same pages are written again and again.
    database.exec('pragma wal_autocheckpoint = 4000');
    return adapted(database);
  } catch (fault) {
    throw faultOf(fault) ?? fault;
  }
}

const mostKept = 256;

/** The driver in the shape that Kysely knows, with statements kept: compiling one takes longer than running it. */
function adapted(database: InstanceType<typeof DatabaseSync>): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => {
      kept.clear();
      database.close();
    },
    prepare: (text) => {
      const known = kept.get(text);
      if (known !== undefined) return known;
      const statement = database.prepare(text);
      const values = (parameters: readonly unknown[]) => parameters as never[];
      const made: SqliteStatement = {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => {
          const { changes, lastInsertRowid } = statement.run(...values(parameters));
          return { changes, lastInsertRowid };
        },
        iterate: (parameters) => statement.iterate(...values(parameters)) as IterableIterator<unknown>,
      };
      if (kept.size >= mostKept) kept.clear();
      kept.set(text, made);
      return made;
    },
  };
}

class ImmediateDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#config);
  }
}

/** A transaction that reads before it writes would fail when another writes in between; the lock is taken at once. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings = {},
  ): Promise<void> {
    const begin = settings.accessMode === 'read only' ? 'begin' : 'begin immediate';
    await connection.executeQuery(CompiledQuery.raw(begin));
  }
}
