import * as z from 'zod/mini';
import { amount, count, due, duration, oneOf, rate, share } from './fields.js';
import { lateFeePeriods } from './words.js';

/** The terms of trade, on a card and, key by key in their place, on a package. Source: pricing rules, "The card". */
export const termsSchema = z.strictObject({
  hold: z.optional(duration('How long a hold keeps its places', 1)),
  quoteValid: z.optional(duration('How long a quote stands, in whole days', 1)),
  deadline: z.optional(duration('How long before its start a spot closes for sale')),
  instalments: z.optional(
    z
      .array(
        z.strictObject({
          share: share('Part of the payable amount; all shares add up to exactly 100%'),
          due: due('A date, or signing, first-air or last-air, with +Nd or -Nd'),
        }),
      )
      .check(z.minLength(1)),
  ),
  cancellation: z.optional(
    z
      .array(
        z.strictObject({
          daysBefore: count('Days between the day of cancelling and the spot', 0),
          fee: share('Part of the spot amount that is owed all the same'),
        }),
      )
      .check(z.minLength(1)),
  ),
  lateFee: z.optional(
    z.strictObject({
      rate: rate('Part of the overdue amount'),
      per: oneOf(lateFeePeriods, 'For each begun period overdue'),
      grace: z.optional(duration('Time after the due date without a fee')),
      cap: z.optional(rate('The most a late fee may come to, as part of the overdue amount')),
    }),
  ),
});

export type Terms = z.output<typeof termsSchema>;

export const minimumSpendSchema = amount('The least media amount, pass-through aside');
