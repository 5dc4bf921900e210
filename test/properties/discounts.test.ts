import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PackageDocument } from '../../src/documents/package.js';
import type { QuoteLine } from '../../src/documents/quote.js';
import { minor, priceDeal, total } from '../support/priced-deal.js';
import { deals, type RandomDeal } from '../support/random-deals.js';
import { runs } from '../support/runs.js';

/** The package without what could stand in the way of a discount of everything. */
function plain(pack: PackageDocument): PackageDocument {
  const { deal: _bargain, agency: _agency, ...rest } = pack;
  return rest;
}

/** Ways of giving everything away. */
const everythingOff: Readonly<Record<string, (deal: RandomDeal) => RandomDeal>> = {
  'deal.discount': ({ card, pack }) => ({ card, pack: { ...plain(pack), deal: { discount: '100%' } } }),
  'a discount of the card': ({ card, pack }) => {
    const all = { id: 'all', title: '全免', rate: '100%' };
    return { card: { ...card, discounts: [...(card.discounts ?? []), all] }, pack: plain(pack) };
  },
  'a discount of every line': ({ card, pack }) => {
    const lines = pack.lines.map((line) =>
      line.bonus === true || line.fixed !== undefined || line.amount !== undefined
        ? line
        : { ...line, discount: '100%' },
    );
    return { card, pack: { ...plain(pack), lines } };
  },
  'a commission': ({ card, pack }) => ({
    card,
    pack: { ...plain(pack), agency: { name: '全返', commission: '100%', settle: 'net' } },
  }),
};

function isNothing({ amount, net, tax, payable, spots }: QuoteLine): boolean {
  return [amount, net, tax, payable, ...spots.map((spot) => spot.amount)].every((text) => minor(text) === 0n);
}

describe('everything off', () => {
  test.each(Object.keys(everythingOff))('100%% by %s leaves exactly 0', (way) => {
    fc.assert(
      fc.property(deals, (deal) => {
        const { lines } = priceDeal((everythingOff[way] ?? ((same) => same))(deal)).draft;
        const free = lines.filter(({ closed }) => closed === undefined || closed === 'bonus');
        expect(free.filter((line) => !isNothing(line))).toEqual([]);
      }),
      runs,
    );
  });

  test('a commission of 100% takes fixed lines to 0 too, and leaves the pool alone', () => {
    fc.assert(
      fc.property(deals, (deal) => {
        const { lines } = priceDeal((everythingOff['a commission'] ?? ((same) => same))(deal)).draft;
        for (const line of lines) {
          if (line.closed === 'pass-through') expect(line.amount).toBe(line.gross);
          else expect(isNothing(line)).toBe(true);
        }
      }),
      runs,
    );
  });
});

/** What a line came to before the agency's commission. */
const beforeAgency = ({ gross, adjustments }: QuoteLine) =>
  minor(adjustments.findLast(({ kind }) => kind !== 'commission')?.after ?? gross);

describe('deal.target', () => {
  test('is hit to the cent, before agency', () => {
    let aimed = 0;
    fc.assert(
      fc.property(deals, (deal) => {
        const { pack, draft, problems } = priceDeal(deal);
        const target = pack.deal?.target;
        fc.pre(target !== undefined && !problems.some(({ code }) => code.startsWith('target-')));
        aimed += 1;
        const digits = (draft.totals.gross.split('.')[1] ?? '').length;
        const [whole = '', fraction = ''] = target.split('.');
        const sum = draft.lines.reduce((all, line) => all + beforeAgency(line), 0n);
        expect(sum).toBe(BigInt(whole + fraction.padEnd(digits, '0')));
        expect(minor(draft.totals.gross) - minor(draft.totals.discounts)).toBe(sum);
      }),
      runs,
    );
    expect(aimed).toBe(runs.numRuns);
  });

  test('a target above the sum, or below what closed lines cost, is refused', () => {
    fc.assert(
      fc.property(deals, fc.boolean(), ({ card, pack }, above) => {
        const { lines, totals } = priceDeal({ card, pack: plain(pack) }).draft;
        const digits = (totals.gross.split('.')[1] ?? '').length;
        const closed = total(lines.filter((line) => line.closed !== undefined).map((line) => line.amount));
        const target = above ? total(lines.map((line) => line.amount)) + 1n : closed - 1n;
        fc.pre(target >= 0n);
        const text = target.toString().padStart(digits + 1, '0');
        const point = text.length - digits;
        const written = `${text.slice(0, point)}${digits === 0 ? '' : `.${text.slice(point)}`}`;
        const refused = priceDeal({ card, pack: { ...plain(pack), deal: { target: written } } });
        const code = above ? 'target-above-sum' : 'target-unreachable';
        expect([refused.quote, refused.problems.map((problem) => problem.code)]).toEqual([
          undefined,
          expect.arrayContaining([code]),
        ]);
      }),
      runs,
    );
  });
});
