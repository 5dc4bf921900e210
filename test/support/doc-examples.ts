import { loadRateCard } from '../../src/card/load.js';
import { loadPackage } from '../../src/card/loadPackage.js';
import type { RateCard } from '../../src/card/ratecard.js';
import type { RecordedProblem } from '../../src/diagnostics/problem.js';
import type { PackageDocument } from '../../src/documents/package.js';
import type { Draft } from '../../src/documents/quote.js';
import {
  allocate,
  minorUnits,
  parseMoney,
  type RoundingMode,
  roundMoney,
  toChineseCapitals,
} from '../../src/index.js';
import { priceQuote } from '../../src/pricing/price.js';
import { readSource } from '../../src/source/source.js';

/**
 * Pages whose examples run. A fence says what it holds by its second word: `yaml base card` and `yaml base package` stand
 * once, above the first section; `yaml card` and `yaml package` are fragments laid over them, key by key, lists replaced
 * whole; `yaml lines` are the lines of the package. A `text` fence ends the example: its unindented lines are claims,
 * its indented lines the arithmetic behind them.
 */
export interface Page {
  readonly base: { readonly card: unknown; readonly package: unknown };
  readonly examples: readonly Example[];
  /** What is wrong with the page itself: a section without an example, an example that claims nothing. */
  readonly faults: readonly string[];
}

export interface Example {
  /** The heading it stands under, and its number there. */
  readonly name: string;
  readonly card: string | undefined;
  readonly package: string | undefined;
  readonly lines: string | undefined;
  readonly claims: readonly string[];
  readonly sums: readonly string[];
}

interface Fence {
  readonly info: string;
  readonly text: string;
}

interface Section {
  readonly heading: string;
  readonly level: number;
  readonly fences: Fence[];
}

const fragments = ['yaml card', 'yaml package', 'yaml lines'] as const;

export function readPage(markdown: string): Page {
  const [head, ...sections] = sectionsOf(markdown);
  const faults: string[] = [];
  const examples: Example[] = [];
  for (const [at, section] of sections.entries()) {
    const made = examplesOf(section, faults);
    const isChapter = section.fences.length === 0 && (sections[at + 1]?.level ?? 0) > section.level;
    if (made.length === 0 && !isChapter) faults.push(`"${section.heading}" has no example`);
    examples.push(...made);
  }
  const base = (kind: string) => {
    const found = (head?.fences ?? []).filter(({ info }) => info === `yaml base ${kind}`);
    if (found.length !== 1) faults.push(`the page has ${found.length} base ${kind}s`);
    return fragmentOf(found[0]?.text ?? '{}').value;
  };
  return { base: { card: base('card'), package: base('package') }, examples, faults };
}

