import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Draft, Quote } from '../../documents/quote.js';
import type { RateCardDocument } from '../../documents/ratecard.js';
import { paperFormats } from '../../papers/formats/all.js';
import { formatJson } from '../../papers/formats/json.js';
import { argument, type Command, flagSet, flagText, type Given } from '../command.js';
import type { Context } from '../context.js';
import { type Exit, exit } from '../exit.js';
import { asOfFlag, cardFlags, formatFlag, noBomFlag, outputFlags } from '../flags.js';
import { badAsOf, readDeal, workspaceOf } from '../inputs.js';
import { deliver } from '../output.js';
import { chosenFormat, paperLanguage, withBom } from '../papers.js';
import { pricePackage, trusted } from '../pricing.js';
import { lookOf, report, wordedDiagnostics } from '../report.js';

const formats = ['table', ...Object.keys(paperFormats.quote)];

export const quote: Command = {
  about: {
    zh: '按刊例为方案报价：全部步骤、指标、审批和付款安排。不合规的方案会被拒绝，并告诉你差多少。',
    en: 'Prices a package by its rate card: every step, the figures, approval and instalments. A package that breaks a rule is refused, and you see how far off it is.',
  },
  arguments: [
    {
      name: '<package>',
      text: {
        zh: '方案文件（YAML 或 JSON，- 为标准输入）',
        en: 'package file (YAML or JSON, - is standard input)',
      },
    },
  ],
  flags: [
    ...cardFlags,
    asOfFlag,
    formatFlag(formats, 'table'),
    { flags: '--detail', text: { zh: '列出每一行，再多也列', en: 'list every line, however many' } },
    noBomFlag,
    ...outputFlags,
  ],
  examples: [
    {
      line: 'kanli quote examples/tmall-double11/package.yaml',
      text: { zh: '在终端里看报价', en: 'see the quote in the terminal' },
    },
    {
      line: 'kanli quote package.yaml --card card.yaml --format json -o quote.json',
      text: { zh: '存成可核对的报价单', en: 'save a quote that can be verified' },
    },
    {
      line: 'kanli quote package.yaml --as-of 2016-10-26 --format csv -o quote.csv',
      text: { zh: '按某一天报价，用 Excel 打开', en: 'judge on a given day, open in Excel' },
    },
  ],
  run: async (given, context) => {
    if (badAsOf(given, context)) return exit.usage;
    const read = await readDeal(argument(given, 0) ?? '-', given, context);
    if (!read.ok) return refused(read.problems, undefined, given, context);
    if (read.value.kind === 'quote') {
      const known = await trusted(read.value, given, context);
      if (!known.ok) return refused(known.problems, undefined, given, context);
      return shown(known.quote, known.card?.card.document, known.problems, given, context);
    }
    const priced = pricePackage(read.value, given, context);
    if (!priced.ok) return refused(priced.problems, undefined, given, context);
    const { problems, priced: result } = priced.value;
    const card = priced.value.card.card.document;
    if (!result.ok) return refused(problems, result.draft, given, context, card);
    return shown(result.value, card, problems, given, context);
  },
};

async function shown(
  made: Quote,
  card: RateCardDocument | undefined,
  found: readonly Diagnostic[],
  given: Given,
  context: Context,
): Promise<Exit> {
  await report(found, given, context);
  return deliver(await written(made, card, given, context), given, context);
}

async function written(
  made: Quote | Draft,
  card: RateCardDocument | undefined,
  given: Given,
  context: Context,
): Promise<string> {
  const format = await chosenFormat(paperFormats.quote, given);
  if (format !== undefined) {
    const language = paperLanguage(context, workspaceOf(context).settings);
    return format(made, { language, bom: withBom(given) });
  }
  const { drawQuote } = await import('../../render/quote.js');
  const look = lookOf(context.stdout, given, context);
  return drawQuote(made, { ...look, card, detail: flagSet(given, 'detail') });
}

/** No quote, but as much of the deal as could be worked out: in the format asked for, and the reasons. */
async function refused(
  problems: readonly Diagnostic[],
  draft: Draft | undefined,
  given: Given,
  context: Context,
  card?: RateCardDocument,
): Promise<Exit> {
  const format = flagText(given, 'format');
  if (format === 'json') {
    const answer = {
      refused: true,
      ...(draft === undefined ? {} : { draft }),
      diagnostics: await wordedDiagnostics(problems, context),
    };
    const status = await deliver(formatJson(answer), given, context);
    // In a file the reasons are out of sight.
    if (flagText(given, 'output') !== undefined) await report(problems, given, context);
    return status === exit.done ? exit.refused : status;
  }
  const status =
    draft === undefined
      ? exit.done
      : await deliver(await written(draft, card, given, context), given, context);
  await report(problems, given, context);
  return status === exit.done ? exit.refused : status;
}
