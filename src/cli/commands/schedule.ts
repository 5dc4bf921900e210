import { paperFormats } from '../../papers/formats/all.js';
import { type Command, flagSet, flagText } from '../command.js';
import { exit } from '../exit.js';
import { asOfFlag, cardFlags, formatFlag, noBomFlag, outputFlags } from '../flags.js';
import { badAsOf } from '../inputs.js';
import { dbFlag, nowFlag, nowGiven } from '../ledger.js';
import { deliver } from '../output.js';
import { chosenFormat, paperSource, withBom } from '../papers.js';
import { lookOf } from '../report.js';

export const schedule: Command = {
  about: {
    zh: '由订单或报价单写出排期表：每个点位一行；--grid 为每天一列。',
    en: 'Writes the schedule of a booking or a quote: one row a spot; with --grid one column a day.',
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
    formatFlag(['csv', 'json'], 'csv'),
    {
      flags: '--grid',
      text: {
        zh: '每天一列；在终端里直接画出来',
        en: 'one column a day; drawn when the output is a terminal',
      },
    },
    dbFlag,
    nowFlag,
    noBomFlag,
    ...outputFlags,
  ],
  examples: [
    {
      line: 'kanli schedule inke-0001 -o schedule.csv',
      text: { zh: '订单的排期表，改过就是新的一版', en: 'of a booking, as it stands' },
    },
    {
      line: 'kanli schedule quote.json -o schedule.csv',
      text: { zh: '写出排期表，用 Excel 打开', en: 'write the schedule, for Excel' },
    },
    {
      line: 'kanli schedule quote.json --grid',
      text: { zh: '在终端里看日历', en: 'see the calendar in the terminal' },
    },
  ],
  run: async (given, context) => {
    if (badAsOf(given, context) || nowGiven(given, context) === 'wrong') return exit.usage;
    const source = await paperSource(given, context);
    if (source === undefined) return exit.refused;
    const { quote, booking, language } = source;
    const { buildSchedule } = await import('../../papers/schedule.js');
    const { gridOf } = await import('../../papers/formats/scheduleGrid.js');
    const made = buildSchedule(quote, { language, booking });
    const onTerminal = flagText(given, 'output') === undefined && context.stdout.isTerminal;
    if (flagSet(given, 'grid') && onTerminal) {
      const { drawGrid } = await import('../../render/schedule.js');
      return deliver(drawGrid(gridOf(made), lookOf(context.stdout, given, context)), given, context);
    }
    const { grid, csv } = paperFormats.schedule;
    const asked = flagSet(given, 'grid') ? await grid() : await chosenFormat(paperFormats.schedule, given);
    const format = asked ?? (await csv());
    return deliver(format(made, { language, bom: withBom(given) }), given, context);
  },
};
