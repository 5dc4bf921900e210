import { fill } from '../../lang/text.js';
import { taxBasisWords, titleIn } from '../../lang/trade.js';
import { cardViewWords as words } from '../../lang/views.js';
import { currencySymbol } from '../../money/currency.js';
import { intervalDates } from '../dates.js';
import { grouped } from '../numbers.js';
import { type Fact, facts } from '../page.js';
import { wrapText } from '../wrap.js';
import type { CardView } from './view.js';

/** Whose card it is, for when, and what its prices mean. */
export function drawCardHeader(view: CardView): string[] {
  const { card, language, width, paint } = view;
  const { audience } = card;
  const counted = [
    ...(audience?.source === undefined ? [] : [audience.source]),
    ...(audience?.asOf === undefined ? [] : [audience.asOf]),
  ];
  const entries: Fact[] = [
    { label: words.card[language], values: [card.id, `${words.version[language]} ${card.version}`] },
    {
      label: words.platform[language],
      values: [card.platform, `${words.timezone[language]} ${card.timezone}`],
    },
    { label: words.valid[language], values: [intervalDates(card.valid)] },
    {
      label: words.prices[language],
      values: [
        `${card.currency} ${currencySymbol(card.currency)}`,
        taxBasisWords[card.prices][language],
        fill(words.ownTax, language, { tax: card.tax }),
        ...(card.rounding === 'half-even' ? [words.halfEven[language]] : []),
      ],
    },
    ...(audience?.daily === undefined
      ? []
      : [{ label: words.audience[language], values: [grouped(String(audience.daily)), ...counted] }]),
  ];
  return [...wrapText(titleIn(card, language), width).map(paint.heading), ...facts(entries, view)];
}
