import type { Deal } from '../deal.js';
import { agency } from './agency.js';
import { cardDiscounts } from './cardDiscounts.js';
import { closedLines } from './closedLines.js';
import { dealDiscount } from './dealDiscount.js';
import { dealOff } from './dealOff.js';
import { dealTarget } from './dealTarget.js';
import { lineDiscounts } from './lineDiscounts.js';
import { tax } from './tax.js';

/** What the desk gives away or takes on: after these, its figures are judged. */
export const dealStages: readonly ((deal: Deal) => void)[] = [
  closedLines,
  cardDiscounts,
  lineDiscounts,
  dealDiscount,
  dealOff,
  dealTarget,
];

/** What comes on top of a judged deal. The order of both lists is the order of calculation. */
export const closingStages: readonly ((deal: Deal) => void)[] = [agency, tax];
