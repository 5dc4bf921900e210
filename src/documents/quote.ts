import * as z from 'zod';
import { packageSchema } from './package.js';
import { termsSchema } from './terms.js';
import { adjustmentKinds, apiVersion, closings, natures, sections, taxBases } from './words.js';

/** The shape of a quote (报价单), as we write it. Source: interface, "Documents". */

export const money = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .describe("Amount with exactly the currency's decimals");
const decimalRate = z
  .string()
  .regex(/^\d+(\.\d+)?$/)
  .describe('Rate as a decimal: 0.15 is 15%');
const decimal = z.string().regex(/^\d+(\.\d+)?$/);
export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);

/** A problem or a reason as documents carry it: no words, no file. */
export const recordedSchema = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  path: z.string().describe('JSON Pointer into the package'),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string()).readonly()])).readonly(),
});

const spotSchema = z.strictObject({
  date: isoDate,
  time: z.string().optional(),
  units: decimal.describe('Units of the spot, quantity aside; half-up to 4 places, for reading only'),
  quantity: z.int(),
  list: money,
  overtime: money.optional().describe('Part of list'),
  surcharges: z.array(z.strictObject({ rule: z.string(), rate: decimalRate.optional(), amount: money })),
  gross: money,
  amount: money,
});

const lineSchema = z.strictObject({
  line: z.int().min(1),
  item: z.string(),
  title: z.string(),
  title_en: z.string().optional(),
  section: z.enum(sections),
  brand: z.string().optional(),
  category: z.string().optional(),
  format: z.string().optional(),
  options: z.array(z.string()).optional(),
  units: decimal.describe('Units of the whole line; half-up to 4 places, for reading only'),
  quantity: z.int(),
  list: money,
  gross: money,
  amount: money,
  net: money,
  tax: money,
  payable: money,
  taxRate: decimalRate,
  nature: z.enum(natures),
  viewerBenefit: money.optional().describe('Part of the payable amount that reaches viewers'),
  closed: z.enum(closings).optional(),
  spots: z.array(spotSchema),
  adjustments: z.array(
    z.strictObject({ rule: z.string(), kind: z.enum(adjustmentKinds), amount: money, after: money }),
  ),
});

const totalsSchema = z.strictObject({
  list: money,
  surcharges: money,
  gross: money,
  discounts: money.describe('Gross less the amounts before agency, bonus and fixed adjustments included'),
  commission: money,
  net: money,
  tax: money,
  payable: money,
  passThrough: money,
  media: money.describe('Payable without pass-through lines'),
  bonusValue: money,
  rebate: money.describe('返点, paid later'),
});

const figure = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .nullable();

const figuresSchema = z.strictObject({
  trueDiscount: figure,
  listMultiple: figure,
  bonusRatio: figure,
  hardAdShare: figure,
  viewerBenefit: money,
  viewerBenefitShare: figure,
});

const approvalSchema = z.strictObject({ required: z.string().nullable(), reasons: z.array(recordedSchema) });

/** What a priced package says whether it may be sold or not. */
const pricedFields = {
  package: packageSchema,
  rateCard: z.strictObject({
    id: z.string(),
    version: z.string(),
    digest,
    title: z.string(),
    title_en: z.string().optional(),
    platform: z.string(),
    timezone: z.string(),
    prices: z.enum(taxBases),
  }),
  currency: z.string(),
  asOf: isoDate,
  validUntil: isoDate,
  lines: z.array(lineSchema),
  totals: totalsSchema,
  figures: figuresSchema,
  instalments: z.array(
    z.strictObject({ share: decimalRate, due: z.string(), date: isoDate.optional(), amount: money }),
  ),
  approval: approvalSchema,
  terms: z.optional(termsSchema).describe("The card's terms with the package's in their place"),
  diagnostics: z.array(recordedSchema),
};

export const quoteSchema = z
  .strictObject({
    apiVersion: z.literal(apiVersion),
    kind: z.literal('Quote'),
    id: z.string(),
    ...pricedFields,
    digest,
  })
  .describe('A quote (报价单): a priced package, pinned to its card by digest');

/** A package that was priced but may not be sold so: how far off it is. It has no id and no digest of its own. */
export const draftSchema = z.strictObject(pricedFields);

export type Quote = z.output<typeof quoteSchema>;
export type Draft = z.output<typeof draftSchema>;
export type QuoteLine = z.output<typeof lineSchema>;
export type QuoteSpot = z.output<typeof spotSchema>;
export type Totals = z.output<typeof totalsSchema>;
export type Figures = z.output<typeof figuresSchema>;
export type Approval = z.output<typeof approvalSchema>;
export type Instalment = Quote['instalments'][number];
