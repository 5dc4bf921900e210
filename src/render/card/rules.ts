import type { FoundItem } from '../../card/search.js';
import type { SurchargeDocument } from '../../documents/ratecard.js';
import { titleIn } from '../../lang/trade.js';
import { cardViewWords as words } from '../../lang/views.js';
import { conditionWords } from '../conditions.js';
import { heading } from '../page.js';
import { discountTexts, groupText, modeText, requiresText, surchargeText } from '../rules.js';
import { drawTable, type Row } from '../table.js';
import type { CardView } from './view.js';

/** The surcharges in the card's order, which is the order they are applied in. */
export function drawSurcharges(view: CardView): string[] {
  return drawSurchargeRules(words.surcharges[view.language], view.card.surcharges ?? [], view);
}

/** The surcharges of a day that depend on more than the day and the item, each once. */
export function drawOpenSurcharges(found: readonly FoundItem[], view: CardView): string[] {
  const open = new Set(
    found.flatMap(({ surcharges = [] }) =>
      surcharges.filter(({ still }) => still !== undefined).map(({ rule }) => rule),
    ),
  );
  const rules = (view.card.surcharges ?? []).filter((rule) => open.has(rule));
  return drawSurchargeRules(words.perhaps[view.language], rules, view);
}

function drawSurchargeRules(title: string, rules: readonly SurchargeDocument[], view: CardView): string[] {
  const { currency, language } = view;
  const rows = rules.map((rule): Row => {
    const facts = [conditionWords(rule.when, language), groupText(rule.group, language)];
    return row(rule, surchargeText(rule, currency, language), facts, view);
  });
  return drawRules(title, rows, view);
}

/** The discounts in the card's order, which is the order they are taken in. */
export function drawDiscounts(view: CardView): string[] {
  const { card, currency, language } = view;
  const rows = (card.discounts ?? []).map((rule): Row => {
    const texts = discountTexts(rule, currency, language);
    const facts = [
      conditionWords(rule.when, language),
      requiresText(rule, language),
      modeText(rule, language),
      groupText(rule.group, language),
    ];
    return row(rule, texts.join('\n'), facts, view);
  });
  return drawRules(words.discounts[language], rows, view);
}

function row(
  rule: { id: string; title: string; title_en?: string | undefined },
  text: string,
  facts: readonly (string | undefined)[],
  { language, paint }: CardView,
): Row {
  return {
    cells: [{ text: rule.id, style: paint.strong }, titleIn(rule, language), { text, style: paint.strong }],
    below: facts.filter((fact) => fact !== undefined),
  };
}

function drawRules(title: string, rows: readonly Row[], view: CardView): string[] {
  if (rows.length === 0) return [];
  const { language, width, paint } = view;
  const columns = [
    { title: words.id[language], least: 12 },
    { title: words.title[language], least: 16 },
    { title: words.rate[language], align: 'right', least: 16 },
  ] as const;
  return ['', heading(title, view), ...drawTable(columns, rows, { width, paint })];
}
