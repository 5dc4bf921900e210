import { agency } from './agency.js';
import { bonus } from './bonus.js';
import { broadcastClock } from './broadcastClock.js';
import type { ClauseWriter } from './clause.js';
import { content } from './content.js';
import { hardAds } from './hardAds.js';
import { passThrough } from './passThrough.js';
import { price } from './price.js';
import { validity } from './validity.js';
import { viewerBenefit } from './viewerBenefit.js';

/** Every clause, in the order of the contract. A new one: its file, its line here, its case. */
export const clauseWriters: readonly ClauseWriter[] = [
  price,
  content,
  hardAds,
  viewerBenefit,
  passThrough,
  bonus,
  agency,
  broadcastClock,
  validity,
];
