import { dayOf } from '../calendar/date.js';
import { resolveDue } from '../calendar/due.js';
import type { Figures, Instalment, Quote, QuoteLine, Totals } from '../documents/quote.js';
import { allocate } from '../money/allocate.js';
import { rateRatio } from '../money/decimal.js';
import { type Currency, currencyOf, formatMinor, type Minor, toMinor } from '../money/money.js';
import { takeRate } from '../money/ratio.js';
import { figureText } from '../pricing/figures.js';
import type { BookingFacts } from './booking.js';

/** What a paper says of a deal; of a draft, the quote itself. */
export type Standing = Pick<
  Quote,
  'package' | 'rateCard' | 'currency' | 'asOf' | 'validUntil' | 'lines' | 'totals' | 'instalments' | 'terms'
> & { readonly figures: Pick<Figures, 'hardAdShare' | 'viewerBenefit' | 'viewerBenefitShare'> };

/**
 * What stands of a booked deal: the lines that are not cancelled at the prices they have, and totals, figures and
 * instalments of these lines alone. Nothing is priced again but the rebate, a rate of what the lines come to.
 *
 * Source: booking rules, "Verbs", `cancel`; pricing rules, "Totals" and "Figures a desk judges a deal by".
 */
export function standingOf(quote: Quote, { fees, rounding }: BookingFacts): Standing {
  const currency = currencyOf(quote.currency);
  const lines = quote.lines.filter(({ line }) => !fees.has(line));
  const totals = totalsOf(lines, rebateOf(lines, quote, rounding, currency), currency);
  return {
    ...quote,
    lines,
    totals,
    figures: figuresOf(lines, totals, currency),
    instalments: instalmentsOf(quote.instalments, lines, totals.payable, quote.currency),
  };
}

function sum(lines: readonly QuoteLine[], of: (line: QuoteLine) => string, currency: Currency): Minor {
  return lines.reduce((total, line) => total + toMinor(of(line), currency), 0n);
}

function totalsOf(lines: readonly QuoteLine[], rebate: Minor, currency: Currency): Totals {
  const among = (some: readonly QuoteLine[]) => (of: (line: QuoteLine) => string) => sum(some, of, currency);
  const all = among(lines);
  const atCost = among(lines.filter(({ closed }) => closed === 'pass-through'));
  const list = all(({ list: own }) => own);
  const gross = all(({ gross: own }) => own);
  const payable = all(({ payable: own }) => own);
  const steps = lines.flatMap(({ adjustments }) => adjustments);
  const taken = steps.filter(({ kind }) => kind === 'commission');
  const commission = taken.reduce((total, { amount }) => total - toMinor(amount, currency), 0n);
  const totals = {
    list,
    surcharges: gross - list,
    gross,
    // The amounts before the agency's part are those after it and what it took.
    discounts: gross - (all(({ amount }) => amount) + commission),
    commission,
    net: all(({ net }) => net),
    tax: all(({ tax }) => tax),
    payable,
    passThrough: atCost(({ amount }) => amount),
    media: payable - atCost(({ payable: own }) => own),
    bonusValue: among(lines.filter(({ closed }) => closed === 'bonus'))(({ gross: own }) => own),
    rebate,
  };
  const texts = Object.entries(totals).map(([name, amount]) => [name, formatMinor(amount, currency)]);
  return Object.fromEntries(texts) as Totals;
}

/** Source: pricing rules, "Agency: rebate". */
function rebateOf(
  lines: readonly QuoteLine[],
  { package: pack }: Quote,
  rounding: BookingFacts['rounding'],
  currency: Currency,
): Minor {
  if (pack.agency?.settle !== 'rebate') return 0n;
  const paid = lines.filter(({ closed }) => closed === undefined || closed === 'fixed');
  return takeRate(
    sum(paid, ({ amount }) => amount, currency),
    rateRatio(pack.agency.commission),
    rounding,
  );
}

function figuresOf(lines: readonly QuoteLine[], totals: Totals, currency: Currency): Standing['figures'] {
  const shown = lines.filter(({ closed }) => closed !== 'pass-through');
  const hard = shown.filter(({ nature }) => nature === 'hard');
  const gross = (some: readonly QuoteLine[]) => sum(some, (line) => line.gross, currency);
  const benefit = sum(lines, ({ viewerBenefit = '0' }) => viewerBenefit, currency);
  return {
    hardAdShare: figureText({ part: gross(hard), of: gross(shown) }),
    viewerBenefit: formatMinor(benefit, currency),
    viewerBenefitShare: figureText({ part: benefit, of: toMinor(totals.payable, currency) }),
  };
}

/** What stands, paid by the same shares; first and last air are those of the spots that stand. */
function instalmentsOf(
  agreed: readonly Instalment[],
  lines: readonly QuoteLine[],
  payable: string,
  currency: string,
): Instalment[] {
  const days = lines.flatMap(({ spots }) => spots.map(({ date }) => date)).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (agreed.length === 0 || first === undefined || last === undefined) return [];
  const shares = agreed.map(({ share }) => share);
  const amounts = allocate(payable, shares, currency);
  const air = { 'first-air': dayOf(first), 'last-air': dayOf(last) };
  return agreed.map(({ share, due }, at) => {
    const date = resolveDue(due, air);
    return { share, due, ...(date === undefined ? {} : { date }), amount: amounts[at] ?? payable };
  });
}
