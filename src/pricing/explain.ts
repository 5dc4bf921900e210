import { dayText } from '../calendar/date.js';
import type { RateCard } from '../card/ratecard.js';
import { type Outcome, succeed } from '../diagnostics/outcome.js';
import type { Path } from '../diagnostics/problem.js';
import type { Quote, QuoteLine } from '../documents/quote.js';
import { formatMinor, type Minor } from '../money/money.js';
import { type Ratio, ratio, ratioText, zeroRatio } from '../money/ratio.js';
import type { Item } from './compile.js';
import type { Deal, PricedLine, PricedSpot, Step } from './deal.js';
import type {
  ExplainedLine,
  ExplainedShare,
  ExplainedSpot,
  ExplainedStep,
  ExplainedTax,
  Explanation,
  Where,
} from './explanation.js';
import { figureText, type Part } from './figures.js';
import { type Work, workOut } from './price.js';
import { draftOf } from './quoteDocument.js';
import { unitsBought } from './spots.js';
import { verifyQuote } from './verify.js';

/**
 * Explains a quote from the calculation that made it: the quote is first re-derived, so what is explained is what it says.
 *
 * @returns the explanation, or the differences that `verifyQuote` names
 */
export function explainQuote(quote: Quote, card: RateCard): Outcome<Explanation> {
  const verified = verifyQuote(quote, card);
  if (!verified.ok) return verified;
  const work = workOut(quote.package, card, { asOf: quote.asOf });
  return work.ok ? succeed(explanationOf(work)) : work;
}

/** Explains a package that has been worked out, refused or not. */
export function explanationOf(work: Work): Explanation {
  const { deal } = work;
  const { document } = deal.card.card;
  const draft = draftOf(work);
  const { viewerBenefit: _amount, ...figures } = work.figures;
  const text = (amount: Minor) => formatMinor(amount, deal.card.currency);
  const whole: Whole = {
    deal,
    text,
    bought: unitsBought(deal.lines.map((line) => line.asked)),
    shares: sharesByLine(deal, text),
    taxes: taxGroups(deal),
  };
  return {
    currency: draft.currency,
    asOf: dayText(deal.asOf),
    prices: document.prices,
    rounding: deal.card.rounding,
    lines: deal.lines.map((line, at) => explainedLine(whole, line, draft.lines[at] as QuoteLine)),
    steps: deal.steps.map((step) => explainedStep(deal, step, text)),
    figures: Object.entries<Part>(figures).map(([name, part]) => ({
      name,
      part: text(part.part),
      of: text(part.of),
      value: figureText(part),
    })),
    totals: draft.totals,
  };
}

/** What the explanations of all lines look at, gathered once. */
interface Whole {
  readonly deal: Deal;
  readonly text: Text;
  readonly bought: ReadonlyMap<string, Ratio>;
  readonly shares: ReadonlyMap<number, readonly ExplainedShare[]>;
  readonly taxes: ReadonlyMap<string, { readonly amount: Minor; readonly tax: Minor }>;
}

function sharesByLine({ steps }: Deal, text: Text): Map<number, ExplainedShare[]> {
  const found = new Map<number, ExplainedShare[]>();
  for (const [step, { shares }] of steps.entries()) {
    for (const { line, before, amount } of shares) {
      if (amount === 0n) continue;
      const share = { step, before: text(before), amount: text(amount), after: text(before + amount) };
      const own = found.get(line);
      if (own === undefined) found.set(line, [share]);
      else own.push(share);
    }
  }
  return found;
}

function taxGroups({ lines, tax }: Deal): Map<string, { amount: Minor; tax: Minor }> {
  const groups = new Map<string, { amount: Minor; tax: Minor }>();
  for (const [at, line] of lines.entries()) {
    const rate = line.asked.item.tax.text;
    const group = groups.get(rate) ?? { amount: 0n, tax: 0n };
    groups.set(rate, { amount: group.amount + line.running, tax: group.tax + (tax[at] ?? 0n) });
  }
  return groups;
}

type Text = (amount: Minor) => string;

function inCard(...path: Path): Where {
  return { document: 'card', path };
}

function inPackage(...path: Path): Where {
  return { document: 'package', path };
}

function explainedLine(whole: Whole, line: PricedLine, written: QuoteLine): ExplainedLine {
  const { item, number, document, closed } = line.asked;
  const { deal, text } = whole;
  return {
    line: number,
    item: item.id,
    title: written.title,
    ...(written.title_en === undefined ? {} : { title_en: written.title_en }),
    ...(document.brand === undefined ? {} : { brand: document.brand }),
    per: item.way.per,
    ...(closed === undefined ? {} : { closed }),
    ...unitPrice(line, whole.bought),
    where: inPackage('lines', number - 1),
    spots: line.spots.map((spot) => explainedSpot(deal, line, spot, text)),
    list: written.list,
    gross: written.gross,
    shares: whole.shares.get(number) ?? [],
    amount: written.amount,
    tax: explainedTax(whole, item, written),
    net: written.net,
    payable: written.payable,
  };
}

