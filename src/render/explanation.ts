import { explainWords, roundingWords } from '../lang/explain.js';
import { fill, type Text } from '../lang/text.js';
import { figureWords, perWords, ruleWords, titleIn, word } from '../lang/trade.js';
import type {
  ExplainedLine,
  ExplainedShare,
  ExplainedSpot,
  ExplainedStep,
  Explanation,
  Where,
} from '../pricing/explanation.js';
import { compactDates } from './dates.js';
import { grouped, percentText } from './numbers.js';
import { safe, safeText } from './safe.js';
import { type Paint, paintFor, type ViewOptions, widthFor } from './view.js';
import { wrapText } from './wrap.js';

export interface ExplanationOptions extends ViewOptions {
  /** `card.yaml:92` for a rule, where its file is known. */
  readonly placeOf: (where: Where) => string | undefined;
}

/** Every step from list to payable in words and numbers, each rule with the place it is written at. */
export function drawExplanation(explanation: Explanation, options: ExplanationOptions): string {
  const { lines, steps, figures, rounding } = safe(explanation);
  const page = new Page(options);
  for (const line of lines) lineOn(page, line, steps, explanation.prices === 'tax-included');
  page.heading(explainWords.figures);
  for (const { name, part, of, value } of figures) {
    const values = {
      name: page.name(figureWords, name),
      part: grouped(part),
      of: grouped(of),
      value: value ?? '-',
    };
    page.say(1, explainWords.figure, values);
  }
  page.blank();
  page.say(0, explainWords.rounding, { mode: page.name(roundingWords, rounding) });
  return page.text();
}

type Values = Readonly<Record<string, string | number>>;

/** Collects wrapped, indented lines in one language. */
class Page {
  readonly #lines: string[] = [];
  readonly #options: ExplanationOptions;
  readonly #paint: Paint;

  constructor(options: ExplanationOptions) {
    this.#options = options;
    this.#paint = paintFor(options.colour);
  }

