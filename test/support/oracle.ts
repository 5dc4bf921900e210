import { Decimal } from 'decimal.js';

/** decimal.js with more digits than any amount of these tests needs, and no exponents in its text. */
export const Exact = Decimal.clone({ precision: 200, toExpNeg: -9e15, toExpPos: 9e15 });

export const oracleMode = {
  'half-up': Decimal.ROUND_HALF_UP,
  'half-even': Decimal.ROUND_HALF_EVEN,
  'half-down': Decimal.ROUND_HALF_DOWN,
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
  ceiling: Decimal.ROUND_CEIL,
  floor: Decimal.ROUND_FLOOR,
} as const;

export type OracleMode = keyof typeof oracleMode;

/** An amount as people write it (`1,200`, `1.5亿`), or a rate (`12.5%` is 0.125), by decimal.js alone. */
export function exact(written: string): Decimal {
  const number = new Exact(written.replaceAll(',', '').replace(/[万亿%]$/u, ''));
  if (written.endsWith('万')) return number.times(10_000);
  if (written.endsWith('亿')) return number.times(100_000_000);
  return written.endsWith('%') ? number.div(100) : number;
}

/** `amount × rate` to a whole unit. */
export function part(amount: bigint, rate: string, mode: OracleMode): bigint {
  return whole(new Exact(amount.toString()).times(exact(rate)), mode);
}

/** To a whole unit. */
export function whole(value: Decimal, mode: OracleMode): bigint {
  return BigInt(value.toDecimalPlaces(0, oracleMode[mode]).toFixed());
}
