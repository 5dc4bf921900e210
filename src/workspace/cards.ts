import { closeSync, existsSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadRateCard } from '../card/load.js';
import type { RateCard } from '../card/ratecard.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import { type Problem, problem } from '../diagnostics/problem.js';

/** A card with the file it came from, so that explanations can name file and line. */
export interface CardFile {
  readonly card: RateCard;
  readonly place: (found: Problem) => Diagnostic;
  readonly problems: readonly Diagnostic[];
}

export type FoundCard =
  | { readonly ok: true; readonly value: CardFile }
  | {
      readonly ok: false;
      readonly problems: readonly Diagnostic[];
      /** Why there is no card, when no file is to blame: it belongs to whoever named the card. */
      readonly missing?: Problem;
    };

/** A file on disk and the name messages call it by. */
export interface NamedPath {
  readonly path: string;
  readonly name: string;
}

export function loadCardFile({ path, name }: NamedPath): FoundCard {
  const content = readInput({ path, name });
  if ('problem' in content) return { ok: false, problems: [content.problem] };
  return cardFile(loadRateCard(content.bytes, { file: name }));
}

function cardFile(loaded: ReturnType<typeof loadRateCard>): FoundCard {
  const { problems, place } = loaded;
  return loaded.ok ? { ok: true, value: { card: loaded.value, place, problems } } : { ok: false, problems };
}

/** A file the user named: its bytes, or a problem when there is none or it may not be read. */
export function readInput(
  named: NamedPath,
): { readonly bytes: Uint8Array } | { readonly problem: Diagnostic } {
  return tried(named, (path) => ({ bytes: readFileSync(path) }));
}

/** The problem of a file that cannot be read; undefined where nothing stands in the way. */
export function unreadable(named: NamedPath): Diagnostic | undefined {
  const found = tried(named, (path) => {
    const kind = statSync(path);
    if (kind.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    // A pipe may be opened only once.
    if (kind.isFile()) closeSync(openSync(path, 'r'));
    return {};
  });
  return 'problem' in found ? found.problem : undefined;
}

function tried<T extends object>(
  { path, name: file }: NamedPath,
  read: (path: string) => T,
): T | { readonly problem: Diagnostic } {
  try {
    return read(path);
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return { problem: about(file, problem('file-not-found', [], { file })) };
    if (code === 'EACCES' || code === 'EPERM' || code === 'EISDIR') {
      return { problem: about(file, problem('file-unreadable', [], { file, reason: code })) };
    }
    throw fault;
  }
}

function about(file: string, found: Problem): Diagnostic {
  return diagnostic(found, { file, line: 1, column: 1, endLine: 1, endColumn: 1, excerpt: '' });
}

const cardNames = /\.(?:ya?ml|json)$/i;

/** The files of a folder that may be cards, by name; folders inside are not entered. */
export function cardFilesIn({ path, name }: NamedPath): NamedPath[] {
  if (!existsSync(path) || !statSync(path).isDirectory()) return [];
  const entries = readdirSync(path, { withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory() && cardNames.test(entry.name));
  return files
    .map((entry) => entry.name)
    .sort()
    .map((file) => ({ path: join(path, file), name: join(name, file) }));
}

/**
 * The card called `id` in a folder. Only files in which that word stands are parsed, so a folder of many cards costs one.
 * Two cards with one id are an error. Source: docs/cards.md, "How a card is found".
 */
export function findCardById(folder: NamedPath, id: string): FoundCard {
  const candidates = cardFilesIn(folder).flatMap((file) => {
    const card = mentions(file, id) ? loadCardFile(file) : undefined;
    if (card === undefined || (card.ok && card.value.card.document.id !== id)) return [];
    return [{ file, card }];
  });
  const sound = candidates.filter(({ card }) => card.ok);
  const [first, second] = sound;
  if (first !== undefined && second !== undefined) {
    const files = sound.map(({ file }) => file.name);
    return missing(problem('card-id-twice', ['card'], { id, files }));
  }
  // A card with faults cannot say for sure what it is called; without a sound one, its faults are what is wanted.
  const found = first ?? candidates.find(({ file }) => topIds(textOf(file)).includes(id));
  if (found !== undefined) return found.card;
  const values = { id, folder: folder.name, nearest: nearest(id, idsIn(folder), 2) };
  return missing(problem('card-not-found', ['card'], values));
}

/** The card a document is pinned to, among those in which its id stands. */
export function findCardByDigest(files: readonly NamedPath[], id: string, digest: string): FoundCard {
  for (const file of files) {
    if (!mentions(file, id)) continue;
    const found = loadCardFile(file);
    if (found.ok && found.value.card.digest === digest) return found;
  }
  return missing(problem('card-digest-not-found', ['rateCard', 'digest'], { digest, id }));
}

function missing(found: Problem): FoundCard {
  return { ok: false, problems: [diagnostic(found)], missing: found };
}

function mentions(file: NamedPath, id: string): boolean {
  const text = textOf(file);
  return text.includes('RateCard') && text.includes(id);
}

function textOf(file: NamedPath): string {
  const read = readInput(file);
  return 'bytes' in read ? new TextDecoder().decode(read.bytes) : '';
}

/** The ids a text seems to carry at its top: enough for a hint. */
function topIds(text: string): string[] {
  const pattern = /^["']?id["']?\s*:\s*(?:&\S+\s+)?["']?([^\s"'#,]+)/gm;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

function idsIn(folder: NamedPath): string[] {
  return cardFilesIn(folder).flatMap((file) => topIds(textOf(file)).slice(0, 1));
}
