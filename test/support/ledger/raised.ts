import { createRequire } from 'node:module';
import { problem, type RecordedProblem, recorded } from '../../../src/diagnostics/problem.js';
import { canonicalJson, digestOf } from '../../../src/documents/canonical.js';
import type { Answer } from '../../../src/ledger/answer.js';
import { beginning } from '../../../src/ledger/chain.js';
import { type Ledger, openLedger } from '../../../src/ledger/ledger.js';
import { at, card, cardOf, cardText, quoteFor } from './card.js';
import { openedAt, sqlitePlace } from './engines.js';

/** Problems as the ledger raises them, with the values it gives: for the words that quote these values. */
export async function raisedByLedger(): Promise<RecordedProblem[]> {
  return [...(await byVerbs()), ...(await byCare()), ...listed];
}

/** Raised by commands, or where a test of its own sees them. */
const listed: readonly RecordedProblem[] = [
  recorded(problem('as-of-replaced', ['asOf'], { asOf: '2016-10-20', today: '2016-10-26' })),
  recorded(problem('no-paper', [], { booking: 'demo-0001', state: 'released' })),
  recorded(problem('document-missing', [], { platform: 'demo', seq: 1, digest: 'sha256:00' })),
  recorded(problem('ledger-older', [], { ledger: 'ledger.db', found: 1, known: 2 })),
];

async function byVerbs(): Promise<RecordedProblem[]> {
  const { place, remove } = await sqlitePlace();
  const ledger = await openedAt(place);
  const now = at('2016-10-26 10:00');
  const problems: RecordedProblem[] = [];
  const note = (answer: Answer<unknown>) => problems.push(...answer.problems.map(recorded));
  try {
    const line = { item: 'star', dates: ['2016-11-05'], time: '20:00-21:00' };
    const first = quoteFor([line], { category: 'beauty' });
    note(await ledger.hold(first, card, { now, key: 'k' }));
    const number = 'demo-0001';
    note(await ledger.hold(quoteFor([line], { id: 'p-2' }), card, { now, key: 'k' }));
    note(await ledger.hold(quoteFor([line, line]), card, { now }));
    note(await ledger.hold(first, cardOf(cardText.replace('version: "1"', 'version: "2"')), { now }));
    note(await ledger.hold({ ...first, id: 'other' }, card, { now }));
    const abroad = cardOf(cardText.replace('Asia/Shanghai', 'Asia/Tokyo'));
    note(
      await ledger.hold(quoteFor([{ ...line, dates: ['2016-11-20'] }], { id: 'p-3', card: abroad }), abroad, {
        now,
      }),
    );
    note(await ledger.hold(quoteFor([line], { id: 'p-4' }), card, { now: at('2016-11-25 10:00') }));
    note(await ledger.hold(quoteFor([line], { id: 'p-4' }), card, { now: at('2016-10-20 10:00') }));
    note(await ledger.hold(quoteFor([line], { id: 'p-4' }), card, { now, replace: 'other-0001' }));
    note(await ledger.confirm('demo-9999', { now }));
    note(await ledger.confirm(number, { now, ifRevision: 7 }));
    note(await ledger.confirm(number, { now }));
    note(await ledger.cancel(number, { now }));
    note(await ledger.approve(number, { now, role: 'nobody', by: 'A' }));
    const steep = quoteFor([{ ...line, item: 'idol' }], { id: 'p-5', more: { deal: { discount: '20%' } } });
    note(await ledger.hold(steep, card, { now }));
    note(await ledger.approve('demo-0002', { now, role: 'sales', by: 'A' }));
    note(await ledger.approve(number, { now, role: 'sales', by: 'A' }));
    note(await ledger.confirm(number, { now }));
    note(await ledger.cancel(number, { now, lines: [9] }));
    note(await ledger.cancel(number, { now, brand: '无' }));
    const step = { line: 1, date: '2016-11-05', toDate: '2016-11-08' };
    note(await ledger.move(number, { now, steps: [{ ...step, date: '2016-11-06' }] }));
    note(await ledger.move(number, { now, steps: [step, step] }));
    note(await ledger.move(number, { now: at('2016-11-05 20:30'), steps: [step] }));
    note(
      await ledger.hold(
        quoteFor([line, { ...line, dates: ['2016-11-12'] }], { id: 'p-6', card: unbanded }),
        unbanded,
        { now },
      ),
    );
    const plain = quoteFor(
      [
        { ...line, item: 'star-b' },
        { ...line, dates: ['2016-11-12'] },
      ],
      { id: 'p-7', card: unbanded },
    );
    note(await ledger.hold(plain, unbanded, { now }));
    note(await ledger.approve('demo-0003', { now, role: 'sales', by: 'A' }));
    note(await ledger.confirm('demo-0003', { now }));
    note(await ledger.cancel('demo-0003', { now, lines: [1] }));
    note(await ledger.move('demo-0003', { now, steps: [step] }));
  } finally {
    await ledger.close();
    await remove();
  }
  return problems;
}

