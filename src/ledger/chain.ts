import { digestOfText } from '../documents/canonical.js';
import { type LedgerEvent, ledgerEventSchema } from '../documents/ledgerEvent.js';
import { canonicalWriter } from '../documents/writer.js';

/** One chain of events for each platform: each names the hash of the one before. Source: booking rules, "The ledger". */

export const chainVersion = 1;

/** What the first event of a platform names as the one before. */
export const beginning = `sha256:${'0'.repeat(64)}`;

/** An event without its hash: what the hash is over, and what the ledger stores. */
export type Unsealed = LedgerEvent extends infer E
  ? E extends LedgerEvent
    ? Omit<E, 'hash'>
    : never
  : never;

const eventText = canonicalWriter(ledgerEventSchema);

/** Canonical JSON of an event without its hash, and the hash of it. */
export function seal(event: Unsealed): { readonly body: string; readonly hash: string } {
  const body = eventText(event);
  return { body, hash: digestOfText(body) };
}

export function hashOfBody(body: string): string {
  return digestOfText(body);
}

/** An event as it is handed out, from its row. */
export function opened({ body, hash }: { readonly body: string; readonly hash: string }): LedgerEvent {
  return { ...(JSON.parse(body) as Unsealed), hash };
}

/** A booking's number: the platform, and its place in the platform's own sequence. */
export function bookingNumber(platform: string, place: number): string {
  return `${platform}-${String(place).padStart(4, '0')}`;
}

const number = /^(.+)-(\d{4,})$/;

/** The platform that a booking's number names; undefined where the text is no number of a booking. */
export function platformOf(written: string): string | undefined {
  return number.exec(written)?.[1];
}
