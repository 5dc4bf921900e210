import { resolve } from 'node:path';
import { readWindow } from '../calendar/clock.js';
import { parseDay } from '../calendar/date.js';
import { readDuration } from '../calendar/duration.js';
import { parseInstant } from '../calendar/instant.js';
import type { RateCard } from '../card/ratecard.js';
import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Problem } from '../diagnostics/problem.js';
import { cliWords } from '../lang/cli.js';
import { fill, type Text } from '../lang/text.js';
import { type Ledger, type OpenOptions, openLedger } from '../ledger/ledger.js';
import { isServer } from '../ledger/place.js';
import { type Flag, flagText, type Given } from './command.js';
import type { Context } from './context.js';
import { type Exit, exit } from './exit.js';
import { workspaceOf } from './inputs.js';
import { report } from './report.js';

/** Where the ledger is, and the flags that its commands share. */

export const dbFlag: Flag = {
  flags: '--db <ledger>',
  text: {
    zh: '台账：文件，或 postgres:// 地址（默认：KANLI_DB，kanli.yaml 的 ledger，工作区的 ledger.db）',
    en: "the ledger: a file or a postgres:// URL (default: KANLI_DB, ledger in kanli.yaml, the workspace's ledger.db)",
  },
};

export const nowFlag: Flag = {
  flags: '--now <instant>',
  text: {
    zh: '按哪一刻判断，如 2016-10-26T10:00:00+08:00（默认：现在）',
    en: 'the instant to judge at, such as 2016-10-26T10:00:00+08:00 (default: now)',
  },
};

export const verbFlags: readonly Flag[] = [
  dbFlag,
  nowFlag,
  {
    flags: '--key <key>',
    text: {
      zh: '这件事的键：带同一个键重试，只做一次',
      en: 'names this very call: tried again under its key, it is done once',
    },
  },
  {
    flags: '--if-revision <n>',
    text: { zh: '订单不是这一版就不做', en: 'refuse when the booking has another revision' },
  },
  { flags: '--by <name>', text: { zh: '谁做的，记入台账', en: 'who does it, for the ledger' } },
];

/** The place of the ledger: a server's address as it is, a file from where it was named. */
export function ledgerPlace(given: Given, context: Context): string {
  const asked = flagText(given, 'db') ?? (context.env.KANLI_DB || undefined);
  if (asked !== undefined) return isServer(asked) ? asked : resolve(context.folder, asked);
  const { folder, settings } = workspaceOf(context);
  const set = settings.ledger ?? 'ledger.db';
  return isServer(set) ? set : resolve(folder, set);
}

/** Opens the ledger, works with it, and closes it; says why where it cannot be opened. */
export async function withLedger(
  given: Given,
  context: Context,
  purpose: OpenOptions['purpose'],
  work: (ledger: Ledger) => Promise<Exit>,
): Promise<Exit> {
  const opened = await openLedger(ledgerPlace(given, context), { clock: context.now, purpose });
  if (!opened.ok) {
    await told(opened.problems, given, context);
    return exit.refused;
  }
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}

/** A card that the ledger archived; undefined where there is no ledger, or none that this program can read. */
export async function archivedCard(
  digest: string,
  given: Given,
  context: Context,
  open?: Pick<Ledger, 'card'>,
): Promise<RateCard | undefined> {
  if (open !== undefined) return open.card(digest);
  const opened = await openLedger(ledgerPlace(given, context), { clock: context.now, purpose: 'look' });
  if (!opened.ok) return undefined;
  try {
    return await opened.value.card(digest);
  } finally {
    await opened.value.close();
  }
}

/** Tells problems that stand in no file. */
export function told(problems: readonly Problem[], given: Given, context: Context): Promise<void> {
  return report(
    problems.map((found) => diagnostic(found)),
    given,
    context,
  );
}

/** What the flags of a verb say; undefined, and said, when one of them cannot be read. */
export interface VerbGiven {
  readonly now: number | undefined;
  readonly key: string | undefined;
  readonly ifRevision: number | undefined;
  readonly by: string | undefined;
}

export function verbGiven(given: Given, context: Context): VerbGiven | undefined {
  const now = nowGiven(given, context);
  if (now === 'wrong') return undefined;
  const written = flagText(given, 'ifRevision');
  const ifRevision = written === undefined ? undefined : wholeNumber(written);
  if (written !== undefined && ifRevision === undefined) {
    wrong(cliWords.badNumber, '--if-revision', written, context);
    return undefined;
  }
  for (const flag of ['key', 'by'] as const) {
    if (flagText(given, flag)?.trim() === '') {
      wrong(cliWords.emptyFlag, `--${flag}`, '', context);
      return undefined;
    }
  }
  return { now, key: flagText(given, 'key'), ifRevision, by: flagText(given, 'by') };
}

export function nowGiven(given: Given, context: Context): number | undefined | 'wrong' {
  const written = flagText(given, 'now');
  if (written === undefined) return undefined;
  const now = parseInstant(written);
  if (now !== undefined) return now;
  wrong(cliWords.badInstant, '--now', written, context);
  return 'wrong';
}

export function wholeNumber(written: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(written) ? Number(written) : undefined;
}

/** Says that a flag cannot be read; the status is that of wrong usage. */
export function wrong(text: Text, flag: string, written: string, { stderr, language }: Context): Exit {
  stderr.write(`${fill(text, language, { flag, written })}\n`);
  return exit.usage;
}

/** `--for 2h` as it was written; the status, and why said, where it is no duration. */
export function durationGiven(given: Given, context: Context): string | undefined | Exit {
  const written = flagText(given, 'for');
  if (written === undefined || (readDuration(written) ?? 0) > 0) return written;
  return wrong(cliWords.badDuration, '--for', written, context);
}

export interface MoveStep {
  readonly line: number;
  readonly date: string;
  readonly toDate: string;
  readonly toTime?: string;
}

/** `--spot 3:2016-11-05 --to "2016-11-08 20:00-21:00"`, pair by pair in their order; undefined, and said, otherwise. */
export function stepsGiven(given: Given, context: Context): MoveStep[] | undefined {
  const list = (name: string) => (given.flags[name] as readonly string[] | undefined) ?? [];
  const [spots, targets] = [list('spot'), list('to')];
  if (spots.length === 0 || spots.length !== targets.length) {
    wrong(cliWords.movePairs, '--spot', '', context);
    return undefined;
  }
  const steps: MoveStep[] = [];
  for (const [at, spot] of spots.entries()) {
    const [, line = '', date = ''] = /^(\d+):(\d{4}-\d{2}-\d{2})$/.exec(spot) ?? [];
    const number = wholeNumber(line);
    if (number === undefined || parseDay(date) === undefined) {
      wrong(cliWords.badSpot, '--spot', spot, context);
      return undefined;
    }
    const to = targets[at] ?? '';
    const [toDate = '', toTime, ...more] = to.trim().split(/[ T]+/);
    const badTime = toTime !== undefined && 'fault' in readWindow(toTime);
    if (parseDay(toDate) === undefined || badTime || more.length > 0) {
      wrong(cliWords.badTarget, '--to', to, context);
      return undefined;
    }
    steps.push({ line: number, date, toDate, ...(toTime === undefined ? {} : { toTime }) });
  }
  return steps;
}
