import type { WayOfSelling } from '../../documents/words.js';
import type { Ratio } from '../../money/ratio.js';

/** What one spot asks for, as far as the way of selling looks at it. */
export interface Asked {
  /** Length of the spot; undefined when it is sold whole. */
  readonly minutes: number | undefined;
  /** Impressions of the spot, for what is sold per mille. */
  readonly impressions: number | undefined;
}

/** One way of selling: what a unit is. Source: pricing rules, "Spot price". */
export interface Way {
  readonly per: WayOfSelling;
  /** A spot cannot be priced without its time. */
  readonly needsTime: boolean;
  /** A spot says its impressions, and takes no quantity. */
  readonly countsImpressions: boolean;
  /** Units of one spot, exact. */
  readonly units: (asked: Asked) => Ratio;
}
