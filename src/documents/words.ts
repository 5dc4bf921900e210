/** The fixed words of cards and packages. */

export const apiVersion = 'kanli/v1';
export const documentKinds = [
  'RateCard',
  'Package',
  'Quote',
  'Contract',
  'Schedule',
  'BulkManifest',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** What the ledger says and answers: JSON with a schema, but no file that anybody hands in. */
const answerKinds = ['LedgerEvent', 'Receipt', 'Refusal', 'Bookings', 'Availability'] as const;
export const schemaKinds = [...documentKinds, ...answerKinds] as const;
export type SchemaKind = (typeof schemaKinds)[number];

export const sections = ['slots', 'celebrities', 'placements'] as const;
export type Section = (typeof sections)[number];

export const waysOfSelling = ['hour', 'day', 'session', 'wave', 'post', 'each', 'mille'] as const;
export type WayOfSelling = (typeof waysOfSelling)[number];

export const natures = ['hard', 'content', 'interactive'] as const;
export type Nature = (typeof natures)[number];

export const taxBases = ['tax-included', 'tax-excluded'] as const;
export type TaxBasis = (typeof taxBases)[number];

export const cardRoundings = ['half-up', 'half-even'] as const;
export const surchargeBases = ['list', 'running'] as const;
export const tierModes = ['threshold', 'graduated'] as const;
export const settlements = ['net', 'rebate'] as const;
export const levels = ['error', 'warning'] as const;
export const lateFeePeriods = ['day', 'week', 'month'] as const;
export const allRooms = 'all-rooms';

export const closings = ['bonus', 'fixed', 'pass-through'] as const;
export type Closing = (typeof closings)[number];

export const adjustmentKinds = ['bonus', 'fixed', 'discount', 'line', 'deal', 'commission'] as const;
export type AdjustmentKind = (typeof adjustmentKinds)[number];

export const ratioPolicies = ['hardAdShare', 'viewerBenefitShare', 'bonusRatio', 'trueDiscount'] as const;

/** Names of steps that no rule of a card may take. Source: pricing rules, "The card". */
export function isReservedRule(id: string): boolean {
  return ['bonus', 'fixed', 'line', 'agency'].includes(id) || id.startsWith('deal.');
}
