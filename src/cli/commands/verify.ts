import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { isError, problem } from '../../diagnostics/problem.js';
import { cliWords } from '../../lang/cli.js';
import { fill } from '../../lang/text.js';
import { formatJson } from '../../papers/formats/json.js';
import { differences, verifyQuote } from '../../pricing/verify.js';
import { cardProblems } from '../../workspace/desk.js';
import { argumentList, type Command, flagText, type Given } from '../command.js';
import type { Context } from '../context.js';
import { exit } from '../exit.js';
import { cardFlags, formatFlag } from '../flags.js';
import { cardForQuote, type QuoteInput, readDeal } from '../inputs.js';
import { report, wordedDiagnostics } from '../report.js';

export const verify: Command = {
  about: {
    zh: '用报价单或合同里固定下来的方案和刊例重新算一遍，逐字节比较，任何不同都指出来。',
    en: 'Re-derives a quote or a contract from the package and the card it is pinned to, byte for byte; every difference is named.',
  },
  arguments: [{ name: '<files...>', text: { zh: '报价单或合同（JSON）', en: 'quotes or contracts (JSON)' } }],
  flags: [...cardFlags, formatFlag(['text', 'json'], 'text')],
  examples: [
    {
      line: 'kanli verify quote.json --card card.yaml',
      text: { zh: '核对一份报价单', en: 'verify a quote' },
    },
    { line: 'kanli verify out/*.json', text: { zh: '核对一批文件', en: 'verify many files' } },
  ],
  run: async (given, context) => {
    const results: { file: string; ok: boolean; diagnostics: readonly Diagnostic[] }[] = [];
    for (const file of argumentList(given, 0)) {
      const diagnostics = await verified(file, given, context);
      results.push({ file, ok: !diagnostics.some(isError), diagnostics });
    }
    if (flagText(given, 'format') === 'json') {
      const files: object[] = [];
      for (const { diagnostics, ...rest } of results) {
        files.push({ ...rest, diagnostics: await wordedDiagnostics(diagnostics, context) });
      }
      context.stdout.write(formatJson({ files }));
    }
    for (const { file, ok, diagnostics } of results) {
      await report(diagnostics, given, context);
      const word = ok ? cliWords.verified : cliWords.notVerified;
      if (flagText(given, 'format') !== 'json')
        context.stdout.write(`${fill(word, context.language, { file })}\n`);
    }
    return results.every(({ ok }) => ok) ? exit.done : exit.refused;
  },
};

async function verified(file: string, given: Given, context: Context): Promise<readonly Diagnostic[]> {
  const read = await readDeal(file, given, context);
  if (!read.ok) return read.problems;
  if (read.value.kind === 'package') {
    return [read.value.place(problem('wrong-kind', ['kind'], { expected: 'Quote', found: 'Package' }))];
  }
  const input = read.value;
  const found = await cardForQuote(input.quote, given, context);
  if (!found.ok) return cardProblems(found, input.place);
  const derived = verifyQuote(input.quote, found.value.card);
  // A paper is only rebuilt from a quote that holds: nothing else in it needs to make sense.
  return derived.ok ? paperProblems(input) : derived.problems.map(input.place);
}

/** A contract is rebuilt from the quote it embeds. */
async function paperProblems({ paper, place }: QuoteInput): Promise<Diagnostic[]> {
  if (paper === undefined) return [];
  const { readContract } = await import('../../documents/written.js');
  const { rebuildContract } = await import('../../papers/contract.js');
  const read = readContract(paper);
  if (!read.ok) return read.problems.map(place);
  return differences(paper, rebuildContract(read.value), 'paper-differs').map(place);
}
