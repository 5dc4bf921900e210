import { currencyOf, formatMinor, type Minor, signedMinorRatio } from './money.js';

/**
 * Splits `total` in proportion to `weights` so that the parts add up to it: each share is cut down to whole units, the
 * units left over go one each to the largest cut-off fractions, ties to the earlier. Negative totals mirror.
 *
 * Source: pricing rules, "Numbers", `allocate(total, weights)`.
 * @throws RangeError for a non-zero total over weights that are all zero, or a negative weight
 */
export function allocateMinor(total: Minor, weights: readonly bigint[]): Minor[] {
  if (total === 0n) return weights.map(() => 0n);
  if (total < 0n) return allocateMinor(-total, weights).map((share) => -share);
  let sum = 0n;
  for (const weight of weights) {
    if (weight < 0n) throw new RangeError('a weight is negative');
    sum += weight;
  }
  if (sum === 0n) throw new RangeError('nothing to allocate by: every weight is zero');
  let left = total;
  const cuts: { index: number; remainder: bigint }[] = [];
  const shares = weights.map((weight, index) => {
    const exact = total * weight;
    const share = exact / sum;
    const remainder = exact % sum;
    left -= share;
    if (remainder > 0n) cuts.push({ index, remainder });
    return share;
  });
  if (left > 0n) {
    cuts.sort((a, b) => (a.remainder > b.remainder ? -1 : a.remainder < b.remainder ? 1 : a.index - b.index));
    for (const cut of cuts.slice(0, Number(left))) shares[cut.index] = (shares[cut.index] ?? 0n) + 1n;
  }
  return shares;
}

/**
 * The library's `allocate`: decimal text in, decimal text out.
 *
 * @param total an amount no finer than the currency's minor unit, a minus allowed
 * @param weights non-negative decimal texts, of any fineness
 * @param currency ISO 4217 code
 * @returns as many shares as weights, in their order, adding up to `total` exactly
 * @throws RangeError for text that is no number, a total finer than the minor unit, an unknown currency, or a non-zero
 *   total over weights that are all zero
 */
export function allocate(total: string, weights: readonly string[], currency: string): string[] {
  const unit = currencyOf(currency);
  const exact = signedMinorRatio(total, unit);
  if (exact.n % exact.d !== 0n) throw new RangeError(`${total} is finer than the minor unit of ${currency}`);
  const ratios = weights.map((weight) => signedMinorRatio(weight, unit));
  const common = ratios.reduce((most, weight) => (weight.d > most ? weight.d : most), 1n);
  const shares = allocateMinor(
    exact.n / exact.d,
    ratios.map((weight) => weight.n * (common / weight.d)),
  );
  return shares.map((share) => formatMinor(share, unit));
}
