import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { cliWords } from '../../lang/cli.js';
import { fill } from '../../lang/text.js';
import { paperFormats } from '../../papers/formats/all.js';
import { type Command, flagSet, flagText } from '../command.js';
import { calledAs } from '../context.js';
import { type Exit, exit } from '../exit.js';
import { workspaceOf } from '../inputs.js';
import { save } from '../output.js';
import { paperLanguage } from '../papers.js';
import { trustedQuote } from '../pricing.js';
import { lookOf, report } from '../report.js';

const outputs = [
  'ratecard.yaml',
  'quote.json',
  'contract.json',
  'contract.csv',
  'schedule.csv',
  'schedule-grid.csv',
] as const;

export const demo: Command = {
  about: {
    zh: '演示：一个付款方、96 个品牌的双11 大单。算出报价，并写出报价单、合同和排期表。品牌和价格全部虚构。',
    en: 'The Double 11 deal: one payer, 96 brands. Prices it and writes quote, contract and schedule. Brands and prices are invented.',
  },
  arguments: [],
  flags: [
    { flags: '--out <folder>', text: { zh: '写到哪个文件夹', en: 'folder to write into' }, default: 'out' },
    { flags: '-f, --force', text: { zh: '覆盖已有文件', en: 'replace existing files' } },
  ],
  examples: [
    { line: 'kanli demo --out out', text: { zh: '看一遍，文件写到 out/', en: 'see it all, files in out/' } },
  ],
  anyWorkspace: true,
  run: async (given, context) => {
    const { language, home } = context;
    const folder = resolve(context.folder, flagText(given, 'out') ?? 'out');
    const shown = relative(context.folder, folder) || '.';
    const force = flagSet(given, 'force');
    const existing = outputs.filter((name) => existsSync(join(folder, name)));
    if (existing.length > 0 && !force) {
      const files = existing.map((name) => join(shown, name));
      context.stderr.write(`${fill(cliWords.initExists, language, { files })}\n`);
      return exit.usage;
    }
    const deal = join(home, 'examples/tmall-double11/package.yaml');
    const card = join(home, 'ratecards/inke-double11.yaml');
    const trusted = await trustedQuote(deal, { args: [], flags: { card } }, context);
    await report(trusted.problems, given, context);
    if (!trusted.ok) return exit.refused;
    const { quote } = trusted;
    const { settings } = workspaceOf(context);
    const { seller } = settings;
    const papers = {
      language: paperLanguage(context, settings),
      ...(seller === undefined ? {} : { seller }),
    };
    const { buildContract } = await import('../../papers/contract.js');
    const { buildSchedule } = await import('../../papers/schedule.js');
    const { drawQuote } = await import('../../render/quote.js');
    const contract = buildContract(quote, papers);
    const schedule = buildSchedule(quote, papers);
    context.stdout.write(`${fill(cliWords.demoFictional, language)}\n\n`);
    context.stdout.write(
      drawQuote(quote, {
        ...lookOf(context.stdout, given, context),
        card: trusted.card?.card.document,
        detail: false,
      }),
    );
    mkdirSync(folder, { recursive: true });
    context.stderr.write('\n');
    const { quote: quotes, contract: contracts, schedule: schedules } = paperFormats;
    const files: Readonly<Record<(typeof outputs)[number], string>> = {
      'ratecard.yaml': readFileSync(card, 'utf8'),
      'quote.json': (await quotes.json())(quote),
      'contract.json': (await contracts.json())(contract),
      'contract.csv': (await contracts.csv())(contract),
      'schedule.csv': (await schedules.csv())(schedule),
      'schedule-grid.csv': (await schedules.grid())(schedule),
    };
    let status: Exit = exit.done;
    for (const [name, content] of Object.entries(files)) {
      const written = await save(join(shown, name), content, { force }, context);
      if (written !== exit.done) status = written;
    }
    const [quoteFile, contractFile, cardFile] = ['quote.json', 'contract.json', 'ratecard.yaml'].map((name) =>
      join(shown, name),
    );
    const next = [
      `quote ${quoteFile} --detail --card ${cardFile}`,
      `explain ${quoteFile} 4 --card ${cardFile}`,
      `verify ${quoteFile} ${contractFile} --card ${cardFile}`,
      `schedule ${quoteFile} --grid --card ${cardFile}`,
      `show ${cardFile} 红包`,
      'init desk',
    ];
    context.stderr.write(
      `\n${fill(cliWords.demoNext, language)}\n${next.map((line) => `  ${calledAs(context)} ${line}\n`).join('')}`,
    );
    return status;
  },
};
