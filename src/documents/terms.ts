import * as z from 'zod';
import { amount, count, due, duration, oneOf, rate, share } from './fields.js';
import { lateFeePeriods } from './words.js';

/** The terms of trade, on a card and, key by key in their place, on a package. Source: pricing rules, "The card". */
export const termsSchema = z.strictObject({
  hold: duration('How long a hold keeps its places', 1).optional(),
  quoteValid: duration('How long a quote stands, in whole days', 1).optional(),
  deadline: duration('How long before its start a spot closes for sale').optional(),
  instalments: z
    .array(
      z.strictObject({
        share: share('Part of the payable amount; all shares add up to exactly 100%'),
        due: due('A date, or signing, first-air or last-air, with +Nd or -Nd'),
      }),
    )
    .min(1)
    .optional(),
  cancellation: z
    .array(
      z.strictObject({
        daysBefore: count('Days between the day of cancelling and the spot', 0),
        fee: share('Part of the spot amount that is owed all the same'),
      }),
    )
    .min(1)
    .optional(),
  lateFee: z
    .strictObject({
      rate: rate('Part of the overdue amount'),
      per: oneOf(lateFeePeriods, 'For each begun period overdue'),
      grace: duration('Time after the due date without a fee').optional(),
      cap: rate('The most a late fee may come to, as part of the overdue amount').optional(),
    })
    .optional(),
});

export type Terms = z.output<typeof termsSchema>;

export const minimumSpendSchema = amount('The least media amount, pass-through aside');
