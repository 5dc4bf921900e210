import { dateInZone } from '../../calendar/zone.js';
import type { RateCard } from '../../card/ratecard.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { problem } from '../../diagnostics/problem.js';
import type { Quote } from '../../documents/quote.js';
import type { Ledger } from '../../ledger/ledger.js';
import { pricedOf } from '../../pricing/price.js';
import { cardProblems, joined } from '../../workspace/desk.js';
import { answered, refusedBy } from '../answers.js';
import { argument, type Command, flagText, type Given } from '../command.js';
import type { Context } from '../context.js';
import { type Exit, exit } from '../exit.js';
import { asOfFlag, cardFlags, formatFlag } from '../flags.js';
import { badAsOf, cardForQuote, deskOf, type PackageInput, type QuoteInput, readDeal } from '../inputs.js';
import { durationGiven, verbFlags, verbGiven, withLedger } from '../ledger.js';
import { report } from '../report.js';
import { aboutCard } from '../titles.js';

export const hold: Command = {
  about: {
    zh: '为报价单（或先报价的方案）预留全部点位：要么全部，要么一个也不。留不住时逐个点位说明原因、何时会空出来、可以换什么。预留到期自动失效。',
    en: 'Holds every spot of a quote (or of a package, priced first), or none. Where that cannot be, every spot that fails is named with its reasons, when it may come free, and what could be had instead. A hold ends by itself.',
  },
  arguments: [{ name: '<deal>', text: { zh: '报价单或方案', en: 'a quote or a package' } }],
  flags: [
    ...cardFlags,
    asOfFlag,
    {
      flags: '--for <duration>',
      text: {
        zh: '只留这么久，如 2h（只能比条款短）',
        en: "hold for this long only, such as 2h (never longer than the terms')",
      },
    },
    {
      flags: '--replace <booking>',
      text: {
        zh: '代替这个预留：它的点位算空的，它随之作废',
        en: 'take the place of this hold: its spots count as free, and it ends',
      },
    },
    ...verbFlags,
    formatFlag(['text', 'json'], 'text'),
  ],
  examples: [
    { line: 'kanli hold quote.json', text: { zh: '按报价单预留', en: 'hold what a quote says' } },
    {
      line: 'kanli hold package.yaml --for 2h --key call-0412',
      text: {
        zh: '先报价再预留两小时；断了用同一个键重试',
        en: 'price and hold for two hours; a retry takes the same key',
      },
    },
    {
      line: 'kanli hold quote-v2.json --replace inke-0001',
      text: { zh: '客户改了方案，换掉原来的预留', en: 'the client changed his mind: one hold for another' },
    },
  ],
  run: async (given, context) => {
    if (badAsOf(given, context)) return exit.usage;
    const verb = verbGiven(given, context);
    const shorter = durationGiven(given, context);
    if (verb === undefined || typeof shorter === 'number') return exit.usage;
    const read = await readDeal(argument(given, 0) ?? '-', given, context);
    if (!read.ok) return cannotRead(read.problems, verb.now ?? context.now(), given, context);
    const input = read.value;
    return withLedger(given, context, 'use', async (ledger) => {
      const now = verb.now ?? (await ledger.now());
      const deal =
        input.kind === 'quote'
          ? await quoted(input, ledger, given, context)
          : pricedNow(input, now, given, context);
      if (!deal.ok) return cannotRead(deal.problems, now, given, context);
      await report(deal.problems, given, context);
      const { quote, card } = deal;
      const answer = await ledger.hold(quote, card, {
        ...verb,
        for: shorter,
        replace: flagText(given, 'replace'),
        fromPackage: input.kind === 'package',
      });
      const about = aboutCard(card, 'hold', context);
      return answered(answer, given, context, ledger, { now: verb.now, about });
    });
  },
};

type Deal =
  | {
      readonly ok: true;
      readonly quote: Quote;
      readonly card: RateCard;
      readonly problems: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] };

/** A pinned card is found by its digest: in `--card`, `--cards`, then in the ledger. Source: interface, "Documents". */
async function quoted(
  { quote, place }: QuoteInput,
  ledger: Ledger,
  given: Given,
  context: Context,
): Promise<Deal> {
  const found = await cardForQuote(quote, given, context, ledger);
  if (found.ok) return { ok: true, quote, card: found.value.card, problems: [] };
  const { id, digest } = quote.rateCard;
  const missing = place(problem('card-changed', ['rateCard', 'digest'], { id, digest }));
  return { ok: false, problems: found.missing === undefined ? found.problems : [missing] };
}

/** A package is priced as of the day of the hold, whatever day it names. Source: interface, "Conventions", `--now`. */
function pricedNow(input: PackageInput, now: number, given: Given, context: Context): Deal {
  const desk = deskOf(given, context);
  const found = desk.cardFor(input.pack.card);
  if (!found.ok) return { ok: false, problems: cardProblems(found, input.place) };
  const { card } = found.value;
  const today = dateInZone(now, card.document.timezone);
  const asOf = desk.asOf ?? today;
  const join = joined(input, { ...desk, asOf, cardFor: () => found });
  if (!join.ok) return { ok: false, problems: cardProblems(join.found, input.place) };
  const priced = pricedOf(join.worked);
  const problems = [...join.problems()];
  if (!priced.ok) return { ok: false, problems };
  const own = input.pack.asOf;
  if (desk.asOf === undefined && own !== undefined && own !== today) {
    problems.push(input.place(problem('as-of-replaced', ['asOf'], { asOf: own, today })));
  }
  return { ok: true, quote: priced.value, card, problems };
}

function cannotRead(
  problems: readonly Diagnostic[],
  now: number,
  given: Given,
  context: Context,
): Promise<Exit> {
  return refusedBy({ ok: false, now, spots: [], problems: [] }, given, context, undefined, problems);
}
