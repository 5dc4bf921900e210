import { broadcastDay, type Window, windowOf } from '../calendar/clock.js';
import { dayOf } from '../calendar/date.js';
import { minutesOf } from '../calendar/duration.js';
import type { RateCard } from '../card/ratecard.js';
import { onRequest } from '../documents/fields.js';
import type {
  DiscountDocument,
  ItemDocument,
  RateCardDocument,
  SurchargeDocument,
} from '../documents/ratecard.js';
import { type Nature, type Section, sections } from '../documents/words.js';
import { decimalRatio, rateDecimal, rateRatio } from '../money/decimal.js';
import { type Currency, currencyOf, type Minor, toMinor } from '../money/money.js';
import { type Ratio, zeroRatio } from '../money/ratio.js';
import type { RoundingMode } from '../money/rounding.js';
import { ways } from './rates/all.js';
import type { Way } from './rates/way.js';
import { compileWhen, type When } from './when.js';

/** A unit price and the units of the item from which it holds. */
export interface Break {
  readonly from: Ratio;
  readonly price: Ratio;
  readonly priceText: string;
}

/** A tax rate with the text that quotes state it by. */
export interface Tax {
  readonly rate: Ratio;
  readonly text: string;
}

export interface Item {
  readonly id: string;
  readonly section: Section;
  readonly document: ItemDocument;
  readonly way: Way;
  /** Priced by the card, by each line, or at cost. */
  readonly sold: 'priced' | 'on-request' | 'pass-through';
  /** Never empty for a priced item. */
  readonly breaks: readonly Break[];
  readonly overtime: { readonly included: number; readonly per: number; readonly price: Ratio } | undefined;
  readonly open: Window;
  readonly minimum: Ratio;
  readonly floor: Ratio | undefined;
  readonly tax: Tax;
  readonly viewerBenefit: Ratio;
  readonly nature: Nature;
}

export interface Surcharge {
  readonly id: string;
  readonly rate: Ratio | undefined;
  readonly rateText: string | undefined;
  readonly amount: Minor | undefined;
  readonly running: boolean;
  readonly group: string | undefined;
  readonly when: When;
}

export interface Tier {
  readonly from: Ratio;
  readonly rate: Ratio;
  readonly rateText: string;
}

export interface Discount {
  readonly id: string;
  readonly rate: Ratio | undefined;
  readonly rateText: string | undefined;
  readonly amount: Minor | undefined;
  readonly tiers: readonly Tier[] | undefined;
  readonly graduated: boolean;
  readonly group: string | undefined;
  readonly requires: NonNullable<DiscountDocument['requires']>;
  readonly when: When;
}

export interface Band {
  readonly role: string;
  readonly upTo: Ratio;
  readonly upToText: string;
}

/** A card made ready to price by: every text read once, conditions as functions. */
export interface CompiledCard {
  readonly card: RateCard;
  readonly currency: Currency;
  readonly rounding: RoundingMode;
  readonly taxIncluded: boolean;
  readonly valid: { readonly first: number; readonly last: number };
  readonly items: ReadonlyMap<string, Item>;
  readonly surcharges: readonly Surcharge[];
  readonly discounts: readonly Discount[];
  readonly bands: readonly Band[];
}

const compiled = new WeakMap<RateCard, CompiledCard>();

/** Compiles a card, once however often it is asked for. */
export function compileCard(card: RateCard): CompiledCard {
  const known = compiled.get(card);
  if (known !== undefined) return known;
  const { document } = card;
  const currency = currencyOf(document.currency);
  const [first = '', last = ''] = document.valid.split('/');
  const made: CompiledCard = {
    card,
    currency,
    rounding: document.rounding ?? 'half-up',
    taxIncluded: document.prices === 'tax-included',
    valid: { first: dayOf(first), last: dayOf(last) },
    items: new Map(compileItems(document).map((item) => [item.id, item])),
    surcharges: (document.surcharges ?? []).map((rule) => compileSurcharge(rule, currency)),
    discounts: (document.discounts ?? []).map((rule) => compileDiscount(rule, currency)),
    bands: (document.approvals ?? []).map(({ by, upTo }) => ({
      role: by,
      upTo: rateRatio(upTo),
      upToText: rateDecimal(upTo),
    })),
  };
  compiled.set(card, made);
  return made;
}

function compileItems(document: RateCardDocument): Item[] {
  return sections.flatMap((section) =>
    Object.entries(document[section] ?? {}).map(([id, item]) => compileItem(id, section, item, document.tax)),
  );
}

function compileItem(id: string, section: Section, item: ItemDocument, cardTax: string): Item {
  const { price, overtime, included } = item;
  const tax = item.tax ?? cardTax;
  const single = price === undefined || price === onRequest ? [] : [{ from: '0', price }];
  return {
    id,
    section,
    document: item,
    way: ways[item.per],
    sold: item.passThrough === true ? 'pass-through' : price === onRequest ? 'on-request' : 'priced',
    breaks: (item.breaks ?? single).map((step) => ({
      from: decimalRatio(step.from),
      price: decimalRatio(step.price),
      priceText: step.price,
    })),
    overtime:
      overtime === undefined || included === undefined
        ? undefined
        : {
            included: minutesOf(included),
            per: minutesOf(overtime.per),
            price: decimalRatio(overtime.price),
          },
    open: item.open === undefined ? broadcastDay : windowOf(item.open),
    minimum: item.minimum === undefined ? zeroRatio : decimalRatio(item.minimum),
    floor: item.floor === undefined ? undefined : decimalRatio(item.floor),
    tax: { rate: rateRatio(tax), text: rateDecimal(tax) },
    viewerBenefit: item.viewerBenefit === undefined ? zeroRatio : rateRatio(item.viewerBenefit),
    nature: item.nature ?? 'content',
  };
}

function compileSurcharge(rule: SurchargeDocument, currency: Currency): Surcharge {
  return {
    ...rateAndAmount(rule, currency),
    id: rule.id,
    running: rule.on === 'running',
    group: rule.group,
    when: compileWhen(rule.when),
  };
}

function compileDiscount(rule: DiscountDocument, currency: Currency): Discount {
  return {
    ...rateAndAmount(rule, currency),
    id: rule.id,
    tiers: rule.tiers?.map((tier) => ({
      from: decimalRatio(tier.from),
      rate: rateRatio(tier.rate),
      rateText: rateDecimal(tier.rate),
    })),
    graduated: rule.mode === 'graduated',
    group: rule.group,
    requires: rule.requires ?? [],
    when: compileWhen(rule.when),
  };
}

function rateAndAmount(rule: { rate?: string | undefined; amount?: string | undefined }, currency: Currency) {
  return {
    rate: rule.rate === undefined ? undefined : rateRatio(rule.rate),
    rateText: rule.rate === undefined ? undefined : rateDecimal(rule.rate),
    amount: rule.amount === undefined ? undefined : toMinor(rule.amount, currency),
  };
}
