import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readHeading } from '../../src/bulk/requests/csv.js';
import { loadRateCard } from '../../src/card/load.js';
import { loadPackage } from '../../src/card/loadPackage.js';
import type { RateCard } from '../../src/card/ratecard.js';
import { problem, type RecordedProblem, recorded } from '../../src/diagnostics/problem.js';
import type { Quote } from '../../src/documents/quote.js';
import { readQuote } from '../../src/documents/written.js';
import { buildContract } from '../../src/papers/contract.js';
import { priceQuote } from '../../src/pricing/price.js';
import { differences, verifyQuote } from '../../src/pricing/verify.js';
import { findCardByDigest, findCardById, readInput } from '../../src/workspace/cards.js';
import { inBulk } from './bulk.js';
import { cardHead } from './plain-card.js';

/** Problems as every room but the loader's raises them, with the values it gives: for the words that quote these values. */
export function raisedProblems(): RecordedProblem[] {
  return [...misfits(), ...refusals(), ...ofPapers(), ...ofFiles(), ...ofBulk(), ...listed];
}

/** Raised where no test can stand: a card that is gone. */
const listed: readonly RecordedProblem[] = [
  recorded(problem('card-unavailable', [], { id: 'demo', digest: 'sha256:00' })),
  // Raised at the end of a run and between its files: test/bulk.runs.test.ts sees them there.
  recorded(problem('name-twice', [], { count: 2 })),
  recorded(problem('resume-differs', [], { what: 'requests' })),
  recorded(problem('part-unreadable', [], { part: 'part-0' })),
  recorded(problem('part-damaged', [], { part: 'part-0' })),
  recorded(problem('part-foreign', [], { part: 'part-1', first: 'part-0', what: 'card' })),
  recorded(problem('part-without-errors', [], { part: 'part-0' })),
  recorded(problem('row-needs-care', [], { kilobytes: 256 })),
  recorded(problem('part-twice', [], { part: 'part-1', first: 'part-0' })),
  recorded(problem('part-missing', [], { shard: '1/2' })),
];

/** Headings and rows of a CSV. */
function ofBulk(): RecordedProblem[] {
  const headings = ['package;item;dates', 'package,items,dates,dates', 'package,"item'];
  const columns = ['package', 'card', 'item', 'dates'];
  const rows = [
    'a,demo,prime',
    'b,demo,"pri"me,x',
    'c,demo,prime,x',
    'c,other,prime,x',
    `d,demo,${'x'.repeat(5_000_000)},x`,
  ];
  const { priced } = inBulk(cardText, rows, { requests: { format: 'csv', name: 'requests.csv', columns } });
  return [
    ...headings.flatMap((heading) => readHeading(Buffer.from(heading)).problems.map(recorded)),
    ...priced.refusals.flatMap(({ diagnostics }) =>
      diagnostics.map(({ code, severity, path, values }) => ({ code, severity, path, values })),
    ),
  ];
}

const cardText = `${cardHead}slots:
  prime: { title: 黄金档, price: 1万, per: hour, open: 20:00-24:00, formats: [visit], floor: 9500, minimum: 2 }
  day: { title: 首位, price: 1万, per: day, approval: boss }
  ask: { title: 待议, price: on-request, per: day }
  feed: { title: 信息流, price: 80, per: mille }
placements:
  pool: { title: 红包池, per: each, passThrough: true, tax: 0% }
policies: { bonusRatio: { max: 5% }, trueDiscount: { max: 20% }, hardAdShare: { min: 10% }, minimumSpend: { min: 100万 } }
approvals: [{ upTo: 10%, by: sales }, { upTo: 30%, by: boss }]
`;

function card(): RateCard {
  const loaded = loadRateCard(cardText);
  if (!loaded.ok) throw new Error(`the card of this test is broken: ${loaded.problems[0]?.code}`);
  return loaded.value;
}

