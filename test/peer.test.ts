import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { inBulk, oneByOne } from './support/bulk.js';
import { type Answer, answers, cardNumbers, linesOf, python, readCase } from './support/peer.js';

const cases = join(import.meta.dirname, 'peer', 'cases');

const parsed = (text: string) => linesOf(text).map((line) => JSON.parse(line) as Answer);

function expectAgreement(cardText: string, packages: readonly string[], theirs: readonly Answer[]) {
  expect(theirs).toHaveLength(packages.length);
  const pairs = answers(cardText, packages, theirs);
  expect(pairs.map(({ ours }) => ours)).toEqual(pairs.map((pair) => pair.theirs));
  // The same packages in bulk are the same bytes, so what agrees one by one agrees there.
  const { output, refused } = inBulk(cardText, packages);
  expect({ output, refused }).toEqual(oneByOne(cardText, packages));
}

describe('packages that an independent implementation priced', () => {
  test.each(cardNumbers(cases))('card %s: every figure, breach, role and refusal agrees', (number) => {
    const { card, packages } = readCase(cases, number);
    expectAgreement(card, packages, parsed(readFileSync(join(cases, `expected-${number}.ndjson`), 'utf8')));
  });

  test('there are hundreds of them, some of which both refuse', () => {
    const all = cardNumbers(cases).flatMap((number) =>
      parsed(readFileSync(join(cases, `expected-${number}.ndjson`), 'utf8')),
    );
    expect(all.length).toBeGreaterThanOrEqual(300);
    expect(all.filter(({ refused }) => refused !== undefined).length).toBeGreaterThan(30);
  });

  test('a figure one cent off, another role or another reason would be seen', () => {
    const number = cardNumbers(cases)[0] ?? '';
    const { card, packages } = readCase(cases, number);
    const theirs = parsed(readFileSync(join(cases, `expected-${number}.ndjson`), 'utf8'));
    const spoiled = theirs.map(({ id, ...answer }): Answer => ({ id, ...spoil(answer) }));
    for (const { ours, theirs: answer } of answers(card, packages, spoiled)) expect(ours).not.toEqual(answer);
  });
});

/** Another answer than the one given. */
function spoil({ refused, approval, ...answer }: Readonly<Record<string, unknown>>) {
  if (refused !== undefined) return { refused: 'for no reason' };
  if (approval !== undefined) return { ...answer, approval: 'nobody' };
  return { ...answer, figures: { ...(answer.figures as object), viewerBenefit: '0.01' } };
}

/** The same on every machine and every day; `npm run soak` gives others. */
const seeds = (process.env.KANLI_PEER_SEEDS ?? '20161111,618,1212').split(',');

describe('packages drawn and priced now, by the independent implementation on this machine', () => {
  test.each(seeds)(
    'seed %s: 120 packages on 4 cards agree',
    (seed) => {
      const folder = mkdtempSync(join(tmpdir(), 'kanli-peer-'));
      try {
        const drawn = python(
          'generate.py',
          '--seed',
          seed,
          '--cards',
          '4',
          '--packages',
          '30',
          '--out',
          folder,
        );
        if (drawn === undefined) {
          process.stderr.write(
            `python3 is not on this machine: seed ${seed} was not drawn, the cases were compared\n`,
          );
          return;
        }
        for (const number of cardNumbers(folder)) {
          const { card, packages } = readCase(folder, number);
          const theirs = python(
            'peer.py',
            join(folder, `card-${number}.json`),
            join(folder, `packages-${number}.ndjson`),
          );
          expectAgreement(card, packages, parsed(theirs ?? ''));
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    60_000,
  );
});
