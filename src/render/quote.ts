import type { Draft, Quote } from '../documents/quote.js';
import type { RateCardDocument } from '../documents/ratecard.js';
import { fill } from '../lang/text.js';
import { quoteViewWords as words } from '../lang/views.js';
import { currencyOf } from '../money/money.js';
import { heading } from './page.js';
import { type DealView, refused } from './quote/deal.js';
import { drawFigures } from './quote/figures.js';
import { drawHeader, drawTitle } from './quote/header.js';
import { drawInstalments } from './quote/instalments.js';
import { drawLines } from './quote/lines.js';
import { drawBrandRollup, drawRollups } from './quote/rollup.js';
import { drawApproval, drawRefusal, drawWarnings } from './quote/verdict.js';
import { drawWaterfall } from './quote/waterfall.js';
import { safe } from './safe.js';
import { paintFor, type ViewOptions, widthFor } from './view.js';
import { wrapText } from './wrap.js';

export interface QuoteViewOptions extends ViewOptions {
  /** The card the deal was priced by: rules are then called by their titles, and kept policies are shown too. */
  readonly card?: RateCardDocument | undefined;
  /** Lists every line of a deal with more than thirty; else such a deal is summed up. */
  readonly detail?: boolean | undefined;
}

/** Deals with more lines are summed up. */
const mostLines = 30;

/** A quote, or a refused deal and how far off it is, as a page for the terminal. */
export function drawQuote(deal: Quote | Draft, options: QuoteViewOptions): string {
  const view: DealView = {
    deal: safe(deal),
    card: safe(options.card),
    currency: currencyOf(deal.currency),
    language: options.language,
    width: widthFor(options),
    paint: paintFor(options.colour),
  };
  const { language } = view;
  const lines = [
    ...drawTitle(view),
    ...(refused(deal) ? [...drawRefusal(view), ''] : []),
    ...drawHeader(view),
    '',
    heading(words.waterfall[language], view),
    ...drawWaterfall(view),
    '',
    heading(words.figures[language], view),
    ...drawFigures(view),
    '',
    ...drawApproval(view),
    ...drawWarnings(view),
    ...drawInstalments(view),
    ...drawBody(view, options.detail ?? false),
  ];
  return `${lines.join('\n')}\n`;
}

function drawBody(view: DealView, detail: boolean): string[] {
  const { deal, language, width, paint } = view;
  if (deal.lines.length <= mostLines || detail) {
    return ['', heading(words.lines[language], view), ...drawLines(view), ...drawBrandRollup(view)];
  }
  const hint = wrapText(fill(words.detailHint, language, { lines: deal.lines.length }), width);
  return [...drawRollups(view), '', ...hint.map(paint.faint)];
}
