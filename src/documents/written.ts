import type * as z from 'zod/mini';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.js';
import { type Path, problem } from '../diagnostics/problem.js';
import { type Contract, contractSchema } from './contract.js';
import { type Quote, quoteSchema } from './quote.js';

/** Documents we wrote, read back: plain JSON data as it stands, or the places where it has a shape of no such document. */

export function readQuote(data: unknown): Outcome<Quote> {
  return written<Quote>(quoteSchema, data);
}

export function readContract(data: unknown): Outcome<Contract> {
  return written<Contract>(contractSchema, data);
}

function written<T>(schema: z.ZodMiniType, data: unknown): Outcome<T> {
  const read = schema.safeParse(data);
  // The data itself is handed on: reading must not change a byte of what a digest is over.
  if (read.success) return succeed(data as T);
  return fail(
    read.error.issues.map((issue) => problem('not-a-quote', issue.path as Path, { detail: issue.message })),
  );
}
