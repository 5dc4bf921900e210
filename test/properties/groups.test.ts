import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DiscountDocument, SurchargeDocument } from '../../src/documents/ratecard.js';
import { priceDeal } from '../support/priced-deal.js';
import { fewRuns } from '../support/runs.js';
import { smallDeal } from '../support/small-deal.js';

type Rule = readonly [rule: string, amount: string];

/** A post of 1000 yen: the rules that applied to it, in order, and what each came to. */
function applied(surcharges: Partial<SurchargeDocument>[], discounts: Partial<DiscountDocument>[]): Rule[] {
  const deal = smallDeal(
    {
      placements: { post: { title: '贴', per: 'post', price: '1000' } },
      surcharges: surcharges.map((rule, at) => ({ id: `plus-${at}`, title: '加', ...rule })),
      discounts: discounts.map((rule, at) => ({ id: `less-${at}`, title: '减', ...rule })),
    },
    { lines: [{ item: 'post', dates: ['2016-11-11'] }] },
  );
  const line = priceDeal(deal).draft.lines[0];
  return [...(line?.spots[0]?.surcharges ?? []), ...(line?.adjustments ?? [])].map(({ rule, amount }) => [
    rule,
    amount,
  ]);
}

const group = 'one';
const unmet = { tiers: ['nobody'] };

describe('of a group of surcharges', () => {
  test('the largest applies, of equals the first, at the place of the first that applies', () => {
    const rules = [
      { rate: '10%', group },
      { rate: '10%', on: 'running' as const },
      { rate: '20%', group },
      { amount: '200', group },
    ];
    expect(applied(rules, [])).toEqual([
      ['plus-2', '200'],
      ['plus-1', '120'],
    ]);
  });

  test('one whose conditions do not hold keeps no place, one of 0% does', () => {
    const running = { rate: '10%', on: 'running' as const };
    const later = { rate: '20%', group };
    expect(applied([{ rate: '10%', group, when: unmet }, running, later], [])).toEqual([
      ['plus-1', '100'],
      ['plus-2', '200'],
    ]);
    expect(applied([{ rate: '0%', group }, running, later], [])).toEqual([
      ['plus-2', '200'],
      ['plus-1', '120'],
    ]);
  });
});

describe('of a group of discounts', () => {
  test('the largest applies, of equals the first, at the place of the first that gives any', () => {
    const rules = [{ rate: '10%', group }, { rate: '50%' }, { rate: '20%', group }, { amount: '200', group }];
    expect(applied([], rules)).toEqual([
      ['less-2', '-200'],
      ['less-1', '-400'],
    ]);
  });

  test('one that gives nothing keeps no place', () => {
    const rules = [{ rate: '0%', group }, { rate: '50%' }, { rate: '10%', group }, { rate: '20%', group }];
    expect(applied([], rules)).toEqual([
      ['less-1', '-500'],
      ['less-3', '-100'],
    ]);
  });

  test('each is judged on what is left at that place', () => {
    const rules = [{ rate: '90%' }, { rate: '40%', group }, { amount: '50', group }];
    expect(applied([], rules)).toEqual([
      ['less-0', '-900'],
      ['less-2', '-50'],
    ]);
  });
});

describe('any group', () => {
  test('gives what its best rule would give alone', () => {
    const rates = fc.array(fc.nat(100), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rates, (percents) => {
        const rules = percents.map((percent) => ({ rate: `${percent}%`, group }));
        const best = Math.max(...percents);
        const first = percents.indexOf(best);
        const amount = best * 10;
        expect(applied(rules, [])).toEqual(amount === 0 ? [] : [[`plus-${first}`, `${amount}`]]);
        expect(applied([], rules)).toEqual(amount === 0 ? [] : [[`less-${first}`, `-${amount}`]]);
      }),
      fewRuns,
    );
  });
});
