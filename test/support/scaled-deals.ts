import type { LineDocument, PackageDocument } from '../../src/documents/package.js';
import type { ItemDocument, RateCardDocument } from '../../src/documents/ratecard.js';
import { sections } from '../../src/documents/words.js';
import { exact } from './oracle.js';
import type { RandomDeal } from './random-deals.js';

type Scale = (amount: string) => string;

/** The deal with all its money so many times as much: every amount of the card and of the package. */
export function scaled({ card, pack }: RandomDeal, times: string): RandomDeal {
  const scale: Scale = (amount) => exact(amount).times(times).toFixed();
  return { card: scaledCard(card, scale), pack: scaledPackage(pack, scale) };
}

function scaledCard(card: RateCardDocument, scale: Scale): RateCardDocument {
  const spend = card.policies?.minimumSpend;
  const items = sections.flatMap((section) => {
    const entries = Object.entries(card[section] ?? {}).map(([id, item]) => [id, scaledItem(item, scale)]);
    return entries.length === 0 ? [] : [[section, Object.fromEntries(entries)]];
  });
  return {
    ...card,
    ...Object.fromEntries(items),
    surcharges: card.surcharges?.map((rule) => ({ ...rule, ...money('amount', rule.amount, scale) })),
    discounts: card.discounts?.map((rule) => ({
      ...rule,
      ...money('amount', rule.amount, scale),
      tiers: rule.tiers?.map(({ from, rate }) => ({ from: scale(from), rate })),
    })),
    policies:
      spend === undefined
        ? card.policies
        : { ...card.policies, minimumSpend: { ...spend, min: scale(spend.min) } },
  };
}

/** Where breaks begin is a count of units, not money. */
function scaledItem({ breaks, overtime, ...item }: ItemDocument, scale: Scale): ItemDocument {
  return {
    ...item,
    ...(item.price === 'on-request' ? {} : money('price', item.price, scale)),
    ...money('floor', item.floor, scale),
    breaks: breaks?.map(({ from, price }) => ({ from, price: scale(price) })),
    overtime: overtime === undefined ? undefined : { ...overtime, price: scale(overtime.price) },
  };
}

function scaledPackage(pack: PackageDocument, scale: Scale): PackageDocument {
  const { deal = {} } = pack;
  return {
    ...pack,
    lines: pack.lines.map(
      (line): LineDocument => ({
        ...line,
        ...money('fixed', line.fixed, scale),
        ...money('amount', line.amount, scale),
      }),
    ),
    deal: { ...deal, ...money('off', deal.off, scale), ...money('target', deal.target, scale) },
  };
}

function money<K extends string>(key: K, amount: string | undefined, scale: Scale): { [P in K]?: string } {
  return amount === undefined ? {} : ({ [key]: scale(amount) } as { [P in K]?: string });
}
