import { divideRounded, type RoundingMode } from './rounding.js';

/** An exact non-negative number as a quotient of integers; rates, unit prices and units are held so. */
export interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

export const zeroRatio: Ratio = { n: 0n, d: 1n };

export function ratio(n: bigint, d = 1n): Ratio {
  return { n, d };
}

/** Negative, zero or positive as `a` is below, at or above `b`. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left === right ? 0 : 1;
}

/** `amount × rate`, rounded to a whole unit of the amount. */
export function takeRate(amount: bigint, rate: Ratio, mode: RoundingMode): bigint {
  return divideRounded(amount * rate.n, rate.d, mode);
}

/** The ratio as decimal text, half-up to `places`, without trailing zeros. */
export function ratioText(value: Ratio, places: number): string {
  return trimZeros(scaledText(divideRounded(value.n * 10n ** BigInt(places), value.d, 'half-up'), places));
}

/** An integer count of 10^-places as decimal text with exactly `places` decimals. */
export function scaledText(value: bigint, places: number): string {
  const negative = value < 0n;
  const digits = (negative ? -value : value).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const text = places === 0 ? whole : `${whole}.${digits.slice(digits.length - places)}`;
  return negative ? `-${text}` : text;
}

/** Decimal text without the zeros that end its fraction. */
export function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
