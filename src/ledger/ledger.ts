import type { RateCard } from '../card/ratecard.js';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.js';
import { problem } from '../diagnostics/problem.js';
import type { AvailabilityDocument, Bookings } from '../documents/bookings.js';
import type { Quote } from '../documents/quote.js';
import type { Cancellation, Receipt, Relocation } from '../documents/receipt.js';
import type { Answer } from './answer.js';
import { availabilityOf, type CalendarFilter } from './calendar.js';
import { type BookingFilter, bookingsIn } from './catalogue.js';
import { writeDerived } from './derived.js';
import { cardFrom, type Desk, instantFor, quoteFrom, reading, writing } from './desk.js';
import { exportLedger, type Imported, importLedger } from './exchange.js';
import { isServer, shownPlace } from './place.js';
import { currentVersion, migrate, versionOf } from './schema.js';
import { type Stats, statsOf } from './stats.js';
import { type Engine, Undone, type Waiting } from './store.js';
import type { Queries } from './tables.js';
import { type ApproveOptions, approve } from './verbs/approve.js';
import { type CancelOptions, cancel } from './verbs/cancel.js';
import { confirm } from './verbs/confirm.js';
import { type HoldOptions, hold } from './verbs/hold.js';
import { type MoveOptions, move } from './verbs/move.js';
import { release } from './verbs/release.js';
import type { VerbOptions } from './verbs/verb.js';
import { auditOf, platformsOf, type Verified, verifyLedger } from './verify.js';

/**
 * A ledger that is open. Verbs answer with a receipt, or with why nothing was done; what is thrown is a `LedgerFault` (disk,
 * server) or a fault of the program, and then nothing was half-written. Source: booking rules.
 */
export interface Ledger {
  readonly engine: 'sqlite' | 'postgres';
  hold(quote: Quote, card: RateCard, options?: HoldOptions): Promise<Answer>;
  confirm(booking: string, options?: VerbOptions): Promise<Answer>;
  release(booking: string, options?: VerbOptions): Promise<Answer>;
  approve(booking: string, options: ApproveOptions): Promise<Answer>;
  cancel(booking: string, options?: CancelOptions): Promise<Answer<Receipt | Cancellation>>;
  move(booking: string, options: MoveOptions): Promise<Answer<Receipt | Relocation>>;
  bookings(filter?: BookingFilter): Promise<Bookings>;
  availability(card: RateCard, filter?: CalendarFilter): Promise<AvailabilityDocument>;
  /** A card the ledger archived, by its digest; undefined where it has none such. */
  card(digest: string): Promise<RateCard | undefined>;
  quote(digest: string): Promise<Quote | undefined>;
  /** The instant that verbs without `now` are judged at. */
  now(): Promise<number>;
  verify(options?: {
    readonly head?: string | undefined;
    readonly progress?: (events: number) => void;
  }): Promise<Verified>;
  /** Every line of the ledger; answers with their number. */
  export(write: (line: string) => Promise<void>): Promise<number>;
  import(lines: () => AsyncIterable<string>): Promise<Imported>;
  /** Makes the derived tables again from the events; problems where the events are not sound. */
  rebuild(): Promise<Outcome<number>>;
  stats(): Promise<Stats>;
  close(): Promise<void>;
}

/** How a ledger is opened. */
export interface OpenOptions {
  /** Milliseconds since 1970: the clock of verbs that are given none. PostgreSQL's own comes first. */
  readonly clock: () => number;
  /** `use` makes a ledger that is not there and refuses an older one; `migrate` brings that up; `look` makes nothing. */
  readonly purpose: 'use' | 'look' | 'migrate';
  readonly waiting?: Waiting | undefined;
}

const usualWaiting: Waiting = {
  elapsed: () => performance.now(),
  pause: (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds)),
  chance: Math.random,
};

/**
 * Opens a ledger.
 *
 * @param place a file, or the address of a PostgreSQL server: `postgres://user@host/database`
 * @returns the ledger; or `ledger-not-found`, `ledger-newer`, `ledger-older` as a problem
 * @throws LedgerFault when the file or server cannot be used
 */
