import { dirname, relative } from 'node:path';
import { digestOf } from '../documents/canonical.js';
import type { Checkpoint, Manifest, Plan, Shard } from '../documents/manifest.js';
import { readCheckpoint, readManifest } from '../documents/manifest.js';
import { apiVersion } from '../documents/words.js';
import type { Mark } from './fingerprint.js';
import { SeenNames } from './names.js';
import {
  bytesIn,
  discard,
  forget,
  isFolder,
  isThere,
  manifestOf,
  Part,
  partOf,
  readText,
  settle,
  writeJson,
} from './parts.js';
import type { Priced } from './priceBlock.js';
import { addRollUps, emptyRollUps, readRollUps, rollUpsDocument } from './rollUps.js';
import type { Place } from './setup.js';
import { addTally, emptyTally, readTally, tallyDocument } from './tally.js';

/** Where a run's output goes and how it may begin. */
export interface Target {
  readonly output: string;
  readonly errors?: string | undefined;
  readonly resume: boolean;
  readonly force: boolean;
}

/** Why a run cannot begin, or that there is nothing left of it to do. */
export type Refused =
  | { readonly kind: 'exists' | 'unfinished'; readonly file: string }
  | { readonly kind: 'differs'; readonly what: string }
  | { readonly kind: 'complete'; readonly manifest: Manifest };

/** A state is written at most so often: what a kill costs is priced again in a moment. */
const checkpointEvery = 1000;

/** A card is not what it was when the run began. */
export class CardChanged extends Error {}

/** A run on its way into files, from which it can go on after a kill at any instant. */
export class Delivery {
  readonly tally;
  readonly rollUps;
  readonly names = new SeenNames();
  readonly #target: Target;
  readonly #output: Part;
  readonly #errors: Part | undefined;
  readonly #fixed: { readonly plan: Plan; readonly shard?: Shard; readonly now: number };
  #saved = 0;

  private constructor(
    target: Target,
    parts: { readonly output: Part; readonly errors: Part | undefined },
    fixed: { readonly plan: Plan; readonly shard?: Shard; readonly now: number },
    from: Checkpoint | undefined,
  ) {
    this.#target = target;
    this.#output = parts.output;
    this.#errors = parts.errors;
    this.#fixed = fixed;
    this.tally = from === undefined ? emptyTally() : readTally(from);
    this.rollUps = from?.rollUps === undefined ? emptyRollUps() : readRollUps(from.rollUps);
    this.names.twice = from?.twice ?? 0;
  }

  /** Opens the files of a run. A checkpoint is what a resumed run goes on from. */
  static async open(
    target: Target,
    fixed: { readonly plan: Plan; readonly shard?: Shard; readonly now: number },
    checkpoint: Checkpoint | undefined,
  ): Promise<Delivery | Refused> {
    const { output, errors } = target;
    if (checkpoint === undefined) discard(filesOf(target));
    const kept = { output: checkpoint?.outputBytes ?? 0, errors: checkpoint?.errorBytes ?? 0 };
    const outputPart = await Part.open(output, kept.output);
    const errorPart = errors === undefined ? undefined : await Part.open(errors, kept.errors);
    if (outputPart === undefined || (errors !== undefined && errorPart === undefined)) {
      return { kind: 'differs', what: partOf(outputPart === undefined ? output : (errors ?? '')) };
    }
    return new Delivery(target, { output: outputPart, errors: errorPart }, fixed, checkpoint);
  }

