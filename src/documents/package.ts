import * as z from 'zod/mini';
import { date, spotDates, timeWindow } from './dateFields.js';
import { amount, count, flag, id, oneOf, share, text, words } from './fields.js';
import { described } from './leaf.js';
import { termsSchema } from './terms.js';
import { apiVersion, settlements } from './words.js';

/** The shape of a package (套餐/方案): what a client asks for. Source: pricing rules, "The card" and "Spot price". */

/** A party to the contract, as far as its papers name it. */
export const partyFields = {
  name: text('Name of the company'),
  taxId: z.optional(text('Tax number (统一社会信用代码)')),
  address: z.optional(text('Registered address')),
  contact: z.optional(text('Person in charge')),
  phone: z.optional(text('Telephone')),
  email: z.optional(text('E-mail')),
  bank: z.optional(text('Bank')),
  account: z.optional(text('Bank account')),
};

const lineSchema = z.strictObject({
  item: text("Id of the card's item"),
  dates: spotDates('Dates and intervals; one spot each'),
  time: z.optional(timeWindow('Time of every spot; without it the item is sold whole')),
  times: described(
    z.optional(z.record(z.string(), timeWindow('Time on that date'))),
    'Times that differ, by date',
  ),
  quantity: z.optional(count('How many at once; default 1')),
  impressions: z.optional(count('Impressions a spot, for items sold per mille')),
  format: z.optional(text('Content format')),
  options: z.optional(words('Extras, as surcharges name them')),
  brand: z.optional(text('Brand the line is for')),
  category: z.optional(text("Category, default the client's")),
  discount: z.optional(share("The line's own discount")),
  fixed: z.optional(amount('Price of the whole line, whatever the card says')),
  bonus: z.optional(flag('配送: given for free')),
  amount: z.optional(amount('Amount of a pass-through line')),
  note: z.optional(text('Note')),
});

export const packageSchema = described(
  z.strictObject({
    apiVersion: oneOf([apiVersion], 'Always kanli/v1'),
    kind: oneOf(['Package'], 'Always Package'),
    id: id('Name of the package'),
    card: text('Id of the card it is priced by'),
    asOf: z.optional(date('The day it is judged on; default today')),
    client: z.strictObject({ ...partyFields, category: z.optional(text('Category of goods')) }),
    agency: z.optional(
      z.strictObject({
        name: text('Name of the agency'),
        commission: share('Its commission'),
        settle: z.optional(oneOf(settlements, 'net (default): deducted; rebate: paid later')),
      }),
    ),
    lines: z.array(lineSchema).check(z.minLength(1)),
    deal: z.optional(
      z.strictObject({
        discount: z.optional(share('Discount on all open lines')),
        off: z.optional(amount('Amount off all open lines')),
        target: z.optional(amount('What all lines together must come to')),
      }),
    ),
    terms: described(z.optional(termsSchema), "Replace the card's, key by key"),
  }),
  'A package (套餐): lines, client and deal terms',
);

export type PackageDocument = z.output<typeof packageSchema>;
export type LineDocument = z.output<typeof lineSchema>;
