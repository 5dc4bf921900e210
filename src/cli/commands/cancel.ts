import { cliWords } from '../../lang/cli.js';
import { formatJson } from '../../papers/formats/json.js';
import { answered, refusedBy } from '../answers.js';
import { argument, type Command, flagSet, flagText } from '../command.js';
import { exit } from '../exit.js';
import { formatFlag } from '../flags.js';
import { verbFlags, verbGiven, wholeNumber, withLedger, wrong } from '../ledger.js';
import { lookOf } from '../report.js';

export const cancel: Command = {
  about: {
    zh: '取消已确认的订单，或其中几行：点位空出来，按条款逐个点位计取消费，其余价格不变。',
    en: 'Cancels a booking, or some of its lines: their spots are free again, each owes the fee of the terms, and the rest keeps its prices.',
  },
  arguments: [
    {
      name: '<booking>',
      text: { zh: '订单号，如 inke-0001', en: 'number of the booking, such as inke-0001' },
    },
  ],
  flags: [
    {
      flags: '--line <n>',
      text: { zh: '只取消这一行（可重复）', en: 'this line only (may be repeated)' },
      repeatable: true,
    },
    { flags: '--brand <brand>', text: { zh: '只取消这个品牌的行', en: 'the lines of this brand only' } },
    {
      flags: '--dry-run',
      text: { zh: '只看要付多少，不取消', en: 'show what it would cost; change nothing' },
    },
    ...verbFlags,
    formatFlag(['text', 'json'], 'text'),
  ],
  examples: [
    {
      line: 'kanli cancel inke-0001 --brand 花汀雪 --dry-run',
      text: { zh: '先看一个品牌退出要付多少', en: 'what it costs that one brand leaves' },
    },
    { line: 'kanli cancel inke-0001 --line 3 --line 4', text: { zh: '取消两行', en: 'cancel two lines' } },
  ],
  run: async (given, context) => {
    const verb = verbGiven(given, context);
    if (verb === undefined) return exit.usage;
    const written = given.flags.line as readonly string[] | undefined;
    const brand = flagText(given, 'brand');
    if (written !== undefined && brand !== undefined)
      return wrong(cliWords.eitherOr, '--line', '--brand', context);
    const lines: number[] = [];
    for (const text of written ?? []) {
      const line = wholeNumber(text);
      if (line === undefined) return wrong(cliWords.badNumber, '--line', text, context);
      lines.push(line);
    }
    const number = argument(given, 0) ?? '';
    return withLedger(given, context, 'use', async (ledger) => {
      const dryRun = flagSet(given, 'dryRun');
      const answer = await ledger.cancel(number, {
        ...verb,
        lines: written === undefined ? undefined : lines,
        brand,
        dryRun,
      });
      if (!answer.ok) return refusedBy(answer, given, context);
      const { value } = answer;
      if (!('dryRun' in value)) return answered({ ...answer, value }, given, context, ledger, verb);
      if (flagText(given, 'format') === 'json') {
        context.stdout.write(formatJson(value));
        return exit.done;
      }
      const [booking] = (await ledger.bookings({ number, now: verb.now })).bookings;
      const { drawCancellation } = await import('../../render/cancellation.js');
      const { currency = '', spots = [] } = booking ?? {};
      const look = lookOf(context.stdout, given, context);
      context.stdout.write(drawCancellation(value, { ...look, currency, spots }));
      return exit.done;
    });
  },
};
