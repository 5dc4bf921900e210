import { cliWords } from '../../lang/cli.js';
import { answered } from '../answers.js';
import { argument, type Command, flagText } from '../command.js';
import { exit } from '../exit.js';
import { formatFlag } from '../flags.js';
import { verbFlags, verbGiven, withLedger, wrong } from '../ledger.js';

export const approve: Command = {
  about: {
    zh: '记下谁批准了这份报价：级别要够，绑定报价的摘要，内容一改就不作数。',
    en: 'Notes who approved a quote: by a role of the required band or above, bound to the digest of the quote, void for any other.',
  },
  arguments: [
    {
      name: '<booking>',
      text: { zh: '订单号，如 inke-0001', en: 'number of the booking, such as inke-0001' },
    },
  ],
  flags: [
    {
      flags: '--role <role>',
      text: {
        zh: '以哪一级批准（刊例 approvals 里的 by）',
        en: "the role that approves (by, in the card's approvals)",
      },
    },
    {
      flags: '--digest <digest>',
      text: {
        zh: '批准改期后的报价：move --dry-run 给出的摘要',
        en: 'approve what a move would make: the digest that move --dry-run prints',
      },
    },
    ...verbFlags.map((flag) =>
      flag.flags.startsWith('--by') ? { ...flag, text: { zh: '谁批的', en: 'who approves' } } : flag,
    ),
    formatFlag(['text', 'json'], 'text'),
  ],
  examples: [
    {
      line: 'kanli approve inke-0001 --role director --by 王敏',
      text: { zh: '总监批准', en: 'the director approves' },
    },
  ],
  run: async (given, context) => {
    const verb = verbGiven(given, context);
    if (verb === undefined) return exit.usage;
    const role = flagText(given, 'role');
    const digest = flagText(given, 'digest');
    const { by } = verb;
    if (role === undefined) return wrong(cliWords.neededFlag, '--role', '', context);
    if (by === undefined) return wrong(cliWords.neededFlag, '--by', '', context);
    if (digest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(digest))
      return wrong(cliWords.badDigest, '--digest', digest, context);
    return withLedger(given, context, 'use', async (ledger) => {
      const answer = await ledger.approve(argument(given, 0) ?? '', { ...verb, by, role, digest });
      return answered(answer, given, context, ledger, verb);
    });
  },
};
