import type { Contract } from '../documents/contract.js';
import type { Quote } from '../documents/quote.js';
import { cancelledWords } from '../lang/papers.js';
import { fill, type Language } from '../lang/text.js';
import { taxBasisWords, titleIn, word } from '../lang/trade.js';
import { sumOf } from '../money/money.js';
import { airingText } from './airing.js';
import { isZero, moneyText } from './amounts.js';
import type { BookingFacts } from './booking.js';
import { payableOf } from './capitals.js';

/**
 * The lines that were cancelled and what that costs; nothing where none was. They stand apart from the lines of the deal,
 * so that every column of those adds up to the totals, and the fees are owed beside the total.
 *
 * Source: booking rules, "Fees".
 */
export function cancelledOf(quote: Quote, { fees }: BookingFacts, language: Language): Contract['cancelled'] {
  if (fees.size === 0) return undefined;
  const fee = sumOf(fees.values(), quote.currency);
  return {
    basis: quote.rateCard.prices,
    text: feeText(quote, fees, fee, language),
    lines: quote.lines.flatMap((line) => {
      const own = fees.get(line.line);
      if (own === undefined) return [];
      return {
        line: line.line,
        item: line.item,
        title: titleIn(line, language),
        ...(line.brand === undefined ? {} : { brand: line.brand }),
        dates: line.spots.map(({ date }) => date),
        airing: airingText(line.spots, language),
        spots: line.spots.length,
        amount: line.amount,
        fee: own,
      };
    }),
    fee: payableOf(fee, quote.currency),
  };
}

function feeText(
  { lines, currency, rateCard }: Quote,
  fees: BookingFacts['fees'],
  fee: string,
  language: Language,
): string {
  const { all, allFree, some, someFree } = cancelledWords;
  const free = isZero(fee);
  const text = fees.size === lines.length ? (free ? allFree : all) : free ? someFree : some;
  return fill(text, language, {
    lines: [...fees.keys()].map(String),
    fee: moneyText(fee, currency),
    basis: word(taxBasisWords, rateCard.prices, language),
  });
}
