import { loadPackage } from '../card/loadPackage.js';
import type { RateCard } from '../card/ratecard.js';
import type { Code } from '../diagnostics/codes.js';
import { type Problem, problem } from '../diagnostics/problem.js';
import type { LineDocument, PackageDocument } from '../documents/package.js';
import type { Quote } from '../documents/quote.js';
import { priceQuote } from '../pricing/price.js';

/** A package with some of its spots elsewhere, priced again. Source: booking rules, "Verbs", `move`. */

/** One spot that is to be moved. */
export interface Step {
  readonly line: number;
  readonly date: string;
  readonly toDate: string;
  /** Broadcast clock; without it the spot keeps its time. */
  readonly toTime?: string | undefined;
}

/** Prices the package with its spots moved, by the pinned card and as of the original day. */
export function relocated(
  quote: Quote,
  card: RateCard,
  steps: readonly Step[],
):
  | { readonly ok: true; readonly quote: Quote }
  | { readonly ok: false; readonly problems: readonly Problem[] } {
  const lines = quote.package.lines.map((line, at) => {
    const own = steps.filter((step) => step.line === at + 1);
    return own.length === 0 ? line : withSpotsMoved(line, own);
  });
  const written: PackageDocument = { ...quote.package, lines };
  const loaded = loadPackage(JSON.stringify(written));
  if (!loaded.ok) {
    const problems = loaded.problems.map(({ code, values }) => problem(code as Code, [], values));
    return { ok: false, problems };
  }
  const priced = priceQuote(loaded.value, card, { asOf: quote.asOf });
  return priced.ok ? { ok: true, quote: priced.value } : { ok: false, problems: priced.problems };
}

/** All spots leave before any arrives, so that two can change places. */
function withSpotsMoved(line: LineDocument, steps: readonly Step[]): LineDocument {
  const leaving = new Set(steps.map(({ date }) => date));
  const timeOn = (date: string) => line.times?.[date] ?? line.time;
  const staying = line.dates.filter((date) => !leaving.has(date));
  const times = new Map(Object.entries(line.times ?? {}).filter(([date]) => !leaving.has(date)));
  for (const { date, toDate, toTime } of steps) {
    const time = toTime ?? timeOn(date);
    if (time !== undefined && time !== line.time) times.set(toDate, time);
  }
  const { times: _before, ...rest } = line;
  return {
    ...rest,
    dates: [...staying, ...steps.map(({ toDate }) => toDate)],
    ...(times.size === 0 ? {} : { times: Object.fromEntries(times) }),
  };
}
