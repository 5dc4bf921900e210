import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseDay } from '../calendar/date.js';
import { loadPackage } from '../card/loadPackage.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Problem } from '../diagnostics/problem.js';
import type { Quote } from '../documents/quote.js';
import { cliWords } from '../lang/cli.js';
import { fill } from '../lang/text.js';
import type { Ledger } from '../ledger/ledger.js';
import {
  cardFilesIn,
  type FoundCard,
  findCardByDigest,
  findCardById,
  loadCardFile,
  type NamedPath,
  readInput,
} from '../workspace/cards.js';
import { type Desk, faultsWithCard, type ReadPackage } from '../workspace/desk.js';
import { cardsFolder, findWorkspace, type Workspace } from '../workspace/workspace.js';
import { flagText, type Given } from './command.js';
import type { Context } from './context.js';

/** A package the user named. */
export interface PackageInput extends ReadPackage {
  readonly kind: 'package';
}

/** A document we wrote, read back: a quote, or a paper that embeds one. */
export interface QuoteInput {
  readonly kind: 'quote';
  readonly quote: Quote;
  readonly place: (found: Problem) => Diagnostic;
  /** The contract around the quote, when the file holds one: plain data, to be compared. */
  readonly paper?: Readonly<Record<string, unknown>>;
}

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] };

/** The bytes of a file the user named, `-` being standard input. */
export async function readBytes(
  file: string,
  context: Context,
): Promise<{ readonly bytes: Uint8Array } | { readonly problem: Diagnostic }> {
  if (file === '-') return { bytes: await context.stdin.read() };
  return readInput(fromHere(file, context));
}

/** Reads a package, or a quote or contract that kanli wrote. */
export async function readDeal(
  file: string,
  given: Given,
  context: Context,
): Promise<Read<PackageInput | QuoteInput>> {
  const read = await readBytes(file, context);
  if ('problem' in read) return { ok: false, problems: [read.problem] };
  const written = writtenByUs(read.bytes);
  if (written !== undefined) return quoteInput(file, written);
  const loaded = loadPackage(read.bytes, { file });
  const { problems, place } = loaded;
  return loaded.ok
    ? { ok: true, value: { kind: 'package', pack: loaded.value, place, problems } }
    : { ok: false, problems: faultsWithCard(loaded, deskOf(given, context)) };
}

/** Our own JSON is recognised by its kind; everything else is a person's file and read with care for its places. */
function writtenByUs(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.trimStart().startsWith('{')) return undefined;
    const data: unknown = JSON.parse(text);
    const { kind, refused } = data as { kind?: unknown; refused?: unknown };
    if (kind === 'Quote' || kind === 'Contract' || refused === true) return data as Record<string, unknown>;
  } catch {
    return undefined;
  }
  return undefined;
}

async function quoteInput(file: string, data: Readonly<Record<string, unknown>>): Promise<Read<QuoteInput>> {
  const { readQuote } = await import('../documents/written.js');
  const place = (found: Problem): Diagnostic => ({ ...diagnostic(found), file });
  const isPaper = data.kind === 'Contract';
  const read = readQuote(isPaper ? data.quote : data);
  if (!read.ok) return { ok: false, problems: read.problems.map(place) };
  return {
    ok: true,
    value: { kind: 'quote', quote: read.value, place, ...(isPaper ? { paper: data } : {}) },
  };
}

/** The card of a package: `--card`, else by its id in `--cards` or the workspace. */
function cardForPackage(id: string, given: Given, context: Context): FoundCard {
  const file = flagText(given, 'card');
  return file === undefined ? findCardById(cardsFolderOf(given, context), id) : cardNamed(file, context);
}

/** A card the user names by file or, where no such file is, by its id. */
export function cardArgument(named: string, given: Given, context: Context): FoundCard {
  const looksLikeFile = /[/\\]|\.(?:ya?ml|json)$/i.test(named);
  return looksLikeFile || existsSync(resolve(context.folder, named))
    ? cardNamed(named, context)
    : findCardById(cardsFolderOf(given, context), named);
}

function cardNamed(file: string, context: Context): FoundCard {
  return loadCardFile(fromHere(file, context));
}

/** The card a quote is pinned to, by digest, in `--card` and `--cards`, then in the ledger. Source: interface, "Documents". */
export async function cardForQuote(
  quote: Quote,
  given: Given,
  context: Context,
  open?: Pick<Ledger, 'card'>,
): Promise<FoundCard> {
  const found = cardInFiles(quote, given, context);
  if (found.ok || found.missing === undefined || flagText(given, 'card') !== undefined) return found;
  const { archivedCard } = await import('./ledger.js');
  const card = await archivedCard(quote.rateCard.digest, given, context, open);
  // An archived card stands in no file: what is said of it has no place.
  return card === undefined
    ? found
    : { ok: true, value: { card, place: (problem) => diagnostic(problem), problems: [] } };
}

function cardInFiles({ rateCard }: Quote, given: Given, context: Context): FoundCard {
  const file = flagText(given, 'card');
  if (file === undefined) {
    return findCardByDigest(cardFilesIn(cardsFolderOf(given, context)), rateCard.id, rateCard.digest);
  }
  const named = fromHere(file, context);
  const read = readInput(named);
  if ('problem' in read) return { ok: false, problems: [read.problem] };
  return findCardByDigest([named], rateCard.id, rateCard.digest);
}

/** The folder of cards: `--cards`, else the workspace's. */
export function cardsFolderOf(given: Given, context: Context): NamedPath {
  const folder = flagText(given, 'cards');
  return fromHere(folder ?? cardsFolder(workspaceOf(context)), context);
}

/** A path as the user would write it from here; what lies elsewhere keeps its whole path. */
export function fromHere(written: string, { folder }: Context): NamedPath {
  const path = resolve(folder, written);
  const near = relative(folder, path);
  return { path, name: near === '' || near.startsWith('..') ? written : near };
}

const workspaces = new WeakMap<Context, Workspace>();

/** The workspace of a call, read once. */
export function workspaceOf(context: Context): Workspace {
  const known = workspaces.get(context) ?? findWorkspace(context.folder);
  workspaces.set(context, known);
  return known;
}

/** The desk of this call: `--card`, else the card of a package's name in `--cards` or the workspace; `--as-of`. */
export function deskOf(given: Given, context: Context): Desk {
  return {
    cardFor: (id) => cardForPackage(id, given, context),
    oneCard: flagText(given, 'card') !== undefined,
    asOf: flagText(given, 'asOf'),
    now: context.now,
  };
}

/** Says so and answers true when `--as-of` is no date. */
export function badAsOf(given: Given, context: Context): boolean {
  const written = flagText(given, 'asOf');
  if (written === undefined || parseDay(written) !== undefined) return false;
  context.stderr.write(`${fill(cliWords.badDate, context.language, { flag: '--as-of', written })}\n`);
  return true;
}
