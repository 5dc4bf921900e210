import { isScalar, type Node, Pair, Scalar } from 'yaml';
import { type Problem, problem } from '../diagnostics/problem.js';
import { syntaxProblem } from './reasons.js';

/**
 * Two traps of `{ }`: an unquoted `100,000` reads as `100` and a stray key `000`, and `price:100` as one key without a
 * value. Both are reported, and reading goes on with what was meant.
 */
export function mendPairs(pairs: readonly Pair[]): { pairs: readonly Pair[]; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const mended: Pair[] = [];
  for (let at = 0; at < pairs.length; at += 1) {
    const pair = pairs[at] as Pair;
    const parted = partedAtColon(pair);
    if (parted !== undefined) problems.push(parted.found);
    const current = parted?.pair ?? pair;
    mended.push(current);
    const amount = current.value;
    if (!isPlain(amount) || !/^\d+$/.test(amount.source)) continue;
    const groups: string[] = [amount.source];
    let last: Plain | undefined;
    for (let next = pairs[at + 1]; next !== undefined && isStrayGroup(next); next = pairs[at + 1]) {
      last = next.key;
      groups.push(last.source);
      at += 1;
    }
    if (last === undefined) continue;
    const written = groups.join(',');
    const start = amount.range[0];
    const end = last.range[1];
    problems.push(problem('comma-amount', [], { written }, { span: { start, end } }));
    current.value = plain(written, start, end);
  }
  return { pairs: mended, problems };
}

/** A scalar without quotes that stands in the text. */
type Plain = Scalar & { source: string; range: NonNullable<Node['range']> };

function isPlain(node: unknown): node is Plain {
  return isScalar(node) && node.type === 'PLAIN' && node.source !== undefined && Boolean(node.range);
}

function isStrayGroup(pair: Pair): pair is Pair & { key: Plain } {
  return pair.value === null && isPlain(pair.key) && /^\d+(?:\.\d+)?[万亿]?%?$/u.test(pair.key.source);
}

function partedAtColon({ key, value }: Pair): { pair: Pair; found: Problem } | undefined {
  if (value !== null || !isPlain(key)) return undefined;
  const parts = /^([\p{L}\p{N}_][\p{L}\p{N}_.-]*):(.+)$/su.exec(key.source);
  if (parts === null) return undefined;
  const [written, name = '', rest = ''] = parts;
  const [start] = key.range;
  const end = start + written.length;
  const colon = start + name.length;
  const found = syntaxProblem('colon-space', { start, end }, { meant: `${name}: ${rest}` });
  return { pair: new Pair(plain(name, start, colon), plain(rest, colon + 1, end)), found };
}

function plain(source: string, start: number, end: number): Plain {
  const value = source === 'true' ? true : source === 'false' ? false : source;
  const node = Object.assign(new Scalar(value), { source, type: Scalar.PLAIN });
  return Object.assign(node, { range: [start, end, end] as [number, number, number] });
}
