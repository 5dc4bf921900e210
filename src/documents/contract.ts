import * as z from 'zod/mini';
import { parseDay } from '../calendar/date.js';
import { languages } from '../lang/text.js';
import { described } from './leaf.js';
import { isoInstant } from './ledgerEvent.js';
import { partyFields } from './package.js';
import {
  decimalRate,
  digest,
  instalmentSchema,
  isoDate,
  money,
  lineSchema as quoteLineSchema,
  quoteSchema,
  recordedSchema,
  totalsSchema,
} from './quote.js';
import { apiVersion, cardRoundings, lateFeePeriods, taxBases } from './words.js';

/**
 * The shape of a contract (合同). Beside a code stands its word in the contract's language: `format` and `formatText`.
 * Source: interface, "Documents".
 */

/** Where a deal stands when its paper is written: from a quote it is a draft, from a booking what the ledger says. */
export const paperStatuses = ['draft', 'held', 'booked', 'cancelled'] as const;
export const paperRevision = described(
  z.optional(z.int().check(z.minimum(1))),
  'Of the booking; absent from a draft',
);
const party = z.strictObject(partyFields);
const spotCount = described(z.int().check(z.minimum(0)), 'Number of spots');
const lineNumbers = described(z.array(z.int().check(z.minimum(1))), 'Lines it speaks of');

const lineSchema = z.extend(
  z.pick(quoteLineSchema, {
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
  }),
  {
    title: z.string(),
    sectionText: z.string(),
    formatText: z.optional(z.string()),
    optionsText: z.optional(z.string()),
    closedText: z.optional(z.string()),
    dates: described(z.array(isoDate), 'One spot each, in order'),
    airing: described(z.string(), 'Dates and times in words'),
    spots: spotCount,
  },
);

const sumSchema = z.strictObject({
  amount: money,
  figures: described(z.string(), 'For reading: ¥9,288,888.88'),
  capitals: described(z.optional(z.string()), '大写, for currencies that are counted in 元, 角 and 分'),
});

const cancelledSchema = z.strictObject({
  basis: described(z.enum(taxBases), 'What amounts and fees include'),
  text: z.string(),
  lines: z.array(
    z.strictObject({
      line: lineSchema.shape.line,
      item: lineSchema.shape.item,
      title: lineSchema.shape.title,
      brand: lineSchema.shape.brand,
      dates: lineSchema.shape.dates,
      airing: lineSchema.shape.airing,
      spots: spotCount,
      amount: described(money, 'What the line would have cost'),
      fee: described(z.string().check(z.regex(/^\d+(\.\d+)?$/)), 'Owed for the line instead, on the basis'),
    }),
  ),
  fee: described(sumSchema, 'Owed for all of them beside the payable'),
});

const brandSchema = z.strictObject({
  brand: described(z.string(), "The lines' brand, else the client's name"),
  spots: spotCount,
  gross: money,
  amount: money,
  payable: money,
});

const taxSchema = z.strictObject({
  rate: decimalRate,
  amount: described(money, 'Sum of the lines of this rate, before tax is set apart or added'),
  net: money,
  tax: money,
  payable: money,
});

const cancellationSchema = z.strictObject({
  basis: described(z.enum(taxBases), 'What the spot amounts that fees are taken of include'),
  text: z.string(),
  tiers: z.array(
    z.strictObject({
      from: described(z.optional(z.int()), "Fewest days from the day of cancelling to the spot's date"),
      to: described(z.optional(z.int()), 'Most days; 0 is the date itself and after'),
      fee: decimalRate,
      text: z.string(),
    }),
  ),
});

const lateFeeSchema = z.strictObject({
  rate: decimalRate,
  per: z.enum(lateFeePeriods),
  grace: described(z.optional(z.string()), 'Duration after the due date'),
  cap: z.optional(decimalRate),
  text: z.string(),
});

const clauseSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  amount: z.optional(money),
  share: z.optional(decimalRate),
  lines: z.optional(lineNumbers),
});

const signatureSchema = z.strictObject({
  party: z.enum(['client', 'seller']),
  title: z.string(),
  name: described(z.string(), 'Empty where the party is not known yet'),
  signatory: described(z.string(), 'Left empty for the pen'),
  date: described(z.string(), 'Left empty for the pen'),
});

export const contractSchema = described(
  z.strictObject({
    apiVersion: z.literal(apiVersion),
    kind: z.literal('Contract'),
    language: z.enum(languages),
    number: described(z.string().check(z.minLength(1)), "The booking's; of a draft, drawn from its quote"),
    status: z.enum(paperStatuses),
    statusText: z.string(),
    revision: paperRevision,
    expires: described(z.optional(isoInstant), 'Until when the places are held'),
    title: z.string(),
    notice: described(z.optional(z.string()), 'What a reader must know first'),
    platform: z.string(),
    timezone: z.string(),
    currency: z.string(),
    prices: z.enum(taxBases),
    rounding: described(
      z.optional(z.enum(cardRoundings)),
      "The card's; for a booking, whose rebate may be worked out anew",
    ),
    asOf: isoDate,
    validUntil: isoDate,
    signing: described(
      z.optional(isoDate.check(z.refine((text) => parseDay(text) !== undefined))),
      'Day of signing that due dates are counted from',
    ),
    parties: z.strictObject({
      client: party,
      seller: described(z.partial(party), 'Empty where no seller was given'),
      agency: z.optional(z.strictObject({ name: z.string() })),
    }),
    lines: described(z.array(lineSchema), 'The lines that stand; every column sums to the totals'),
    byBrand: described(z.array(brandSchema), 'The lines rolled up by brand; sums to the totals'),
    totals: z.extend(totalsSchema, {
      spots: spotCount,
      amount: described(money, 'Sum of the lines, on the tax basis of the card'),
    }),
    payable: sumSchema,
    cancelled: described(z.optional(cancelledSchema), 'Lines that were cancelled, and their fees'),
    tax: described(z.array(taxSchema), 'One entry a rate, highest first; sums to the totals'),
    instalments: z.array(z.extend(instalmentSchema, { dueText: z.string() })),
    cancellation: cancellationSchema,
    lateFee: z.optional(lateFeeSchema),
    clauses: z.array(clauseSchema),
    digests: z.strictObject({ quote: digest, card: digest }),
    signatures: z.array(signatureSchema),
    quote: quoteSchema,
    diagnostics: described(z.array(recordedSchema), "The contract's own; the quote keeps its own"),
  }),
  'A contract (合同), derived from the quote it carries and the booking it states',
);

export type Contract = z.output<typeof contractSchema>;
export type ContractLine = Contract['lines'][number];
export type Clause = Contract['clauses'][number];
