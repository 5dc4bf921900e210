import * as z from 'zod/mini';
import { described } from './leaf.js';
import { eventSpotSchema, isoInstant, ledgerEventSchema } from './ledgerEvent.js';
import { digest, isoDate, money } from './quote.js';
import { bookingStates } from './receipt.js';

/** What the ledger shows: bookings, and what is free. Source: booking rules, "The ledger", JSON. */

export const chainHeadSchema = z.strictObject({ platform: z.string(), seq: z.int(), hash: digest });

const shownSpotSchema = z.extend(eventSpotSchema, {
  state: described(z.enum(bookingStates), 'Of the spot: cancelled ones stay in sight'),
  fee: described(z.optional(money), 'Owed for a cancelled spot'),
});

export const bookingSchema = z.strictObject({
  number: z.string(),
  revision: z.int(),
  state: z.enum(bookingStates),
  expires: described(isoInstant, 'When the hold ends, or ended'),
  client: z.string(),
  quote: described(digest, 'Of the quote as it stands, moves included'),
  card: z.strictObject({ id: z.string(), version: z.string(), digest }),
  package: described(z.string(), 'Id of the package'),
  platform: z.string(),
  currency: z.string(),
  approval: z.strictObject({
    required: z.nullable(z.string()),
    given: z.array(z.strictObject({ role: z.string(), by: z.string(), digest })),
  }),
  replaces: z.optional(z.string()),
  replacedBy: z.optional(z.string()),
  spots: z.array(shownSpotSchema),
  payable: described(money, 'Of the lines that stand'),
  fees: described(money, "Of what was cancelled, on the card's tax basis"),
  events: described(z.array(ledgerEventSchema), 'Its history, whole'),
});

export const bookingsSchema = described(
  z.strictObject({ now: isoInstant, heads: z.array(chainHeadSchema), bookings: z.array(bookingSchema) }),
  'Bookings as the ledger has them',
);

const partSchema = z.strictObject({
  kind: z.enum(['time', 'date', 'impressions', 'wave']),
  from: described(z.optional(z.string()), 'Broadcast clock of the date'),
  to: z.optional(z.string()),
  bound: z.int(),
  booked: z.int(),
  held: z.int(),
  until: described(z.optional(isoInstant), 'When the first of the holds runs out'),
  free: z.int(),
});

const daySchema = z.strictObject({
  item: z.string(),
  resource: z.string(),
  date: isoDate,
  closed: described(z.boolean(), 'Nothing of this date can be sold any more'),
  perDay: z.optional(z.strictObject({ used: z.int(), bound: z.int() })),
  exclusive: described(z.array(z.string()), 'Categories that are taken alone'),
  parts: described(z.array(partSchema), 'Empty for what is unlimited'),
});

export const availabilitySchema = described(
  z.strictObject({
    now: isoInstant,
    head: z.optional(chainHeadSchema),
    card: z.strictObject({ id: z.string(), version: z.string(), digest }),
    days: z.array(daySchema),
  }),
  'What is free, held and booked, by item and date',
);

export type ChainHead = z.output<typeof chainHeadSchema>;
export type ShownBooking = z.output<typeof bookingSchema>;
export type ShownSpot = z.output<typeof shownSpotSchema>;
export type Bookings = z.output<typeof bookingsSchema>;
export type AvailabilityDocument = z.output<typeof availabilitySchema>;
export type AvailableDay = z.output<typeof daySchema>;
export type AvailablePart = z.output<typeof partSchema>;
