import * as z from 'zod/mini';
import type { Code } from '../diagnostics/codes.js';
import type { Path, Values } from '../diagnostics/problem.js';

/** Says what is wrong with the value being read; the answer is always "no value". */
export type Report = (code: Code, values?: Values, path?: Path) => undefined;

/** What an editor shows and checks for a field; the keywords are those of JSON Schema draft 7. */
export type FieldSchema = Readonly<Record<string, unknown>>;

interface Told {
  readonly code: Code;
  readonly values: Values;
}

const toldBy = 'kanli';

// A document or two a call: to write code for each shape first would take longer than reading by it.
z.config({ jitless: true });

const anything = z.unknown();

/**
 * A single field, read from what a file says into its canonical form. A value that cannot be read is reported and left out,
 * so that the rest of the document can still be read and judged: all faults at once.
 */
export function leaf<T>(read: (input: unknown, report: Report) => T | undefined, schema: FieldSchema) {
  const transform = z.transform((input: unknown, context): T => {
    const report: Report = (code, values = {}, path = []) => {
      const told: Told = { code, values };
      context.issues.push({
        code: 'custom',
        input,
        path: [...path],
        params: { [toldBy]: told },
        continue: true,
      });
      return undefined;
    };
    // The schema's output type speaks of documents without problems; read.ts hands out no other.
    return (input === undefined ? report('missing-key') : read(input, report)) as T;
  });
  // Behind `anything` a field is required unless it says otherwise; a bare transform never is.
  const field = z.pipe(anything, transform);
  z.globalRegistry.add(field, schema);
  return field;
}

/** Says what a part of a document is, to people who edit it. */
export function described<S extends z.ZodMiniType>(schema: S, description: string): S {
  // A copy: what is shared keeps its own description.
  const copy = z.clone(schema, schema._zod.def);
  z.globalRegistry.add(copy, { description });
  return copy;
}

/** A field's own words about a fault, when the issue came from a leaf. */
export function toldIn(issue: {
  readonly params?: Readonly<Record<string, unknown>> | undefined;
}): Told | undefined {
  return issue.params?.[toldBy] as Told | undefined;
}

/** Text as a file gives it: numbers count as their own text (a brand may be called 361). */
export function textOf(input: unknown): string | undefined {
  if (typeof input === 'string') return input;
  return typeof input === 'number' && Number.isFinite(input) ? String(input) : undefined;
}

/** What a value is, in a word a message can use. */
export function kindOf(input: unknown): string {
  if (input === null) return 'nothing';
  if (Array.isArray(input)) return 'list';
  return typeof input === 'object' ? 'map' : typeof input === 'boolean' ? 'boolean' : 'text';
}

/** The tilde is left out: put in its narrow form it would still be no mark of ours. */
const fullwidth = /[\uFF01-\uFF5D\u3000\u3001\u3002]/u;

/** Reads a text field whose grammar is ASCII; full-width marks from a Chinese keyboard get their own answer. */
export function asciiLeaf<T>(
  expected: string,
  read: (text: string, report: Report) => T | undefined,
  schema: FieldSchema,
) {
  return leaf<T>((input, report) => readAscii(expected, input, report, read), schema);
}

export function readAscii<T>(
  expected: string,
  input: unknown,
  report: Report,
  read: (text: string, report: Report) => T | undefined,
): T | undefined {
  const text = textOf(input);
  if (text === undefined) return report('wrong-type', { expected, found: kindOf(input) });
  if (fullwidth.test(text)) {
    const meant = text.normalize('NFKC').replaceAll('、', ',').replaceAll('。', '.').trim();
    return report('fullwidth-punctuation', { written: text, meant });
  }
  return read(text, report);
}