function sectionsOf(markdown: string): Section[] {
  const sections: Section[] = [{ heading: '', level: 1, fences: [] }];
  let open: { info: string; lines: string[] } | undefined;
  for (const line of markdown.split('\n')) {
    const fence = /^```(.*)$/.exec(line);
    const heading = /^(#{2,3}) (.+)$/.exec(line);
    if (open !== undefined && fence === null) open.lines.push(line);
    else if (open !== undefined) {
      sections.at(-1)?.fences.push({ info: open.info, text: `${open.lines.join('\n')}\n` });
      open = undefined;
    } else if (fence !== null) open = { info: fence[1] ?? '', lines: [] };
    else if (heading !== null) {
      sections.push({ heading: heading[2] ?? '', level: heading[1]?.length ?? 0, fences: [] });
    }
  }
  return sections;
}

function examplesOf({ heading, fences }: Section, faults: string[]): Example[] {
  const examples: Example[] = [];
  let given = new Map<string, string>();
  for (const { info, text } of fences) {
    const name = `${heading} (${examples.length + 1})`;
    if (info !== 'text') {
      if (!fragments.some((known) => known === info)) faults.push(`${name}: a fence "${info}"`);
      if (given.has(info)) faults.push(`${name}: two fences "${info}"`);
      given.set(info, text);
      continue;
    }
    const written = text.split('\n').filter((line) => line.trim() !== '');
    const claims = written.filter((line) => !line.startsWith(' '));
    if (claims.length === 0) faults.push(`${name} claims nothing`);
    const [card, pack, lines] = fragments.map((kind) => given.get(kind));
    examples.push({
      name,
      card,
      package: pack,
      lines,
      claims,
      sums: written.filter((line) => line.startsWith(' ')),
    });
    given = new Map();
  }
  if (given.size > 0) faults.push(`"${heading}" ends without a text fence`);
  return examples;
}

/** What an example came to: every room's answer, as far as it got. */
export interface Outcome {
  readonly card: RateCard | undefined;
  readonly package: PackageDocument | undefined;
  readonly draft: Draft | undefined;
  /** `refused: off-too-large`, `card error: …`: what a reader of the example must be told. */
  readonly status: readonly string[];
}

/** Runs an example; one without any YAML is about the library's functions alone. */
export function outcomeOf(example: Example, base: Page['base']): Outcome {
  const nothing = { card: undefined, package: undefined, draft: undefined };
  if (fragments.every((kind) => example[kindOf(kind)] === undefined)) return { ...nothing, status: [] };
  const cardText = fragmentOf(example.card);
  const card = loadRateCard(JSON.stringify(merged(base.card, cardText.value)));
  const cardFaults = [...cardText.problems, ...card.problems];
  const packText = fragmentOf(example.package);
  const linesText = fragmentOf(example.lines);
  const withLines = example.lines === undefined ? {} : { lines: linesText.value };
  const asked = merged(merged(base.package, packText.value), withLines);
  const pack = loadPackage(JSON.stringify(asked));
  const packFaults = [...packText.problems, ...linesText.problems, ...pack.problems];
  const isAboutCard = example.package === undefined && example.lines === undefined;
  const status = [
    ...told('card error', cardFaults, 'error'),
    ...(isAboutCard ? [] : told('package error', packFaults, 'error')),
  ];
  const read = { card: card.ok ? card.value : undefined, package: pack.ok ? pack.value : undefined };
  if (status.length > 0 || isAboutCard || !card.ok || !pack.ok) return { ...read, draft: undefined, status };
  const priced = priceQuote(pack.value, card.value);
  const draft = priced.ok ? priced.value : priced.draft;
  const verdict = told(draft === undefined ? 'error' : 'refused', priced.problems, 'error');
  return { ...read, draft, status: [...verdict, ...told('warnings', priced.problems, 'warning')] };
}

function kindOf(fence: (typeof fragments)[number]): 'card' | 'package' | 'lines' {
  return fence.slice('yaml '.length) as 'card' | 'package' | 'lines';
}

function told(
  word: string,
  problems: readonly Pick<RecordedProblem, 'code' | 'severity'>[],
  severity: RecordedProblem['severity'],
): string[] {
  const codes = new Set(problems.filter((found) => found.severity === severity).map(({ code }) => code));
  return codes.size === 0 ? [] : [`${word}: ${[...codes].sort().join(', ')}`];
}

/** A fragment as plain data, numbers as their own text, with its faults of syntax. */
function fragmentOf(text = '{}') {
  const { source } = readSource(text, '-');
  if (!source.ok) return { value: {}, problems: source.problems };
  return { value: source.value.value, problems: source.problems };
}

function merged(under: unknown, over: unknown): unknown {
  if (!isMap(under) || !isMap(over)) return over;
  const both = Object.entries(over).map(([key, value]) => [
    key,
    key in under ? merged(under[key], value) : value,
  ]);
  return { ...under, ...Object.fromEntries(both) };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The example's claims as they are in truth: the same lines where the page is right, and whatever it leaves unsaid. */
export function retold(claims: readonly string[], outcome: Outcome): string[] {
  const lines = claims.flatMap((claim) => (isStatus(claim) ? [] : [truthOf(claim, outcome)]));
  return [...lines, ...outcome.status];
}

/** The claims in the order `retold` tells them; several codes may stand in any order. */
export function asTold(claims: readonly string[]): string[] {
  const status = claims.filter(isStatus).map((claim) => {
    const [word, codes] = parted(claim, ': ');
    return `${word}: ${codes.split(', ').sort().join(', ')}`;
  });
  return [...claims.filter((claim) => !isStatus(claim)), ...status];
}

function isStatus(claim: string): boolean {
  return /^(card error|package error|error|refused|warnings): /.test(claim);
}

type Fields = Readonly<Record<string, unknown>>;

function truthOf(claim: string, outcome: Outcome): string {
  const [head, rest] = parted(claim, ': ');
  const [subject = '', ...words] = head.split(' ');
  const known = libraryTruths[subject] ?? documentTruths[subject];
  return known === undefined ? `${head}: no such claim` : `${head}: ${known(words, rest, outcome)}`;
}

type Truth = (words: readonly string[], rest: string, outcome: Outcome) => string;

const documentTruths: Readonly<Record<string, Truth>> = {
  quote: ([holds, pointer], rest, { draft }) =>
    holds === undefined ? fields(draft, rest) : held(draft, pointer),
  totals: (_words, rest, { draft }) => fields(draft?.totals, rest),
  figures: (_words, rest, { draft }) => fields(draft?.figures, rest),
  line: ([number, part, place, list], rest, { draft }) => {
    const line = draft?.lines[Number(number) - 1];
    if (part === 'steps') return steps(line?.adjustments, rest);
    if (part === undefined) return fields(line, rest);
    const spot = line?.spots[Number(place) - 1];
    return list === 'surcharges' ? steps(spot?.surcharges, rest) : fields(spot, rest);
  },
  instalment: ([number], rest, { draft }) => fields(draft?.instalments[Number(number) - 1], rest),
  instalments: (_words, _rest, { draft }) => String(draft?.instalments.length ?? 'not priced'),
  approval: (_words, _rest, { draft }) => draft?.approval.required ?? 'none',
  reasons: (_words, _rest, { draft }) => list(draft?.approval.reasons.map(({ code }) => code)),
  card: ([, pointer], _rest, { card }) => held(card?.document, pointer),
  package: ([, pointer], _rest, outcome) => held(outcome.package, pointer),
};

const libraryTruths: Readonly<Record<string, Truth>> = {
  read: ([text = '']) => {
    const read = parseMoney(text);
    return read.ok ? read.value : `unreadable, ${String(read.problems[0]?.values.fault)}`;
  },
  round: ([amount = '', currency = '', mode = '']) => roundMoney(amount, currency, mode as RoundingMode),
  allocate: ([total = '', currency = '', _by, ...weights]) => {
    try {
      return allocate(total, weights, currency).join(' ');
    } catch (error) {
      return (error as Error).name;
    }
  },
  capitals: ([amount = '']) => toChineseCapitals(amount),
  decimals: ([currency = '']) => String(minorUnits(currency)),
};

/** `list 1000.00, closed none` with the values that are true; a figure that does not exist says so. */
function fields(of: Fields | undefined, written: string): string {
  if (of === undefined) return 'not priced';
  const names = written.split(', ').map((part) => part.split(' ')[0] ?? '');
  const mayBeAbsent = [
    'closed',
    'overtime',
    'date',
    'time',
    'category',
    'brand',
    'title_en',
    'viewerBenefit',
  ];
  return list(
    names.map((name) => {
      if (!(name in of) && !mayBeAbsent.includes(name)) return `${name} does not exist`;
      return `${name} ${shown(of[name])}`;
    }),
  );
}

/** Every entry in order: `weekend 200.00, rush 100.00`; with `leaves` where the page says what a step leaves. */
function steps(
  of: readonly { readonly rule: string; readonly amount: string; readonly after?: string }[] | undefined,
  written: string,
): string {
  const leaves = written.includes(' leaves ');
  return list(of?.map(({ rule, amount, after }) => `${rule} ${amount}${leaves ? ` leaves ${after}` : ''}`));
}

function held(document: unknown, pointer = ''): string {
  let value = document;
  for (const step of pointer.split('/').slice(1)) value = (value as Fields | undefined)?.[step];
  return shown(value);
}

/** A value as a page writes it: text bare, what is absent as `none`. */
function shown(value: unknown): string {
  if (value === undefined) return 'none';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function list(entries: readonly string[] | undefined): string {
  if (entries === undefined) return 'not priced';
  return entries.length === 0 ? 'none' : entries.join(', ');
}

/** A text before and after its first mark. */
function parted(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}

/** An exact fraction, the denominator positive. */
interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

/**
 * What is wrong with a line of arithmetic. Between its sides stand `=`, `<`, `≤`, `>`, `≥`, `→` (rounded to the decimals
 * shown) or `↓` (cut to them). Words are for the reader. A comma, colon or semicolon before a space begins a new sum; one
 * without a sign between sides is a remark.
 */
export function wrongSums(written: string): string[] {
  return written.split(/[,:;](?: |$)/u).flatMap((sum) => {
    const signs = sum.match(/[=<≤>≥→↓]/gu) ?? [];
    const sides = signs.length === 0 ? [] : sum.split(/[=<≤>≥→↓]/u).map(calculated);
    const holds = signs.every((sign, at) => relations[sign]?.(sides[at]!, sides[at + 1]!) === true);
    return holds ? [] : [sum.trim()];
  });
}

interface Side extends Fraction {
  /** One unit of the last decimal written. */
  readonly last: Fraction;
}

const relations: Readonly<Record<string, (a: Side, b: Side) => boolean>> = {
  '=': (a, b) => minus(a, b).n === 0n,
  '<': (a, b) => minus(a, b).n < 0n,
  '≤': (a, b) => minus(a, b).n <= 0n,
  '>': (a, b) => minus(a, b).n > 0n,
  '≥': (a, b) => minus(a, b).n >= 0n,
  '→': (a, b) => {
    const twice = { n: 2n * minus(a, b).n, d: minus(a, b).d };
    return minus(twice, b.last).n < 0n && minus(b.last, { n: -twice.n, d: twice.d }).n >= 0n;
  },
  '↓': (a, b) => minus(a, b).n >= 0n && minus(minus(a, b), b.last).n < 0n,
};

function minus(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.d - b.n * a.d, d: a.d * b.d };
}

const tokens =
  /(?<number>\d[\d,]*(?:\.\d+)?[%万亿]?)|(?<sign>[+−×÷()⌈⌉])|[\p{L}_][\p{L}\p{N}_'’.-]*|\s+|(?<other>.)/gu;

/** Reads one side by the ordinary rules of precedence. @throws Error for a sign it does not know */
function calculated(side: string): Side {
  const found = [...side.matchAll(tokens)].flatMap(({ groups = {} }) => {
    if (groups.other !== undefined) throw new Error(`"${groups.other}" in a sum: ${side}`);
    return groups.number ?? groups.sign ?? [];
  });
  let at = 0;
  const sum = (): Fraction => {
    let total = product();
    while (found[at] === '+' || found[at] === '−') {
      const negative = found[at++] === '−';
      const next = product();
      total = minus(total, negative ? next : { n: -next.n, d: next.d });
    }
    return total;
  };
  const product = (): Fraction => {
    let total = factor();
    while (found[at] === '×' || found[at] === '÷') {
      const divides = found[at++] === '÷';
      const next = factor();
      total = divides
        ? { n: total.n * next.d, d: total.d * next.n }
        : { n: total.n * next.n, d: total.d * next.d };
    }
    return total;
  };
  const factor = (): Fraction => {
    const token = found[at++] ?? '';
    if (token === '−') return minus({ n: 0n, d: 1n }, factor());
    if (token === '(' || token === '⌈') {
      const inside = sum();
      at += 1;
      return token === '('
        ? inside
        : { n: -(-inside.n / inside.d) + (inside.n % inside.d > 0n ? 1n : 0n), d: 1n };
    }
    if (!/^\d/.test(token)) throw new Error(`a number is missing in a sum: ${side}`);
    return numberOf(token);
  };
  const value = sum();
  if (at < found.length) throw new Error(`numbers without a sign between them: ${side}`);
  return { ...value, last: lastUnit(found.at(-1) ?? '') };
}

const unitOf: Readonly<Record<string, Fraction>> = {
  '%': { n: 1n, d: 100n },
  万: { n: 10_000n, d: 1n },
  亿: { n: 100_000_000n, d: 1n },
};

function numberOf(written: string): Fraction {
  const [whole = '', decimals = ''] = written.replace(/[,%万亿]/gu, '').split('.');
  const unit = unitOf[written.at(-1) ?? ''] ?? { n: 1n, d: 1n };
  return { n: BigInt(whole + decimals) * unit.n, d: 10n ** BigInt(decimals.length) * unit.d };
}

function lastUnit(written: string): Fraction {
  const unit = unitOf[written.at(-1) ?? ''] ?? { n: 1n, d: 1n };
  return { n: unit.n, d: 10n ** BigInt(/\.(\d+)/.exec(written)?.[1]?.length ?? 0) * unit.d };
}
