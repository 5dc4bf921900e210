import { parseDay } from '../../calendar/date.js';
import { cliWords } from '../../lang/cli.js';
import { fill } from '../../lang/text.js';
import { paperFormats } from '../../papers/formats/all.js';
import { type Command, flagText } from '../command.js';
import { exit } from '../exit.js';
import { asOfFlag, cardFlags, formatFlag, noBomFlag, outputFlags } from '../flags.js';
import { badAsOf } from '../inputs.js';
import { dbFlag, nowFlag, nowGiven } from '../ledger.js';
import { deliver } from '../output.js';
import { chosenFormat, paperSource, withBom } from '../papers.js';
import { report } from '../report.js';

export const contract: Command = {
  about: {
    zh: '由订单写出合同，或由报价单写出草案：双方、明细、合计与大写、税、付款安排、取消与逾期、内容与观众权益条款、摘要。文字语言由 --lang 或 kanli.yaml 决定，默认中文。',
    en: 'Writes the contract of a booking, or a draft from a quote: parties, lines, totals and capitals, tax, instalments, cancellation, late fee, content and viewer clauses, digests. Its language is --lang or that of kanli.yaml, else Chinese.',
  },
  arguments: [
    {
      name: '<deal>',
      text: {
        zh: '订单号，或报价单（或先报价的方案）',
        en: 'number of a booking, or a quote (or a package, priced first)',
      },
    },
  ],
  flags: [
    ...cardFlags,
    asOfFlag,
    {
      flags: '--signing <date>',
      text: { zh: '签约日期，用来算出付款日', en: 'date of signing, to date the instalments' },
    },
    formatFlag(Object.keys(paperFormats.contract), 'json'),
    dbFlag,
    nowFlag,
    noBomFlag,
    ...outputFlags,
  ],
  examples: [
    {
      line: 'kanli contract inke-0001 -o contract.json',
      text: { zh: '订单的合同，改过就是新的一版', en: 'of a booking, as it stands' },
    },
    {
      line: 'kanli contract quote.json -o contract.json',
      text: { zh: '写出合同', en: 'write the contract' },
    },
    {
      line: 'kanli contract quote.json --format csv --lang en -o contract.csv',
      text: { zh: '英文合同，用 Excel 打开', en: 'the contract in English, for Excel' },
    },
  ],
  run: async (given, context) => {
    if (badAsOf(given, context) || nowGiven(given, context) === 'wrong') return exit.usage;
    const signing = flagText(given, 'signing');
    if (signing !== undefined && parseDay(signing) === undefined) {
      context.stderr.write(
        `${fill(cliWords.badDate, context.language, { flag: '--signing', written: signing })}\n`,
      );
      return exit.usage;
    }
    const source = await paperSource(given, context);
    if (source === undefined) return exit.refused;
    const { quote, booking, settings, language } = source;
    const { seller } = settings;
    const { buildContract } = await import('../../papers/contract.js');
    const made = buildContract(quote, {
      language,
      ...(seller === undefined ? {} : { seller }),
      ...(signing === undefined ? {} : { signing }),
      booking,
    });
    await report(made.diagnostics, given, context);
    const format = (await chosenFormat(paperFormats.contract, given)) ?? (await paperFormats.contract.json());
    return deliver(format(made, { language, bom: withBom(given) }), given, context);
  },
};
