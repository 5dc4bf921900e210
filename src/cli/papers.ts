import type { Quote } from '../documents/quote.js';
import type { WorkspaceDocument } from '../documents/workspace.js';
import { type Language, languages } from '../lang/text.js';
import type { Format, Formats } from '../papers/formats/all.js';
import { argument, flagText, type Given } from './command.js';
import type { Context } from './context.js';
import { workspaceOf } from './inputs.js';
import { trustedQuote } from './pricing.js';
import { report } from './report.js';

/** Papers follow `--lang`, else `kanli.yaml`, else Chinese; never the locale. Source: interface, "Conventions". */
export function paperLanguage(given: Given, settings: WorkspaceDocument): Language {
  const asked = flagText(given, 'lang');
  return languages.find((known) => known === asked) ?? settings.language ?? 'zh';
}

/** What a paper is made of: a quote that may be trusted, and the workspace's settings; undefined, and told, without one. */
export async function paperSource(
  given: Given,
  context: Context,
): Promise<
  { readonly quote: Quote; readonly settings: WorkspaceDocument; readonly language: Language } | undefined
> {
  const trusted = await trustedQuote(argument(given, 0) ?? '-', given, context);
  await report(trusted.problems, given, context);
  if (!trusted.ok) return undefined;
  const { settings, problems } = workspaceOf(context);
  await report(problems, given, context);
  return { quote: trusted.quote, settings, language: paperLanguage(given, settings) };
}

/** The writer that `--format` names; undefined for a view. */
export async function chosenFormat<D>(formats: Formats<D>, given: Given): Promise<Format<D> | undefined> {
  const name = flagText(given, 'format') ?? '';
  return Object.hasOwn(formats, name) ? formats[name]?.() : undefined;
}

export function withBom(given: Given): boolean {
  return given.flags.bom !== false;
}
