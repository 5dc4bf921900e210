import { parseDay } from '../../calendar/date.js';
import type { CardSearch } from '../../card/search.js';
import { searchCard } from '../../card/search.js';
import { sections } from '../../documents/words.js';
import { cliWords } from '../../lang/cli.js';
import { fill } from '../../lang/text.js';
import { readDecimal } from '../../money/decimal.js';
import { formatJson } from '../../papers/formats/json.js';
import { argument, argumentList, type Command, flagText, type Given } from '../command.js';
import type { Context } from '../context.js';
import { exit } from '../exit.js';
import { cardFlags, formatFlag, outputFlags } from '../flags.js';
import { cardArgument } from '../inputs.js';
import { deliver } from '../output.js';
import { lookOf, report } from '../report.js';

export const show: Command = {
  about: {
    zh: '把刊例列成表。后面写几个词就只看匹配的资源：编号、标题、英文标题、标签都能搜。',
    en: 'Lists a rate card. Words after it narrow the items: id, title and tags are searched, in either language.',
  },
  arguments: [
    {
      name: '<card>',
      text: { zh: '刊例文件，或工作区里刊例的编号', en: 'a card file, or the id of a card in the workspace' },
    },
    { name: '[words...]', text: { zh: '要搜的词，全部要匹配', en: 'words to search for; all must match' } },
  ],
  flags: [
    { flags: '--section <section>', text: { zh: '只看某一类', en: 'one section only' }, choices: sections },
    { flags: '--tier <tier>', text: { zh: '只看某一级，如 S', en: 'one tier only, such as S' } },
    {
      flags: '--date <date>',
      text: {
        zh: '某一天能卖的，并列出当天的加收',
        en: 'what sells on a day, with the surcharges of that day',
      },
    },
    { flags: '--min-price <amount>', text: { zh: '单价不低于，如 10万', en: 'unit price at least' } },
    { flags: '--max-price <amount>', text: { zh: '单价不高于，如 50万', en: 'unit price at most' } },
    ...cardFlags.slice(1),
    formatFlag(['table', 'json'], 'table'),
    ...outputFlags,
  ],
  examples: [
    { line: 'kanli show ratecards/inke-double11.yaml', text: { zh: '整份刊例', en: 'the whole card' } },
    {
      line: 'kanli show inke-double11-2016 --section celebrities --date 2016-11-11 --max-price 50万',
      text: { zh: '11 日能卖的、50 万以内的明星', en: 'stars up to 500,000 on the 11th' },
    },
  ],
  run: async (given, context) => {
    const search = searchOf(given, context);
    if (search === undefined) return exit.usage;
    const found = cardArgument(argument(given, 0) ?? '', given, context);
    if (!found.ok) {
      await report(found.problems, given, context);
      return exit.refused;
    }
    await report(found.value.problems, given, context);
    const { document, digest } = found.value.card;
    if (flagText(given, 'format') === 'json') {
      const items = searchCard(document, search);
      return deliver(
        formatJson({ rateCard: { id: document.id, version: document.version, digest }, items }),
        given,
        context,
      );
    }
    const { drawCard } = await import('../../render/card.js');
    return deliver(drawCard(document, { ...lookOf(context.stdout, given, context), search }), given, context);
  },
};

/** What the flags ask for; undefined, and said, when one of them cannot be read. */
function searchOf(given: Given, { stderr, language }: Context): CardSearch | undefined {
  const date = flagText(given, 'date');
  if (date !== undefined && parseDay(date) === undefined) {
    stderr.write(`${fill(cliWords.badDate, language, { flag: '--date', written: date })}\n`);
    return undefined;
  }
  const bounds: (string | undefined)[] = [];
  for (const [name, flag] of [
    ['minPrice', '--min-price'],
    ['maxPrice', '--max-price'],
  ] as const) {
    const written = flagText(given, name);
    const read = written === undefined ? undefined : readDecimal(written);
    if (read !== undefined && 'fault' in read) {
      stderr.write(`${fill(cliWords.badAmount, language, { flag, written: written ?? '' })}\n`);
      return undefined;
    }
    bounds.push(read?.text);
  }
  const section = sections.find((known) => known === flagText(given, 'section'));
  const [least, most] = bounds;
  return { section, tier: flagText(given, 'tier'), date, least, most, words: argumentList(given, 1) };
}
