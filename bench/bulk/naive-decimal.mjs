// A contestant of the bulk benchmark: the same waterfall by decimal.js throughout, as one writes it first.
//
//   node bench/bulk/naive-decimal.mjs CARD.json REQUESTS.ndjson OUT.ndjson
//
// One package a line in, one quote a line out, in the same order. Every amount, rate and count is a Decimal, and every
// package reads its rules from the card's own text: nothing is compiled or kept.
//
// It knows the rules that the card of workload.mjs uses and looks for no mistakes in what it reads: policies, the reasons
// of an approval and other diagnostics are left out, and so is the card's digest.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import canonicalize from 'canonicalize';
import { Decimal } from 'decimal.js';

// Sums and products stay exact, and quotients have so many digits that rounding them again to cents is safe.
Decimal.set({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

const zero = new Decimal(0);
const one = new Decimal(1);
const sections = ['slots', 'celebrities', 'placements'];
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const minutesIn = { min: 1, h: 60, d: 1440 };

const rounded = (amount) => amount.toDecimalPlaces(2);
const cutDown = (amount) => amount.toDecimalPlaces(2, Decimal.ROUND_DOWN);
const money = (amount) => amount.toFixed(2);
const rate = (written) => new Decimal(written.slice(0, -1)).div(100);
const fourPlaces = (number) => number.toDecimalPlaces(4).toFixed();
const figure = (part, whole) => (whole.isZero() ? null : fourPlaces(part.div(whole)));
const sum = (amounts) => amounts.reduce((total, amount) => total.plus(amount), zero);
const total = (lines, key) => sum(lines.map((line) => line[key]));

const dayOf = (date) => Date.parse(date) / 86_400_000;
const weekdayOf = (day) => weekdays[new Date(day * 86_400_000).getUTCDay()];
const dateOf = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);

function minutes(duration) {
  const parts = [...duration.matchAll(/(\d+)(min|h|d)/g)];
  return parts.reduce((all, [, number, unit]) => all + Number(number) * minutesIn[unit], 0);
}

/** `22:00-26:00` in minutes of the broadcast day; not every spot has one. */
function windowOf(time) {
  if (time === undefined) return undefined;
  const [start, end] = time.split('-').map((clock) => {
    const [hour, minute] = clock.split(':').map(Number);
    return hour * 60 + minute;
  });
  return { start, end, minutes: end - start };
}

/** Shares are cut down to cents; the cents left over go to the largest cut-off parts, ties to the earlier. */
function allocate(amount, weights) {
  if (amount.isZero()) return weights.map(() => zero);
  const whole = sum(weights);
  const shares = weights.map((weight) => cutDown(amount.times(weight).div(whole)));
  const cutOff = weights.map((weight, at) => amount.times(weight).minus(shares[at].times(whole)));
  const leftOver = amount.minus(sum(shares)).times(100).toNumber();
  const largest = weights.map((_, at) => at).sort((a, b) => cutOff[b].comparedTo(cutOff[a]));
  for (const at of largest.slice(0, leftOver)) shares[at] = shares[at].plus('0.01');
  return shares;
}

function findItem(card, id) {
  const section = sections.find((name) => Object.hasOwn(card[name], id));
  const document = card[section][id];
  const priced = document.passThrough !== true && document.price !== 'on-request';
  // Minutes and impressions are counted and divided last, so that a third of an hour is exact.
  const unit = new Decimal({ hour: 60, mille: 1000 }[document.per] ?? 1);
  return { ...document, id, section, priced, unit, taxRate: rate(document.tax ?? card.tax) };
}

function readLine(document, card, client) {
  const item = findItem(card, document.item);
  const spots = document.dates.map((date) => readSpot(date, document, item));
  const quantity = new Decimal(document.quantity ?? 1);
  return {
    document,
    item,
    quantity,
    closed: closing(document, item),
    category: document.category ?? client.category,
    spots,
    count: total(spots, 'count').times(quantity),
    adjustments: [],
  };
}

function readSpot(date, document, item) {
  const time = document.times?.[date] ?? document.time;
  const window = windowOf(time);
  const count = { hour: window?.minutes, mille: document.impressions }[item.per] ?? 1;
  return { date, day: dayOf(date), time, window, count: new Decimal(count) };
}

function closing(document, item) {
  if (item.passThrough) return 'pass-through';
  if (document.bonus) return 'bonus';
  return document.fixed === undefined ? undefined : 'fixed';
}

function holdsForLine(when, { document, item, category }) {
  const any = (wanted, found) => wanted === undefined || found.some((word) => wanted.includes(word));
  return (
    any(when.items, [item.id]) &&
    any(when.sections, [item.section]) &&
    any(when.tiers, [item.tier]) &&
    any(when.formats, [document.format]) &&
    any(when.options, document.options ?? []) &&
    any(when.categories, [category]) &&
    any(when.tags, item.tags ?? [])
  );
}

function holdsForSpot(when, { day, window }, asOf) {
  if (when.dates !== undefined) {
    const [first, last = first] = when.dates.split('/').map(dayOf);
    if (day < first || day > last) return false;
  }
  if (when.weekdays !== undefined && !when.weekdays.includes(weekdayOf(day))) return false;
  const times = windowOf(when.times);
  if (times !== undefined && !(window?.start >= times.start && window?.start < times.end)) return false;
  const { leadDaysUnder = Number.POSITIVE_INFINITY, leadDaysOver = Number.NEGATIVE_INFINITY } = when;
  return day - asOf < leadDaysUnder && day - asOf > leadDaysOver;
}

function priceLine(line, lines, card, asOf) {
  if (line.item.priced) priceSpots(line, lines, card, asOf);
  else spreadOwnAmount(line);
  line.list = total(line.spots, 'list');
  line.gross = total(line.spots, 'gross');
  line.amount = line.gross;
}

function spreadOwnAmount({ document, spots }) {
  const even = spots.map(() => one);
  const shares = allocate(new Decimal(document.amount ?? document.fixed), even);
  for (const [at, spot] of spots.entries()) {
    Object.assign(spot, { list: shares[at], gross: shares[at], overtime: zero, surcharges: [] });
  }
}

function priceSpots(line, lines, card, asOf) {
  const { item, quantity, spots } = line;
  line.unitPrice = unitPriceOf(item, lines);
  const rules = card.surcharges.filter((rule) => holdsForLine(rule.when ?? {}, line));
  for (const spot of spots) {
    spot.overtime = overtimeOf(item, spot, quantity);
    const listed = line.unitPrice.times(spot.count).times(quantity).div(item.unit);
    spot.list = rounded(listed).plus(spot.overtime);
    const applying = rules.filter((rule) => holdsForSpot(rule.when ?? {}, spot, asOf));
    addSurcharges(spot, applying, quantity);
  }
}

/** The break of what the whole package buys of the item, bonus lines aside. */
function unitPriceOf({ id, price, breaks = [{ from: '0', price }], unit }, lines) {
  const buying = lines.filter(({ item, closed }) => item.id === id && closed !== 'bonus');
  const bought = total(buying, 'count').div(unit);
  return new Decimal(breaks.findLast(({ from }) => bought.greaterThanOrEqualTo(from)).price);
}

function overtimeOf({ included, overtime }, { window }, quantity) {
  if (overtime === undefined || window === undefined) return zero;
  const beyond = window.minutes - minutes(included);
  if (beyond <= 0) return zero;
  const begun = new Decimal(beyond).div(minutes(overtime.per)).ceil();
  return rounded(begun.times(overtime.price).times(quantity));
}

/** Gives what rules offer to `take`, in order; of a group only the largest, in place of its first that gives any. */
function largestOfGroups(rules, offer, take) {
  const groupsDone = new Set();
  for (const rule of rules) {
    if (groupsDone.has(rule.group)) continue;
    let best = offer(rule);
    if (best.amount.isZero()) continue;
    if (rule.group !== undefined) {
      groupsDone.add(rule.group);
      const rivals = rules.filter(({ group }) => group === rule.group).map(offer);
      best = rivals.reduce((largest, next) => (next.amount.greaterThan(largest.amount) ? next : largest));
    }
    take(best);
  }
}

function addSurcharges(spot, rules, quantity) {
  spot.surcharges = [];
  spot.gross = spot.list;
  const offer = (rule) => {
    if (rule.rate === undefined) return { rule, amount: new Decimal(rule.amount).times(quantity) };
    return { rule, amount: rounded(rate(rule.rate).times(rule.on === 'running' ? spot.gross : spot.list)) };
  };
  largestOfGroups(rules, offer, ({ rule, amount }) => {
    spot.gross = spot.gross.plus(amount);
    const stated = rule.rate === undefined ? {} : { rate: rate(rule.rate).toFixed() };
    spot.surcharges.push({ rule: rule.id, ...stated, amount: money(amount) });
  });
}

function take(line, reduction, rule, kind) {
  if (reduction.isZero()) return;
  line.amount = line.amount.minus(reduction);
  line.adjustments.push({ rule, kind, amount: money(reduction.negated()), after: money(line.amount) });
}

/** The one way an amount is spread over lines: by what they cost so far. */
function reduce(lines, reduction, rule, kind) {
  const amounts = lines.map(({ amount }) => amount);
  const shares = allocate(reduction, amounts);
  for (const [at, line] of lines.entries()) take(line, shares[at], rule, kind);
}

function closeLines(lines) {
  for (const line of lines) {
    if (line.closed === 'bonus') take(line, line.gross, 'bonus', 'bonus');
    if (line.closed === 'fixed') take(line, line.gross.minus(line.document.fixed), 'fixed', 'fixed');
  }
}

function discountByCard(lines, card, asOf) {
  const offer = (rule) => {
    const met = (rule.requires ?? []).every((required) => hasSpots(lines, required));
    const eligible = met ? lines.filter((line) => isEligible(line, rule.when ?? {}, asOf)) : [];
    return { rule, eligible, amount: reductionOf(rule, total(eligible, 'gross'), total(eligible, 'amount')) };
  };
  largestOfGroups(card.discounts, offer, ({ rule, eligible, amount }) => {
    reduce(eligible, amount, rule.id, 'discount');
  });
}

function isEligible(line, when, asOf) {
  if (line.closed !== undefined || !holdsForLine(when, line)) return false;
  return line.spots.every((spot) => holdsForSpot(when, spot, asOf));
}

function hasSpots(lines, required) {
  const counted = lines.filter(({ item, closed }) => {
    const { section, item: id, tag } = required;
    const named = item.section === section || item.id === id || item.tags?.includes(tag);
    return named && closed !== 'bonus';
  });
  return counted.flatMap(({ spots }) => spots).length >= required.spots;
}

function reductionOf({ amount, rate: flat, tiers, mode }, base, running) {
  if (amount !== undefined) return Decimal.min(amount, running);
  if (flat !== undefined) return rounded(running.times(rate(flat)));
  if (mode === 'threshold') {
    const tier = tiers.findLast(({ from }) => base.greaterThanOrEqualTo(from));
    return rounded(running.times(rate(tier.rate)));
  }
  const parts = tiers.map((tier, at) => {
    const end = Decimal.min(tiers[at + 1]?.from ?? base, base);
    return Decimal.max(end.minus(tier.from), 0).times(rate(tier.rate));
  });
  return Decimal.min(rounded(sum(parts)), running);
}

function strikeDeal({ deal = {} }, lines) {
  const open = lines.filter(({ closed }) => closed === undefined);
  for (const line of open) {
    const { discount = '0%' } = line.document;
    take(line, rounded(line.amount.times(rate(discount))), 'line', 'line');
  }
  if (deal.discount !== undefined) {
    reduce(open, rounded(total(open, 'amount').times(rate(deal.discount))), 'deal.discount', 'deal');
  }
  if (deal.off !== undefined) reduce(open, new Decimal(deal.off), 'deal.off', 'deal');
}

/** Deducts the commission, or gives back what is to be paid later. */
function payAgency({ agency }, lines) {
  if (agency === undefined) return zero;
  const concerned = lines.filter(({ closed }) => closed === undefined || closed === 'fixed');
  const commission = rounded(total(concerned, 'amount').times(rate(agency.commission)));
  if (agency.settle === 'rebate') return commission;
  reduce(concerned, commission, 'agency', 'commission');
  return zero;
}

function addTax(lines) {
  for (const text of new Set(lines.map(({ item }) => item.taxRate.toFixed()))) {
    const group = lines.filter(({ item }) => item.taxRate.equals(text));
    const included = total(group, 'amount');
    const tax = included.minus(rounded(included.div(one.plus(text))));
    const amounts = group.map(({ amount }) => amount);
    const shares = allocate(tax, amounts);
    for (const [at, line] of group.entries()) {
      Object.assign(line, { tax: shares[at], net: line.amount.minus(shares[at]), payable: line.amount });
      line.benefit = rounded(line.payable.times(rate(line.item.viewerBenefit ?? '0%')));
    }
  }
}

function totalsOf(lines, rebate) {
  const passing = lines.filter(({ closed }) => closed === 'pass-through');
  const bonus = lines.filter(({ closed }) => closed === 'bonus');
  const list = total(lines, 'list');
  const gross = total(lines, 'gross');
  const afterDeal = total(lines, 'afterDeal');
  const payable = total(lines, 'payable');
  return {
    list,
    surcharges: gross.minus(list),
    gross,
    discounts: gross.minus(afterDeal),
    commission: afterDeal.minus(total(lines, 'amount')),
    net: total(lines, 'net'),
    tax: total(lines, 'tax'),
    payable,
    passThrough: total(passing, 'amount'),
    media: payable.minus(total(passing, 'payable')),
    bonusValue: total(bonus, 'gross'),
    rebate,
  };
}

/** What the priced lines would cost, and what they do; a mark-up on one hides no discount on another. */
function grossAndKept(lines) {
  const priced = lines.filter(({ item }) => item.priced);
  const kept = priced.map(({ gross, afterDeal }) => Decimal.min(gross, afterDeal));
  return { gross: total(priced, 'gross'), kept: sum(kept) };
}

function figuresOf(lines, totals) {
  const { gross, kept } = grossAndKept(lines);
  const shown = lines.filter(({ closed }) => closed !== 'pass-through');
  const hard = shown.filter(({ item }) => item.nature === 'hard');
  const benefit = total(lines, 'benefit');
  return {
    trueDiscount: figure(gross.minus(kept), gross),
    listMultiple: figure(gross, kept),
    bonusRatio: figure(totals.bonusValue, total(shown, 'afterDeal')),
    hardAdShare: figure(total(hard, 'gross'), total(shown, 'gross')),
    viewerBenefit: money(benefit),
    viewerBenefitShare: figure(benefit, totals.payable),
  };
}

/** The band of the true discount; the last one when a line falls below its floor. */
function approver(lines, { approvals }) {
  if (lines.some(isBelowFloor)) return approvals.at(-1).by;
  if (!lines.some(({ item }) => item.priced)) return null;
  const { gross, kept } = grossAndKept(lines);
  // Multiplied out: the rounded figure must not decide.
  return approvals.find(({ upTo }) => gross.minus(kept).lessThanOrEqualTo(rate(upTo).times(gross))).by;
}

function isBelowFloor({ item, unitPrice, closed, gross, afterDeal }) {
  if (item.floor === undefined || closed === 'bonus' || unitPrice.isZero()) return false;
  return afterDeal.lessThan(cutDown(gross.times(item.floor).div(unitPrice)));
}

function instalmentsOf(plan, payable, lines) {
  const days = lines.flatMap(({ spots }) => spots.map(({ day }) => day));
  const events = { 'first-air': Math.min(...days), 'last-air': Math.max(...days) };
  const shares = plan.map(({ share }) => rate(share));
  const amounts = allocate(payable, shares);
  return plan.map(({ due }, at) => {
    const [, event, offset = '0'] = /^(signing|first-air|last-air)(?:([+-]\d+)d)?$/.exec(due);
    const dated = events[event] === undefined ? {} : { date: dateOf(events[event] + Number(offset)) };
    return { share: shares[at].toFixed(), due, ...dated, amount: money(amounts[at]) };
  });
}

/** JSON leaves out what is undefined. */
function writeLine(line, at) {
  const { document, item, spots, adjustments } = line;
  const weights = spots.map(({ gross }) => (line.gross.isZero() ? one : gross));
  const amounts = allocate(line.amount, weights);
  return {
    line: at + 1,
    item: item.id,
    title: item.title,
    title_en: item.title_en,
    section: item.section,
    brand: document.brand,
    category: document.category,
    format: document.format,
    options: document.options,
    units: fourPlaces(line.count.div(item.unit)),
    quantity: line.quantity.toNumber(),
    list: money(line.list),
    gross: money(line.gross),
    amount: money(line.amount),
    net: money(line.net),
    tax: money(line.tax),
    payable: money(line.payable),
    taxRate: item.taxRate.toFixed(),
    nature: item.nature ?? 'content',
    viewerBenefit: line.benefit.isZero() ? undefined : money(line.benefit),
    closed: line.closed,
    spots: spots.map((spot, place) => writeSpot(line, spot, amounts[place])),
    adjustments,
  };
}

function writeSpot({ item, quantity }, spot, amount) {
  return {
    date: spot.date,
    time: spot.time,
    units: fourPlaces(spot.count.div(item.unit)),
    quantity: quantity.toNumber(),
    list: money(spot.list),
    overtime: spot.overtime.isZero() ? undefined : money(spot.overtime),
    surcharges: spot.surcharges,
    gross: money(spot.gross),
    amount: money(amount),
  };
}

function writeQuote(pack, card, lines, rebate) {
  const { id, version, title, title_en, platform, timezone, prices } = card;
  const totals = totalsOf(lines, rebate);
  const terms = { ...card.terms, ...pack.terms };
  return {
    apiVersion: 'kanli/v1',
    kind: 'Quote',
    id: pack.id,
    package: pack,
    rateCard: { id, version, digest: '', title, title_en, platform, timezone, prices },
    currency: card.currency,
    asOf: pack.asOf,
    validUntil: dateOf(dayOf(pack.asOf) + minutes(terms.quoteValid) / 1440),
    lines: lines.map(writeLine),
    totals: Object.fromEntries(Object.entries(totals).map(([key, amount]) => [key, money(amount)])),
    figures: figuresOf(lines, totals),
    instalments: instalmentsOf(terms.instalments, totals.payable, lines),
    approval: { required: approver(lines, card) },
    terms,
  };
}

function quote(pack, card) {
  const asOf = dayOf(pack.asOf);
  const lines = pack.lines.map((line) => readLine(line, card, pack.client));
  for (const line of lines) priceLine(line, lines, card, asOf);
  closeLines(lines);
  discountByCard(lines, card, asOf);
  strikeDeal(pack, lines);
  for (const line of lines) line.afterDeal = line.amount;
  const rebate = payAgency(pack, lines);
  addTax(lines);
  return writeQuote(pack, card, lines, rebate);
}

function digestOf(document) {
  return `sha256:${createHash('sha256').update(canonicalize(document)).digest('hex')}`;
}

async function main(cardFile, requestsFile, outFile) {
  const card = JSON.parse(readFileSync(cardFile, 'utf8'));
  const out = createWriteStream(outFile);
  for await (const request of createInterface({ input: createReadStream(requestsFile) })) {
    const document = quote(JSON.parse(request), card);
    const written = JSON.stringify({ ...document, digest: digestOf(document) });
    if (!out.write(`${written}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

if (process.argv.length !== 5) {
  console.error('usage: node bench/bulk/naive-decimal.mjs CARD.json REQUESTS.ndjson OUT.ndjson');
  process.exitCode = 2;
} else {
  await main(...process.argv.slice(2));
}
