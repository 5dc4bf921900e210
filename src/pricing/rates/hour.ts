import { ratio } from '../../money/ratio.js';
import type { Way } from './way.js';

/** Sold by the hour: minutes / 60. */
export const hour: Way = {
  per: 'hour',
  needsTime: true,
  countsImpressions: false,
  units: ({ minutes = 0 }) => ratio(BigInt(minutes), 60n),
};
