import * as z from 'zod/mini';
import { readWindow } from '../calendar/clock.js';
import { parseDay } from '../calendar/date.js';
import { isCurrency } from '../money/currency.js';
import { described } from './leaf.js';
import { packageSchema } from './package.js';
import { termsSchema } from './terms.js';
import { adjustmentKinds, apiVersion, closings, natures, sections, taxBases } from './words.js';

/** The shape of a quote (报价单), as we write it. Source: interface, "Documents". */

export const money = described(
  z.string().check(z.regex(/^-?\d+(\.\d+)?$/)),
  "Amount with exactly the currency's decimals",
);
export const decimalRate = described(
  z.string().check(z.regex(/^\d+(\.\d+)?$/)),
  'Rate as a decimal: 0.15 is 15%',
);
const decimal = z.string().check(z.regex(/^\d+(\.\d+)?$/));
export const isoDate = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/),
  z.refine((text) => parseDay(text) !== undefined),
);
export const digest = z.string().check(z.regex(/^sha256:[0-9a-f]{64}$/));

/** A problem or a reason as documents carry it: no words, no file. */
export const recordedSchema = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  path: described(z.string(), 'JSON Pointer into the package'),
  values: z.readonly(
    z.record(z.string(), z.union([z.string(), z.number(), z.readonly(z.array(z.string()))])),
  ),
});

export const spotSchema = z.strictObject({
  date: isoDate,
  time: z.optional(z.string().check(z.refine((text) => !('fault' in readWindow(text))))),
  units: described(decimal, 'Units of the spot, quantity aside; half-up to 4 places, for reading only'),
  quantity: z.int(),
  list: money,
  overtime: described(z.optional(money), 'Part of list'),
  surcharges: z.array(z.strictObject({ rule: z.string(), rate: z.optional(decimalRate), amount: money })),
  gross: money,
  amount: money,
});

export const lineSchema = z.strictObject({
  line: z.int().check(z.minimum(1)),
  item: z.string(),
  title: z.string(),
  title_en: z.optional(z.string()),
  section: z.enum(sections),
  brand: z.optional(z.string()),
  category: z.optional(z.string()),
  format: z.optional(z.string()),
  options: z.optional(z.array(z.string())),
  units: described(decimal, 'Units of the whole line; half-up to 4 places, for reading only'),
  quantity: z.int(),
  list: money,
  gross: money,
  amount: money,
  net: money,
  tax: money,
  payable: money,
  taxRate: decimalRate,
  nature: z.enum(natures),
  viewerBenefit: described(z.optional(money), 'Part of the payable amount that reaches viewers'),
  closed: z.optional(z.enum(closings)),
  spots: z.array(spotSchema),
  adjustments: z.array(
    z.strictObject({ rule: z.string(), kind: z.enum(adjustmentKinds), amount: money, after: money }),
  ),
});

export const totalsSchema = z.strictObject({
  list: money,
  surcharges: money,
  gross: money,
  discounts: described(money, 'Gross less the amounts before agency, bonus and fixed adjustments included'),
  commission: money,
  net: money,
  tax: money,
  payable: money,
  passThrough: money,
  media: described(money, 'Payable without pass-through lines'),
  bonusValue: money,
  rebate: described(money, '返点, paid later'),
});

const figure = z.nullable(z.string().check(z.regex(/^-?\d+(\.\d+)?$/)));

const figuresSchema = z.strictObject({
  trueDiscount: figure,
  listMultiple: figure,
  bonusRatio: figure,
  hardAdShare: figure,
  viewerBenefit: money,
  viewerBenefitShare: figure,
});

const approvalSchema = z.strictObject({ required: z.nullable(z.string()), reasons: z.array(recordedSchema) });

export const instalmentSchema = z.strictObject({
  share: decimalRate,
  due: z.string(),
  date: z.optional(isoDate),
  amount: money,
});

/** What a priced package says whether it may be sold or not. */
const pricedFields = {
  package: packageSchema,
  rateCard: z.strictObject({
    id: z.string(),
    version: z.string(),
    digest,
    title: z.string(),
    title_en: z.optional(z.string()),
    platform: z.string(),
    timezone: z.string(),
    prices: z.enum(taxBases),
  }),
  currency: z.string().check(z.refine(isCurrency)),
  asOf: isoDate,
  validUntil: isoDate,
  lines: z.array(lineSchema),
  totals: totalsSchema,
  figures: figuresSchema,
  instalments: z.array(instalmentSchema),
  approval: approvalSchema,
  terms: described(z.optional(termsSchema), "The card's terms with the package's in their place"),
  diagnostics: z.array(recordedSchema),
};

export const quoteSchema = described(
  z.strictObject({
    apiVersion: z.literal(apiVersion),
    kind: z.literal('Quote'),
    id: z.string(),
    ...pricedFields,
    digest,
  }),
  'A quote (报价单): a priced package, pinned to its card by digest',
);

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
