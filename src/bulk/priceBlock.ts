import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { isError, type Values } from '../diagnostics/problem.js';
import { formatRows } from '../papers/formats/csv.js';
import { isRefused, type Work } from '../pricing/price.js';
import { cardProblems, type Desk, faultsWithCard, joined } from '../workspace/desk.js';
import { writers } from './content/all.js';
import { csvRequests } from './requests/csv.js';
import { lineRequests } from './requests/ndjson.js';
import { type Request, tooLarge } from './requests/request.js';
import { addLines, emptyRollUps, type RollUps } from './rollUps.js';
import type { Block, Place, Range, Setup } from './setup.js';
import { addPriced, addRefused, emptyTally, type Tally } from './tally.js';

/** Why a package was refused: nothing is shown of it but its place and its name. */
export interface Refusal {
  readonly line: number;
  readonly package?: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Diagnostics beyond those that are told. */
  readonly more?: number;
}

/** What a block comes to: bytes to be written as they are, and what to add to the run. */
export interface Priced {
  readonly output: Uint8Array;
  readonly refusals: readonly Refusal[];
  readonly tally: Tally;
  readonly rollUps: RollUps;
  /** A number for each package's name, by which names that come twice are noticed. */
  readonly names: Float64Array;
  /** Where work stopped, at a package that was not priced; undefined when the block was done whole. */
  readonly stoppedAt?: Place;
}

/** One package with a thousand faults is told by its first ones. */
const mostTold = 100;

export interface Bounds {
  readonly range?: Range | undefined;
  /** Work stops behind this many refusals. */
  readonly mostRefused?: number | undefined;
}

/** Prices the packages of a block in their order. The same block and setup give the same bytes wherever this runs. */
export function priceBlock(block: Block, setup: Setup, desk: Desk, bounds: Bounds = {}): Priced {
  const { from = 0, to = Number.POSITIVE_INFINITY } = bounds.range ?? {};
  const texts: string[] = [];
  const refusals: Refusal[] = [];
  const tally = emptyTally();
  const rollUps = emptyRollUps();
  const names: number[] = [];
  let stoppedAt: Place | undefined;
  for (const request of requestsOf(block, setup, desk)) {
    const begin = block.offset + request.start;
    if (begin < from || begin >= to) continue;
    if (refusals.length >= (bounds.mostRefused ?? Number.POSITIVE_INFINITY)) {
      stoppedAt = { offset: begin, line: request.line };
      break;
    }
    const priced = priceRequest(request, desk);
    if (priced.ok) {
      const { work } = priced;
      const { document } = work.deal.card.card;
      const card = { id: document.id, version: document.version, digest: work.deal.card.card.digest };
      texts.push(written(work, setup));
      names.push(nameNumber(work.deal.pack.id));
      addPriced(tally, card, work.deal.card.currency.code, work.amounts);
      if (setup.content === 'summary') addLines(rollUps, work, card);
    } else {
      refusals.push(refusal(request, priced.problems));
      addRefused(tally);
    }
  }
  return {
    output: Buffer.from(texts.join(''), 'utf8'),
    refusals,
    tally,
    rollUps,
    names: Float64Array.from(names),
    ...(stoppedAt === undefined ? {} : { stoppedAt }),
  };
}

function requestsOf(block: Block, { requests }: Setup, desk: Desk): Iterable<Request> {
  const { format, name, columns = [] } = requests;
  if (block.tooLarge === true) return [tooLarge({ line: block.line, start: 0 }, name)];
  if (format === 'ndjson') return lineRequests(block, name);
  const only = desk.oneCard ? desk.cardFor('') : undefined;
  return csvRequests(block, name, columns, only?.ok === true ? only.value.card.document.id : undefined);
}

function priceRequest(
  request: Request,
  desk: Desk,
):
  | { readonly ok: true; readonly work: Work }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] } {
  const loaded = request.load();
  if (!loaded.ok) return { ok: false, problems: faultsWithCard(loaded, desk) };
  const { value: pack, place, problems } = loaded;
  const join = joined({ pack, place, problems }, desk);
  if (!join.ok) return { ok: false, problems: [...problems, ...cardProblems(join.found, place)] };
  const { worked } = join;
  return worked.ok && !isRefused(worked)
    ? { ok: true, work: worked }
    : { ok: false, problems: join.problems() };
}

function written(work: Work, { content, format, language }: Setup): string {
  const writer = writers[content];
  if (format === 'ndjson') return `${JSON.stringify(writer.document(work))}\n`;
  return formatRows(writer.table(work, language).rows, { bom: false });
}

function refusal({ line, name }: Request, found: readonly Diagnostic[]): Refusal {
  const id = name();
  const errors = found.filter(isError);
  // Warnings are of no use to who must mend the errors first.
  const told = errors.length > 0 ? errors : found;
  return {
    line,
    ...(id === undefined ? {} : { package: id }),
    diagnostics: told.slice(0, mostTold).map(({ excerpt: _row, ...entry }) => ({
      ...entry,
      path: shortened(entry.path),
      values: Object.fromEntries(Object.entries(entry.values).map(([name, value]) => [name, cut(value)])),
    })),
    ...(told.length > mostTold ? { more: told.length - mostTold } : {}),
  };
}

/** What is quoted from a row is for people: a key of a megabyte is told by its begin. */
const longestText = 300;

function shortened(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}

function cut(value: Values[string]): Values[string] {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? shortened(value) : value.slice(0, mostTold).map(shortened);
}

/** 53 bits of a name (FNV-1a over UTF-16, in two halves): enough to tell millions apart. */
function nameNumber(name: string): number {
  let high = 0x811c9dc5;
  let low = 0x9747b28c;
  for (let at = 0; at < name.length; at += 1) {
    const unit = name.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x85ebca6b);
    low ^= low >>> 13;
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
