import type { Kysely } from 'kysely';
import type { BookingState } from '../documents/receipt.js';
import type { CounterKind } from './claims.js';

/**
 * The tables of the ledger. `event` and `archive` are the truth; everything else follows from them, is changed in the same
 * transaction, and can be made again. `platform` leads every key: no transaction spans platforms.
 */
export interface Tables {
  readonly kanli_event: {
    readonly platform: string;
    readonly seq: number;
    readonly hash: string;
    readonly booking: string;
    /** Canonical JSON of the event without its hash. */
    readonly body: string;
  };
  /** Cards and quotes by digest, as canonical JSON. */
  readonly kanli_archive: {
    readonly platform: string;
    readonly digest: string;
    readonly kind: 'RateCard' | 'Quote';
    readonly body: string;
  };
  readonly kanli_head: {
    readonly platform: string;
    readonly seq: number;
    readonly hash: string;
    /** How many bookings there have been: the next one's number. */
    readonly bookings: number;
    readonly timezone: string;
  };
  readonly kanli_booking: {
    readonly platform: string;
    readonly number: string;
    readonly state: BookingState;
    readonly revision: number;
    /** Milliseconds since 1970. */
    readonly expires: number;
    readonly client: string;
    readonly package: string;
    readonly quote: string;
    /** The quote it was first held by, whatever moved since. */
    readonly first_quote: string;
    readonly body: string;
  };
  /** Spots that stand: of bookings held or booked, and not cancelled. */
  readonly kanli_spot: {
    readonly platform: string;
    readonly booking: string;
    readonly line: number;
    /** Days since 1970: the date it is written under, and the last one on which it or its rest still runs. */
    readonly day: number;
    readonly last_day: number;
    readonly resource: string;
    readonly wave: number;
    readonly body: string;
  };
  readonly kanli_counter: {
    readonly platform: string;
    readonly kind: CounterKind;
    readonly resource: string;
    readonly slot: number;
    readonly used: number;
    readonly bound: number;
  };
  /** One row a resource and date: keeps timed and untimed spots apart, and is the lock of the rows below it. */
  readonly kanli_day: {
    readonly platform: string;
    readonly resource: string;
    readonly day: number;
    readonly timed: number;
    readonly dated: number;
    readonly exclusive: number;
    readonly uncategorised: number;
  };
  readonly kanli_category: {
    readonly platform: string;
    readonly resource: string;
    readonly day: number;
    readonly category: string;
    readonly brands: number;
    readonly exclusive: number;
  };
  readonly kanli_brand: {
    readonly platform: string;
    readonly resource: string;
    readonly day: number;
    readonly category: string;
    readonly brand: string;
    readonly spots: number;
  };
  /** One row a client and package: two holds of one package meet here. */
  readonly kanli_deal: {
    readonly platform: string;
    readonly client: string;
    readonly package: string;
    readonly holds: number;
  };
  /** What a retry is known by. */
  readonly kanli_key: {
    readonly platform: string;
    readonly key: string;
    readonly seq: number;
  };
  readonly kanli_schema: {
    readonly id: number;
    readonly version: number;
  };
}

/** The query layer of a ledger, or of one transaction on it. */
export type Queries = Kysely<Tables>;
