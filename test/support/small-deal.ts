import type { PackageDocument } from '../../src/documents/package.js';
import type { RateCardDocument } from '../../src/documents/ratecard.js';
import type { RandomDeal } from './random-deals.js';
import { season } from './random-rules.js';

/** A deal of which only what matters is said: in yen, no tax, asked for on the season's first day, unless said otherwise. */
export function smallDeal(
  card: Partial<RateCardDocument>,
  pack: Pick<PackageDocument, 'lines'> & Partial<PackageDocument>,
): RandomDeal {
  return {
    card: {
      apiVersion: 'kanli/v1',
      kind: 'RateCard',
      id: 'small',
      version: '1',
      title: '小刊例',
      platform: 'somewhere',
      currency: 'JPY',
      timezone: 'Asia/Tokyo',
      valid: `${season.first}/${season.last}`,
      prices: 'tax-included',
      tax: '0%',
      ...card,
    },
    pack: {
      apiVersion: 'kanli/v1',
      kind: 'Package',
      id: 'small',
      card: 'small',
      asOf: season.first,
      client: { name: '客户' },
      ...pack,
    },
  };
}
