import type { Problem } from '../diagnostics/problem.js';
import type { Checkpoint, Manifest, Plan, Shard } from '../documents/manifest.js';
import { formatRows } from '../papers/formats/csv.js';
import { writers } from './content/all.js';
import { CardChanged, Delivery, found, type Refused, type Target } from './delivery.js';
import { Fingerprint } from './fingerprint.js';
import { SeenNames } from './names.js';
import type { Priced, Refusal } from './priceBlock.js';
import { ownPricer, type Pricer, workerPricer } from './pricer.js';
import { packageColumn, readHeading } from './requests/csv.js';
import { headingRow, skipping } from './requests/heading.js';
import { countLines, lineBlocks } from './requests/lines.js';
import { packageBlocks } from './requests/packageBlocks.js';
import { fileFrom, hashed, RequestsDiffer, sizeOf, survey } from './requests/source.js';
import { addRollUps, emptyRollUps, type RollUps } from './rollUps.js';
import { type Ending, runBlocks } from './run.js';
import type { Block, Place, Range, Setup } from './setup.js';
import { rangeOf } from './shard.js';
import { addTally, emptyTally, type Tally } from './tally.js';

/** A run as somebody asks for it. */
export interface Order {
  readonly setup: Setup;
  readonly plan: Plan;
  /** A file, or the stream that stands for one. */
  readonly requests: { readonly path: string } | { readonly stream: () => AsyncIterable<Uint8Array> };
  /** Files; without them the output is streamed. */
  readonly target?: Target | undefined;
  readonly shard?: Shard | undefined;
  readonly jobs: number;
  readonly mostRefused?: number | undefined;
  /** The program that workers run. */
  readonly workerProgram: string;
  /** CSV begins with the mark by which spreadsheets know UTF-8. */
  readonly bom: boolean;
}

/** How far a run is, for whoever watches. */
export interface Progress {
  readonly tally: Tally;
  /** Bytes of the requests that are done, and how many there are, where that is known. */
  readonly done: number;
  readonly of: number | undefined;
}

/** Where a run's results go besides its files. */
export interface World {
  /** Takes output that goes to no file; resolves when there is room for more. */
  readonly stream: (output: Uint8Array) => Promise<void>;
  readonly refused: (refusals: readonly Refusal[]) => void;
  /** Refusals as lines of the errors file. */
  readonly errorLines: (refusals: readonly Refusal[]) => string;
  readonly progress: (progress: Progress) => void;
  /** Resolves when somebody asks to stop. */
  readonly interruption: Promise<void>;
  readonly clock: () => number;
}

export type Result =
  | {
      readonly kind: 'ended';
      readonly ending: Ending;
      readonly tally: Tally;
      readonly rollUps: RollUps;
      readonly twice: number;
      readonly manifest?: Manifest;
    }
  | { readonly kind: 'heading'; readonly problems: readonly Problem[] }
  | Refused;

/** Prices all requests of an order, in their order, with flat memory. */
export async function bulk(order: Order, world: World): Promise<Result> {
  try {
    return await begun(order, world);
  } catch (fault) {
    if (fault instanceof RequestsDiffer) return { kind: 'differs', what: 'requests' };
    if (fault instanceof CardChanged) return { kind: 'differs', what: 'cards' };
    throw fault;
  }
}

async function begun(order: Order, world: World): Promise<Result> {
  const { target, plan, shard } = order;
  const before = target === undefined ? undefined : found(target, { plan, ...(shard && { shard }) });
  if (before !== undefined && !('next' in before)) return unchanged(before, order);
  const opened = await openRequests(order, before);
  if ('problems' in opened) return { kind: 'heading', problems: opened.problems };
  const setup: Setup = {
    ...order.setup,
    ...(before === undefined ? {} : { now: before.now }),
    requests: { ...order.setup.requests, ...(opened.columns && { columns: opened.columns }) },
  };
  const heading = headingOf(setup, order.bom);
  const fixed = { plan, ...(shard && { shard }), now: setup.now };
  if (target === undefined) return streamed(order, setup, opened, heading, world);
  const delivery = await Delivery.open(target, fixed, before);
  if (!(delivery instanceof Delivery)) return delivery;
  if (heading !== undefined) delivery.head(heading);
  let next = opened.first;
  const readAt = (place: Place) => opened.whole ?? opened.fingerprint.upTo(place.offset);
  delivery.save(next, readAt(next));
  const write = async (priced: Priced, place: Place) => {
    next = place;
    const lines = target.errors === undefined ? '' : world.errorLines(priced.refusals);
    if (target.errors === undefined && priced.refusals.length > 0) world.refused(priced.refusals);
    delivery.write(priced, Buffer.from(lines), place, () => readAt(place), world.clock());
    world.progress({ tally: delivery.tally, done: place.offset - opened.from, of: opened.bytes });
  };
  try {
    const ending = await run(order, setup, opened, write, world);
    const { tally, rollUps, names } = delivery;
    const common = { kind: 'ended', ending, tally, rollUps, twice: names.twice } as const;
    if (ending !== 'done') {
      delivery.save(next, readAt(next));
      delivery.close();
      return common;
    }
    return { ...common, manifest: delivery.finish(next, opened.whole ?? opened.fingerprint.here()) };
  } catch (fault) {
    delivery.close();
    throw fault;
  }
}

