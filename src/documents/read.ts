import type * as z from 'zod/mini';
import { nearest } from '../diagnostics/nearest.js';
import { type Path, type Problem, problem } from '../diagnostics/problem.js';
import { kindOf, toldIn } from './leaf.js';

/** A document with every field that could be read, to any depth: what is missing or wrong has been reported. */
export type Salvaged<T> = T extends readonly (infer E)[]
  ? readonly (Salvaged<E> | undefined)[]
  : T extends object
    ? { readonly [K in keyof T]?: Salvaged<T[K]> | undefined }
    : T;

/** What reading a document by its schema came to; without problems, `value` is the whole document. */
export interface Reading<T> {
  readonly value: Salvaged<T>;
  readonly problems: readonly Problem[];
}

/**
 * Reads plain data by a schema into its canonical form. Keys that begin with `x-` are ignored, other unknown keys are
 * errors with the nearest known one.
 */
export function readDocument<S extends z.core.$ZodType>(schema: S, input: unknown): Reading<z.output<S>> {
  const payload = schema._zod.run({ value: withoutExtensions(input), issues: [] }, { async: false });
  if (payload instanceof Promise) throw new TypeError('a document schema must not be asynchronous');
  const problems: Problem[] = [];
  for (const issue of payload.issues) {
    const path = (issue.path ?? []) as Path;
    problems.push(...problemsOf(issue, path, schema));
    if (issue.code !== 'custom' && issue.code !== 'unrecognized_keys') drop(payload, path);
  }
  return { value: payload.value as Salvaged<z.output<S>>, problems };
}

function problemsOf(issue: z.core.$ZodRawIssue, path: Path, schema: z.core.$ZodType): Problem[] {
  switch (issue.code) {
    case 'custom': {
      const told = toldIn(issue);
      if (told === undefined) throw new TypeError('a custom issue without its problem');
      if (told.code === 'missing-key') return [missing(path)];
      return [problem(told.code, path, told.values)];
    }
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const known = keysAt(schema, path);
        return problem(
          'unknown-key',
          [...path, key],
          { key, nearest: nearest(key, known, 1) },
          { on: 'key' },
        );
      });
    case 'invalid_type':
      if (issue.input === undefined) return [missing(path)];
      return [
        problem('wrong-type', path, {
          expected: issue.expected === 'array' ? 'list' : 'map',
          found: kindOf(issue.input),
        }),
      ];
    case 'too_small':
      return [problem('empty-list', path)];
    default:
      throw new TypeError(`a document schema uses a check that has no message: ${issue.code}`);
  }
}

function missing(path: Path): Problem {
  return problem('missing-key', path, { key: String(path.at(-1) ?? '') });
}

/** Removes a value of the wrong type, so that later checks see a gap under its key and not a surprise. */
function drop(payload: { value: unknown }, path: Path): void {
  const last = path.at(-1);
  let container: unknown = payload.value;
  for (const step of path.slice(0, -1))
    container = (container as Record<string | number, unknown> | undefined)?.[step];
  if (last === undefined) payload.value = {};
  else if (Array.isArray(container)) container[Number(last)] = undefined;
  else if (typeof container === 'object' && container !== null)
    (container as Record<string, unknown>)[last] = undefined;
}

/** The keys a schema knows at a path, for "did you mean". */
function keysAt(schema: z.core.$ZodType, path: Path): string[] {
  let at: z.core.$ZodTypeDef | undefined = schema._zod.def;
  const inside = (def: z.core.$ZodTypeDef | undefined): z.core.$ZodTypeDef | undefined => {
    let bare = def;
    while (bare?.type === 'optional') bare = (bare as z.core.$ZodOptionalDef).innerType._zod.def;
    return bare;
  };
  for (const step of path) {
    const bare = inside(at);
    if (bare?.type === 'object') {
      const { shape } = bare as z.core.$ZodObjectDef;
      at = Object.hasOwn(shape, step) ? shape[String(step)]?._zod.def : undefined;
    } else if (bare?.type === 'record') at = (bare as z.core.$ZodRecordDef).valueType._zod.def;
    else if (bare?.type === 'array') at = (bare as z.core.$ZodArrayDef).element._zod.def;
    else return [];
  }
  const bare = inside(at);
  return bare?.type === 'object' ? Object.keys((bare as z.core.$ZodObjectDef).shape) : [];
}

/** Keys that begin with `x-` are the writer's own; a value without any is left as it is. */
function withoutExtensions(value: unknown): unknown {
  return hasExtensions(value) ? stripped(value) : value;
}

function hasExtensions(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(hasExtensions);
  return Object.entries(value).some(([key, part]) => key.startsWith('x-') || hasExtensions(part));
}

function stripped(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(stripped);
  const entries = Object.entries(value).filter(([key]) => !key.startsWith('x-'));
  return Object.fromEntries(entries.map(([key, part]) => [key, stripped(part)]));
}