function unitPrice(
  { asked, unitPrice: chosen }: PricedLine,
  allBought: ReadonlyMap<string, Ratio>,
): Pick<ExplainedLine, 'unitPrice'> {
  if (chosen === undefined) return {};
  const { item } = asked;
  const price = chosen.priceText;
  if (item.document.breaks === undefined) {
    return { unitPrice: { price, where: inCard(item.section, item.id, 'price') } };
  }
  const bought = ratioText(allBought.get(item.id) ?? zeroRatio, 4);
  const where = inCard(item.section, item.id, 'breaks', item.breaks.indexOf(chosen));
  return { unitPrice: { price, from: ratioText(chosen.from, 4), bought, where } };
}

function explainedSpot(deal: Deal, line: PricedLine, spot: PricedSpot, text: Text): ExplainedSpot {
  const { asked, overtime } = spot;
  const { item, document } = line.asked;
  const minutes = asked.time === undefined ? undefined : asked.time.end - asked.time.start;
  return {
    date: asked.date,
    ...(asked.timeText === undefined ? {} : { time: asked.timeText }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(document.impressions === undefined ? {} : { impressions: document.impressions }),
    quantity: document.quantity ?? 1,
    base: text(spot.list - (overtime?.amount ?? 0n)),
    ...explainedOvertime(item, minutes, overtime, text),
    list: text(spot.list),
    surcharges: spot.surcharges.map((applied) => {
      const rules = deal.card.surcharges;
      const at = rules.findIndex(({ id }) => id === applied.rule);
      const each = rules[at]?.amount;
      return {
        rule: applied.rule,
        ...titlesOf(deal.card.card.document.surcharges?.[at], applied.rule),
        ...(applied.rateText === undefined ? {} : { rate: applied.rateText, of: text(applied.base) }),
        ...(each === undefined ? {} : { each: text(each) }),
        amount: text(applied.amount),
        where: inCard('surcharges', at),
      };
    }),
    gross: text(spot.gross),
  };
}

function explainedOvertime(
  item: Item,
  minutes: number | undefined,
  overtime: PricedSpot['overtime'],
  text: Text,
): Pick<ExplainedSpot, 'overtime'> {
  if (overtime === undefined || item.overtime === undefined || minutes === undefined) return {};
  const { included, per } = item.overtime;
  return {
    overtime: {
      minutes,
      included,
      per,
      periods: overtime.periods.toString(),
      price: item.document.overtime?.price ?? '0',
      amount: text(overtime.amount),
      where: inCard(item.section, item.id, 'overtime'),
    },
  };
}

function explainedStep(deal: Deal, step: Step, text: Text): ExplainedStep {
  const { digits } = deal.card.currency;
  return {
    rule: step.rule,
    ...(step.kind === 'discount' ? titlesOf(discountOf(deal, step), step.rule) : {}),
    kind: step.kind,
    where: whereOf(deal, step),
    lines: step.shares.map((part) => part.line),
    ...(step.base === undefined ? {} : { base: text(step.base) }),
    running: text(step.running),
    ...(step.rateText === undefined ? {} : { rate: step.rateText }),
    ...(step.slabs === undefined
      ? {}
      : {
          slabs: step.slabs.map(({ from, rateText, part }) => ({
            from: ratioText(from, digits),
            rate: rateText,
            part: ratioText(ratio(part.n, part.d * 10n ** BigInt(digits)), digits + 4),
          })),
        }),
    reduction: text(step.reduction),
  };
}

interface Titled {
  readonly title: string;
  readonly title_en?: string | undefined;
}

function titlesOf(rule: Titled | undefined, id: string): { title: string; title_en?: string } {
  const { title = id, title_en } = rule ?? {};
  return title_en === undefined ? { title } : { title, title_en };
}

function discountOf(deal: Deal, { rule }: Step): Titled | undefined {
  return deal.card.card.document.discounts?.find(({ id }) => id === rule);
}

const inDeal: Readonly<Record<string, string>> = {
  'deal.discount': 'discount',
  'deal.off': 'off',
  'deal.target': 'target',
};

function whereOf(deal: Deal, { rule, kind, shares }: Step): Where {
  // Steps of these kinds concern one line each.
  const line = shares[0]?.line ?? 0;
  switch (kind) {
    case 'discount':
      return inCard(
        'discounts',
        deal.card.discounts.findIndex(({ id }) => id === rule),
      );
    case 'deal':
      return inPackage('deal', inDeal[rule] ?? '');
    case 'commission':
      return inPackage('agency', 'commission');
    case 'line':
      return inPackage('lines', line - 1, 'discount');
    case 'bonus':
    case 'fixed':
      return inPackage('lines', line - 1, kind);
  }
}

function explainedTax({ taxes, text }: Whole, item: Item, written: QuoteLine): ExplainedTax {
  const group = taxes.get(item.tax.text) ?? { amount: 0n, tax: 0n };
  return {
    rate: item.tax.text,
    groupAmount: text(group.amount),
    groupTax: text(group.tax),
    amount: written.tax,
    where: item.document.tax === undefined ? inCard('tax') : inCard(item.section, item.id, 'tax'),
  };
}
