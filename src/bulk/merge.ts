import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { type Problem, problem } from '../diagnostics/problem.js';
import { digestOf } from '../documents/canonical.js';
import { type Manifest, readManifest } from '../documents/manifest.js';
import { formatRows } from '../papers/formats/csv.js';
import type { NamedPath } from '../workspace/cards.js';
import { writers } from './content/all.js';
import { describedFile, differing, sealed } from './delivery.js';
import { sha256Of } from './fingerprint.js';
import { discard, isThere, manifestOf, Part, readText, settle, writeJson } from './parts.js';
import { addRollUps, emptyRollUps, readRollUps, rollUpsDocument } from './rollUps.js';
import { addTally, emptyTally, readTally, tallyDocument } from './tally.js';

/** A shard's output with the manifest that lies beside it. */
interface Shard {
  /** What messages call it. */
  readonly name: string;
  readonly folder: string;
  readonly manifest: Manifest;
}

export type Merged =
  | { readonly ok: true; readonly manifest: Manifest }
  /** A file that may not be replaced. */
  | { readonly ok: true; readonly exists: string }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Where the joined output goes. */
export interface Files {
  readonly output: string;
  readonly errors?: string | undefined;
  readonly force: boolean;
}

/** Takes the joined output where it goes to no file. */
export type Stream = (bytes: Uint8Array) => Promise<void>;

/**
 * Joins the outputs of shards into what one run would have written, byte for byte. Every part is checked against its
 * manifest and all against each other before the first byte is written.
 */
export async function mergeParts(
  parts: readonly NamedPath[],
  into: Files | Stream,
  refused: (line: string) => void,
): Promise<Merged> {
  const inTheWay =
    typeof into === 'function' || into.force ? undefined : [into.output, into.errors].find(isTaken);
  if (inTheWay !== undefined) return { ok: true, exists: inTheWay };
  const { shards, problems } = readParts(parts);
  if (problems.length > 0) return { ok: false, problems };
  const errorsAsked = typeof into !== 'function' && into.errors !== undefined;
  const wrong = [...unfit(shards), ...(errorsAsked ? withoutErrors(shards) : []), ...(await damaged(shards))];
  if (wrong.length > 0) return { ok: false, problems: wrong };
  const inOrder = shards.toSorted((a, b) => (a.manifest.shard?.index ?? 0) - (b.manifest.shard?.index ?? 0));
  if (typeof into === 'function') {
    await told(inOrder, refused);
    for await (const bytes of joined(inOrder)) await into(bytes);
    return { ok: true, manifest: together(inOrder, inOrder[0]?.manifest.output as Manifest['output']) };
  }
  const output = await copied(joined(inOrder), into.output, into.output);
  if (into.errors === undefined) await told(inOrder, refused);
  const errors =
    into.errors === undefined ? undefined : await copied(errorsOf(inOrder), into.errors, into.output);
  const manifest = together(inOrder, output, errors);
  settle([...(into.errors === undefined ? [] : [into.errors]), into.output]);
  writeJson(manifestOf(into.output), manifest);
  return { ok: true, manifest };
}

function isTaken(file: string | undefined): file is string {
  return file !== undefined && isThere(file);
}

/** The files of a part: none of them may be written while they are joined. */
export function filesOfPart(path: string): string[] {
  const file = path.endsWith('.manifest.json') ? path : manifestOf(path);
  const manifest = readManifest(readText(file) ?? '');
  const beside = [manifest?.output, manifest?.errors].flatMap((one) => (one === undefined ? [] : [one.file]));
  return [file, ...beside.map((name) => join(dirname(file), name))];
}

function readParts(parts: readonly NamedPath[]): { shards: Shard[]; problems: Problem[] } {
  const shards: Shard[] = [];
  const problems: Problem[] = [];
  for (const { name, path } of parts) {
    const file = path.endsWith('.manifest.json') ? path : manifestOf(path);
    const manifest = readManifest(readText(file) ?? '');
    const { digest, ...rest } = manifest ?? { digest: '' };
    if (manifest === undefined || digestOf(rest) !== digest) {
      problems.push(problem('part-unreadable', [], { part: name }));
    } else shards.push({ name, folder: dirname(file), manifest });
  }
  return { shards, problems };
}

/** Parts of different runs, twice the same part, parts that are not there. */
function unfit(shards: readonly Shard[]): Problem[] {
  const [first] = shards;
  if (first === undefined) return [];
  const count = first.manifest.shard?.count ?? 1;
  const seen = new Map<number, Shard>();
  const problems: Problem[] = [];
  for (const part of shards) {
    const what = foreign(first.manifest, part.manifest);
    if (what !== undefined) {
      problems.push(problem('part-foreign', [], { part: part.name, first: first.name, what }));
      continue;
    }
    const index = part.manifest.shard?.index ?? 0;
    const before = seen.get(index);
    if (before === undefined) seen.set(index, part);
    else problems.push(problem('part-twice', [], { part: part.name, first: before.name }));
  }
  for (let index = 0; index < count; index += 1) {
    if (!seen.has(index)) problems.push(problem('part-missing', [], { shard: `${index}/${count}` }));
  }
  return problems;
}

