export interface Finding {
  readonly code: string;
  readonly platform: string;
  /** Of the event; absent where the finding is about no one event. */
  readonly seq?: number;
  readonly text: string;
}

/** All that were ever written, not only what stands. */
export interface Counted {
  readonly events: number;
  readonly bookings: number;
  readonly spots: number;
  readonly takes: number;
}

/** Every kind of finding, and what is wrong then. */
export const codes: Readonly<Record<string, string>>;

export function checkLedger(
  lines: Iterable<string>,
  options?: { readonly acknowledged?: Iterable<string | object> },
): { readonly findings: readonly Finding[]; readonly counted: Counted };
