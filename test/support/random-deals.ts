import fc from 'fast-check';
import { addDays } from '../../src/calendar/date.js';
import type { PackageDocument } from '../../src/documents/package.js';
import type { RateCardDocument } from '../../src/documents/ratecard.js';
import { sections } from '../../src/documents/words.js';
import { priceDeal, total } from './priced-deal.js';
import { rates, type WrittenForm, words, written, writtenForms } from './random-amounts.js';
import { cards, type Money, moneys } from './random-cards.js';
import { fitted, wishes } from './random-lines.js';
import { categories, season } from './random-rules.js';
import { terms } from './random-terms.js';

/** A sound card and a package that fits it; whether the deal may be sold is another matter. */
export interface RandomDeal {
  readonly card: RateCardDocument;
  readonly pack: PackageDocument;
}

/** Random cards and packages; together they use every field of both formats (`arbitraries.test.ts` counts). */
export const deals: fc.Arbitrary<RandomDeal> = moneys.chain(dealsIn);

/** Deals of one currency and one size of amounts. */
export function dealsIn(money: Money): fc.Arbitrary<RandomDeal> {
  return cards(money).chain((card) => packages(card, money).map((pack) => ({ card, pack })));
}

const client = fc.record(
  {
    name: words,
    taxId: words,
    address: words,
    contact: words,
    phone: words,
    email: words,
    bank: words,
    account: words,
    category: fc.constantFrom(...categories),
  },
  { requiredKeys: ['name'] },
);

const agency = fc.record(
  { name: words, commission: rates(100), settle: fc.constantFrom('net', 'rebate') },
  { requiredKeys: ['name', 'commission'] },
);

/** Thousandths of what the open lines have left: mostly within reach, at times all of it, at times beyond. */
const thousandths = fc.oneof(
  { weight: 8, arbitrary: fc.bigInt(0n, 400n) },
  { weight: 2, arbitrary: fc.constantFrom(1000n, 1001n, 1010n) },
);

function packages(card: RateCardDocument, money: Money): fc.Arbitrary<PackageDocument> {
  const items = sections.flatMap((section) => Object.entries(card[section] ?? {}));
  const terse = fc.record(
    {
      client,
      agency,
      discount: rates(100),
      off: thousandths,
      less: thousandths,
      form: writtenForms,
      terms,
    },
    { requiredKeys: ['client', 'form'] },
  );
  const asked = fc.array(wishes(money), { minLength: 1, maxLength: 5 });
  return fc
    .tuple(asked, fc.integer({ min: -25, max: 10 }), terse)
    .map(([lines, early, { discount, off, less, form, ...parties }]) => {
      const asOf = addDays(season.first, early);
      const plain = {
        apiVersion: 'kanli/v1' as const,
        kind: 'Package' as const,
        id: 'random-package',
        card: card.id,
        asOf,
        ...parties,
        lines: lines.map((wish) => fitted(wish, items, asOf)),
        ...(discount === undefined ? {} : { deal: { discount } }),
      };
      return off === undefined && less === undefined
        ? plain
        : bargained({ card, pack: plain }, { off, less, digits: money.digits, form });
    });
}

interface Bargain {
  readonly off: bigint | undefined;
  readonly less: bigint | undefined;
  readonly digits: number;
  readonly form: WrittenForm;
}

/** The package with `deal.off` and `deal.target` as thousandths of what its open lines come to without them. */
function bargained({ card, pack }: RandomDeal, { off, less, digits, form }: Bargain): PackageDocument {
  const { agency: _paidLater, ...own } = pack;
  const { lines } = priceDeal({ card, pack: own }).draft;
  const open = total(lines.filter((line) => line.closed === undefined).map((line) => line.amount));
  const closed = total(lines.filter((line) => line.closed !== undefined).map((line) => line.amount));
  const taken = (open * (off ?? 0n)) / 1000n;
  const target = closed + ((open - taken) * (1000n - (less ?? 0n))) / 1000n;
  return {
    ...pack,
    deal: {
      ...pack.deal,
      ...(off === undefined ? {} : { off: written(taken, digits, form) }),
      ...(less === undefined || target < 0n ? {} : { target: written(target, digits, form) }),
    },
  };
}