function priced(body: string, card: RateCard) {
  const head =
    'apiVersion: kanli/v1\nkind: Package\nid: demo\ncard: demo\nasOf: 2016-11-05\nclient: { name: 客户 }\n';
  const loaded = loadPackage(
    body.startsWith('card:') ? head.replace('card: demo\n', '') + body : head + body,
  );
  if (!loaded.ok) throw new Error(`the package of this test is broken: ${loaded.problems[0]?.code}`);
  return priceQuote(loaded.value, card);
}

/** Packages that do not fit their card. */
function misfits(): RecordedProblem[] {
  const pack = `card: another
lines:
  - { item: prim, dates: 2016-11-10 }
  - { item: prime, dates: [2016-10-31, 2016-11-04], time: 18:00-20:03, times: { 2016-11-11: 20:00-21:00 }, format: game }
  - { item: prime, dates: 2016-11-10, fixed: 1.001, bonus: true, discount: 5% }
  - { item: day, dates: 2016-11-10, format: visit, amount: 5, impressions: 1000 }
  - { item: ask, dates: 2016-11-10 }
  - { item: pool, dates: 2016-11-10, fixed: 5 }
  - { item: feed, dates: 2016-11-10, quantity: 2 }
`;
  return priced(pack, card()).problems.map(recorded);
}

/** Deals that are priced and refused, or that somebody must approve. */
function refusals(): RecordedProblem[] {
  const prime = 'item: prime, dates: 2016-11-10, time: 20:00-21:00, format: visit';
  const deals = [
    `lines:\n  - { ${prime} }\n  - { item: day, dates: 2016-11-10, bonus: true }\ndeal: { off: 100万 }\n`,
    `lines:\n  - { ${prime}, discount: 8% }\n  - { item: day, dates: 2016-11-10 }\ndeal: { target: 9千万 }\n`.replace(
      '9千万',
      '1亿',
    ),
    `lines:\n  - { ${prime}, fixed: 1万 }\n  - { item: day, dates: 2016-11-10 }\ndeal: { target: 1 }\n`,
    `lines:\n  - { item: day, dates: 2016-11-10, bonus: true }\n`,
  ];
  return deals.flatMap((deal) => {
    const result = priced(deal, card());
    const reasons = result.ok ? result.value.approval.reasons : (result.draft?.approval.reasons ?? []);
    return [...result.problems.map(recorded), ...reasons];
  });
}

/** A quote somebody changed, another card than its own, and the contract of a desk without a name. */
function ofPapers(): RecordedProblem[] {
  const plain = loadRateCard(cardText.replace(/policies:.*\n/, ''));
  if (!plain.ok) throw new Error('the card of this test is broken');
  const result = priced('lines:\n  - { item: day, dates: 2016-11-10 }\n', plain.value);
  if (!result.ok) throw new Error(`the quote of this test is refused: ${result.problems[0]?.code}`);
  const quote = result.value;
  const changed: Quote = { ...quote, totals: { ...quote.totals, payable: '1.00' } };
  const noQuote = readQuote({ kind: 'Quote' });
  return [
    ...verifyQuote(changed, plain.value).problems.map(recorded),
    ...verifyQuote(quote, card()).problems.map(recorded),
    ...differences({ payable: '1.00' }, { payable: '2.00' }, 'paper-differs').map(recorded),
    ...noQuote.problems.map(recorded),
    ...buildContract(quote, { language: 'zh' }).diagnostics,
  ];
}

/** Files and folders that are not as they were named. */
function ofFiles(): RecordedProblem[] {
  const folder = mkdtempSync(join(tmpdir(), 'kanli-words-'));
  try {
    for (const name of ['a.yaml', 'b.yaml']) writeFileSync(join(folder, name), cardText);
    const named = { path: folder, name: 'cards' };
    const file = { path: join(folder, 'a.yaml'), name: 'cards/a.yaml' };
    return [
      readInput({ path: join(folder, 'none.yaml'), name: 'none.yaml' }),
      readInput(named),
      findCardById(named, 'demp'),
      findCardById(named, 'demo'),
      findCardByDigest([file], 'demo', 'sha256:00'),
    ].flatMap((found) => {
      if ('problem' in found) return [found.problem];
      return 'problems' in found ? [...found.problems] : [];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
