import { currencySymbol } from '../money/currency.js';
import { decimalRatio, decimalsOf } from '../money/decimal.js';
import { ratio, ratioText } from '../money/ratio.js';

/** Whether an amount is nothing: `"0.00"`, JPY `"0"`. */
export function isZero(amount: string): boolean {
  return !/[1-9]/.test(amount);
}

/** An amount for reading, in threes behind the currency's sign: `¥9,288,888.88`, `-¥5.00`, `KWD 1,234.567`. */
export function moneyText(amount: string, currency: string): string {
  const symbol = currencySymbol(currency);
  const gap = symbol === currency ? ' ' : '';
  const [whole = '', decimals] = amount.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = amount.startsWith('-') ? '-' : '';
  return `${sign}${symbol}${gap}${grouped}${decimals === undefined ? '' : `.${decimals}`}`;
}

/** A rate as documents carry it, with its sign: `"0.0005"` is `0.05%`, exactly. */
export function percentText(decimal: string): string {
  const { n, d } = decimalRatio(decimal);
  return `${ratioText(ratio(n * 100n, d), decimalsOf(decimal))}%`;
}
