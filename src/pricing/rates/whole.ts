import type { WayOfSelling } from '../../documents/words.js';
import { ratio } from '../../money/ratio.js';
import type { Way } from './way.js';

const one = ratio(1n);

function whole(per: WayOfSelling): Way {
  return { per, needsTime: false, countsImpressions: false, units: () => one };
}

/** Sold as a whole, one unit a spot; a session longer than what is included adds overtime. */
export const day = whole('day');
export const session = whole('session');
export const wave = whole('wave');
export const post = whole('post');
export const each = whole('each');