const unbanded = cardOf(cardText.replace(/approvals:\n(?: {2}- .*\n)+/, '').replace('id: demo', 'id: plain'));

/** A ledger that somebody wrote into. */
async function byCare(): Promise<RecordedProblem[]> {
  const problems: RecordedProblem[] = [];
  const note = (found: readonly Parameters<typeof recorded>[0][]) => problems.push(...found.map(recorded));
  const { place, remove } = await sqlitePlace();
  try {
    const missing = await openLedger(place, { clock: () => 0, purpose: 'look' });
    note(missing.problems);
    const now = at('2016-10-26 10:00');
    const ledger = await openedAt(place);
    for (const date of ['2016-11-05', '2016-11-12', '2016-11-19']) {
      const quote = quoteFor([{ item: 'star', dates: [date], time: '20:00-21:00' }], { id: `p-${date}` });
      await ledger.hold(quote, card, { now });
    }
    note((await ledger.verify({ head: `sha256:${'1'.repeat(64)}` })).problems);
    const lines: string[] = [];
    await ledger.export(async (text) => void lines.push(text));
    note(await importProblems(ledger, lines));
    await ledger.close();
    for (const change of changes) note(await afterChange(place, change));
    note(await importInto(['nothing']));
    // The hash is right, and yet nobody was there to confirm.
    note(await afterChange(place, 'update kanli_schema set version = 99'));
  } finally {
    await remove();
  }
  return problems;
}

const changes = [
  "update kanli_counter set used = 0 where kind = 'per-day'",
  "update kanli_archive set body = replace(body, 'demo', 'dema') where kind = 'RateCard'",
  'update kanli_event set booking = booking || 0 where seq = 3',
  "update kanli_event set body = replace(body, 'hold', 'held') where seq = 2",
  'delete from kanli_event where seq = 2',
  `update kanli_event set body = '{}', hash = 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4f51f29b3c2f4b1b4b0b5ed8ff' where seq = 1`,
];

async function afterChange(place: string, statement: string) {
  const { DatabaseSync } = createRequire(import.meta.url)('@photostructure/sqlite');
  const database = new DatabaseSync(place);
  database.exec(statement);
  database.close();
  const opened = await openLedger(place, { clock: () => 0, purpose: 'look' });
  if (!opened.ok) return opened.problems;
  const { problems } = await opened.value.verify();
  await opened.value.close();
  return problems;
}

async function importProblems(ledger: Ledger, lines: readonly string[]) {
  const again = await ledger.import(() => streamOf(lines));
  // The first hold twice: the chain is whole, and the event cannot have happened.
  const doubled = lines.map((line) => line.replaceAll('demo-0002', 'demo-0001'));
  return [...(again.ok ? [] : again.problems), ...(await importInto(rechained(doubled)))];
}

async function importInto(lines: readonly string[]) {
  const { place, remove } = await sqlitePlace();
  const ledger = await openedAt(place);
  try {
    const done = await ledger.import(() => streamOf(lines));
    return done.ok ? [] : done.problems;
  } finally {
    await ledger.close();
    await remove();
  }
}

async function* streamOf(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

function rechained(lines: readonly string[]): string[] {
  let prev = beginning;
  return lines.map((line) => {
    const read = JSON.parse(line) as Record<string, unknown>;
    if (!('seq' in read)) return line;
    const { hash: _old, ...event }: Record<string, unknown> = { ...read, prev };
    const hash = digestOf(event);
    prev = hash;
    return canonicalJson({ ...event, hash });
  });
}
