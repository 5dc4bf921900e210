import { describe, expect, test } from '@jest/globals';
import { toChineseCapitals } from '../../src/index.js';
import { readCapitals } from './capitals-reader.js';
import { type Published, readVectors } from './read-vectors.js';

type Row = readonly [amount: string, capitals: string];

interface Capitals {
  readonly rule: { rows: readonly (readonly [amount: string, forms: string[]])[] };
  readonly sources: readonly (Published & {
    same: readonly Row[];
    different: readonly { amount: string; theirs: string; ours: string; why: string }[];
  })[];
}

const { rule, sources } = readVectors<Capitals>('capitals.json');
const differences = sources.flatMap(({ project, different }) =>
  different.map((row) => ({ project, ...row })),
);

describe('capitals as the rule and other projects publish them', () => {
  test.each(rule.rows)("%s comes out in a form of the People's Bank's own", (amount, forms) => {
    expect(forms).toContain(toChineseCapitals(amount));
  });

  test("where the People's Bank gives two forms, the first is ours", () => {
    for (const [amount, [first]] of rule.rows) expect(toChineseCapitals(amount)).toBe(first);
  });

  test.each(sources)('$project, $file: the same capitals', ({ same }) => {
    expect(same.map(([amount]) => [amount, toChineseCapitals(amount)])).toEqual(same);
  });

  test.each(differences)('$amount is $ours, not $theirs as in $project: $why', ({ amount, theirs, ours }) => {
    expect(toChineseCapitals(amount)).toBe(ours);
    expect(theirs).not.toBe(ours);
    expect(readCapitals(theirs)).toBe(readCapitals(ours));
  });
});

describe('capitals at the edges', () => {
  test.each([
    ['0', '零元整'],
    ['0.00', '零元整'],
    ['0.05', '伍分'],
    ['0.50', '伍角'],
    ['0.5', '伍角'],
    ['10', '壹拾元整'],
    ['10.50', '壹拾元零伍角'],
    ['100000.05', '壹拾万元零伍分'],
    ['10000000', '壹仟万元整'],
    ['100000001', '壹亿零壹元整'],
    ['1000050000000', '壹万亿零伍仟万元整'],
    ['1000000050000000', '壹仟万亿零伍仟万元整'],
    ['1000000000000', '壹万亿元整'],
    ['10000000000000001', '壹亿亿零壹元整'],
    ['12000000000000000', '壹亿贰仟万亿元整'],
    ['1000000000000000000', '壹佰亿亿元整'],
    ['1000000000000000000000000', '壹亿亿亿元整'],
    [
      '12345678901234567890.12',
      '壹仟贰佰叁拾肆亿伍仟陆佰柒拾捌万玖仟零壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元零壹角贰分',
    ],
  ])('%s is %s', (amount, capitals) => {
    expect(toChineseCapitals(amount)).toBe(capitals);
  });

  test.each([
    '',
    '-1',
    '+1',
    '1e3',
    '1.234',
    '1.',
    '.5',
    '007',
    '1,000',
    '1 000',
    ' 1',
    '1\n',
    '１２',
    '12万',
    '¥12',
    'NaN',
    'Infinity',
    '0x10',
  ])('"%s" is refused with a RangeError that names it', (amount) => {
    expect(() => toChineseCapitals(amount)).toThrow(RangeError);
    expect(() => toChineseCapitals(amount)).toThrow(amount);
  });
});
