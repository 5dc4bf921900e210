import * as z from 'zod';
import { date, spotDates, timeWindow } from './dateFields.js';
import { amount, count, flag, id, oneOf, share, text, words } from './fields.js';
import { termsSchema } from './terms.js';
import { apiVersion, settlements } from './words.js';

/** The shape of a package (套餐/方案): what a client asks for. Source: pricing rules, "The card" and "Spot price". */

/** A party to the contract, as far as its papers name it. */
export const partyFields = {
  name: text('Name of the company'),
  taxId: text('Tax number (统一社会信用代码)').optional(),
  address: text('Registered address').optional(),
  contact: text('Person in charge').optional(),
  phone: text('Telephone').optional(),
  email: text('E-mail').optional(),
  bank: text('Bank').optional(),
  account: text('Bank account').optional(),
};

const lineSchema = z.strictObject({
  item: text("Id of the card's item"),
  dates: spotDates('Dates and intervals; one spot each'),
  time: timeWindow('Time of every spot; without it the item is sold whole').optional(),
  times: z
    .record(z.string(), timeWindow('Time on that date'))
    .optional()
    .describe('Times that differ, by date'),
  quantity: count('How many at once; default 1').optional(),
  impressions: count('Impressions a spot, for items sold per mille').optional(),
  format: text('Content format').optional(),
  options: words('Extras, as surcharges name them').optional(),
  brand: text('Brand the line is for').optional(),
  category: text("Category, default the client's").optional(),
  discount: share("The line's own discount").optional(),
  fixed: amount('Price of the whole line, whatever the card says').optional(),
  bonus: flag('配送: given for free').optional(),
  amount: amount('Amount of a pass-through line').optional(),
  note: text('Note').optional(),
});

export const packageSchema = z
  .strictObject({
    apiVersion: oneOf([apiVersion], 'Always kanli/v1'),
    kind: oneOf(['Package'], 'Always Package'),
    id: id('Name of the package'),
    card: text('Id of the card it is priced by'),
    asOf: date('The day it is judged on; default today').optional(),
    client: z.strictObject({ ...partyFields, category: text('Category of goods').optional() }),
    agency: z
      .strictObject({
        name: text('Name of the agency'),
        commission: share('Its commission'),
        settle: oneOf(settlements, 'net (default): deducted; rebate: paid later').optional(),
      })
      .optional(),
    lines: z.array(lineSchema).min(1),
    deal: z
      .strictObject({
        discount: share('Discount on all open lines').optional(),
        off: amount('Amount off all open lines').optional(),
        target: amount('What all lines together must come to').optional(),
      })
      .optional(),
    terms: termsSchema.optional().describe("Replace the card's, key by key"),
  })
  .describe('A package (套餐): lines, client and deal terms');

export type PackageDocument = z.output<typeof packageSchema>;
export type LineDocument = z.output<typeof lineSchema>;
