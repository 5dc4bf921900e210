import { fail, type Outcome, succeed } from '../diagnostics/outcome.js';
import { problem } from '../diagnostics/problem.js';
import { isCurrency, minorUnits } from './currency.js';
import { decimalRatio, decimalsOf, readDecimal } from './decimal.js';
import { scaledText } from './ratio.js';
import { divideRounded, type RoundingMode } from './rounding.js';

/** A count of a currency's minor units (fen for CNY, yen for JPY); any size, exact. */
export type Minor = bigint;

/** Whole amounts of one currency: how its text becomes minor units and back. */
export interface Currency {
  readonly code: string;
  /** Decimals of the minor unit by ISO 4217: 2 for CNY, 0 for JPY, 3 for KWD. */
  readonly digits: number;
}

export function currencyOf(code: string): Currency {
  return { code, digits: minorUnits(code) };
}

/** Plain decimal text as minor units; the text is known to be no finer than they are. */
export function toMinor(text: string, currency: Currency): Minor {
  const value = decimalRatio(text);
  return (value.n * 10n ** BigInt(currency.digits)) / value.d;
}

/** Minor units as text with exactly the currency's decimals: `"12345.60"`, JPY `"1200"`. */
export function formatMinor(amount: Minor, currency: Currency): string {
  return scaledText(amount, currency.digits);
}

const signed = /^(-?)(\d.*)$/;

/** Decimal text with an optional minus as an exact fraction of minor units. @throws RangeError when it is no number. */
export function signedMinorRatio(amount: string, currency: Currency): { n: bigint; d: bigint } {
  const parts = signed.exec(amount);
  const read = parts === null ? undefined : readDecimal(parts[2] ?? '');
  if (parts === null || read === undefined || 'fault' in read)
    throw new RangeError(`not a decimal amount: ${amount}`);
  const value = decimalRatio(read.text);
  const n = value.n * 10n ** BigInt(currency.digits);
  return { n: parts[1] === '-' ? -n : n, d: value.d };
}

/**
 * Rounds decimal text to the currency's ISO 4217 minor unit.
 *
 * @param amount decimal text, a minus allowed: `"1234.565"`
 * @param mode default `half-up`, away from zero (pricing rules, "Numbers")
 * @returns text with exactly the minor digits: `"1234.57"`, JPY `"1235"`
 * @throws RangeError when the amount is no number or the currency is unknown
 */
export function roundMoney(amount: string, currency: string, mode: RoundingMode = 'half-up'): string {
  const unit = currencyOf(currency);
  const value = signedMinorRatio(amount, unit);
  return formatMinor(divideRounded(value.n, value.d, mode), unit);
}

/**
 * Reads an amount as a rate card writes it: `120000`, `1,200,000.50`, `12万`, `1.5亿`.
 *
 * @param currency ISO 4217 code; given one, an amount finer than its minor unit is a problem
 * @returns plain decimal text (`"1200000.5"`), or `bad-amount`, `unknown-currency` or `finer-than-minor` as a value
 *
 * Source: pricing rules, "Numbers".
 */
export function parseMoney(text: string, currency?: string): Outcome<string> {
  const read = readDecimal(text);
  if ('fault' in read) return fail([problem('bad-amount', [], { written: text, fault: read.fault })]);
  if (currency === undefined) return succeed(read.text);
  if (!isCurrency(currency))
    return fail([problem('unknown-currency', [], { written: currency, nearest: [] })]);
  const digits = minorUnits(currency);
  if (decimalsOf(read.text) <= digits) return succeed(read.text);
  return fail([problem('finer-than-minor', [], { written: text, currency, digits })]);
}

/** The sum of amounts of one currency, as documents carry them. */
export function sumOf(amounts: Iterable<string>, code: string): string {
  const currency = currencyOf(code);
  let sum = 0n;
  for (const amount of amounts) sum += toMinor(amount, currency);
  return formatMinor(sum, currency);
}
