import type { Problem } from './problem.js';

/**
 * What a step came to: a value, perhaps with warnings, or the problems that stand in its way.
 * A user's mistake travels as a value of this type; exceptions are for broken programs and disks.
 */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function succeed<T>(value: T, problems: readonly Problem[] = []): Outcome<T> {
  return { ok: true, value, problems };
}

export function fail<T>(problems: readonly Problem[]): Outcome<T> {
  return { ok: false, problems };
}
