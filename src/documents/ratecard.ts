import * as z from 'zod/mini';
import { weekdays } from '../calendar/date.js';
import { date, dates, interval, timeWindow } from './dateFields.js';
import { amount, count, duration, flag, id, oneOf, price, rate, share, text, words } from './fields.js';
import { described } from './leaf.js';
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
  title_en: z.optional(text('What English-speaking clients read')),
  tier: z.optional(text('Class of the item: S, A, IP')),
  price: z.optional(price('Price of one unit, or on-request')),
  breaks: z.optional(
    z
      .array(
        z.strictObject({
          from: amount('Units of the item in the package from which this price holds; the first is 0'),
          price: amount('Price of one unit, for all units'),
        }),
      )
      .check(z.minLength(1)),
  ),
  per: oneOf(waysOfSelling, 'What one unit is'),
  included: z.optional(duration('Time a session lasts at its price')),
  overtime: z.optional(
    z.strictObject({
      price: amount('Price of every begun period beyond what is included'),
      per: duration('Length of that period', 1),
    }),
  ),
  open: z.optional(timeWindow('Time of the broadcast day in which it can be sold')),
  capacity: z.optional(count('How many may run at once; for mille, impressions a date')),
  rest: z.optional(duration('Pause after a spot')),
  maxPerDay: z.optional(count('Most that may be sold on one date')),
  scope: z.optional(oneOf([allRooms], 'A wave over all rooms: one at a time on the whole platform')),
  resource: z.optional(id('What is occupied when it is sold, default the item itself')),
  minimum: z.optional(amount('Fewest units of the item a package may buy')),
  floor: z.optional(amount('Lowest unit price, surcharges aside, that discounts may leave')),
  approval: z.optional(text('The least role that must approve any line of the item')),
  formats: z.optional(words('Content formats it may appear in')),
  tags: z.optional(words('Free tags')),
  nature: z.optional(oneOf(natures, 'One-way advertising, content or interactive; default content')),
  viewerBenefit: z.optional(share('Part of the payable amount that reaches viewers')),
  passThrough: z.optional(flag('Sold at cost: money that only flows through')),
  tax: z.optional(rate("Overrides the card's tax rate")),
});

const whenSchema = z.strictObject({
  items: z.optional(words('Any of these items')),
  sections: z.optional(words('Any of these sections', sections)),
  tiers: z.optional(words('Items of any of these tiers')),
  formats: z.optional(words("The line's format")),
  options: z.optional(words("Any of the line's options")),
  categories: z.optional(words("The line's category, else the client's")),
  tags: z.optional(words('Items with any of these tags')),
  dates: z.optional(dates('Spots on these dates')),
  weekdays: z.optional(words('Spots on these weekdays', weekdays)),
  times: z.optional(timeWindow('Spots that start in this time')),
  leadDaysUnder: z.optional(count('Spots fewer days ahead than this', 0)),
  leadDaysOver: z.optional(count('Spots more days ahead than this', 0)),
});

const ruleHead = {
  id: id('The rule, as quotes name it'),
  title: text('What clients read'),
  title_en: z.optional(text('What English-speaking clients read')),
};

const surchargeSchema = z.strictObject({
  ...ruleHead,
  rate: z.optional(rate('Part of the list price, or of the running amount')),
  amount: z.optional(amount('Amount for each unit of quantity of a spot')),
  on: z.optional(oneOf(surchargeBases, 'What the rate is taken of: list (default) or running')),
  group: z.optional(text('Of one group only the largest applies')),
  when: z.optional(whenSchema),
});

const discountSchema = z.strictObject({
  ...ruleHead,
  rate: z.optional(share('Part of the running amount')),
  amount: z.optional(amount('Amount off, at most what the lines have')),
  tiers: z.optional(
    z
      .array(
        z.strictObject({
          from: amount('Gross amount from which this rate holds; the first is 0'),
          rate: share('Part that is taken off'),
        }),
      )
      .check(z.minLength(1)),
  ),
  mode: z.optional(oneOf(tierModes, 'threshold: one rate for all; graduated: each slab its own')),
  group: z.optional(text('Of one group only the largest applies')),
  requires: z.optional(
    z
      .array(
        z.strictObject({
          item: z.optional(text('Spots of this item')),
          section: z.optional(oneOf(sections, 'Spots of this section')),
          tag: z.optional(text('Spots of items with this tag')),
          spots: count('At least this many spots, bonus ones aside'),
        }),
      )
      .check(z.minLength(1)),
  ),
  when: z.optional(whenSchema),
});

const level = oneOf(levels, 'error (default) refuses the quote, warning lets it pass');

function ratioPolicy(what: string) {
  return z.strictObject({
    min: z.optional(rate(`Least ${what}`)),
    max: z.optional(rate(`Most ${what}`)),
    level: z.optional(level),
  });
}

const policiesSchema = z.strictObject({
  hardAdShare: z.optional(ratioPolicy('share of one-way advertising')),
  viewerBenefitShare: z.optional(ratioPolicy('share that reaches viewers')),
  bonusRatio: z.optional(ratioPolicy('bonus value against what is paid')),
  trueDiscount: z.optional(ratioPolicy('discount, bonus counted')),
  commission: z.optional(z.strictObject({ max: share('Highest agency rate'), level: z.optional(level) })),
  minimumSpend: z.optional(z.strictObject({ min: minimumSpendSchema, level: z.optional(level) })),
});

const section = z.record(z.string(), itemSchema);

export const rateCardSchema = described(
  z.strictObject({
    apiVersion: oneOf([apiVersion], 'Always kanli/v1'),
    kind: oneOf(['RateCard'], 'Always RateCard'),
    id: id('The name packages call this card by'),
    version: text('Version of the card'),
    title: text('What clients read'),
    title_en: z.optional(text('What English-speaking clients read')),
    platform: id('The platform whose inventory it sells'),
    currency: text('ISO 4217 code'),
    timezone: text('IANA time zone of the platform'),
    valid: interval('First and last date it sells'),
    prices: oneOf(taxBases, 'Whether prices include tax'),
    tax: rate('Tax rate'),
    rounding: z.optional(oneOf(cardRoundings, 'How half a minor unit is rounded; default half-up')),
    audience: z.optional(
      z.strictObject({
        daily: z.optional(count('Daily users')),
        source: z.optional(text('Who counted them')),
        asOf: z.optional(date('When')),
      }),
    ),
    slots: described(z.optional(section), '时段: slots, by id'),
    celebrities: described(z.optional(section), '明星: celebrity appearances, by id'),
    placements: described(z.optional(section), '植入/资源位: in-stream placements, by id'),
    surcharges: z.optional(z.array(surchargeSchema)),
    discounts: z.optional(z.array(discountSchema)),
    policies: z.optional(policiesSchema),
    approvals: z.optional(
      z
        .array(
          z.strictObject({
            upTo: rate('Highest true discount this role may approve'),
            by: text('The role'),
          }),
        )
        .check(z.minLength(1)),
    ),
    terms: z.optional(termsSchema),
  }),
  'A rate card (刊例): what a platform sells, at what price, by which rules',
);

export type RateCardDocument = z.output<typeof rateCardSchema>;
export type ItemDocument = z.output<typeof itemSchema>;
export type WhenDocument = z.output<typeof whenSchema>;
export type SurchargeDocument = z.output<typeof surchargeSchema>;
export type DiscountDocument = z.output<typeof discountSchema>;
export type PoliciesDocument = z.output<typeof policiesSchema>;
