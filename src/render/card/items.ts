import type { CardSearch, FoundItem } from '../../card/search.js';
import { onRequest } from '../../documents/fields.js';
import type { ItemDocument } from '../../documents/ratecard.js';
import { allRooms, sections } from '../../documents/words.js';
import { fill, listMark, type Text } from '../../lang/text.js';
import {
  durationWords,
  formatWords,
  natureWords,
  perWords,
  sectionWords,
  titleIn,
  wordList,
} from '../../lang/trade.js';
import { cardViewWords as words } from '../../lang/views.js';
import { grouped, priceText } from '../numbers.js';
import { heading } from '../page.js';
import { surchargeText } from '../rules.js';
import { asItIs, behind, drawTable, type Row } from '../table.js';
import { wrapText } from '../wrap.js';
import type { CardView } from './view.js';

/** Items in tables, one a section. */
export function drawItems(found: readonly FoundItem[], view: CardView): string[] {
  const { language, width, paint } = view;
  const columns = [
    { title: words.id[language], least: 12 },
    { title: words.title[language], least: 16 },
    { title: words.open[language], folds: behind(words.open[language]) },
    { title: words.capacity[language], align: 'right', folds: behind(words.capacity[language]) },
    { title: words.nature[language], folds: asItIs },
    { title: words.tier[language], folds: behind(words.tier[language]) },
    { title: words.price[language], align: 'right', least: 20 },
  ] as const;
  return sections.flatMap((section) => {
    const rows = found.filter((entry) => entry.section === section).map((entry) => itemRow(entry, view));
    if (rows.length === 0) return [];
    return [
      '',
      heading(sectionWords[section][language], view),
      ...drawTable(columns, rows, { width, paint }),
    ];
  });
}

function itemRow(found: FoundItem, view: CardView): Row {
  const { language, paint } = view;
  const { id, item } = found;
  return {
    cells: [
      { text: id, style: paint.strong },
      titleIn(item, language),
      item.open ?? '',
      item.capacity === undefined ? '' : grouped(String(item.capacity)),
      natureWords[item.nature ?? 'content'][language],
      item.tier ?? '',
      { text: priceLines(item, view).join('\n'), style: paint.strong },
    ],
    below: [...itemFacts(item, view), ...dayFacts(found, view)],
  };
}

function priceLines(item: ItemDocument, { currency, language }: CardView): string[] {
  const per = perWords[item.per][language];
  if (item.passThrough === true) return [words.atCost[language]];
  if (item.price === onRequest) return [words.onRequest[language]];
  const unit = (price: string) => fill(words.perUnit, language, { price: priceText(price, currency), per });
  if (item.breaks === undefined) return [unit(item.price ?? '0')];
  return item.breaks.map(({ from, price }) =>
    from === '0'
      ? unit(price)
      : fill(words.fromUnits, language, { from: grouped(from), price: priceText(price, currency) }),
  );
}

/** A field of an item that stands only where the card says something. */
function fact(text: Text, name: string, value: string | undefined, view: CardView): string[] {
  return value === undefined ? [] : [fill(text, view.language, { [name]: value })];
}

function itemFacts(item: ItemDocument, view: CardView): string[] {
  const { currency, language } = view;
  const { overtime } = item;
  const whole = (count: number | undefined) => (count === undefined ? undefined : grouped(String(count)));
  const lasting = (duration: string | undefined) =>
    duration === undefined ? undefined : durationWords(duration, language);
  return [
    ...fact(words.formats, 'formats', item.formats && wordList(formatWords, item.formats, language), view),
    ...fact(words.included, 'included', lasting(item.included), view),
    ...(overtime === undefined
      ? []
      : [
          fill(words.overtime, language, {
            price: priceText(overtime.price, currency),
            per: durationWords(overtime.per, language),
          }),
        ]),
    ...fact(words.minimum, 'minimum', item.minimum && grouped(item.minimum), view),
    ...fact(words.floor, 'floor', item.floor && priceText(item.floor, currency), view),
    ...fact(words.approvalBy, 'role', item.approval, view),
    ...fact(words.viewerBenefit, 'share', item.viewerBenefit, view),
    ...fact(words.ownTax, 'tax', item.tax, view),
    ...(item.scope === allRooms ? [words.allRooms[language]] : []),
    ...fact(words.rest, 'rest', lasting(item.rest), view),
    ...fact(words.maxPerDay, 'count', whole(item.maxPerDay), view),
    ...fact(words.resource, 'resource', item.resource, view),
    ...fact(words.tags, 'tags', item.tags?.join(listMark[language]), view),
  ];
}

/** The surcharges that apply on the day that was asked for, whatever else a line says. */
function dayFacts({ surcharges }: FoundItem, { language, currency }: CardView): string[] {
  if (surcharges === undefined) return [];
  const sure = surcharges.filter(({ still }) => still === undefined);
  if (sure.length === 0) return [words.noSurcharge[language]];
  const rules = sure.map(
    ({ rule }) => `${titleIn(rule, language)} ${surchargeText(rule, currency, language)}`,
  );
  return [fill(words.surely, language, { rules })];
}

/** How many were found, and by what. */
export function drawSearch(found: readonly FoundItem[], search: CardSearch, view: CardView): string[] {
  const { card, currency, language, paint } = view;
  const all = sections.reduce((count, section) => count + Object.keys(card[section] ?? {}).length, 0);
  const filter = [
    ...(search.section === undefined
      ? []
      : [fill(words.filterSection, language, { section: sectionWords[search.section][language] })]),
    ...fact(words.filterTier, 'tier', search.tier, view),
    ...fact(words.filterDate, 'date', search.date, view),
    ...fact(words.filterLeast, 'price', search.least && priceText(search.least, currency), view),
    ...fact(words.filterMost, 'price', search.most && priceText(search.most, currency), view),
    ...fact(words.filterWords, 'words', search.words?.join(' '), view),
  ];
  const counted = fill(words.found, language, { found: found.length, all, filter });
  return [
    ...(found.length === 0 ? wrapText(words.nothing[language], view.width).map(paint.warning) : []),
    ...wrapText(counted, view.width).map(paint.faint),
  ];
}
