import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isError } from '../../src/diagnostics/problem.js';
import { jsonSchema } from '../../src/documents/jsonSchema.js';
import { priceDeal } from '../support/priced-deal.js';
import { deals } from '../support/random-deals.js';

/** The same sample every time: what is judged here is the drawing, not the pricing. */
const sample = fc.sample(deals, { numRuns: 200, seed: 20161111 });
const priced = sample.map(priceDeal);

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
}

/** Every key a document may have, as a path; keys of the writer's own and places in a list are `*`. */
function pathsOf(schema: Schema, at = ''): string[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => [
    `${at}/${key}`,
    ...pathsOf(inner, `${at}/${key}`),
  ]);
  const { additionalProperties: others, items } = schema;
  return [
    ...own,
    ...(typeof others === 'object' ? pathsOf(others, `${at}/*`) : []),
    ...(items === undefined ? [] : pathsOf(items, `${at}/*`)),
  ];
}

function uses(document: unknown, path: string): boolean {
  const [step = '', ...rest] = path.split('/').slice(1);
  if (typeof document !== 'object' || document === null) return false;
  const inner =
    step === '*'
      ? Object.values(document)
      : Object.entries(document)
          .filter(([key]) => key === step)
          .map(([, part]) => part as unknown);
  if (rest.length === 0) return inner.length > 0;
  return inner.some((part) => uses(part, `/${rest.join('/')}`));
}

describe('what the random deals are worth', () => {
  test.each([
    ['RateCard', sample.map(({ card }) => card)],
    ['Package', sample.map(({ pack }) => pack)],
  ] as const)('every field of a %s is drawn', (kind, documents) => {
    const paths = pathsOf(jsonSchema(kind));
    expect(paths.length).toBeGreaterThan(30);
    expect(paths.filter((path) => !documents.some((document) => uses(document, path)))).toEqual([]);
  });

  test('every step of the waterfall takes from many lines', () => {
    const adjusted = new Map<string, number>();
    for (const { draft } of priced) {
      for (const { adjustments, spots } of draft.lines) {
        for (const { rule } of [...adjustments, ...spots.flatMap(({ surcharges }) => surcharges)]) {
          const kind = rule.replace(/-\d$/, '');
          adjusted.set(kind, (adjusted.get(kind) ?? 0) + 1);
        }
      }
    }
    const kinds = [
      'surcharge',
      'bonus',
      'fixed',
      'discount',
      'line',
      'deal.discount',
      'deal.off',
      'deal.target',
      'agency',
    ];
    expect(kinds.filter((kind) => (adjusted.get(kind) ?? 0) < 30)).toEqual([]);
  });

  test('most deals may be sold, and every refusal is met', () => {
    expect(priced.filter(({ quote }) => quote !== undefined).length).toBeGreaterThan(sample.length / 2);
    const refusals = new Set(
      priced.flatMap(({ problems }) => problems.filter(isError).map(({ code }) => code)),
    );
    expect(refusals).toEqual(
      new Set([
        'under-minimum',
        'off-too-large',
        'target-unreachable',
        'policy-max',
        'policy-min',
        'beyond-approvals',
      ]),
    );
  });

  test('whoever must approve, somebody must for each reason there is', () => {
    const reasons = new Set(priced.flatMap(({ draft }) => draft.approval.reasons.map(({ code }) => code)));
    expect(reasons).toEqual(new Set(['approval-band', 'approval-floor', 'approval-item']));
  });
});
