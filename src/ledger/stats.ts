import type { ChainHead } from '../documents/bookings.js';
import { headsIn } from './catalogue.js';
import { type Desk, reading } from './desk.js';
import { currentVersion } from './schema.js';

/** How much there is in a ledger. */
export interface Stats {
  readonly engine: 'sqlite' | 'postgres';
  readonly version: number;
  readonly bytes: number;
  readonly heads: readonly ChainHead[];
  readonly events: number;
  readonly cards: number;
  readonly quotes: number;
  /** By the state that the events have it in: a hold that has run out counts as held until somebody needs its places. */
  readonly bookings: Readonly<Record<string, number>>;
  readonly spots: number;
  readonly counters: number;
}

export function statsOf(desk: Desk): Promise<Stats> {
  return reading(desk, async (queries) => {
    const count = async (table: 'kanli_event' | 'kanli_spot' | 'kanli_counter') => {
      const row = await queries
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow();
      return Number(row.n);
    };
    const kinds = await queries
      .selectFrom('kanli_archive')
      .select(['kind', ({ fn }) => fn.countAll().as('n')])
      .groupBy('kind')
      .execute();
    const ofKind = (kind: string) => Number(kinds.find((row) => row.kind === kind)?.n ?? 0);
    const states = await queries
      .selectFrom('kanli_booking')
      .select(['state', ({ fn }) => fn.countAll().as('n')])
      .groupBy('state')
      .orderBy('state')
      .execute();
    return {
      engine: desk.engine.name,
      version: currentVersion,
      bytes: await desk.engine.size(queries),
      heads: await headsIn(queries),
      events: await count('kanli_event'),
      cards: ofKind('RateCard'),
      quotes: ofKind('Quote'),
      bookings: Object.fromEntries(states.map(({ state, n }) => [state, Number(n)])),
      spots: await count('kanli_spot'),
      counters: await count('kanli_counter'),
    };
  });
}
