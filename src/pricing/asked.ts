import { onGrid, type Window, windowOf } from '../calendar/clock.js';
import { dayOf, dayText } from '../calendar/date.js';
import { nearest } from '../diagnostics/nearest.js';
import { type Path, type Problem, problem } from '../diagnostics/problem.js';
import type { LineDocument, PackageDocument } from '../documents/package.js';
import type { Salvaged } from '../documents/read.js';
import type { Closing } from '../documents/words.js';
import { decimalsOf } from '../money/decimal.js';
import type { CompiledCard, Item } from './compile.js';
import type { LineFacts, SpotFacts } from './when.js';

/** One date of a line, read. */
export interface AskedSpot extends SpotFacts {
  readonly date: string;
  readonly timeText: string | undefined;
}

/** A line of a package joined with its item: everything the rules look at, nothing priced yet. */
export interface AskedLine {
  /** From 1, as people count. */
  readonly number: number;
  readonly document: LineDocument;
  readonly item: Item;
  readonly facts: LineFacts;
  readonly quantity: bigint;
  readonly closed: Closing | undefined;
  readonly spots: readonly AskedSpot[];
}

/** Joins a package with its card; everything that does not fit is a problem with its path in the package. */
export function askedLines(
  pack: PackageDocument,
  card: CompiledCard,
  asOf: number,
): { readonly lines: readonly AskedLine[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const { id } = card.card.document;
  if (pack.card !== id) problems.push(problem('card-mismatch', ['card'], { written: pack.card, card: id }));
  const lines: AskedLine[] = [];
  for (const [at, document] of pack.lines.entries()) {
    const item = card.items.get(document.item);
    if (item === undefined) {
      problems.push(unknownItem(document.item, card, ['lines', at]));
      continue;
    }
    const line = joined(document, item, at, pack.client.category);
    problems.push(...fitOf(line, card, asOf, ['lines', at]));
    lines.push(line);
  }
  problems.push(...fineAmounts(pack, card));
  return { lines, problems };
}

/**
 * What does not fit the card in a package that could be read in part only, so that its other faults are told at once with
 * those of its shape. Of a line with gaps only dates and format are judged: the gap may be what the rest lacks.
 */
export function partialFit(
  partial: Salvaged<PackageDocument>,
  card: CompiledCard,
  asOf: number | undefined,
): readonly Problem[] {
  return (partial.lines ?? []).flatMap((line, at) => {
    if (line?.item === undefined) return [];
    const item = card.items.get(line.item);
    const path = ['lines', at];
    if (item === undefined) return [unknownItem(line.item, card, path)];
    const times = Object.entries(line.times ?? {}).filter(([, time]) => time !== undefined);
    const gaps =
      Object.values(line).includes(undefined) || times.length < Object.keys(line.times ?? {}).length;
    const document = { ...line, dates: line.dates ?? [], times: Object.fromEntries(times) } as LineDocument;
    const asked = joined(document, item, at, partial.client?.category);
    const day = asOf ?? Number.NEGATIVE_INFINITY;
    return gaps
      ? [...datesFit(asked, card, day, path), ...formatFits(asked, path)]
      : fitOf(asked, card, day, path);
  });
}

function unknownItem(written: string, card: CompiledCard, path: Path): Problem {
  return problem('unknown-item', [...path, 'item'], {
    written,
    nearest: nearest(written, card.items.keys()),
  });
}

function joined(
  document: LineDocument,
  item: Item,
  at: number,
  clientCategory: string | undefined,
): AskedLine {
  const usual = document.time === undefined ? undefined : windowOf(document.time);
  return {
    number: at + 1,
    document,
    item,
    facts: {
      item: item.id,
      section: item.section,
      tier: item.document.tier,
      tags: item.document.tags ?? [],
      format: document.format,
      options: document.options ?? [],
      category: document.category ?? clientCategory,
    },
    quantity: BigInt(document.quantity ?? 1),
    closed: closing(document, item),
    spots: document.dates.map((date) => {
      const own = document.times?.[date];
      return {
        date,
        day: dayOf(date),
        time: own === undefined ? usual : windowOf(own),
        timeText: own ?? document.time,
      };
    }),
  };
}

function closing(line: LineDocument, item: Item): Closing | undefined {
  if (item.sold === 'pass-through') return 'pass-through';
  if (line.bonus === true) return 'bonus';
  return line.fixed === undefined ? undefined : 'fixed';
}

/** Does the line fit its item, the card's dates and the day it is judged on? Source: pricing rules, "Bad input". */
function fitOf(line: AskedLine, card: CompiledCard, asOf: number, path: Path): Problem[] {
  return [
    ...datesFit(line, card, asOf, path),
    ...timesFit(line, path),
    ...formatFits(line, path),
    ...unitsFit(line, path),
    ...termsFit(line, path),
  ];
}

function datesFit({ spots }: AskedLine, card: CompiledCard, asOf: number, path: Path): Problem[] {
  const problems: Problem[] = [];
  const { first, last } = card.valid;
  const outside = spots.filter(({ day }) => day < first || day > last).map(({ date }) => date);
  if (outside.length > 0) {
    const values = { dates: outside, first: dayText(first), last: dayText(last) };
    problems.push(problem('date-outside-card', [...path, 'dates'], values));
  }
  const past = spots.filter(({ day }) => day < asOf).map(({ date }) => date);
  if (past.length > 0) {
    problems.push(problem('date-before-as-of', [...path, 'dates'], { dates: past, asOf: dayText(asOf) }));
  }
  return problems;
}

function timesFit({ document, item, spots }: AskedLine, path: Path): Problem[] {
  const problems: Problem[] = [];
  const judge = (written: string, place: Path) => {
    const time = windowOf(written);
    if (!within(time, item.open)) {
      problems.push(
        problem('outside-open', place, { written, item: item.id, open: item.document.open ?? '' }),
      );
    }
    if (!onGrid(time)) problems.push(problem('off-grid', place, { written }));
  };
  if (document.time !== undefined) judge(document.time, [...path, 'time']);
  for (const [date, written] of Object.entries(document.times ?? {})) {
    const place = [...path, 'times', date];
    if (document.dates.includes(date)) judge(written, place);
    else problems.push(problem('times-date-not-in-line', place, { written: date }, { on: 'key' }));
  }
  if (item.way.needsTime && spots.some(({ time }) => time === undefined)) {
    problems.push(problem('needs-time', path, { item: item.id }));
  }
  return problems;
}

function within(time: Window, open: Window): boolean {
  return time.start >= open.start && time.end <= open.end;
}

function formatFits({ document, item }: AskedLine, path: Path): Problem[] {
  const { format } = document;
  const offered = item.document.formats;
  if (format === undefined || offered?.includes(format)) return [];
  const place = [...path, 'format'];
  if (offered === undefined)
    return [problem('item-without-formats', place, { written: format, item: item.id })];
  const near = nearest(format, offered, 1);
  return [problem('format-not-offered', place, { written: format, item: item.id, offered, nearest: near })];
}

function unitsFit({ document, item }: AskedLine, path: Path): Problem[] {
  if (!item.way.countsImpressions) {
    if (document.impressions === undefined) return [];
    return [problem('impressions-not-mille', [...path, 'impressions'], { item: item.id, per: item.way.per })];
  }
  const problems: Problem[] = [];
  if (document.impressions === undefined) {
    problems.push(problem('needs-impressions', path, { item: item.id }));
  }
  if (document.quantity !== undefined) {
    problems.push(problem('quantity-on-mille', [...path, 'quantity'], { item: item.id }));
  }
  return problems;
}

/** How the line is paid for must suit how its item is sold. Source: pricing rules, "Line and package", 1. */
function termsFit({ document, item, closed }: AskedLine, path: Path): Problem[] {
  const { fixed, bonus, amount, discount } = document;
  const problems: Problem[] = [];
  const clash = (key: string, other: string) =>
    problems.push(problem('closed-twice', [...path, key], { key, other }, { on: 'key' }));
  if (item.sold === 'pass-through') {
    if (amount === undefined) problems.push(problem('pass-through-needs-amount', path, { item: item.id }));
    if (fixed !== undefined) clash('fixed', 'passThrough');
    if (bonus === true) clash('bonus', 'passThrough');
  } else {
    if (amount !== undefined) {
      problems.push(problem('amount-not-pass-through', [...path, 'amount'], { item: item.id }));
    }
    if (item.sold === 'on-request' && fixed === undefined) {
      problems.push(problem('on-request-needs-fixed', path, { item: item.id }));
    }
    if (item.sold === 'priced' && fixed !== undefined && bonus === true) clash('fixed', 'bonus');
  }
  if (discount !== undefined && closed !== undefined) {
    problems.push(problem('discount-on-closed', [...path, 'discount'], { closed }));
  }
  return problems;
}

/** Whole amounts no finer than the minor unit. Source: pricing rules, "Numbers". */
function fineAmounts(pack: PackageDocument, { currency }: CompiledCard): Problem[] {
  const amounts: [string | undefined, Path][] = [
    [pack.deal?.off, ['deal', 'off']],
    [pack.deal?.target, ['deal', 'target']],
  ];
  for (const [at, line] of pack.lines.entries()) {
    amounts.push([line.fixed, ['lines', at, 'fixed']], [line.amount, ['lines', at, 'amount']]);
  }
  return amounts
    .filter(([written]) => written !== undefined && decimalsOf(written) > currency.digits)
    .map(([written = '', path]) =>
      problem('finer-than-minor', path, { written, currency: currency.code, digits: currency.digits }),
    );
}
