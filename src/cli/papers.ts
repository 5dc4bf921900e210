import { existsSync } from 'node:fs';
import type { Quote } from '../documents/quote.js';
import type { WorkspaceDocument } from '../documents/workspace.js';
import type { Language } from '../lang/text.js';
import type { PaperBooking } from '../papers/booking.js';
import type { Format, Formats } from '../papers/formats/all.js';
import { argument, flagText, type Given } from './command.js';
import type { Context } from './context.js';
import { fromHere, workspaceOf } from './inputs.js';
import { trustedQuote } from './pricing.js';
import { report } from './report.js';

/** Papers follow `--lang`, else `kanli.yaml`, else Chinese; never the locale. Source: interface, "Conventions". */
export function paperLanguage({ askedLanguage }: Context, settings: WorkspaceDocument): Language {
  return askedLanguage ?? settings.language ?? 'zh';
}

/** What a paper is made of, and the words it is written in. */
export interface PaperSource {
  readonly quote: Quote;
  /** Absent for a draft. */
  readonly booking?: PaperBooking;
  readonly settings: WorkspaceDocument;
  readonly language: Language;
}

/**
 * A paper is made of a booking that the ledger knows by its number, or of a quote that may be trusted (or a package, priced
 * first); undefined, and told, without one.
 */
export async function paperSource(given: Given, context: Context): Promise<PaperSource | undefined> {
  const named = argument(given, 0) ?? '-';
  const { settings } = workspaceOf(context);
  const words = { settings, language: paperLanguage(context, settings) };
  if (named !== '-' && !existsSync(fromHere(named, context).path)) {
    const { looksLikeBooking, bookedPaper } = await import('./bookedPapers.js');
    if (looksLikeBooking(named)) {
      const booked = await bookedPaper(named, given, context);
      return booked === undefined ? undefined : { ...booked, ...words };
    }
  }
  const trusted = await trustedQuote(named, given, context);
  await report(trusted.problems, given, context);
  return trusted.ok ? { quote: trusted.quote, ...words } : undefined;
}

/** The writer that `--format` names; undefined for a view. */
export async function chosenFormat<D>(formats: Formats<D>, given: Given): Promise<Format<D> | undefined> {
  const name = flagText(given, 'format') ?? '';
  return Object.hasOwn(formats, name) ? formats[name]?.() : undefined;
}

export function withBom(given: Given): boolean {
  return given.flags.bom !== false;
}