/** A run that is complete is so for the requests it had. */
async function unchanged(before: Refused, { requests }: Order): Promise<Refused> {
  if (before.kind !== 'complete' || !('path' in requests)) return before;
  const { sha256 } = await survey(requests.path, 0);
  return sha256 === before.manifest.requests.sha256 ? before : { kind: 'differs', what: 'requests' };
}

async function streamed(
  order: Order,
  setup: Setup,
  opened: Opened,
  heading: Uint8Array | undefined,
  world: World,
): Promise<Result> {
  const tally = emptyTally();
  const rollUps = emptyRollUps();
  const names = new SeenNames();
  if (heading !== undefined) await world.stream(heading);
  const write = async (priced: Priced, place: Place) => {
    addTally(tally, priced.tally);
    addRollUps(rollUps, priced.rollUps);
    names.add(priced.names);
    if (priced.refusals.length > 0) world.refused(priced.refusals);
    await world.stream(priced.output);
    world.progress({ tally, done: place.offset - opened.from, of: opened.bytes });
  };
  const ending = await run(order, setup, opened, write, world);
  return { kind: 'ended', ending, tally, rollUps, twice: names.twice };
}

async function run(
  order: Order,
  setup: Setup,
  opened: Opened,
  write: (priced: Priced, next: Place) => Promise<void>,
  { interruption }: World,
): Promise<Ending> {
  const own = ownPricer(setup);
  const pricer: Pricer =
    order.jobs > 1 && (opened.bytes ?? Number.POSITIVE_INFINITY) > smallRun
      ? workerPricer(setup, order.jobs, order.workerProgram)
      : own;
  try {
    const { range } = opened;
    const blocks = within(opened.blocks, range);
    return await runBlocks({
      blocks,
      range,
      pricer,
      own,
      mostRefused: order.mostRefused,
      interruption,
      write,
    });
  } finally {
    await pricer.close();
  }
}

/** The blocks in which packages of the range may begin. */
async function* within(blocks: AsyncIterable<Block>, range: Range | undefined): AsyncGenerator<Block> {
  for await (const block of blocks) {
    if (range !== undefined && block.offset >= range.to) return;
    if (range === undefined || block.offset + block.length > range.from) yield block;
  }
}

/** A run of fewer bytes is over before a worker has started. */
const smallRun = 512 * 1024;

interface Opened {
  readonly blocks: AsyncIterable<Block>;
  /** Where pricing begins. */
  readonly first: Place;
  readonly range?: Range;
  readonly columns?: readonly string[];
  readonly fingerprint: Fingerprint;
  /** What all requests are, where they were read before. */
  readonly whole?: { readonly bytes: number; readonly sha256: string };
  /** Of a shard: where its part begins; how many bytes there are to do. */
  readonly from: number;
  readonly bytes: number | undefined;
}

/** Opens the requests where the run begins or goes on: for NDJSON there, for CSV behind the heading. */
async function openRequests(
  order: Order,
  before: Checkpoint | undefined,
): Promise<Opened | { readonly problems: readonly Problem[] }> {
  const { requests, shard } = order;
  const csv = order.setup.requests.format === 'csv';
  const fingerprint = new Fingerprint();
  const size = 'path' in requests ? sizeOf(requests.path) : undefined;
  const range = shard === undefined || size === undefined ? undefined : rangeOf(shard, size);
  // Where a CSV row ends can only be told from its begin, so a shard of one reads all before its part, too.
  const seen =
    range !== undefined && 'path' in requests ? await survey(requests.path, csv ? 0 : range.from) : undefined;
  if (seen !== undefined && before !== undefined && before.read.sha256 !== seen.sha256)
    throw new RequestsDiffer();
  const source = 'path' in requests ? fileFrom(requests.path, seen?.place.offset ?? 0) : requests.stream();
  const start = seen?.place ?? { offset: 0, line: 1 };
  const known = seen === undefined ? before?.read : undefined;
  const skip = before === undefined ? 0 : before.next.offset - start.offset;
  const bytes = size === undefined ? undefined : range === undefined ? size : range.to - range.from;
  const common = {
    fingerprint,
    ...(range && { range }),
    ...(seen && { whole: { bytes: seen.bytes, sha256: seen.sha256 } }),
    from: range?.from ?? 0,
    bytes,
  };
  if (!csv) {
    const first = before?.next ?? start;
    return { ...common, first, blocks: lineBlocks(hashed(source, fingerprint, { skip, known }), first) };
  }
  const head = await headingRow(hashed(source, fingerprint, { skip: 0, known }));
  const read = readHeading(head.row);
  if (!read.ok) return { problems: read.problems };
  const columns = read.value;
  const behind = { offset: head.row.length, line: 1 + countLines(head.row) };
  const first = before?.next ?? behind;
  const rest = skipping(head.rest, first.offset - behind.offset);
  return { ...common, columns, first, blocks: packageBlocks(rest, first, columns.indexOf(packageColumn)) };
}

/** The heading of a CSV that is written; NDJSON has none. */
function headingOf({ content, format, language }: Setup, bom: boolean): Uint8Array | undefined {
  if (format === 'ndjson') return undefined;
  return Buffer.from(formatRows([writers[content].table(undefined, language).columns], { bom }));
}
