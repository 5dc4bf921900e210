/** The card of the bulk benchmark as plain data. */
export function benchCard(seed?: number): Readonly<Record<string, unknown>>;

/** Package number `at`, of `lines` lines. */
export function benchPackage(
  card: Readonly<Record<string, unknown>>,
  at: number,
  lines?: number,
): {
  readonly id: string;
  readonly card: string;
  readonly asOf: string;
  readonly client: { readonly name: string; readonly category: string };
  readonly lines: readonly Readonly<Record<string, unknown>>[];
};
