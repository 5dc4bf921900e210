import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Given } from './command.js';
import type { Context, Output } from './context.js';

/** How a view is to be drawn on a stream. */
export interface Look {
  readonly language: Context['language'];
  readonly width: number;
  readonly colour: boolean;
}

/** Width of views that go to a pipe or a file: wide enough for a table, narrow enough for a mail. */
const pipedWidth = 100;

/** Colour only on a terminal, unless the user says otherwise. Source: interface, "Conventions". */
export function lookOf(stream: Output, given: Given, context: Context): Look {
  const { env, language } = context;
  const forced = env.FORCE_COLOR;
  const wanted = forced === undefined || forced === '' ? stream.isTerminal : forced !== '0';
  const refused = (env.NO_COLOR ?? '') !== '' || given.flags.color === false || env.TERM === 'dumb';
  return { language, width: Math.max(40, stream.columns ?? pipedWidth), colour: wanted && !refused };
}

/** Tells the person what was found, on standard error; nothing where nothing was. */
export async function report(found: readonly Diagnostic[], given: Given, context: Context): Promise<void> {
  if (found.length === 0) return;
  const { drawDiagnostics } = await import('../render/diagnostics.js');
  context.stderr.write(drawDiagnostics(found, lookOf(context.stderr, given, context)));
}

/** Problems as commands write them into JSON: with their words, in the language of the call. */
export async function wordedDiagnostics(
  found: readonly Diagnostic[],
  { language }: Context,
): Promise<object[]> {
  const { wordProblem } = await import('../lang/problems.js');
  return found.map(({ excerpt: _excerpt, ...entry }) => ({ ...entry, ...wordProblem(entry, language) }));
}
