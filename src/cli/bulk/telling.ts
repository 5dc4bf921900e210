import type { Order, Result } from '../../bulk/bulk.js';
import type { Refusal } from '../../bulk/priceBlock.js';
import { rollUpsDocument } from '../../bulk/rollUps.js';
import type { Setup } from '../../bulk/setup.js';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import { type Problem, problem } from '../../diagnostics/problem.js';
import type { Manifest } from '../../documents/manifest.js';
import { bulkWords as words } from '../../lang/bulk.js';
import { cliWords } from '../../lang/cli.js';
import { wordProblem } from '../../lang/problems.js';
import { fill, type Text } from '../../lang/text.js';
import { flagText, type Given } from '../command.js';
import type { Context } from '../context.js';
import { type Exit, exit } from '../exit.js';
import { fromHere } from '../inputs.js';
import { lookOf, report } from '../report.js';

type Values = Readonly<Record<string, string | number>>;

export function say(text: Text, values: Values, { stderr, language }: Context): void {
  stderr.write(`${fill(text, language, values)}\n`);
}

export function wrongUse(text: Text, values: Values, context: Context): Exit {
  say(text, values, context);
  return exit.usage;
}

/** Says how a run ended; the status says it once more. */
export async function told(result: Result, order: Order, given: Given, context: Context): Promise<Exit> {
  switch (result.kind) {
    case 'exists':
      return wrongUse(cliWords.exists, { file: fromHere(result.file, context).name }, context);
    case 'unfinished':
      return wrongUse(words.unfinished, { file: fromHere(result.file, context).name }, context);
    case 'differs':
      await report([diagnostic(problem('resume-differs', [], { what: result.what }))], given, context);
      return exit.usage;
    case 'complete':
      say(words.complete, { file: flagText(given, 'output') ?? '' }, context);
      return result.manifest.counts.refused > 0 ? exit.refused : exit.done;
    case 'heading':
      await report(headingDiagnostics(result.problems, order.setup), given, context);
      return exit.refused;
    default:
      return ended(result, order, given, context);
  }
}

async function ended(
  { ending, tally, rollUps, twice }: Extract<Result, { kind: 'ended' }>,
  { target, setup }: Order,
  given: Given,
  context: Context,
): Promise<Exit> {
  const file = flagText(given, 'output') ?? '';
  const { priced, refused } = tally;
  if (twice > 0) await report([diagnostic(problem('name-twice', [], { count: twice }))], given, context);
  if (setup.content === 'summary' && ending === 'done')
    await showCampaign(rollUpsDocument(rollUps), target !== undefined, given, context);
  say(words.done, { priced, refused }, context);
  if (ending === 'interrupted') {
    say(
      target === undefined ? words.interruptedStream : words.interrupted,
      { file: `${file}.part` },
      context,
    );
    return exit.interrupted;
  }
  if (ending === 'stopped') {
    say(target === undefined ? words.stoppedStream : words.stopped, { refused }, context);
    return exit.refused;
  }
  if (target !== undefined) say(cliWords.written, { file }, context);
  return refused > 0 ? exit.refused : exit.done;
}

/** The campaign goes to standard output, unless the rows have gone there. */
export async function showCampaign(
  rollUps: NonNullable<Manifest['rollUps']>,
  free: boolean,
  given: Given,
  context: Context,
): Promise<void> {
  const { drawCampaign } = await import('../../render/campaign.js');
  const out = free ? context.stdout : context.stderr;
  out.write(drawCampaign(rollUps, lookOf(out, given, context)));
}

/** A refusal as a line of the errors file. */
export function errorLine({ diagnostics, ...refusal }: Refusal, language: Setup['language']): string {
  const { more, ...place } = refusal;
  const worded = diagnostics.map((entry) => ({ ...entry, ...wordProblem(entry, language) }));
  return `${JSON.stringify({ ...place, diagnostics: worded, ...(more === undefined ? {} : { more }) })}\n`;
}

/** One line a problem: a row of requests is too long to be shown. */
export function refusalText(refusals: readonly Refusal[], { language }: Context): string {
  const lines = refusals.flatMap(({ line, package: name, diagnostics, more }) => [
    ...diagnostics.map((entry) => {
      const { message, hint } = wordProblem(entry, language);
      const reason = hint === undefined ? message : `${message}${language === 'zh' ? '；' : '; '}${hint}`;
      const at = `${entry.file ?? ''}:${entry.line ?? line}`;
      return `${at}${name === undefined ? '' : ` ${name}`} ${reason} [${entry.code}]\n`;
    }),
    ...(more === undefined ? [] : [`${fill(words.more, language, { more })}\n`]),
  ]);
  return lines.join('').replace(/(?!\n)\p{Cc}/gu, ' ');
}

function headingDiagnostics(problems: readonly Problem[], { requests }: Setup) {
  return problems.map((found) => ({ ...diagnostic(found), file: requests.name, line: 1, column: 1 }));
}
