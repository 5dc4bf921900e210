import { formatJson } from '../../papers/formats/json.js';
import { answered, refusedBy } from '../answers.js';
import { argument, type Command, flagSet, flagText } from '../command.js';
import { exit } from '../exit.js';
import { formatFlag } from '../flags.js';
import { stepsGiven, verbFlags, verbGiven, withLedger } from '../ledger.js';
import { lookOf } from '../report.js';
import { aboutCard } from '../titles.js';

export const move: Command = {
  about: {
    zh: '改期：把点位移到另一天或另一个时间，可以一次移几个、互换。按原来的刊例和报价日重新计价，价格变了要重新批准。',
    en: 'Moves spots to another date or time, several at once, so that two can change places. The package is priced again by its card and as of its own day; where the price changes, it must be approved again.',
  },
  arguments: [
    {
      name: '<booking>',
      text: { zh: '订单号，如 inke-0001', en: 'number of the booking, such as inke-0001' },
    },
  ],
  flags: [
    {
      flags: '--spot <line:date>',
      text: {
        zh: '哪个点位，如 3:2016-11-05（可重复）',
        en: 'which spot, such as 3:2016-11-05 (may be repeated)',
      },
      repeatable: true,
    },
    {
      flags: '--to <date>',
      text: {
        zh: '移到哪天，可带时间：“2016-11-08 20:00-21:00”（与 --spot 一一对应）',
        en: 'where to, perhaps with a time: "2016-11-08 20:00-21:00" (one for each --spot)',
      },
      repeatable: true,
    },
    {
      flags: '--dry-run',
      text: {
        zh: '只看能不能移、价格怎么变、要谁批',
        en: 'show whether it can be, what it would cost and who must approve; change nothing',
      },
    },
    ...verbFlags,
    formatFlag(['text', 'json'], 'text'),
  ],
  examples: [
    {
      line: 'kanli move inke-0001 --spot 3:2016-11-05 --to 2016-11-08 --dry-run',
      text: { zh: '先看看', en: 'look first' },
    },
    {
      line: 'kanli move inke-0001 --spot 3:2016-11-05 --to 2016-11-08 --spot 4:2016-11-08 --to 2016-11-05',
      text: { zh: '两个点位互换', en: 'two spots change places' },
    },
  ],
  run: async (given, context) => {
    const verb = verbGiven(given, context);
    const steps = stepsGiven(given, context);
    if (verb === undefined || steps === undefined) return exit.usage;
    const number = argument(given, 0) ?? '';
    return withLedger(given, context, 'use', async (ledger) => {
      const answer = await ledger.move(number, { ...verb, steps, dryRun: flagSet(given, 'dryRun') });
      const [booking] = (await ledger.bookings({ number, now: verb.now })).bookings;
      if (!answer.ok) {
        const card = booking === undefined ? undefined : await ledger.card(booking.card.digest);
        const about = card === undefined ? undefined : aboutCard(card, 'move', context);
        return refusedBy(answer, given, context, about);
      }
      const { value } = answer;
      if (!('dryRun' in value)) return answered({ ...answer, value }, given, context, ledger, verb);
      if (flagText(given, 'format') === 'json') {
        context.stdout.write(formatJson(value));
        return exit.done;
      }
      const { drawRelocation } = await import('../../render/relocation.js');
      const look = lookOf(context.stdout, given, context);
      context.stdout.write(drawRelocation(value, { ...look, currency: booking?.currency ?? '' }));
      return exit.done;
    });
  },
};
