import * as z from 'zod/mini';
import { parseInstant } from '../calendar/instant.js';
import { described } from './leaf.js';
import { digest, isoDate, money, spotSchema } from './quote.js';

/** The shape of the ledger's events: what was held, confirmed, moved and cancelled. Source: booking rules, "The ledger". */

export const isoInstant = z.string().check(z.refine((text) => parseInstant(text) !== undefined));
const count = z.int().check(z.minimum(1));
const localMinute = described(z.optional(z.int()), 'Days since 1970 × 1440 + broadcast minute');

export const takeKinds = ['time', 'date', 'impressions', 'wave', 'per-day'] as const;

const takeSchema = z.strictObject({
  kind: z.enum(takeKinds),
  resource: z.string(),
  date: described(isoDate, 'The date the spot is written under'),
  from: localMinute,
  to: localMinute,
  restTo: described(z.optional(z.int()), 'End of the rest after it, on the grid'),
  n: described(count, 'How much of the bound it takes'),
  bound: described(count, "The most there may be, by the card of the spot's quote"),
});

export const eventSpotSchema = z.strictObject({
  line: count,
  spot: described(count, 'Within its line, in order of dates'),
  date: isoDate,
  time: z.optional(z.string()),
  item: z.string(),
  resource: z.string(),
  quantity: count,
  impressions: z.optional(count),
  brand: described(z.string(), "The line's, else the client's name"),
  category: described(z.optional(z.string()), "The line's, else the client's"),
  exclusive: z.optional(z.literal(true)),
  passThrough: z.optional(z.literal(true)),
  amount: spotSchema.shape.amount,
  feeDate: described(isoDate, 'The earliest date the spot ever had: cancellation fees count from it'),
  takes: z.array(takeSchema),
});

export const spotKeySchema = z.strictObject({ line: count, date: isoDate });
export const feeSchema = z.strictObject({ line: count, date: isoDate, fee: money });

const head = {
  v: z.literal(1),
  platform: z.string(),
  seq: described(count, 'Place in the chain of its platform'),
  prev: described(digest, 'Hash of the event before; zeros for the first'),
  at: isoInstant,
  booking: described(z.string(), 'Number of the booking'),
  revision: described(count, 'Of the booking, after the event'),
  key: described(z.optional(z.string()), 'What a retry is known by'),
  by: z.optional(z.string()),
};
const hash = { hash: digest };

const holdSchema = z.strictObject({
  ...head,
  type: z.literal('hold'),
  quote: digest,
  package: described(z.string(), 'Id of the package'),
  card: z.strictObject({ id: z.string(), version: z.string(), digest }),
  client: z.string(),
  expires: isoInstant,
  approval: described(z.nullable(z.string()), 'The role that must approve'),
  replaces: z.optional(z.string()),
  spots: z.array(eventSpotSchema),
  ...hash,
});
const approveSchema = z.strictObject({
  ...head,
  type: z.literal('approve'),
  role: z.string(),
  digest: described(digest, 'Of the quote that is approved'),
  ...hash,
});
const confirmSchema = z.strictObject({ ...head, type: z.literal('confirm'), ...hash });
const releaseSchema = z.strictObject({ ...head, type: z.literal('release'), ...hash });
const lapseSchema = z.strictObject({ ...head, type: z.literal('lapse'), expires: isoInstant, ...hash });
const cancelSchema = z.strictObject({
  ...head,
  type: z.literal('cancel'),
  spots: z.array(feeSchema),
  fee: money,
  ...hash,
});
const moveSchema = z.strictObject({
  ...head,
  type: z.literal('move'),
  from: z.array(spotKeySchema),
  to: described(z.array(eventSpotSchema), 'The same spots in the same order, where they are now'),
  quote: described(digest, 'Of the package priced again'),
  expires: described(z.optional(isoInstant), 'Where a hold now ends earlier'),
  ...hash,
});

export const ledgerEventSchema = described(
  z.discriminatedUnion('type', [
    holdSchema,
    approveSchema,
    confirmSchema,
    releaseSchema,
    lapseSchema,
    cancelSchema,
    moveSchema,
  ]),
  'An event of the ledger, chained to the one before it',
);

export type LedgerEvent = z.output<typeof ledgerEventSchema>;
export type HoldEvent = z.output<typeof holdSchema>;
export type MoveEvent = z.output<typeof moveSchema>;
export type EventType = LedgerEvent['type'];
export type EventSpot = z.output<typeof eventSpotSchema>;
export type Take = z.output<typeof takeSchema>;
export type SpotKey = z.output<typeof spotKeySchema>;