export async function openLedger(place: string, options: OpenOptions): Promise<Outcome<Ledger>> {
  const { clock, purpose, waiting = usualWaiting } = options;
  const engine = await engineFor(place, purpose);
  const ledger = shownPlace(place);
  if (engine === undefined) return fail([problem('ledger-not-found', [], { ledger })]);
  const desk: Desk = {
    engine,
    waiting,
    clock,
    known: { cards: new Map(), quotes: new Map(), archived: new Set() },
  };
  try {
    const version = await versionOf(engine, waiting);
    const values = { ledger, found: version, known: currentVersion };
    const wrong =
      version > currentVersion
        ? problem('ledger-newer', [], values)
        : version === 0 && purpose === 'look'
          ? problem('ledger-not-found', [], { ledger })
          : version > 0 && version < currentVersion && purpose !== 'migrate'
            ? problem('ledger-older', [], values)
            : undefined;
    if (wrong !== undefined) {
      await engine.close();
      return fail([wrong]);
    }
    if (version < currentVersion) await migrate(engine, waiting, rebuildAll);
    return succeed(opened(desk));
  } catch (fault) {
    await engine.close();
    throw engine.faultOf(fault) ?? fault;
  }
}

async function engineFor(place: string, purpose: OpenOptions['purpose']): Promise<Engine | undefined> {
  if (isServer(place)) return (await import('./engines/postgres.js')).openPostgres(place);
  return (await import('./engines/sqlite.js')).openSqlite(place, purpose === 'look' ? 'existing' : 'create');
}

/** Writes the derived tables of every platform again. @throws RangeError where the events are not sound */
async function rebuildAll(queries: Queries): Promise<void> {
  for (const platform of await platformsOf(queries)) {
    const { fold, problems } = await auditOf(queries, platform);
    if (fold === undefined) throw new RangeError(problems.map(({ code }) => code).join(', '));
    await writeDerived(queries, platform, fold.rows());
  }
}

function opened(desk: Desk): Ledger {
  return {
    engine: desk.engine.name,
    hold: (quote, card, options) => hold(desk, quote, card, options),
    confirm: (booking, options = {}) => confirm(desk, booking, options),
    release: (booking, options = {}) => release(desk, booking, options),
    approve: (booking, options) => approve(desk, booking, options),
    cancel: (booking, options = {}) => cancel(desk, booking, options),
    move: (booking, options) => move(desk, booking, options),
    bookings: (filter = {}) => bookingsIn(desk, filter),
    availability: (card, filter = {}) => availabilityOf(desk, card, filter),
    card: (digest) => archivedDocument(desk, digest, 'RateCard', cardFrom),
    quote: (digest) => archivedDocument(desk, digest, 'Quote', quoteFrom),
    now: () => reading(desk, (queries) => instantFor(desk, queries, undefined)),
    verify: (options) => verifyLedger(desk, options),
    export: (write) => exportLedger(desk, write),
    import: (lines) => importLedger(desk, lines),
    rebuild: () => rebuilt(desk),
    stats: () => statsOf(desk),
    close: () => desk.engine.close(),
  };
}

async function archivedDocument<T>(
  desk: Desk,
  digest: string,
  kind: 'RateCard' | 'Quote',
  read: (desk: Desk, queries: Queries, platform: string, digest: string) => Promise<T>,
): Promise<T | undefined> {
  return reading(desk, async (queries) => {
    const row = await queries
      .selectFrom('kanli_archive')
      .select('platform')
      .where('digest', '=', digest)
      .where('kind', '=', kind)
      .executeTakeFirst();
    return row === undefined ? undefined : read(desk, queries, row.platform, digest);
  });
}

async function rebuilt(desk: Desk): Promise<Outcome<number>> {
  return writing<Outcome<number>>(desk, async (queries) => {
    const platforms = await platformsOf(queries);
    for (const platform of platforms) {
      const { fold, problems } = await auditOf(queries, platform);
      if (fold === undefined) return new Undone(fail(problems));
      await writeDerived(queries, platform, fold.rows());
    }
    return succeed(platforms.length);
  });
}
