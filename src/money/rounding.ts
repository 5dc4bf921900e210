/**
 * The only code that rounds. Every rule takes an exact quotient of integers, so nothing is lost before it is asked.
 *
 * Source of the rules: pricing rules, "Numbers": half-up (away from zero) unless the card says half-even; the others serve
 * `roundMoney` and are those of java.math.RoundingMode and the General Decimal Arithmetic specification.
 */

/** Facts of a division `|numerator| = quotient × denominator + remainder` that a rule decides by. */
interface Cut {
  readonly negative: boolean;
  readonly quotientIsOdd: boolean;
  /** Negative, zero or positive as the remainder is below, at or above one half of the denominator. */
  readonly againstHalf: number;
}

/** For each rule: does a non-zero remainder push the magnitude up by one? */
const pushesAway = {
  'half-up': (cut: Cut) => cut.againstHalf >= 0,
  'half-even': (cut: Cut) => cut.againstHalf > 0 || (cut.againstHalf === 0 && cut.quotientIsOdd),
  'half-down': (cut: Cut) => cut.againstHalf > 0,
  up: () => true,
  down: () => false,
  ceiling: (cut: Cut) => !cut.negative,
  floor: (cut: Cut) => cut.negative,
} as const satisfies Record<string, (cut: Cut) => boolean>;

export type RoundingMode = keyof typeof pushesAway;

export const roundingModes = Object.keys(pushesAway) as readonly RoundingMode[];

/** The integer nearest to `numerator / denominator` by the rule `mode`; the denominator is positive. */
export function divideRounded(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  const quotient = numerator / denominator;
  const remainder = numerator % denominator;
  if (remainder === 0n) return quotient;
  const negative = numerator < 0n;
  const twice = (negative ? -remainder : remainder) * 2n;
  const away = pushesAway[mode]({
    negative,
    quotientIsOdd: quotient % 2n !== 0n,
    againstHalf: twice < denominator ? -1 : twice === denominator ? 0 : 1,
  });
  if (!away) return quotient;
  return negative ? quotient - 1n : quotient + 1n;
}
