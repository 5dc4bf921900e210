import type { WorkspaceDocument } from '../documents/workspace.js';
import { type Language, languages } from '../lang/text.js';
import type { Format, Formats } from '../papers/formats/all.js';
import { flagText, type Given } from './command.js';

/** Papers follow `--lang`, else `kanli.yaml`, else Chinese; never the locale. Source: interface, "Conventions". */
export function paperLanguage(given: Given, settings: WorkspaceDocument): Language {
  const asked = flagText(given, 'lang');
  return languages.find((known) => known === asked) ?? settings.language ?? 'zh';
}

/** The writer that `--format` names; undefined for a view. */
export async function chosenFormat<D>(formats: Formats<D>, given: Given): Promise<Format<D> | undefined> {
  const name = flagText(given, 'format') ?? '';
  return Object.hasOwn(formats, name) ? formats[name]?.() : undefined;
}

export function withBom(given: Given): boolean {
  return given.flags.bom !== false;
}
