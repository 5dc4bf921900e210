import type { DiscountDocument, SurchargeDocument } from '../documents/ratecard.js';
import { fill, type Language, listMark } from '../lang/text.js';
import { sectionWords } from '../lang/trade.js';
import { ruleViewWords as words } from '../lang/views.js';
import type { Currency } from '../money/money.js';
import { priceText } from './numbers.js';

/** What a surcharge adds, in a few words: `+35%`, `+¥65,000` for each spot and unit. */
export function surchargeText(rule: SurchargeDocument, currency: Currency, language: Language): string {
  if (rule.amount !== undefined) {
    return fill(words.each, language, { amount: `+${priceText(rule.amount, currency)}` });
  }
  const rate = `+${rule.rate ?? '0%'}`;
  return rule.on === 'running' ? fill(words.onRunning, language, { rate }) : rate;
}

/** What a discount takes off, a line for each tier that takes any. */
export function discountTexts(rule: DiscountDocument, currency: Currency, language: Language): string[] {
  if (rule.amount !== undefined)
    return [fill(words.once, language, { amount: priceText(rule.amount, currency) })];
  if (rule.tiers === undefined) return [`-${rule.rate ?? '0%'}`];
  const giving = rule.tiers.filter(({ rate }) => rate !== '0%');
  return giving.map(({ from, rate }) =>
    fill(words.tier, language, { from: priceText(from, currency), rate: `-${rate}` }),
  );
}

/** How tiers count, undefined for a rule without. */
export function modeText(rule: DiscountDocument, language: Language): string | undefined {
  if (rule.tiers === undefined) return undefined;
  return (rule.mode === 'graduated' ? words.graduated : words.threshold)[language];
}

/** What a package must hold for a discount, undefined where it need hold nothing. */
export function requiresText(rule: DiscountDocument, language: Language): string | undefined {
  if (rule.requires === undefined) return undefined;
  const needs = rule.requires.map(({ item, section, tag, spots }) => {
    const named = item ?? (section === undefined ? undefined : sectionWords[section][language]);
    const what = named ?? fill(words.needTag, language, { tag: tag ?? '' });
    return fill(words.need, language, { what, spots });
  });
  return fill(words.requires, language, { needs: needs.join(listMark[language]) });
}

export function groupText(group: string | undefined, language: Language): string | undefined {
  return group === undefined ? undefined : fill(words.group, language, { group });
}
