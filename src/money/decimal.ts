import { Decimal } from 'decimal.js';
import { type Ratio, ratio, scaledText, trimZeros } from './ratio.js';

/** Why a text is no amount; the messages are in `lang/problems.ts`. */
export type AmountFault =
  | 'empty'
  | 'fullwidth'
  | 'exponent'
  | 'negative'
  | 'commas'
  | 'percent'
  | 'currency-sign'
  | 'space'
  | 'too-long'
  | 'not-a-number';

export type Read<F> = { readonly text: string } | { readonly fault: F };

/** Digits that fit any deal and still bound the work an adversary can ask for. */
const longest = 60;

const plain = /^(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;
const written = /^(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?(万|亿)?$/u;
const chineseUnits: Readonly<Record<string, number>> = { 万: 4, 亿: 8 };

/** Exact at any length that `longest` admits: decimal.js would otherwise cut products to 20 digits. */
const Exact = Decimal.clone({ precision: 4 * longest, toExpNeg: -9e15, toExpPos: 9e15 });

/**
 * Reads an amount as a person writes it (`120000.50`, `1,200,000`, `12万`, `1.5亿`) into plain decimal text
 * (`120000.5`): no sign, no exponent, no trailing zeros.
 *
 * Source: pricing rules, "Numbers".
 */
export function readDecimal(text: string): Read<AmountFault> {
  if (text.length > longest) return { fault: 'too-long' };
  if (plain.test(text)) return { text };
  const parts = written.exec(text);
  if (parts === null) return { fault: amountFault(text) };
  const [, digits = '', fraction = '', unit = ''] = parts;
  const value = new Exact(digits.replaceAll(',', '') + fraction).times(
    new Exact(10).pow(chineseUnits[unit] ?? 0),
  );
  return { text: value.toFixed() };
}

function amountFault(text: string): AmountFault {
  if (text.trim() === '') return 'empty';
  if (/[０-９．，％－]/u.test(text)) return 'fullwidth';
  if (text.startsWith('-')) return 'negative';
  if (/^[\d.,]+e[+-]?\d+$/i.test(text)) return 'exponent';
  if (text.endsWith('%')) return 'percent';
  if (/^[¥￥$€£]|[元圆块]$/u.test(text)) return 'currency-sign';
  if (/\s/.test(text) && /^[\d\s.,万亿]+$/u.test(text)) return 'space';
  if (/^[\d,.]+[万亿]?$/u.test(text) && text.includes(',')) return 'commas';
  return 'not-a-number';
}

/** Plain decimal text, as `readDecimal` gives it, as an exact ratio. */
export function decimalRatio(text: string): Ratio {
  const point = text.indexOf('.');
  if (point < 0) return ratio(BigInt(text));
  return ratio(BigInt(text.slice(0, point) + text.slice(point + 1)), 10n ** BigInt(text.length - point - 1));
}

export type RateFault = AmountFault | 'no-sign';

/** Reads `12.50%` into `12.5%`. A bare number is a fault of its own: it may mean 0.15 or 15. */
export function readRate(text: string): Read<RateFault> {
  if (!text.endsWith('%')) {
    const bare = readDecimal(text);
    return { fault: 'text' in bare ? 'no-sign' : bare.fault };
  }
  const number = text.slice(0, -1);
  const read = readDecimal(number);
  if ('fault' in read) return read;
  return /[,万亿]/u.test(number) ? { fault: 'not-a-number' } : { text: `${read.text}%` };
}

/** `12.5%` as the exact ratio 125/1000. */
export function rateRatio(text: string): Ratio {
  const value = decimalRatio(text.slice(0, -1));
  return ratio(value.n, value.d * 100n);
}

/** `12.5%` as the decimal text documents carry: `0.125`. */
export function rateDecimal(text: string): string {
  const number = text.slice(0, -1);
  const [whole = '', fraction = ''] = number.split('.');
  return trimZeros(scaledText(BigInt(whole + fraction), fraction.length + 2));
}

/** How many decimals a plain decimal text has. */
export function decimalsOf(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : trimZeros(text).length - point - 1;
}
