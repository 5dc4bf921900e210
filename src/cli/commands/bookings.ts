import { parseDay } from '../../calendar/date.js';
import { nearest } from '../../diagnostics/nearest.js';
import { problem } from '../../diagnostics/problem.js';
import type { Bookings } from '../../documents/bookings.js';
import { type BookingState, bookingStates } from '../../documents/receipt.js';
import { cliWords } from '../../lang/cli.js';
import type { Ledger } from '../../ledger/ledger.js';
import { formatJson } from '../../papers/formats/json.js';
import { argument, type Command, flagText, type Given } from '../command.js';
import type { Context } from '../context.js';
import { type Exit, exit } from '../exit.js';
import { formatFlag, outputFlags } from '../flags.js';
import { dbFlag, nowFlag, nowGiven, told, withLedger, wrong } from '../ledger.js';
import { deliver } from '../output.js';
import { lookOf } from '../report.js';

export const bookings: Command = {
  about: {
    zh: '列出订单；给出订单号就看这一个的全部：点位、金额、取消费、批准和每一步历史。',
    en: 'Lists bookings; with a number one of them in full: spots, amounts, fees, approvals and every step of its history.',
  },
  arguments: [
    { name: '[booking]', text: { zh: '订单号，如 inke-0001', en: 'number of a booking, such as inke-0001' } },
  ],
  flags: [
    {
      flags: '--state <state>',
      text: { zh: '只看这种状态', en: 'in this state only' },
      choices: bookingStates,
    },
    { flags: '--client <name>', text: { zh: '只看这个客户', en: 'of this client only' } },
    { flags: '--brand <brand>', text: { zh: '有这个品牌的', en: 'with this brand' } },
    { flags: '--package <id>', text: { zh: '这个方案的', en: 'of this package' } },
    { flags: '--item <id>', text: { zh: '有这项资源的', en: 'with this item' } },
    { flags: '--platform <id>', text: { zh: '这个平台的', en: 'of this platform' } },
    { flags: '--from <date>', text: { zh: '从这天起有点位的', en: 'with a spot from this date on' } },
    { flags: '--to <date>', text: { zh: '到这天为止有点位的', en: 'with a spot up to this date' } },
    dbFlag,
    nowFlag,
    formatFlag(['table', 'json'], 'table'),
    ...outputFlags,
  ],
  examples: [
    {
      line: 'kanli bookings --state held',
      text: { zh: '还没确认的预留', en: 'holds that are not confirmed yet' },
    },
    { line: 'kanli bookings inke-0001', text: { zh: '一个订单的全部', en: 'one booking in full' } },
  ],
  run: async (given, context) => {
    const now = nowGiven(given, context);
    if (now === 'wrong') return exit.usage;
    for (const flag of ['from', 'to'] as const) {
      const written = flagText(given, flag);
      if (written !== undefined && parseDay(written) === undefined)
        return wrong(cliWords.badDate, `--${flag}`, written, context);
    }
    return withLedger(given, context, 'look', async (ledger) => {
      const number = argument(given, 0);
      const found = await ledger.bookings({
        number,
        state: flagText(given, 'state') as BookingState | undefined,
        client: flagText(given, 'client'),
        brand: flagText(given, 'brand'),
        package: flagText(given, 'package'),
        item: flagText(given, 'item'),
        platform: flagText(given, 'platform'),
        from: flagText(given, 'from'),
        to: flagText(given, 'to'),
        now,
      });
      if (number !== undefined && found.bookings.length === 0) return noSuch(number, ledger, given, context);
      if (flagText(given, 'format') === 'json') return deliver(formatJson(found), given, context);
      return deliver(await drawn(found, number, ledger, given, context), given, context);
    });
  },
};

async function noSuch(number: string, ledger: Ledger, given: Given, context: Context): Promise<Exit> {
  const known = (await ledger.bookings()).bookings.map((booking) => booking.number);
  await told(
    [problem('booking-not-found', [], { booking: number, nearest: nearest(number, known, 2) })],
    given,
    context,
  );
  return exit.refused;
}

async function drawn(
  found: Bookings,
  number: string | undefined,
  ledger: Ledger,
  given: Given,
  context: Context,
): Promise<string> {
  const look = lookOf(context.stdout, given, context);
  const zones = new Map<string, string>();
  for (const { platform, card } of found.bookings) {
    if (zones.has(platform)) continue;
    zones.set(platform, (await ledger.card(card.digest))?.document.timezone ?? 'UTC');
  }
  const zoneOf = (platform: string) => zones.get(platform) ?? 'UTC';
  const [only] = found.bookings;
  if (number !== undefined && only !== undefined) {
    const { drawBooking } = await import('../../render/booking.js');
    return drawBooking(only, zoneOf(only.platform), look);
  }
  const { drawBookings } = await import('../../render/bookings.js');
  return drawBookings(found, zoneOf, look);
}
