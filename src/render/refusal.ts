import type { Refusal } from '../documents/receipt.js';
import { counted, countedWords, refusalWords as words } from '../lang/ledger.js';
import { fill } from '../lang/text.js';
import { compactDates } from './dates.js';
import { clockAt, datedText } from './moments.js';
import { point } from './page.js';
import { alternativesText } from './refusal/alternatives.js';
import { groupsOf, type RefusedGroup } from './refusal/groups.js';
import { reasonText } from './refusal/reasons.js';
import { itemText, type RefusalView } from './refusal/view.js';
import { safe, safeText } from './safe.js';
import { factMark } from './table.js';
import { paintFor, type ViewOptions, widthFor } from './view.js';
import { wrapFacts, wrapText } from './wrap.js';

export interface RefusalOptions extends ViewOptions {
  /** IANA zone of the platform: instants are told by its clocks. */
  readonly zone: string;
  /** What was tried; a hold unless said otherwise. */
  readonly attempt?: 'hold' | 'move' | undefined;
}

/** As many are told in full; nobody reads on, so the rest is counted. */
const mostInFull = 40;

/**
 * Which spots cannot be had, why, and what is free instead; nothing where only diagnostics refuse. Of more spots than
 * anybody reads, those of one line with the same reasons are told together.
 *
 * @param titles the title of an item of the card
 */
export function drawRefusal(
  refusal: Refusal,
  titles: (item: string) => string,
  options: RefusalOptions,
): string {
  const { language, zone, attempt = 'hold' } = options;
  if (refusal.spots.length === 0) return '';
  const { now, spots } = safe(refusal);
  const view: RefusalView = {
    titles: new Map(itemsIn(refusal).map((item) => [safeText(item), safeText(titles(item))])),
    language,
    zone,
    width: widthFor(options),
    paint: paintFor(options.colour),
  };
  const { width, paint } = view;
  const said = fill(words[attempt], language, {
    spots: counted(countedWords.spots, spots.length, language),
    now: clockAt(now, zone),
  });
  const groups = groupsOf(spots, spots.length > mostInFull);
  const rest = groups.slice(mostInFull).reduce((sum, { dates }) => sum + dates.length, 0);
  const more = fill(words.more, language, { spots: counted(countedWords.spots, rest, language) });
  const lines = [
    ...wrapText(said, width).map(paint.bad),
    ...groups.slice(0, mostInFull).flatMap((group) => ['', ...drawGroup(group, view)]),
    ...(rest === 0 ? [] : ['', ...wrapText(more, width)]),
  ];
  return `${lines.join('\n')}\n`;
}

function itemsIn({ spots }: Refusal): string[] {
  return spots.flatMap(({ item, alternatives }) => [item, ...alternatives.map((other) => other.item)]);
}

function drawGroup(group: RefusedGroup, view: RefusalView): string[] {
  const { language, width, paint } = view;
  const { line, dates, time, item, reasons } = group;
  const [only = ''] = dates;
  const head = [
    fill(words.line, language, { line }),
    ...(dates.length === 1
      ? [datedText(only, language)]
      : [counted(countedWords.spots, dates.length, language), compactDates(dates)]),
    ...(time === undefined ? [] : [time]),
    itemText(item, view),
  ];
  const instead = alternativesText(group, view);
  return [
    ...wrapFacts(head, factMark, width - 2).map(
      (text, at) => `${at === 0 ? paint.bad('✗') : ' '} ${paint.strong(text)}`,
    ),
    ...reasons.flatMap((reason) => inset(point(reasonText(reason, view), { ...view, width: width - 2 }))),
    ...(instead === undefined ? [] : inset(wrapText(instead, width - 2).map(paint.good))),
  ];
}

function inset(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
