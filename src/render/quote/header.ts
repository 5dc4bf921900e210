import { fill } from '../../lang/text.js';
import { settlementWords, taxBasisWords, titleIn, word } from '../../lang/trade.js';
import { quoteViewWords as words } from '../../lang/views.js';
import { currencySymbol } from '../../money/currency.js';
import { type Fact, facts } from '../page.js';
import { wrapText } from '../wrap.js';
import { type DealView, refused } from './deal.js';

/** Who asks for what, by which card, until when. */
export function drawTitle({ deal, language, width, paint }: DealView): string[] {
  const mark = refused(deal) ? `  ✗ ${words.refused[language]}` : '';
  const style = refused(deal) ? paint.bad : paint.heading;
  return wrapText(`${words.quote[language]} ${deal.package.id}${mark}`, width).map(style);
}

export function drawHeader(view: DealView): string[] {
  const { deal, language } = view;
  const { client, agency } = deal.package;
  const { id, version, prices } = deal.rateCard;
  const currency = {
    code: deal.currency,
    symbol: currencySymbol(deal.currency),
    prices: word(taxBasisWords, prices, language),
  };
  const entries: Fact[] = [
    {
      label: words.client[language],
      values: [
        client.category === undefined
          ? client.name
          : fill(words.clientOf, language, { name: client.name, category: client.category }),
      ],
    },
    ...(agency === undefined
      ? []
      : [
          {
            label: words.agency[language],
            values: [
              fill(words.agencyTerms, language, {
                name: agency.name,
                rate: agency.commission,
                settle: word(settlementWords, agency.settle ?? 'net', language),
              }),
            ],
          },
        ]),
    { label: words.card[language], values: [titleIn(deal.rateCard, language), `${id} ${version}`] },
    { label: words.asOf[language], values: [deal.asOf, `${words.validUntil[language]} ${deal.validUntil}`] },
    { label: words.currency[language], values: [fill(words.currencyAs, language, currency)] },
  ];
  return facts(entries, view);
}
