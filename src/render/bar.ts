/** How a bar is filled: a whole (`█`), or a step between two wholes (`▒`). */
export type Filling = '█' | '▒';

/**
 * A bar from `from` to `to` on a scale that ends at `full`, `width` columns long: `   ▒▒▒▒`. Anything but nothing shows
 * at least one column. Amounts are any size: only their ratio, cut to the columns, becomes a plain number.
 */
export function bar(from: bigint, to: bigint, full: bigint, width: number, filling: Filling): string {
  if (full <= 0n || from === to || width <= 0) return '';
  const [low, high] = from < to ? [from, to] : [to, from];
  const end = Math.min(width, Math.max(1, column(high, full, width)));
  const start = Math.min(Math.max(0, column(low, full, width)), end - 1);
  return ' '.repeat(start) + filling.repeat(end - start);
}

/** Half-up, so that a step ends in the column where the next begins. */
function column(amount: bigint, full: bigint, width: number): number {
  if (amount <= 0n) return 0;
  return Number((amount * BigInt(width) * 2n + full) / (full * 2n));
}
