import * as z from 'zod';
import { parseDay } from '../calendar/date.js';
import { languages } from '../lang/text.js';
import { partyFields } from './package.js';
import { digest, isoDate, money, quoteSchema, recordedSchema } from './quote.js';
import { apiVersion, lateFeePeriods, taxBases } from './words.js';

/**
 * The shape of a contract (合同). Beside a code stands its word in the contract's language: `format` and `formatText`.
 * Source: interface, "Documents".
 */

/** Where a deal stands when its paper is written; a paper from a quote alone is a draft. */
export const paperStatuses = [
  'draft',
  'held',
  'booked',
  'released',
  'expired',
  'replaced',
  'cancelled',
] as const;
export type PaperStatus = (typeof paperStatuses)[number];

const quoteLine = quoteSchema.shape.lines.element;
const decimalRate = quoteLine.shape.taxRate;
const party = z.strictObject(partyFields);
const spotCount = z.int().min(0).describe('Number of spots');
const lineNumbers = z.array(z.int().min(1)).describe('Lines it speaks of');

const lineSchema = quoteLine
  .pick({
    line: true,
    item: true,
    section: true,
    brand: true,
    category: true,
    format: true,
    options: true,
    units: true,
    quantity: true,
    gross: true,
    amount: true,
    net: true,
    tax: true,
    payable: true,
    taxRate: true,
    closed: true,
  })
  .extend({
    title: z.string(),
    sectionText: z.string(),
    formatText: z.string().optional(),
    optionsText: z.string().optional(),
    closedText: z.string().optional(),
    dates: z.array(isoDate).describe('One spot each, in order'),
    airing: z.string().describe('Dates and times in words'),
    spots: spotCount,
  });

const brandSchema = z.strictObject({
  brand: z.string().describe("The lines' brand, else the client's name"),
  spots: spotCount,
  gross: money,
  amount: money,
  payable: money,
});

const taxSchema = z.strictObject({
  rate: decimalRate,
  amount: money.describe('Sum of the lines of this rate, before tax is set apart or added'),
  net: money,
  tax: money,
  payable: money,
});

const cancellationSchema = z.strictObject({
  basis: z.enum(taxBases).describe('What the spot amounts that fees are taken of include'),
  text: z.string(),
  tiers: z.array(
    z.strictObject({
      from: z.int().optional().describe("Fewest days from the day of cancelling to the spot's date"),
      to: z.int().optional().describe('Most days; 0 is the date itself and after'),
      fee: decimalRate,
      text: z.string(),
    }),
  ),
});

const lateFeeSchema = z.strictObject({
  rate: decimalRate,
  per: z.enum(lateFeePeriods),
  grace: z.string().optional().describe('Duration after the due date'),
  cap: decimalRate.optional(),
  text: z.string(),
});

const clauseSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  amount: money.optional(),
  share: decimalRate.optional(),
  lines: lineNumbers.optional(),
});

const signatureSchema = z.strictObject({
  party: z.enum(['client', 'seller']),
  title: z.string(),
  name: z.string().describe('Empty where the party is not known yet'),
  signatory: z.string().describe('Left empty for the pen'),
  date: z.string().describe('Left empty for the pen'),
});

export const contractSchema = z
  .strictObject({
    apiVersion: z.literal(apiVersion),
    kind: z.literal('Contract'),
    language: z.enum(languages),
    number: z.string().min(1),
    status: z.enum(paperStatuses),
    statusText: z.string(),
    revision: z.int().min(1).optional().describe("The booking's revision it was written at"),
    title: z.string(),
    notice: z.string().optional().describe('What a reader of a draft must know'),
    platform: z.string(),
    timezone: z.string(),
    currency: z.string(),
    prices: z.enum(taxBases),
    asOf: isoDate,
    validUntil: isoDate,
    signing: isoDate
      .refine((text) => parseDay(text) !== undefined)
      .optional()
      .describe('Day of signing that due dates are counted from'),
    parties: z.strictObject({
      client: party,
      seller: party.partial().describe('Empty where no seller was given'),
      agency: z.strictObject({ name: z.string() }).optional(),
    }),
    lines: z.array(lineSchema),
    byBrand: z.array(brandSchema).describe('The lines rolled up by brand; sums to the totals'),
    totals: quoteSchema.shape.totals.extend({
      spots: spotCount,
      amount: money.describe('Sum of the lines, on the tax basis of the card'),
    }),
    payable: z.strictObject({
      amount: money,
      figures: z.string().describe('For reading: ¥9,288,888.88'),
      capitals: z.string().optional().describe('大写, for currencies that are counted in 元, 角 and 分'),
    }),
    tax: z.array(taxSchema).describe('One entry a rate, highest first; sums to the totals'),
    instalments: z.array(quoteSchema.shape.instalments.element.extend({ dueText: z.string() })),
    cancellation: cancellationSchema,
    lateFee: lateFeeSchema.optional(),
    clauses: z.array(clauseSchema),
    digests: z.strictObject({ quote: digest, card: digest }),
    signatures: z.array(signatureSchema),
    quote: quoteSchema,
    diagnostics: z.array(recordedSchema).describe("The contract's own; the quote keeps its own"),
  })
  .describe('A contract (合同), derived from the quote it carries');

export type Contract = z.output<typeof contractSchema>;
export type ContractLine = Contract['lines'][number];
export type Clause = Contract['clauses'][number];
