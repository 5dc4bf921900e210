import { currencySymbol } from '../money/currency.js';
import { decimalRatio } from '../money/decimal.js';
import type { Currency } from '../money/money.js';
import { ratio, ratioText, scaledText } from '../money/ratio.js';
import { divideRounded } from '../money/rounding.js';

/** Numbers as people read them. Views alone write so; documents carry plain decimal text. */

const parts = /^(-?)(\d+)(\.\d+)?$/;

/** `-12345.60` as `-12,345.60`; what is no decimal text stays as it is. */
export function grouped(decimal: string): string {
  const read = parts.exec(decimal);
  if (read === null) return decimal;
  const [, sign = '', whole = '', fraction = ''] = read;
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, ',') + fraction;
}

/** `12345.60` of CNY as `¥12,345.60`; a code that stands in for a sign keeps a blank: `CHF 12.00`. */
export function moneyText(decimal: string, currency: string): string {
  const sign = currencySymbol(currency);
  const [minus, size] = decimal.startsWith('-') ? ['-', decimal.slice(1)] : ['', decimal];
  return `${minus}${sign}${sign === currency ? ' ' : ''}${grouped(size)}`;
}

/** A change with its sign, `+1,200.00` or `-300.00`; nothing has none. */
export function changeText(decimal: string): string {
  return /^-|^0+(\.0+)?$/.test(decimal) ? grouped(decimal) : `+${grouped(decimal)}`;
}

/** A unit price as `¥68.50`, `¥120,000` or, finer than the currency's own decimals, `¥0.0345`. */
export function priceText(decimal: string, { code, digits }: Currency): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const shown = fraction === '' ? whole : `${whole}.${fraction.padEnd(digits, '0')}`;
  return moneyText(shown, code);
}

/** A rate as documents carry it, `0.125`, as `12.5%`. */
export function percentText(decimal: string): string {
  const negative = decimal.startsWith('-');
  const value = decimalRatio(negative ? decimal.slice(1) : decimal);
  const places = decimal.split('.')[1]?.length ?? 0;
  const text = ratioText(ratio(value.n * 100n, value.d), places);
  return `${negative ? '-' : ''}${grouped(text)}%`;
}

/** What part of `whole` a `part` is, half-up to one place: `12.5%`; `-` where there is nothing to divide by. */
export function shareText(part: bigint, whole: bigint): string {
  if (whole === 0n) return '-';
  return `${grouped(scaledText(divideRounded(part * 1000n, whole, 'half-up'), 1))}%`;
}
