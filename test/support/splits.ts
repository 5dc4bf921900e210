import { workOut } from '../../src/pricing/price.js';
import { exact } from './oracle.js';
import { minor, type PricedDeal } from './priced-deal.js';

/** A whole amount as it was spread, and what it was spread by. */
export interface Split {
  readonly of: string;
  readonly over: 'lines' | 'spots' | 'instalments';
  readonly shares: readonly bigint[];
  readonly weights: readonly bigint[];
}

/** Every place in a deal where one amount became several: its steps, its taxes, its spots, its instalments. */
export function splitsOf({ card, pack, draft }: PricedDeal): Split[] {
  const work = workOut(pack, card, {});
  if (!work.ok) throw new Error(JSON.stringify(work.problems));
  const taxRates = [...new Set(draft.lines.map(({ taxRate }) => taxRate))];
  return [
    ...work.deal.steps.map(({ rule, shares }) => ({
      of: rule,
      over: 'lines' as const,
      shares: shares.map(({ amount }) => amount),
      weights: shares.map(({ before }) => before),
    })),
    ...taxRates.map((rate) => {
      const lines = draft.lines.filter(({ taxRate }) => taxRate === rate);
      return {
        of: `tax ${rate}`,
        over: 'lines' as const,
        shares: lines.map(({ tax }) => minor(tax)),
        weights: lines.map(({ amount }) => minor(amount)),
      };
    }),
    ...draft.lines.map(({ line, gross, spots }) => ({
      of: `line ${line}`,
      over: 'spots' as const,
      shares: spots.map(({ amount }) => minor(amount)),
      weights: spots.map((spot) => (minor(gross) === 0n ? 1n : minor(spot.gross))),
    })),
    {
      of: 'payable',
      over: 'instalments' as const,
      shares: draft.instalments.map(({ amount }) => minor(amount)),
      weights: draft.instalments.map(({ share }) => BigInt(exact(share).times(1e9).toFixed())),
    },
  ];
}

/** Whether every share is less than one unit away from its exact one. */
export function isClose({ shares, weights }: Pick<Split, 'shares' | 'weights'>): boolean {
  const whole = shares.reduce((sum, share) => sum + share, 0n);
  const sum = weights.reduce((all, weight) => all + weight, 0n);
  return shares.every((share, at) => {
    const off = share * sum - whole * (weights[at] ?? 0n);
    // A price fixed on a line without any gross has nothing to be spread by, and only one place to go.
    return sum === 0n ? whole === 0n || shares.length === 1 : -sum < off && off < sum;
  });
}

/** Whether the units left over stopped between two equal fractions, so that the order decided who had one. */
export function isTied({ shares, weights }: Split): boolean {
  const whole = shares.reduce((sum, share) => sum + (share < 0n ? -share : share), 0n);
  const sum = weights.reduce((all, weight) => all + weight, 0n);
  if (sum === 0n) return false;
  const cuts = weights.map((weight) => (whole * weight) % sum).sort((a, b) => (a < b ? 1 : -1));
  const left = Number(cuts.reduce((all, cut) => all + cut, 0n) / sum);
  return left > 0 && cuts[left - 1] === cuts[left];
}
