/** What a page of a CNY deal must say, worked out from its lines alone: text and whole fen, nothing of the views' own. */

type Fen = bigint;

interface Spot {
  readonly date: string;
  readonly surcharges: readonly { readonly rule: string; readonly amount: string }[];
}

export interface SummedLine {
  readonly list: string;
  readonly gross: string;
  readonly amount: string;
  readonly net: string;
  readonly tax: string;
  readonly payable: string;
  readonly spots: readonly Spot[];
  readonly adjustments: readonly { readonly rule: string; readonly amount: string }[];
}

export function fen(amount: string): Fen {
  return BigInt(amount.replace('.', ''));
}

export function sumFen(amounts: readonly string[]): Fen {
  return amounts.reduce((sum, amount) => sum + fen(amount), 0n);
}

/** `-123456` fen as `-1,234.56`. */
export function shown(amount: Fen): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  const groups: string[] = [];
  for (let end = digits.length - 2; end > 0; end -= 3)
    groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return `${amount < 0n ? '-' : ''}${groups.join(',')}.${digits.slice(-2)}`;
}

/** Tenths of a percent, halves away from zero. */
export function percent(part: Fen, whole: Fen): string {
  const size = part < 0n ? -part : part;
  const tenths = (size * 2000n + whole) / (whole * 2n);
  return `${part < 0n && tenths > 0n ? '-' : ''}${tenths / 10n}.${tenths % 10n}%`;
}

/** `[amount, part of gross]` for each step of the waterfall, from the sums of the rules named. */
export function waterfall(
  lines: readonly SummedLine[],
  rules: {
    readonly surcharges: readonly string[];
    readonly discounts: readonly string[];
    readonly agency?: boolean;
  },
): string[][] {
  const column = (key: 'list' | 'gross' | 'net' | 'tax' | 'payable') =>
    sumFen(lines.map((line) => line[key]));
  const surcharge = (rule: string) =>
    sumFen(
      lines.flatMap(({ spots }) =>
        spots.flatMap(({ surcharges }) =>
          surcharges.filter((one) => one.rule === rule).map(({ amount }) => amount),
        ),
      ),
    );
  const step = (rule: string) =>
    sumFen(
      lines.flatMap(({ adjustments }) =>
        adjustments.filter((one) => one.rule === rule).map(({ amount }) => amount),
      ),
    );
  const gross = column('gross');
  const whole = (amount: Fen) => [`¥${shown(amount)}`, percent(amount, gross)];
  const change = (amount: Fen) => [`${amount > 0n ? '+' : ''}${shown(amount)}`, percent(amount, gross)];
  const discounts = rules.discounts.map(step);
  const before = discounts.reduce((sum, one) => sum + one, gross);
  const agency = step('agency');
  return [
    whole(column('list')),
    ...rules.surcharges.map((rule) => change(surcharge(rule))),
    whole(gross),
    ...discounts.map(change),
    whole(before),
    ...(rules.agency === true ? [change(agency), whole(before + agency)] : []),
    whole(column('net')),
    change(column('tax')),
    whole(column('payable')),
  ];
}

/** `[list, gross, amount, part taken off]` of each line and of all; `-` where nothing can be off. */
export function lineColumns(lines: readonly SummedLine[], atCost: readonly number[] = []): string[][] {
  const rows = lines.map(({ list, gross, amount }, at) => [
    shown(fen(list)),
    shown(fen(gross)),
    shown(fen(amount)),
    atCost.includes(at) ? '-' : percent(fen(gross) - fen(amount), fen(gross)),
  ]);
  return [...rows, columns(lines)];
}

/** `[list, gross, amount]` of some lines together. */
export function columns(lines: readonly SummedLine[]): string[] {
  return (['list', 'gross', 'amount'] as const).map((key) => shown(sumFen(lines.map((line) => line[key]))));
}