  say(indent: number, text: Text, values: Values = {}, where?: Where): void {
    const place = where === undefined ? undefined : this.#options.placeOf(where);
    const said = fill(text, this.#options.language, values);
    const margin = '  '.repeat(indent);
    const full = place === undefined ? said : `${said}  ${safeText(place)}`;
    const wrapped = wrapText(full, widthFor(this.#options) - margin.length - 2);
    for (const [at, part] of wrapped.entries()) this.#lines.push(`${margin}${at === 0 ? '' : '  '}${part}`);
    if (place !== undefined) this.#faintPlace(safeText(place));
  }

  heading(text: Text, values: Values = {}, where?: Where): void {
    const first = this.#lines.length;
    this.say(0, text, values, where);
    this.#lines[first] = this.#paint.heading(this.#lines[first] ?? '');
  }

  blank(): void {
    this.#lines.push('');
  }

  name(words: Readonly<Record<string, Text>>, key: string): string {
    return word(words, key, this.#options.language);
  }

  title(titled: { title: string; title_en?: string }): string {
    return titleIn(titled, this.#options.language);
  }

  text(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  /** The place stands at the end of what was said last, and is only looked at when needed. */
  #faintPlace(place: string): void {
    const last = this.#lines.length - 1;
    const line = this.#lines[last] ?? '';
    if (line.endsWith(place)) this.#lines[last] = line.slice(0, -place.length) + this.#paint.faint(place);
  }
}

function lineOn(
  page: Page,
  line: ExplainedLine,
  steps: readonly ExplainedStep[],
  taxIncluded: boolean,
): void {
  const brand = line.brand === undefined ? '' : ` · ${line.brand}`;
  page.heading(
    explainWords.heading,
    { line: line.line, title: `${line.item} ${page.title(line)}${brand}` },
    line.where,
  );
  priceOn(page, line);
  for (const group of sameArithmetic(line.spots)) spotsOn(page, line, group);
  page.say(1, explainWords.lineGross, { list: grouped(line.list), gross: grouped(line.gross) });
  for (const share of line.shares) {
    const step = steps[share.step];
    if (step !== undefined) stepOn(page, step, share);
  }
  const { rate, groupAmount, groupTax, amount, where } = line.tax;
  page.say(
    1,
    taxIncluded ? explainWords.taxIncluded : explainWords.taxExcluded,
    {
      rate: percentText(rate),
      groupAmount: grouped(groupAmount),
      groupTax: grouped(groupTax),
      amount: grouped(amount),
    },
    where,
  );
  page.say(1, explainWords.result, {
    net: grouped(line.net),
    tax: grouped(line.tax.amount),
    payable: grouped(line.payable),
  });
  page.blank();
}

function priceOn(page: Page, { unitPrice, per }: ExplainedLine): void {
  if (unitPrice === undefined) {
    page.say(1, explainWords.brought);
    return;
  }
  const { price, from, bought, where } = unitPrice;
  const values = { price: grouped(price), per: page.name(perWords, per) };
  if (from === undefined || bought === undefined) page.say(1, explainWords.unitPrice, values, where);
  else
    page.say(1, explainWords.breakPrice, { ...values, from: grouped(from), bought: grouped(bought) }, where);
}

/** Spots that differ in nothing but their date are explained once. */
function sameArithmetic(spots: readonly ExplainedSpot[]): (readonly ExplainedSpot[])[] {
  const groups = new Map<string, ExplainedSpot[]>();
  for (const spot of spots) {
    const key = JSON.stringify({ ...spot, date: '' });
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [spot]);
    else group.push(spot);
  }
  return [...groups.values()];
}

function spotsOn(page: Page, line: ExplainedLine, group: readonly ExplainedSpot[]): void {
  const [spot] = group;
  if (spot === undefined) return;
  const dates = compactDates(group.map(({ date }) => date));
  page.say(1, explainWords.when, { when: `${dates} ${spot.time ?? ''}`.trimEnd() });
  if (line.unitPrice !== undefined) {
    const values = {
      price: grouped(line.unitPrice.price),
      quantity: spot.quantity,
      minutes: spot.minutes ?? 0,
      impressions: grouped(String(spot.impressions ?? 0)),
      amount: grouped(spot.base),
    };
    page.say(2, baseWords[line.per] ?? explainWords.baseWhole, values);
  }
  const { overtime } = spot;
  if (overtime !== undefined) {
    const beyond = overtime.minutes - overtime.included;
    const values = {
      ...overtime,
      beyond,
      quantity: spot.quantity,
      price: grouped(overtime.price),
      amount: grouped(overtime.amount),
    };
    const { where, ...numbers } = values;
    page.say(2, explainWords.overtime, numbers, where);
  }
  for (const surcharge of spot.surcharges) {
    const { rule, rate, of = '', each = '', amount, where } = surcharge;
    const values = { rule, title: page.title(surcharge), quantity: spot.quantity, amount: grouped(amount) };
    if (rate === undefined)
      page.say(2, explainWords.surchargeAmount, { ...values, each: grouped(each) }, where);
    else
      page.say(2, explainWords.surchargeRate, { ...values, of: grouped(of), rate: percentText(rate) }, where);
  }
  const gross = { gross: grouped(spot.gross), count: group.length };
  page.say(2, group.length === 1 ? explainWords.spotGross : explainWords.spotsGross, gross);
}

const baseWords: Readonly<Record<string, Text>> = {
  hour: explainWords.baseHour,
  mille: explainWords.baseMille,
};

function stepOn(page: Page, step: ExplainedStep, share: ExplainedShare): void {
  const before = grouped(share.before);
  const after = grouped(share.after);
  if (step.kind === 'bonus' || step.kind === 'fixed') {
    page.say(1, explainWords[step.kind], { before, after }, step.where);
    return;
  }
  const title =
    step.title === undefined ? page.name(ruleWords, step.rule) : page.title({ ...step, title: step.title });
  page.say(1, explainWords.rule, { rule: step.rule, title }, step.where);
  const running = grouped(step.running);
  const count = step.lines.length;
  if (step.base !== undefined) page.say(2, explainWords.onBase, { count, running, base: grouped(step.base) });
  else if (count > 1) page.say(2, explainWords.onLines, { count, running });
  const reduction = grouped(step.reduction);
  if (step.slabs !== undefined)
    page.say(2, explainWords.bySlabs, { slabs: slabsText(step.slabs), reduction });
  else if (step.rate !== undefined)
    page.say(2, explainWords.byRate, { running, rate: percentText(step.rate), reduction });
  else page.say(2, explainWords.byAmount, { reduction });
  const amount = grouped(share.amount.replace('-', ''));
  page.say(2, count > 1 ? explainWords.share : explainWords.alone, {
    reduction,
    before,
    running,
    amount,
    after,
  });
}

function slabsText(slabs: NonNullable<ExplainedStep['slabs']>): string {
  return slabs.map(({ part, rate }) => `${grouped(part)} × ${percentText(rate)}`).join(' + ');
}
