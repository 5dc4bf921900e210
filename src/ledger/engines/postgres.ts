import { Kysely, PostgresDialect, sql } from 'kysely';
import type { ClientBase } from 'pg';
import { LedgerFault, type LedgerFaultKind } from '../fault.js';
import { shownPlace } from '../place.js';
import type { Engine } from '../store.js';
import type { Tables } from '../tables.js';

/** A PostgreSQL server, or one that speaks like it. */

/** Source: https://www.postgresql.org/docs/current/errcodes-appendix.html; those of sockets are Node's. */
const faultKinds: readonly { readonly code: RegExp; readonly kind: LedgerFaultKind }[] = [
  { code: /^53100$/, kind: 'full' },
  { code: /^25006$/, kind: 'read-only' },
  { code: /^(40001|40P01|55P03)$/, kind: 'busy' },
  { code: /^(28|42501|3D000|ERR_INVALID_URL|ERR_SOCKET_BAD_PORT)/, kind: 'denied' },
  { code: /^XX00[12]$/, kind: 'damaged' },
  { code: /^(08|53|57P0|58)/, kind: 'unreachable' },
  {
    code: /^(ECONN|EPIPE|ENOENT|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_|ENOTFOUND|EACCES)/,
    kind: 'unreachable',
  },
];

/** The client says in words alone that a connection broke. */
const brokenConnection =
  /connection (terminated|ended|timeout)|timeout exceeded when trying to connect|not queryable/i;

const int8 = 20;

export async function openPostgres(url: string): Promise<Engine> {
  const { pg } = await import('./pg.js');
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    connectionTimeoutMillis: 15_000,
    application_name: 'kanli',
    // Counts and instants all fit a double; the text of other types is left as it is.
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        oid === int8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  });
  // A server that goes away while nobody asks it anything is told of by the next question.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    // Whoever waits for an answer is told; a client that is told of it besides must not end the process.
    client.on('error', () => undefined);
    keepingStatements(client);
  });
  const queries = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const ledger = shownPlace(url);
  return {
    name: 'postgres',
    queries,
    begin: (kind) => {
      const begin = queries.startTransaction();
      return kind === 'read'
        ? begin.setIsolationLevel('repeatable read').setAccessMode('read only').execute()
        : begin.setIsolationLevel('read committed').execute();
    },
    dialect: { whole: 'bigint', table: '', small: '' },
    clock: async (on) => {
      const { rows } = await sql<{
        at: string;
      }>`select (extract(epoch from clock_timestamp()) * 1000)::numeric(16, 0)::text as at`.execute(on);
      return Number(rows[0]?.at);
    },
    mayRetry: (fault) => kindOf(fault) === 'busy' || isMakingToo(fault),
    lacksTable: (fault) => codeOf(fault) === '42P01',
    faultOf: (fault) => {
      const kind = kindOf(fault);
      return kind === undefined ? undefined : new LedgerFault(kind, ledger, fault);
    },
    size: async (on) => {
      const { rows } = await sql<{
        size: number;
      }>`select pg_database_size(current_database()) as size`.execute(on);
      return Number(rows[0]?.size);
    },
    prepare: async () => undefined,
    close: () => queries.destroy(),
  };
}

/** As many as a connection keeps planned; the texts of one verb are few, but for the number of their rows. */
const mostKept = 500;

/** The server plans a statement that it is told the name of once a connection, and not once a call. */
function keepingStatements(client: Pick<ClientBase, 'query'>): void {
  const names = new Map<string, string>();
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const named = (text: unknown, values: unknown, ...more: unknown[]) => {
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0)
      return query(text, values, ...more);
    const known = names.get(text);
    if (known === undefined && names.size >= mostKept) return query(text, values, ...more);
    const name = known ?? `kanli_${names.size}`;
    names.set(text, name);
    return query({ name, text, values }, ...more);
  };
  client.query = named as typeof client.query;
}

function codeOf(fault: unknown): string | undefined {
  const { code } = fault as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}

function kindOf(fault: unknown): LedgerFaultKind | undefined {
  const code = codeOf(fault);
  const known = code === undefined ? undefined : faultKinds.find((entry) => entry.code.test(code));
  if (known !== undefined) return known.kind;
  return fault instanceof Error && brokenConnection.test(fault.message) ? 'unreachable' : undefined;
}

/** Two made the same table at once; `if not exists` does not keep them from meeting in the server's own catalogue. */
function isMakingToo(fault: unknown): boolean {
  const { constraint } = fault as { constraint?: unknown };
  const inCatalogue = typeof constraint === 'string' && constraint.startsWith('pg_');
  return codeOf(fault) === '42P07' || (codeOf(fault) === '23505' && inCatalogue);
}
