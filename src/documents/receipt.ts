import * as z from 'zod/mini';
import { described } from './leaf.js';
import { eventSpotSchema, feeSchema, isoInstant, spotKeySchema } from './ledgerEvent.js';
import { digest, money, recordedSchema } from './quote.js';

/** What the ledger's verbs answer. Source: booking rules, "The ledger", and "Verbs". */

export const bookingStates = ['held', 'booked', 'released', 'expired', 'replaced', 'cancelled'] as const;

export const receiptSchema = described(
  z.strictObject({
    booking: described(z.string(), 'Number of the booking'),
    state: z.enum(bookingStates),
    revision: z.int(),
    replayed: described(z.boolean(), 'Nothing was done now: it had been done before'),
    event: described(z.strictObject({ seq: z.int(), hash: digest }), 'What it stands in the ledger as'),
  }),
  'A receipt of the ledger for an accepted verb',
);

export const reasonCodes = [
  'capacity',
  'booked',
  'held',
  'rest',
  'max-per-day',
  'rival',
  'wave',
  'closed',
  'outside-card',
  'off-grid',
  'no-category',
] as const;

const reasonSchema = z.strictObject({
  code: z.enum(reasonCodes),
  asked: described(z.optional(z.int()), 'By all spots of the package together'),
  bound: z.optional(z.int()),
  booked: z.optional(z.int()),
  held: z.optional(z.int()),
  until: described(z.optional(isoInstant), 'When holds that run out leave room'),
});

const alternativeSchema = z.strictObject({
  item: z.string(),
  date: z.string(),
  time: z.optional(z.string()),
});

const refusedSpotSchema = z.strictObject({
  line: z.int(),
  date: z.string(),
  time: z.optional(z.string()),
  item: z.string(),
  reasons: z.array(reasonSchema).check(z.minLength(1)),
  alternatives: z.array(alternativeSchema),
});

export const refusalSchema = described(
  z.strictObject({
    ok: z.literal(false),
    now: isoInstant,
    spots: described(z.array(refusedSpotSchema), 'Every spot that cannot be had'),
    diagnostics: described(z.optional(z.array(recordedSchema)), 'Why else it was refused'),
  }),
  'A refusal of the ledger; nothing was changed',
);

export const cancellationSchema = z.strictObject({
  dryRun: z.literal(true),
  booking: z.string(),
  revision: z.int(),
  spots: z.array(feeSchema),
  fee: money,
});

export const relocationSchema = z.strictObject({
  dryRun: z.literal(true),
  booking: z.string(),
  revision: z.int(),
  from: z.array(spotKeySchema),
  to: z.array(eventSpotSchema),
  digest: described(digest, 'Of the package priced again: what an approval is bound to'),
  payable: z.strictObject({ before: money, after: money }),
  approval: z.strictObject({
    required: z.nullable(z.string()),
    missing: described(z.boolean(), 'The move needs an approval of this digest first'),
  }),
});

export type BookingState = (typeof bookingStates)[number];
export type Receipt = z.output<typeof receiptSchema>;
export type Refusal = z.output<typeof refusalSchema>;
export type RefusedSpot = z.output<typeof refusedSpotSchema>;
export type Reason = z.output<typeof reasonSchema>;
export type ReasonCode = (typeof reasonCodes)[number];
export type Alternative = z.output<typeof alternativeSchema>;
export type Cancellation = z.output<typeof cancellationSchema>;
export type Relocation = z.output<typeof relocationSchema>;
