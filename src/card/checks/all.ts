import type { Problem } from '../../diagnostics/problem.js';
import type { RateCardDocument } from '../../documents/ratecard.js';
import type { Salvaged } from '../../documents/read.js';
import { checkApprovals } from './approvals.js';
import { checkItems } from './items.js';
import { checkMoney } from './money.js';
import { checkPolicies } from './policies.js';
import { checkReferences } from './references.js';
import { checkRules } from './rules.js';
import { checkTerms } from './terms.js';
import { checkTimezone } from './timezone.js';

export type SalvagedCard = Salvaged<RateCardDocument>;

/** What makes a card unusable, one check a file. Each sees a card that may have gaps, and passes over them. */
export const cardChecks: readonly ((card: SalvagedCard) => readonly Problem[])[] = [
  checkMoney,
  checkTimezone,
  checkItems,
  checkRules,
  checkReferences,
  checkPolicies,
  checkApprovals,
  checkTerms,
];