/** The first thing in which a part is not of the same run. */
function foreign(first: Manifest, part: Manifest): string | undefined {
  if (first.requests.sha256 !== part.requests.sha256) return 'requests';
  if ((first.shard?.count ?? 1) !== (part.shard?.count ?? 1)) return 'shards';
  const plan = differing({ plan: first.plan }, { plan: part.plan });
  if (plan !== undefined) return plan;
  // One id must mean one card; shards need not use the same ones.
  const clash = part.cards.some((card) =>
    first.cards.some((known) => known.id === card.id && known.digest !== card.digest),
  );
  return clash ? 'cards' : undefined;
}

async function damaged(shards: readonly Shard[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { name, folder, manifest } of shards) {
    for (const file of [manifest.output, ...(manifest.errors === undefined ? [] : [manifest.errors])]) {
      const path = join(folder, file.file);
      const hash = createHash('sha256');
      if (isThere(path)) for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
      if (sha256Of(hash) === file.sha256 && isThere(path)) continue;
      problems.push(problem('part-damaged', [], { part: file === manifest.output ? name : path }));
    }
  }
  return problems;
}

/** Refusals that went to standard error long ago cannot be had again. */
function withoutErrors(shards: readonly Shard[]): Problem[] {
  return shards.flatMap(({ name, manifest }) =>
    manifest.errors === undefined && manifest.counts.refused > 0
      ? [problem('part-without-errors', [], { part: name })]
      : [],
  );
}

/** Refusals that have no file to go to. */
async function told(shards: readonly Shard[], refused: (line: string) => void): Promise<void> {
  const lines = createInterface({ input: Readable.from(errorsOf(shards)) });
  for await (const line of lines) refused(line);
}

/** The outputs one behind the other, with one heading. */
async function* joined(shards: readonly Shard[]): AsyncGenerator<Uint8Array> {
  for (const [at, { folder, manifest }] of shards.entries()) {
    const { plan, output } = manifest;
    const heading = plan.format === 'csv' && at > 0 ? headingBytes(plan) : 0;
    const start = heading === 0 ? 0 : heading + (await bomBytes(join(folder, output.file)));
    for await (const chunk of createReadStream(join(folder, output.file), { start }))
      yield chunk as Uint8Array;
  }
}

function headingBytes({ content, language }: Manifest['plan']): number {
  return Buffer.byteLength(formatRows([writers[content].table(undefined, language).columns], { bom: false }));
}

async function bomBytes(path: string): Promise<number> {
  for await (const chunk of createReadStream(path, { start: 0, end: 2 })) {
    return Buffer.from([0xef, 0xbb, 0xbf]).equals(chunk as Uint8Array) ? 3 : 0;
  }
  return 0;
}

async function* errorsOf(shards: readonly Shard[]): AsyncGenerator<Uint8Array> {
  for (const { folder, manifest } of shards) {
    if (manifest.errors === undefined) continue;
    for await (const chunk of createReadStream(join(folder, manifest.errors.file))) yield chunk as Uint8Array;
  }
}

async function copied(
  source: AsyncIterable<Uint8Array>,
  file: string,
  beside: string,
): Promise<Manifest['output']> {
  discard([file]);
  const part = (await Part.open(file, 0)) as Part;
  try {
    for await (const bytes of source) part.write(bytes);
    part.flush();
    return describedFile(part, beside);
  } finally {
    part.close();
  }
}

/** The manifest that one run over all requests would have had. */
function together(
  shards: readonly Shard[],
  output: Manifest['output'],
  errors?: Manifest['output'],
): Manifest {
  const tally = emptyTally();
  const rollUps = emptyRollUps();
  for (const { manifest } of shards) {
    addTally(tally, readTally(manifest));
    if (manifest.rollUps !== undefined) addRollUps(rollUps, readRollUps(manifest.rollUps));
  }
  const [one] = shards.map(({ manifest }) => manifest);
  const { digest: _own, shard: _shard, errors: _errors, plan, ...first } = one as Manifest;
  const { apiVersion, kind, ...rest } = first;
  return sealed({
    apiVersion,
    kind,
    plan: { ...plan, errors: errors !== undefined },
    ...rest,
    ...tallyDocument(tally),
    ...(rest.rollUps === undefined ? {} : { rollUps: rollUpsDocument(rollUps) }),
    output,
    ...(errors === undefined ? {} : { errors }),
  });
}
