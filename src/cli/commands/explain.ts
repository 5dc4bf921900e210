import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { problem } from '../../diagnostics/problem.js';
import { cliWords } from '../../lang/cli.js';
import { fill } from '../../lang/text.js';
import { formatJson } from '../../papers/formats/json.js';
import { explainQuote, explanationOf } from '../../pricing/explain.js';
import type { Explanation, Where } from '../../pricing/explanation.js';
import type { CardFile } from '../../workspace/cards.js';
import { cardProblems, joined } from '../../workspace/desk.js';
import { argument, type Command, flagText, type Given } from '../command.js';
import type { Context } from '../context.js';
import { type Exit, exit } from '../exit.js';
import { asOfFlag, cardFlags, formatFlag, outputFlags } from '../flags.js';
import { badAsOf, cardForQuote, deskOf, type PackageInput, type QuoteInput, readDeal } from '../inputs.js';
import { deliver } from '../output.js';
import { lookOf, report, wordedDiagnostics } from '../report.js';

export const explain: Command = {
  about: {
    zh: '从刊例价到应付，一步一步写出算式，并指出依据的是刊例哪个文件的哪一行，拿计算器就能复核。',
    en: 'From list price to payable, every step with its arithmetic and the file and line of the rule, to be redone with a calculator.',
  },
  arguments: [
    { name: '<deal>', text: { zh: '报价单或方案', en: 'a quote or a package' } },
    { name: '[line]', text: { zh: '只解释第几行', en: 'explain this line only' } },
  ],
  flags: [...cardFlags, asOfFlag, formatFlag(['text', 'json'], 'text'), ...outputFlags],
  examples: [
    {
      line: 'kanli explain quote.json 3',
      text: { zh: '解释报价单的第 3 行', en: 'explain line 3 of a quote' },
    },
    {
      line: 'kanli explain examples/tmall-double11/package.yaml 1',
      text: { zh: '不必先报价，直接解释方案', en: 'explain a package without quoting it first' },
    },
  ],
  run: async (given, context) => {
    if (badAsOf(given, context)) return exit.usage;
    const read = await readDeal(argument(given, 0) ?? '-', given, context);
    if (!read.ok) return refused(read.problems, given, context);
    const explained =
      read.value.kind === 'quote'
        ? await ofQuote(read.value, given, context)
        : ofPackage(read.value, given, context);
    if (!explained.ok) return refused(explained.problems, given, context);
    const { explanation, placeOf, problems } = explained;
    const lines = chosen(explanation, argument(given, 1));
    if (lines === undefined) {
      const values = { written: argument(given, 1) ?? '', lines: explanation.lines.length };
      context.stderr.write(`${fill(cliWords.badLine, context.language, values)}\n`);
      return exit.usage;
    }
    const narrowed = { ...explanation, lines };
    await report(problems, given, context);
    if (flagText(given, 'format') === 'json')
      return deliver(formatJson(withPlaces(narrowed, placeOf)), given, context);
    const { drawExplanation } = await import('../../render/explanation.js');
    const look = lookOf(context.stdout, given, context);
    return deliver(drawExplanation(narrowed, { ...look, placeOf }), given, context);
  },
};

type PlaceOf = (where: Where) => string | undefined;

type Explained =
  | { ok: true; explanation: Explanation; placeOf: PlaceOf; problems: readonly Diagnostic[] }
  | { ok: false; problems: readonly Diagnostic[] };

async function ofQuote(input: QuoteInput, given: Given, context: Context): Promise<Explained> {
  const found = await cardForQuote(input.quote, given, context);
  if (!found.ok) return { ok: false, problems: cardProblems(found, input.place) };
  const explained = explainQuote(input.quote, found.value.card);
  if (!explained.ok) return { ok: false, problems: explained.problems.map(input.place) };
  return { ok: true, explanation: explained.value, placeOf: placesIn(found.value), problems: [] };
}

function ofPackage(input: PackageInput, given: Given, context: Context): Explained {
  const join = joined(input, deskOf(given, context));
  if (!join.ok) return { ok: false, problems: cardProblems(join.found, input.place) };
  const problems = join.worked.problems.map(input.place);
  if (!join.worked.ok) return { ok: false, problems };
  return {
    ok: true,
    explanation: explanationOf(join.worked),
    placeOf: placesIn(join.card, input),
    problems,
  };
}

/** File and line of a rule; a quote's own package has no file to point into. */
function placesIn(card: CardFile, pack?: PackageInput): PlaceOf {
  return ({ document, path }) => {
    const source = document === 'card' ? card : pack;
    const place = source?.place(problem('missing-key', path));
    return place?.file === undefined ? undefined : `${place.file}:${place.line}`;
  };
}

function chosen({ lines }: Explanation, written: string | undefined): Explanation['lines'] | undefined {
  if (written === undefined) return lines;
  const found = lines.filter(({ line }) => String(line) === written);
  return found.length === 0 ? undefined : found;
}

/** Every `where` of the explanation with the file and line it stands at. */
function withPlaces(explanation: Explanation, placeOf: PlaceOf): unknown {
  return JSON.parse(JSON.stringify(explanation), (_key, value: unknown) => {
    if (!isWhere(value)) return value;
    const at = placeOf(value);
    return at === undefined ? value : { ...value, at };
  });
}

function isWhere(value: unknown): value is Where {
  return typeof value === 'object' && value !== null && 'document' in value && 'path' in value;
}

async function refused(problems: readonly Diagnostic[], given: Given, context: Context): Promise<Exit> {
  if (flagText(given, 'format') === 'json') {
    context.stdout.write(formatJson({ diagnostics: await wordedDiagnostics(problems, context) }));
  }
  await report(problems, given, context);
  return exit.refused;
}