  head(bytes: Uint8Array): void {
    if (this.#output.bytes === 0) this.#output.write(bytes);
  }

  /** Writes what a block came to, whole, and now and then how far the run is. */
  write(priced: Priced, errors: Uint8Array, next: Place, read: () => Mark, clock: number): void {
    for (const card of priced.tally.cards.values()) {
      const known = [...this.tally.cards.values()].find(({ id }) => id === card.id);
      if (known !== undefined && known.digest !== card.digest) throw new CardChanged();
    }
    this.#output.write(priced.output);
    this.#errors?.write(errors);
    addTally(this.tally, priced.tally);
    addRollUps(this.rollUps, priced.rollUps);
    this.names.add(priced.names);
    if (clock - this.#saved < checkpointEvery) return;
    this.#saved = clock;
    this.save(next, read());
  }

  /** Notes how far the run is, once what is written is on the disk. */
  save(next: Place, read: Mark, manifest?: Manifest): void {
    this.#output.flush();
    this.#errors?.flush();
    const checkpoint = {
      apiVersion,
      kind: 'BulkCheckpoint',
      ...this.#fixed,
      next,
      read,
      outputBytes: this.#output.bytes,
      errorBytes: this.#errors?.bytes ?? 0,
      twice: this.names.twice,
      ...this.#sums(),
      ...(manifest === undefined ? {} : { manifest }),
    };
    writeJson(partOf(manifestOf(this.#target.output)), checkpoint);
  }

  /** The manifest of the finished run; with it in place, the files get their names. */
  finish(next: Place, requests: Mark): Manifest {
    const { plan, shard } = this.#fixed;
    const manifest = sealed({
      apiVersion,
      kind: 'BulkManifest',
      plan,
      requests,
      ...(shard === undefined ? {} : { shard }),
      ...this.#sums(),
      output: describedFile(this.#output, this.#target.output),
      ...(this.#errors === undefined ? {} : { errors: describedFile(this.#errors, this.#target.output) }),
    });
    this.save(next, requests, manifest);
    this.close();
    settled(this.#target, manifest);
    return manifest;
  }

  close(): void {
    this.#output.close();
    this.#errors?.close();
  }

  #sums() {
    const { plan } = this.#fixed;
    const rollUps = plan.content === 'summary' ? { rollUps: rollUpsDocument(this.rollUps) } : {};
    return { ...tallyDocument(this.tally), ...rollUps };
  }
}

/** The manifest with the digest of everything else in it. */
export function sealed(manifest: Omit<Manifest, 'digest'>): Manifest {
  return { ...manifest, digest: digestOf(manifest) };
}

/** Manifests move between machines with their files: what they name lies beside them. */
export function describedFile(part: Part, manifest: string): Manifest['output'] {
  const file = relative(dirname(manifest), part.file).replaceAll('\\', '/');
  return { file, bytes: part.bytes, sha256: part.sha256() };
}

function filesOf({ output, errors }: Target): string[] {
  return [...(errors === undefined ? [] : [errors]), output, manifestOf(output)];
}

function settled(target: Target, manifest: Manifest): void {
  settle(filesOf(target).slice(0, -1));
  writeJson(manifestOf(target.output), manifest);
  discard([manifestOf(target.output)]);
}

/**
 * What is there already: nothing, a run to go on with, one that is complete, or something that only `--force` may replace.
 * A run that was killed between its last byte and its last name is given its names here.
 */
export function found(
  target: Target,
  fixed: { readonly plan: Plan; readonly shard?: Shard },
): Checkpoint | Refused | undefined {
  const { output, resume, force } = target;
  if (isFolder(output)) return { kind: 'exists', file: output };
  if (force && !resume) {
    // A manifest without its output must not be taken for a run that is complete.
    forget(manifestOf(output));
    return undefined;
  }
  const unfinished = readText(partOf(manifestOf(output)));
  const checkpoint = unfinished === undefined ? undefined : readCheckpoint(unfinished);
  if (!resume) {
    const inTheWay = filesOf(target).find(isThere);
    if (inTheWay !== undefined) return { kind: 'exists', file: inTheWay };
    return unfinished === undefined ? undefined : { kind: 'unfinished', file: partOf(output) };
  }
  if (checkpoint !== undefined) {
    const what = differing(checkpoint, fixed);
    if (what !== undefined) return { kind: 'differs', what };
    const { manifest } = checkpoint;
    if (manifest === undefined) return checkpoint;
    settled(target, manifest);
    return { kind: 'complete', manifest };
  }
  const manifest = readManifest(readText(manifestOf(output)) ?? '');
  if (manifest !== undefined) {
    const what = differing(manifest, fixed);
    if (what !== undefined) return { kind: 'differs', what };
    if (isWhole(target, manifest)) return { kind: 'complete', manifest };
  }
  const inTheWay = filesOf(target).find(isThere);
  return inTheWay === undefined ? undefined : { kind: 'exists', file: inTheWay };
}

/** Is what a manifest speaks of there, as far as can be said without reading it? */
function isWhole({ output, errors }: Target, manifest: Manifest): boolean {
  return (
    bytesIn(output) === manifest.output.bytes &&
    (errors === undefined || bytesIn(errors) === manifest.errors?.bytes)
  );
}

/** The first thing in which two runs are not the same. */
export function differing(
  one: { readonly plan: Plan; readonly shard?: Shard | undefined },
  other: { readonly plan: Plan; readonly shard?: Shard | undefined },
): string | undefined {
  const keys = new Set([...Object.keys(one.plan), ...Object.keys(other.plan)]) as Set<keyof Plan>;
  for (const key of keys) if (one.plan[key] !== other.plan[key]) return key;
  const { shard: a } = one;
  const { shard: b } = other;
  return a?.index === b?.index && a?.count === b?.count ? undefined : 'shard';
}
