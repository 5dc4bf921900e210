import { ratio } from '../../money/ratio.js';
import type { Way } from './way.js';

/** Sold by the thousand impressions (CPM): impressions of the spot / 1000. */
export const mille: Way = {
  per: 'mille',
  needsTime: false,
  countsImpressions: true,
  units: ({ impressions = 0 }) => ratio(BigInt(impressions), 1000n),
};
