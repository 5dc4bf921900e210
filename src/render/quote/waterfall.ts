import { fill } from '../../lang/text.js';
import { totalWords } from '../../lang/trade.js';
import { quoteViewWords as words } from '../../lang/views.js';
import type { Minor } from '../../money/money.js';
import { bar } from '../bar.js';
import { gap } from '../fit.js';
import { changeText, moneyText, shareText } from '../numbers.js';
import { drawTable, type Row } from '../table.js';
import { widthOf } from '../wrap.js';
import { type DealView, minor, plain, ruleTitle } from './deal.js';
import { discountSums, type RuleSum, surchargeSums } from './steps.js';

/** A whole amount the waterfall rests on, a change between two of them, or an amount that stands beside it. */
interface Step {
  readonly kind: 'whole' | 'change' | 'aside';
  readonly label: string;
  readonly amount: Minor;
  /** Where its bar begins. */
  readonly from: Minor;
}

/** From list to payable, every step with its part of gross. Source: pricing rules, "Line and package". */
export function drawWaterfall(view: DealView): string[] {
  const { paint, width, deal } = view;
  const steps = [...waterfall(view), ...asides(view)];
  const gross = minor(deal.totals.gross, view);
  const scale = steps.reduce((most, { from, amount }) => max(most, max(from, from + amount)), 0n);
  const texts = steps.map((step) => ({
    step,
    amount: amountText(step, view),
    share: shareText(step.amount, gross),
  }));
  const used = [labelOf, amountOf, shareOf].map((of) =>
    Math.max(0, ...texts.map((text) => widthOf(of(text)))),
  );
  const room = width - used.reduce((sum, one) => sum + one + gap, widthOf(words.ofGross[view.language]));
  const bars = room < shortestBar ? 0 : Math.min(longestBar, room);
  const firstAside = steps.findIndex(({ kind }) => kind === 'aside');
  const rows = texts.map(({ step, amount, share }, at): Row => {
    const { kind, from } = step;
    const style =
      kind === 'whole'
        ? paint.strong
        : kind === 'aside'
          ? paint.faint
          : step.amount < 0n
            ? paint.taken
            : paint.added;
    const filling = kind === 'change' ? '▒' : '█';
    const drawn = kind === 'aside' ? '' : bar(from, from + step.amount, scale, bars, filling);
    return {
      cells: [
        labelOf({ step }),
        { text: amount, style },
        { text: share, style: paint.faint },
        { text: drawn, style },
      ],
      sum: at === firstAside,
    };
  });
  const columns = [
    { title: '', least: 12 },
    { title: deal.currency, align: 'right' },
    { title: words.ofGross[view.language], align: 'right' },
    { title: '' },
  ] as const;
  return drawTable(columns, rows, { width, paint });
}

const shortestBar = 8;
const longestBar = 40;

const labelOf = ({ step }: { step: Step }) => (step.kind === 'whole' ? step.label : `  ${step.label}`);
const amountOf = ({ amount }: { amount: string }) => amount;
const shareOf = ({ share }: { share: string }) => share;

function amountText({ kind, amount }: Step, view: DealView): string {
  const text = plain(amount, view);
  return kind === 'change' ? changeText(text) : moneyText(text, view.deal.currency);
}

function waterfall(view: DealView): Step[] {
  const { deal, language } = view;
  const { totals } = deal;
  const word = (name: keyof typeof totalWords) => totalWords[name][language];
  const whole = (label: string, amount: Minor): Step => ({ kind: 'whole', label, amount, from: 0n });
  const gross = minor(totals.gross, view);
  const before = gross - minor(totals.discounts, view);
  const commission = minor(totals.commission, view);
  const net = minor(totals.net, view);
  const agency: Step[] =
    commission === 0n
      ? []
      : [
          change(labelled('agency', deal.package.agency?.commission, view), -commission, before),
          whole(words.amountAfterAgency[language], before - commission),
        ];
  return [
    whole(word('list'), minor(totals.list, view)),
    ...changes(surchargeSums(view), minor(totals.list, view), view),
    whole(word('gross'), gross),
    ...changes(discountSums(view), gross, view),
    whole(words.amountBeforeAgency[language], before),
    ...agency,
    whole(word('net'), net),
    change(word('tax'), minor(totals.tax, view), net),
    whole(word('payable'), minor(totals.payable, view)),
  ];
}

function change(label: string, amount: Minor, from: Minor): Step {
  return { kind: 'change', label, amount, from };
}

function changes(sums: readonly RuleSum[], start: Minor, view: DealView): Step[] {
  let running = start;
  return sums.map(({ rule, amount }) => {
    const rate = rule === 'deal.discount' ? view.deal.package.deal?.discount : undefined;
    const step = change(labelled(rule, rate, view), amount, running);
    running += amount;
    return step;
  });
}

function labelled(rule: string, rate: string | undefined, view: DealView): string {
  const title = ruleTitle(rule, view);
  return rate === undefined ? title : fill(words.rateOf, view.language, { rule: title, rate });
}

/** Amounts that belong to the deal without being a step of it; those of nothing are left out. */
function asides(view: DealView): Step[] {
  const { totals, package: pack } = view.deal;
  const { language } = view;
  const rebate = fill(words.rateOf, language, {
    rule: words.rebateNote[language],
    rate: pack.agency?.commission ?? '',
  });
  const passThrough = minor(totals.passThrough, view);
  const all: [label: string, amount: Minor][] = [
    [words.mediaPart[language], passThrough === 0n ? 0n : minor(totals.media, view)],
    [words.passThroughPart[language], minor(totals.payable, view) - minor(totals.media, view)],
    [words.bonusValueNote[language], minor(totals.bonusValue, view)],
    [rebate.trim(), minor(totals.rebate, view)],
  ];
  return all
    .filter(([, amount]) => amount !== 0n)
    .map(([label, amount]) => ({ kind: 'aside', label, amount, from: 0n }));
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
