import { parseDay } from '../../calendar/date.js';
import type { RateCard } from '../../card/ratecard.js';
import { searchCard } from '../../card/search.js';
import type { AvailabilityDocument } from '../../documents/bookings.js';
import { sections } from '../../documents/words.js';
import { cliWords } from '../../lang/cli.js';
import { titleIn } from '../../lang/trade.js';
import { type CalendarFilter, emptyCalendar } from '../../ledger/calendar.js';
import { openLedger } from '../../ledger/ledger.js';
import { inventoryOn } from '../../ledger/occupancy.js';
import { formatJson } from '../../papers/formats/json.js';
import { argument, argumentList, type Command, flagSet, flagText, type Given } from '../command.js';
import type { Context } from '../context.js';
import { exit } from '../exit.js';
import { cardFlags, formatFlag, outputFlags } from '../flags.js';
import { cardArgument } from '../inputs.js';
import { dbFlag, ledgerPlace, nowFlag, nowGiven, told, wrong } from '../ledger.js';
import { deliver } from '../output.js';
import { lookOf, report } from '../report.js';

export const avail: Command = {
  about: {
    zh: '日历：每项资源每一天空着、预留、已订多少，上限多少。后面写几个词就只看匹配的资源。',
    en: 'A calendar of what is free, held and booked, by item and date, against capacity. Words after it narrow the items.',
  },
  arguments: [
    {
      name: '<card>',
      text: { zh: '刊例文件，或工作区里刊例的编号', en: 'a card file, or the id of a card in the workspace' },
    },
    { name: '[words...]', text: { zh: '要搜的词，全部要匹配', en: 'words to search for; all must match' } },
  ],
  flags: [
    {
      flags: '--from <date>',
      text: { zh: '从哪天（默认：刊例第一天）', en: "from this date (default: the card's first)" },
    },
    {
      flags: '--to <date>',
      text: { zh: '到哪天（默认：刊例最后一天）', en: "up to this date (default: the card's last)" },
    },
    { flags: '--section <section>', text: { zh: '只看某一类', en: 'one section only' }, choices: sections },
    { flags: '--tier <tier>', text: { zh: '只看某一级，如 S', en: 'one tier only, such as S' } },
    { flags: '--detail', text: { zh: '列出每一天的每个时段', en: 'list every stretch of every date' } },
    ...cardFlags.slice(1),
    dbFlag,
    nowFlag,
    formatFlag(['table', 'json'], 'table'),
    ...outputFlags,
  ],
  examples: [
    {
      line: 'kanli avail inke-double11-2016 --from 2016-11-09 --to 2016-11-11 --section celebrities',
      text: { zh: '双11 前后哪些明星还有档期', en: 'which stars are free around Double 11' },
    },
    {
      line: 'kanli avail inke-double11-2016 main-prime --detail',
      text: { zh: '一号房黄金档的每个时段', en: 'every stretch of the main hall in prime time' },
    },
  ],
  run: async (given, context) => {
    const now = nowGiven(given, context);
    if (now === 'wrong') return exit.usage;
    for (const flag of ['from', 'to'] as const) {
      const written = flagText(given, flag);
      if (written !== undefined && parseDay(written) === undefined)
        return wrong(cliWords.badDate, `--${flag}`, written, context);
    }
    const found = cardArgument(argument(given, 0) ?? '', given, context);
    if (!found.ok) {
      await report(found.problems, given, context);
      return exit.refused;
    }
    await report(found.value.problems, given, context);
    const { card } = found.value;
    const filter: CalendarFilter = {
      from: flagText(given, 'from'),
      to: flagText(given, 'to'),
      items: itemsAsked(card, given),
      now,
    };
    const document = await calendar(card, filter, given, context);
    if (document === undefined) return exit.refused;
    if (flagText(given, 'format') === 'json') return deliver(formatJson(document), given, context);
    const { drawAvailability } = await import('../../render/availability.js');
    const items = [...inventoryOn(card).values()].map(({ id, section, document: item }) => ({
      id,
      section,
      title: titleIn(item, context.language),
    }));
    const look = lookOf(context.stdout, given, context);
    const options = { ...look, zone: card.document.timezone, detail: flagSet(given, 'detail') };
    return deliver(drawAvailability(document, items, options), given, context);
  },
};

/** Without a ledger nothing is taken yet; a ledger that cannot be read is another matter. */
async function calendar(
  card: RateCard,
  filter: CalendarFilter,
  given: Given,
  context: Context,
): Promise<AvailabilityDocument | undefined> {
  const opened = await openLedger(ledgerPlace(given, context), { clock: context.now, purpose: 'look' });
  if (!opened.ok) {
    const none = opened.problems.every(({ code }) => code === 'ledger-not-found');
    if (none) return emptyCalendar(card, filter, context.now());
    await told(opened.problems, given, context);
    return undefined;
  }
  try {
    return await opened.value.availability(card, filter);
  } finally {
    await opened.value.close();
  }
}

function itemsAsked({ document }: RateCard, given: Given): string[] | undefined {
  const section = sections.find((known) => known === flagText(given, 'section'));
  const tier = flagText(given, 'tier');
  const words = argumentList(given, 1);
  if (section === undefined && tier === undefined && words.length === 0) return undefined;
  return searchCard(document, { section, tier, words }).map(({ id }) => id);
}
