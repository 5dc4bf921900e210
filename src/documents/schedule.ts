import * as z from 'zod/mini';
import { languages } from '../lang/text.js';
import { paperRevision, paperStatuses } from './contract.js';
import { described } from './leaf.js';
import { digest, isoDate, lineSchema, money, spotSchema } from './quote.js';
import { apiVersion, taxBases } from './words.js';

/** The shape of a schedule (排期表): one row a spot. Source: interface, "Documents". */

const quoteLine = lineSchema.shape;
const quoteSpot = spotSchema.shape;
const clock = z.string().check(z.regex(/^([0-2]\d|30):[0-5]\d$/));

const lineFields = {
  line: quoteLine.line,
  item: z.string(),
  title: described(z.string(), "In the schedule's language"),
  section: quoteLine.section,
  brand: quoteLine.brand,
  format: quoteLine.format,
};

const sums = {
  spots: described(z.int().check(z.minimum(0)), 'Number of spots'),
  gross: money,
  amount: money,
};

const rowSchema = z.strictObject({
  ...lineFields,
  contract: described(z.string(), 'Number of the contract'),
  spot: described(z.int().check(z.minimum(1)), 'Within its line, in order of dates'),
  date: described(isoDate, 'The date it is written under: 25:00 is 01:00 of the next day'),
  weekday: described(z.string(), "Word in the schedule's language"),
  start: described(z.optional(clock), 'Broadcast clock; absent for a spot without time'),
  end: z.optional(clock),
  units: quoteSpot.units,
  quantity: quoteSpot.quantity,
  gross: money,
  amount: money,
  status: described(z.enum(paperStatuses), 'Of the spot: cancelled ones stay in sight'),
});

export const scheduleSchema = described(
  z.strictObject({
    apiVersion: z.literal(apiVersion),
    kind: z.literal('Schedule'),
    language: z.enum(languages),
    contract: z.string().check(z.minLength(1)),
    revision: paperRevision,
    status: z.enum(paperStatuses),
    client: z.string(),
    platform: z.string(),
    timezone: z.string(),
    currency: z.string(),
    prices: z.enum(taxBases),
    rows: described(z.array(rowSchema), 'By date, start, line and spot; a spot without time leads its date'),
    lines: z.array(
      z.strictObject({
        ...lineFields,
        impressions: described(z.optional(z.int()), 'Of each spot, for what is sold per mille'),
        ...sums,
      }),
    ),
    totals: described(z.strictObject(sums), 'Of the spots that stand, as those of the lines'),
    digests: z.strictObject({ quote: digest, card: digest }),
  }),
  'A schedule (排期表): one row a spot',
);

export type Schedule = z.output<typeof scheduleSchema>;
export type ScheduleRow = Schedule['rows'][number];
