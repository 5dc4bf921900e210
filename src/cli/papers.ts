import type { Quote } from '../documents/quote.js';
import type { WorkspaceDocument } from '../documents/workspace.js';
import type { Language } from '../lang/text.js';
import type { Format, Formats } from '../papers/formats/all.js';
import { argument, flagText, type Given } from './command.js';
import type { Context } from './context.js';
import { workspaceOf } from './inputs.js';
import { trustedQuote } from './pricing.js';
import { report } from './report.js';

/** Papers follow `--lang`, else `kanli.yaml`, else Chinese; never the locale. Source: interface, "Conventions". */
export function paperLanguage({ askedLanguage }: Context, settings: WorkspaceDocument): Language {
  return askedLanguage ?? settings.language ?? 'zh';
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
  const { settings } = workspaceOf(context);
  return { quote: trusted.quote, settings, language: paperLanguage(context, settings) };
}

/** The writer that `--format` names; undefined for a view. */
export async function chosenFormat<D>(formats: Formats<D>, given: Given): Promise<Format<D> | undefined> {
  const name = flagText(given, 'format') ?? '';
  return Object.hasOwn(formats, name) ? formats[name]?.() : undefined;
}

export function withBom(given: Given): boolean {
  return given.flags.bom !== false;
}
