import type * as z from 'zod/mini';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.js';
import { type Path, problem } from '../diagnostics/problem.js';
import { canonicalJson } from './canonical.js';
import { type Contract, contractSchema } from './contract.js';
import { type Quote, quoteSchema } from './quote.js';

/** Documents we wrote, read back: plain JSON data as it stands, or the places where it has a shape of no such document. */

export function readQuote(data: unknown): Outcome<Quote> {
  return written<Quote>(quoteSchema, data);
}

export function readContract(data: unknown): Outcome<Contract> {
  return written<Contract>(contractSchema, data);
}

/** What we write is in canonical form throughout; what reads otherwise was written by somebody else. */
function written<T>(schema: z.ZodMiniType, data: unknown): Outcome<T> {
  const read = schema.safeParse(data);
  if (!read.success) {
    // One place is enough to say that it is not ours.
    const [first] = read.error.issues;
    return fail([problem('not-a-quote', (first?.path ?? []) as Path)]);
  }
  const asWritten = canonicalJson(read.data) === canonicalJson(data);
  // The data itself is handed on: reading must not change a byte of what a digest is over.
  return asWritten ? succeed(data as T) : fail([problem('not-a-quote', [])]);
}
