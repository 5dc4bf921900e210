import { answered } from '../answers.js';
import { argument, type Command } from '../command.js';
import { exit } from '../exit.js';
import { formatFlag } from '../flags.js';
import { verbFlags, verbGiven, withLedger } from '../ledger.js';

export const confirm: Command = {
  about: {
    zh: '确认一个预留，成为订单：没有过期，该批的已经批了。',
    en: 'Books what is held: the hold has not run out, and whoever must approve has.',
  },
  arguments: [
    {
      name: '<booking>',
      text: { zh: '订单号，如 inke-0001', en: 'number of the booking, such as inke-0001' },
    },
  ],
  flags: [...verbFlags, formatFlag(['text', 'json'], 'text')],
  examples: [
    { line: 'kanli confirm inke-0001', text: { zh: '确认', en: 'book it' } },
    {
      line: 'kanli confirm inke-0001 --if-revision 1',
      text: { zh: '有人先改过就不做', en: 'not if somebody was faster' },
    },
  ],
  run: async (given, context) => {
    const verb = verbGiven(given, context);
    if (verb === undefined) return exit.usage;
    return withLedger(given, context, 'use', async (ledger) =>
      answered(await ledger.confirm(argument(given, 0) ?? '', verb), given, context, ledger, verb),
    );
  },
};
