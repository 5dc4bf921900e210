import * as z from 'zod';
import { languages } from '../lang/text.js';
import { paperStatuses } from './contract.js';
import { digest, isoDate, money, quoteSchema } from './quote.js';
import { apiVersion, taxBases } from './words.js';

/** The shape of a schedule (排期表): one row a spot. Source: interface, "Documents". */

const quoteLine = quoteSchema.shape.lines.element.shape;
const quoteSpot = quoteLine.spots.element.shape;
const clock = z.string().regex(/^([0-2]\d|30):[0-5]\d$/);

const lineFields = {
  line: quoteLine.line,
  item: z.string(),
  title: z.string().describe("In the schedule's language"),
  section: quoteLine.section,
  brand: quoteLine.brand,
  format: quoteLine.format,
};

const sums = {
  spots: z.int().min(0).describe('Number of spots; cancelled ones are not counted in any sum'),
  gross: money,
  amount: money,
};

const rowSchema = z.strictObject({
  ...lineFields,
  contract: z.string().describe('Number of the contract'),
  spot: z.int().min(1).describe('Within its line, in order of dates'),
  date: isoDate.describe('The date it is written under: 25:00 is 01:00 of the next day'),
  weekday: z.string().describe("Word in the schedule's language"),
  start: clock.optional().describe('Broadcast clock; absent for a spot without time'),
  end: clock.optional(),
  units: quoteSpot.units,
  quantity: quoteSpot.quantity,
  gross: money,
  amount: money,
  status: z.enum(paperStatuses),
});

export const scheduleSchema = z
  .strictObject({
    apiVersion: z.literal(apiVersion),
    kind: z.literal('Schedule'),
    language: z.enum(languages),
    contract: z.string().min(1),
    status: z.enum(paperStatuses),
    revision: z.int().min(1).optional().describe("The booking's revision it was written at"),
    client: z.string(),
    platform: z.string(),
    timezone: z.string(),
    currency: z.string(),
    prices: z.enum(taxBases),
    rows: z.array(rowSchema).describe('By date, start, line and spot; a spot without time leads its date'),
    lines: z.array(
      z.strictObject({
        ...lineFields,
        impressions: z.int().optional().describe('Of each spot, for what is sold per mille'),
        ...sums,
      }),
    ),
    totals: z.strictObject(sums),
    digests: z.strictObject({ quote: digest, card: digest }),
  })
  .describe('A schedule (排期表): one row a spot');

export type Schedule = z.output<typeof scheduleSchema>;
export type ScheduleRow = Schedule['rows'][number];
