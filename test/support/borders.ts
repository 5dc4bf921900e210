import { posix } from 'node:path';
import { type SourceFacts, sourceFacts } from './source-facts.js';

/** The rooms of the corridor: a room imports from itself and from lower floors only. */
const floors: Readonly<Record<string, number>> = {
  'src/diagnostics': 0,
  'src/lang': 1,
  'src/money': 1,
  'src/calendar': 1,
  'src/source': 2,
  'src/documents': 3,
  'src/card': 4,
  'src/pricing': 5,
  'src/review': 6,
  'src/bulk': 8,
  'src/ledger': 6,
  'src/papers': 7,
  'src/workspace': 7,
  'src/render': 8,
  'src/cli': 9,
  'src/index.ts': 10,
  bin: 11,
};

/** `within` is a file, or a folder when it ends with a slash. */
const onlyImporters: readonly { readonly module: string; readonly within: string }[] = [
  { module: 'decimal.js', within: 'src/money/decimal.ts' },
  { module: 'nzh', within: 'src/money/capitals.ts' },
  { module: 'yaml', within: 'src/source/' },
  { module: 'zod', within: 'src/documents/' },
  { module: 'canonicalize', within: 'src/documents/' },
  { module: 'chalk', within: 'src/render/' },
  { module: 'cli-table3', within: 'src/render/' },
  { module: 'commander', within: 'src/cli/' },
  { module: 'inquirer', within: 'src/cli/' },
  { module: 'process', within: 'bin/' },
  { module: 'node:process', within: 'bin/' },
];

/** Libraries that one file may know, wherever it stands. */
const oneImporter: readonly string[] = ['csv-stringify', 'fastest-levenshtein'];

/** `within` absent: nowhere. */
const onlyUsers: readonly { readonly use: RegExp; readonly within?: string; readonly why: string }[] = [
  { use: /^process\.exit(Code)?$/, within: 'bin/', why: 'only bin exits' },
  {
    use: /^(Date\.now|new Date\(\)|Date\(\)|Temporal\.Now)$/,
    within: 'bin/',
    why: 'the clock enters in bin',
  },
  { use: /^\.(toLocale\w*|localeCompare)$/, why: 'the locale of a machine changes no result' },
  { use: /^Intl\.(NumberFormat|Collator)$/, why: 'CLDR is not ISO 4217, and its order is not ours' },
  { use: /^parseFloat$/, why: 'money passes through no binary float' },
];

/** Every breach of the borders among the sources given, as `path: what is wrong`; empty when the house is in order. */
export function breaches(sources: ReadonlyMap<string, string>): string[] {
  const facts = new Map([...sources].map(([path, code]) => [path, sourceFacts(code)]));
  const alone = [...facts].flatMap(([path, file]) =>
    [...floorBreaches(path, file), ...importerBreaches(path, file), ...userBreaches(path, file)].map(
      (breach) => `${path}: ${breach}`,
    ),
  );
  return [...alone, ...crowds(facts)];
}

function floorBreaches(path: string, { imports }: SourceFacts): string[] {
  const room = roomOf(path);
  const floor = floors[room];
  if (floor === undefined) return [`${room} has no floor`];
  return [...imports]
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => roomOf(posix.join(posix.dirname(path), specifier.replace(/\.js$/, '.ts'))))
    .filter((target) => target !== room && !((floors[target] ?? Number.POSITIVE_INFINITY) < floor))
    .map((target) => `floor ${floor} imports from ${target}, floor ${floors[target] ?? 'unknown'}`);
}

function importerBreaches(path: string, { imports }: SourceFacts): string[] {
  return onlyImporters
    .filter(({ module, within }) => !isWithin(path, within) && importsPackage(imports, module))
    .map(({ module, within }) => `imports ${module}, which only ${within} may`);
}

function userBreaches(path: string, { uses }: SourceFacts): string[] {
  return onlyUsers
    .filter(({ within }) => within === undefined || !isWithin(path, within))
    .flatMap(({ use, why }) => [...uses].filter((name) => use.test(name)).map((name) => `${name}: ${why}`));
}

function crowds(facts: ReadonlyMap<string, SourceFacts>): string[] {
  return oneImporter
    .map((module) => ({
      module,
      importers: [...facts]
        .filter(([, { imports }]) => importsPackage(imports, module))
        .map(([path]) => path),
    }))
    .filter(({ importers }) => importers.length > 1)
    .map(({ module, importers }) => `${importers.join(', ')}: only one file may import ${module}`);
}

function importsPackage(imports: ReadonlySet<string>, module: string): boolean {
  return [...imports].some((specifier) => specifier === module || specifier.startsWith(`${module}/`));
}

function isWithin(path: string, place: string): boolean {
  return place.endsWith('/') ? path.startsWith(place) : path === place;
}

/** `src/money` of `src/money/rounding.ts`, `src/index.ts` of itself, `bin` of `bin/kanli.ts`. */
function roomOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  return top === 'src' ? `${top}/${second}` : top;
}
