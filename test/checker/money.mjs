/** Amounts as whole minor units; no binary float comes near them. */

/**
 * @param {string} text `12345.60`
 * @returns {{ units: bigint, digits: number }}
 */
function readAmount(text) {
  const [whole, part = ''] = text.split('.');
  return { units: BigInt(whole + part), digits: part.length };
}

/**
 * @param {bigint} units
 * @param {number} digits
 * @returns {string}
 */
function writeAmount(units, digits) {
  const text = String(units).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/**
 * A part of an amount, rounded to the decimals that the amount has.
 *
 * @param {string} amount
 * @param {string} rate with its sign: `12.5%`
 * @param {'half-up' | 'half-even'} rounding
 * @returns {string}
 */
export function partOf(amount, rate, rounding) {
  const { units, digits } = readAmount(amount);
  const share = readAmount(rate.slice(0, -1));
  const whole = 10n ** BigInt(share.digits + 2);
  const product = units * share.units;
  const floor = product / whole;
  const twice = 2n * (product % whole);
  const tieUp = rounding === 'half-up' || floor % 2n === 1n;
  const up = twice > whole || (twice === whole && tieUp);
  return writeAmount(up ? floor + 1n : floor, digits);
}

/**
 * @param {readonly string[]} amounts at least one, all with the same decimals
 * @returns {string}
 */
export function sumOf(amounts) {
  const read = amounts.map(readAmount);
  const digits = Math.max(...read.map((amount) => amount.digits));
  const units = read.map((amount) => amount.units * 10n ** BigInt(digits - amount.digits));
  return writeAmount(
    units.reduce((sum, part) => sum + part, 0n),
    digits,
  );
}
