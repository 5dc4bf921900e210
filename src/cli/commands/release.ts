import { answered } from '../answers.js';
import { argument, type Command } from '../command.js';
import { exit } from '../exit.js';
import { formatFlag } from '../flags.js';
import { verbFlags, verbGiven, withLedger } from '../ledger.js';

export const release: Command = {
  about: {
    zh: '释放一个预留，点位马上空出来。',
    en: 'Gives back what is held; its spots are free at once.',
  },
  arguments: [
    {
      name: '<booking>',
      text: { zh: '订单号，如 inke-0001', en: 'number of the booking, such as inke-0001' },
    },
  ],
  flags: [...verbFlags, formatFlag(['text', 'json'], 'text')],
  examples: [
    { line: 'kanli release inke-0001', text: { zh: '不要了', en: 'give it back' } },
    {
      line: 'kanli release inke-0001 --if-revision 1',
      text: { zh: '有人先改过就不做', en: 'not if somebody was faster' },
    },
  ],
  run: async (given, context) => {
    const verb = verbGiven(given, context);
    if (verb === undefined) return exit.usage;
    return withLedger(given, context, 'use', async (ledger) =>
      answered(await ledger.release(argument(given, 0) ?? '', verb), given, context, ledger, verb),
    );
  },
};
