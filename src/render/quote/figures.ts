import type { RecordedProblem } from '../../diagnostics/problem.js';
import type { PoliciesDocument } from '../../documents/ratecard.js';
import { fill } from '../../lang/text.js';
import { figureWords } from '../../lang/trade.js';
import { quoteViewWords as words } from '../../lang/views.js';
import { rateDecimal } from '../../money/decimal.js';
import { moneyText, percentText } from '../numbers.js';
import { type Cell, drawTable, type Row } from '../table.js';
import type { DealView } from './deal.js';

type FigureName = keyof typeof figureWords;
type Bounds = { readonly min?: string | undefined; readonly max?: string | undefined };

/** The figures a desk judges a deal by, against the card's policies. Source: pricing rules, "Figures". */
export function drawFigures(view: DealView): string[] {
  const { language, width, paint } = view;
  const rows = names(view).map((name): Row => {
    const value = shownValue(name, view);
    const { bound, verdict } = judged(name, view);
    return { cells: [figureWords[name][language], { text: value, style: paint.strong }, bound, verdict] };
  });
  const columns = [
    { title: words.figure[language], least: 12 },
    { title: words.value[language], align: 'right' },
    { title: words.bound[language], align: 'right' },
    { title: words.verdict[language], least: 12 },
  ] as const;
  return drawTable(columns, rows, { width, paint });
}

const always = [
  'trueDiscount',
  'listMultiple',
  'bonusRatio',
  'hardAdShare',
  'viewerBenefit',
  'viewerBenefitShare',
] as const;

/** What a card need not bound stands here only where it does. */
function names(view: DealView): FigureName[] {
  const bounded = (['commission', 'minimumSpend'] as const).filter(
    (name) => view.card?.policies?.[name] !== undefined || breaches(name, view).length > 0,
  );
  return [...always, ...bounded];
}

function shownValue(name: FigureName, { deal, language }: DealView): string {
  const { figures, totals, currency } = deal;
  const none = words.noFigure[language];
  switch (name) {
    case 'viewerBenefit':
      return moneyText(figures.viewerBenefit, currency);
    case 'minimumSpend':
      return moneyText(totals.media, currency);
    case 'commission':
      return deal.package.agency?.commission ?? none;
    case 'listMultiple':
      return figures.listMultiple === null
        ? none
        : fill(words.multiple, language, { value: figures.listMultiple });
    default: {
      const figure = figures[name];
      return figure === null ? none : percentText(figure);
    }
  }
}

function breaches(name: FigureName, { deal }: DealView): RecordedProblem[] {
  return deal.diagnostics.filter(
    ({ code, values }) => (code === 'policy-max' || code === 'policy-min') && values.policy === name,
  );
}

function judged(name: FigureName, view: DealView): { bound: string; verdict: Cell } {
  const { language, paint } = view;
  const broken = breaches(name, view);
  const bounds = boundsOf(name, broken, view.card?.policies);
  const bound = [
    ...(bounds.min === undefined
      ? []
      : [fill(words.atLeast, language, { bound: boundText(name, bounds.min, view) })]),
    ...(bounds.max === undefined
      ? []
      : [fill(words.atMost, language, { bound: boundText(name, bounds.max, view) })]),
  ].join(' ');
  if (broken.length === 0) {
    return { bound, verdict: bound === '' ? '' : { text: words.kept[language], style: paint.good } };
  }
  const severe = broken.some(({ severity }) => severity === 'error');
  const text = broken.map(({ code, severity }) => verdictWords(code, severity)[language]).join('\n');
  return { bound, verdict: { text, style: severe ? paint.bad : paint.warning } };
}

function verdictWords(code: string, severity: string) {
  if (code === 'policy-max') return severity === 'error' ? words.overError : words.overWarning;
  return severity === 'error' ? words.underError : words.underWarning;
}

/** The card's bounds as decimals; without the card, those its breaches name. */
function boundsOf(
  name: FigureName,
  broken: readonly RecordedProblem[],
  policies: PoliciesDocument | undefined,
): Bounds {
  if (policies === undefined) {
    const named = (code: string) => broken.find((breach) => breach.code === code)?.values.bound;
    return { min: named('policy-min')?.toString(), max: named('policy-max')?.toString() };
  }
  const own = name === 'listMultiple' || name === 'viewerBenefit' ? undefined : policies[name];
  const bounds: Bounds = own ?? {};
  if (name === 'minimumSpend') return bounds;
  return { min: decimal(bounds.min), max: decimal(bounds.max) };
}

function decimal(rate: string | undefined): string | undefined {
  return rate === undefined ? undefined : rateDecimal(rate);
}

function boundText(name: FigureName, bound: string, { deal }: DealView): string {
  return name === 'minimumSpend' ? moneyText(bound, deal.currency) : percentText(bound);
}
