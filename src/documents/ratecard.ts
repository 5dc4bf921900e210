import * as z from 'zod';
import { weekdays } from '../calendar/date.js';
import { date, dates, interval, timeWindow } from './dateFields.js';
import {
  amount,
  count,
  duration,
  flag,
  id,
  oneOf,
  price,
  rate,
  share,
  text,
  units,
  words,
} from './fields.js';
import { minimumSpendSchema, termsSchema } from './terms.js';
import {
  allRooms,
  apiVersion,
  cardRoundings,
  levels,
  natures,
  sections,
  surchargeBases,
  taxBases,
  tierModes,
  waysOfSelling,
} from './words.js';

/** The shape of a rate card (刊例). Source of every field: pricing rules, "The card". */

const itemSchema = z.strictObject({
  title: text('What clients read'),
  title_en: text('What English-speaking clients read').optional(),
  tier: text('Class of the item: S, A, IP').optional(),
  price: price('Price of one unit, or on-request').optional(),
  breaks: z
    .array(
      z.strictObject({
        from: units('Units of the item in the package from which this price holds; the first is 0'),
        price: amount('Price of one unit, for all units'),
      }),
    )
    .min(1)
    .optional(),
  per: oneOf(waysOfSelling, 'What one unit is'),
  included: duration('Time a session lasts at its price').optional(),
  overtime: z
    .strictObject({
      price: amount('Price of every begun period beyond what is included'),
      per: duration('Length of that period', 1),
    })
    .optional(),
  open: timeWindow('Time of the broadcast day in which it can be sold').optional(),
  capacity: count('How many may run at once; for mille, impressions a date').optional(),
  rest: duration('Pause after a spot').optional(),
  maxPerDay: count('Most that may be sold on one date').optional(),
  scope: oneOf([allRooms], 'A wave over all rooms: one at a time on the whole platform').optional(),
  resource: id('What is occupied when it is sold, default the item itself').optional(),
  minimum: units('Fewest units of the item a package may buy').optional(),
  floor: amount('Lowest unit price, surcharges aside, that discounts may leave').optional(),
  approval: text('The least role that must approve any line of the item').optional(),
  formats: words('Content formats it may appear in').optional(),
  tags: words('Free tags').optional(),
  nature: oneOf(natures, 'One-way advertising, content or interactive; default content').optional(),
  viewerBenefit: share('Part of the payable amount that reaches viewers').optional(),
  passThrough: flag('Sold at cost: money that only flows through').optional(),
  tax: rate("Overrides the card's tax rate").optional(),
});

const whenSchema = z.strictObject({
  items: words('Any of these items').optional(),
  sections: words('Any of these sections', sections).optional(),
  tiers: words('Items of any of these tiers').optional(),
  formats: words("The line's format").optional(),
  options: words("Any of the line's options").optional(),
  categories: words("The line's category, else the client's").optional(),
  tags: words('Items with any of these tags').optional(),
  dates: dates('Spots on these dates').optional(),
  weekdays: words('Spots on these weekdays', weekdays).optional(),
  times: timeWindow('Spots that start in this time').optional(),
  leadDaysUnder: count('Spots fewer days ahead than this', 0).optional(),
  leadDaysOver: count('Spots more days ahead than this', 0).optional(),
});

const ruleHead = {
  id: id('The rule, as quotes name it'),
  title: text('What clients read'),
  title_en: text('What English-speaking clients read').optional(),
};

const surchargeSchema = z.strictObject({
  ...ruleHead,
  rate: rate('Part of the list price, or of the running amount').optional(),
  amount: amount('Amount for each unit of quantity of a spot').optional(),
  on: oneOf(surchargeBases, 'What the rate is taken of: list (default) or running').optional(),
  group: text('Of one group only the largest applies').optional(),
  when: whenSchema.optional(),
});

const discountSchema = z.strictObject({
  ...ruleHead,
  rate: share('Part of the running amount').optional(),
  amount: amount('Amount off, at most what the lines have').optional(),
  tiers: z
    .array(
      z.strictObject({
        from: amount('Gross amount from which this rate holds; the first is 0'),
        rate: share('Part that is taken off'),
      }),
    )
    .min(1)
    .optional(),
  mode: oneOf(tierModes, 'threshold: one rate for all; graduated: each slab its own').optional(),
  group: text('Of one group only the largest applies').optional(),
  requires: z
    .array(
      z.strictObject({
        item: text('Spots of this item').optional(),
        section: oneOf(sections, 'Spots of this section').optional(),
        tag: text('Spots of items with this tag').optional(),
        spots: count('At least this many spots, bonus ones aside'),
      }),
    )
    .min(1)
    .optional(),
  when: whenSchema.optional(),
});

const level = oneOf(levels, 'error (default) refuses the quote, warning lets it pass');

function ratioPolicy(what: string) {
  return z.strictObject({
    min: rate(`Least ${what}`).optional(),
    max: rate(`Most ${what}`).optional(),
    level: level.optional(),
  });
}

const policiesSchema = z.strictObject({
  hardAdShare: ratioPolicy('share of one-way advertising').optional(),
  viewerBenefitShare: ratioPolicy('share that reaches viewers').optional(),
  bonusRatio: ratioPolicy('bonus value against what is paid').optional(),
  trueDiscount: ratioPolicy('discount, bonus counted').optional(),
  commission: z.strictObject({ max: share('Highest agency rate'), level: level.optional() }).optional(),
  minimumSpend: z.strictObject({ min: minimumSpendSchema, level: level.optional() }).optional(),
});

const section = z.record(z.string(), itemSchema);

export const rateCardSchema = z
  .strictObject({
    apiVersion: oneOf([apiVersion], 'Always kanli/v1'),
    kind: oneOf(['RateCard'], 'Always RateCard'),
    id: id('The name packages call this card by'),
    version: text('Version of the card'),
    title: text('What clients read'),
    title_en: text('What English-speaking clients read').optional(),
    platform: id('The platform whose inventory it sells'),
    currency: text('ISO 4217 code'),
    timezone: text('IANA time zone of the platform'),
    valid: interval('First and last date it sells'),
    prices: oneOf(taxBases, 'Whether prices include tax'),
    tax: rate('Tax rate'),
    rounding: oneOf(cardRoundings, 'How half a minor unit is rounded; default half-up').optional(),
    audience: z
      .strictObject({
        daily: count('Daily users').optional(),
        source: text('Who counted them').optional(),
        asOf: date('When').optional(),
      })
      .optional(),
    slots: section.optional().describe('时段: slots, by id'),
    celebrities: section.optional().describe('明星: celebrity appearances, by id'),
    placements: section.optional().describe('植入/资源位: in-stream placements, by id'),
    surcharges: z.array(surchargeSchema).optional(),
    discounts: z.array(discountSchema).optional(),
    policies: policiesSchema.optional(),
    approvals: z
      .array(
        z.strictObject({
          upTo: rate('Highest true discount this role may approve'),
          by: text('The role'),
        }),
      )
      .min(1)
      .optional(),
    terms: termsSchema.optional(),
  })
  .describe('A rate card (刊例): what a platform sells, at what price, by which rules');

export type RateCardDocument = z.output<typeof rateCardSchema>;
export type ItemDocument = z.output<typeof itemSchema>;
export type WhenDocument = z.output<typeof whenSchema>;
export type SurchargeDocument = z.output<typeof surchargeSchema>;
export type DiscountDocument = z.output<typeof discountSchema>;
export type PoliciesDocument = z.output<typeof policiesSchema>;
