import type { YAMLError } from 'yaml';
import type { Problem } from '../diagnostics/problem.js';
import { firstLine, problemOf } from './reasons.js';
import { firstAtLeast } from './rising.js';

/** Said better by `checkBrackets`. */
const ofBrackets = /^Missing closing ["']quote|must (?:be sufficiently indented and )?end with a [\]}]/;

/**
 * After a quote, a bracket or a line that runs on into the next, the parser complains about what follows too. Faults that
 * begin where an earlier one still reaches, to the end of its last line, are left out.
 */
export function faultsOf(open: readonly Problem[], errors: readonly YAMLError[], text: string): Problem[] {
  if (open.length === 0 && errors.length === 0) return [];
  const lineEnds = [...text.matchAll(/\n/g)].map(({ index }) => index);
  const ends = errors.filter(({ message }) => ofBrackets.test(message)).map(({ pos }) => pos[0]);
  ends.sort((a, b) => a - b);
  const unclosed = open.map((found): Fault => {
    const { start, end } = found.span ?? { start: 0, end: 0 };
    const tell = () => ({ ...found, span: firstLine(text, start, end) });
    return { tell, start, reach: () => ends[firstAtLeast(ends, start)] ?? start, chains: true };
  });
  const others = errors
    .filter(({ message }) => !ofBrackets.test(message))
    .map(
      (error): Fault => ({
        tell: () => problemOf(error, text),
        start: error.pos[0],
        reach: () => reachOf(error, text, lineEnds),
        chains: !isOfIndent(error),
      }),
    );
  const faults = [...unclosed, ...others].sort((a, b) => a.start - b.start);
  const kept: Problem[] = [];
  let reach = -1;
  for (const fault of faults) {
    const told = fault.start > reach;
    if (told) kept.push(fault.tell());
    if (told || fault.chains) reach = Math.max(reach, fault.reach());
  }
  const [first] = errors;
  return kept.length === 0 && first !== undefined ? [problemOf(first, text)] : kept;
}

interface Fault {
  readonly tell: () => Problem;
  readonly start: number;
  /** Up to here, whatever else is wrong may follow from this. */
  readonly reach: () => number;
  /** Does it reach as far when it is itself a consequence? */
  readonly chains: boolean;
}

function isOfIndent({ code, message }: YAMLError): boolean {
  return code === 'BAD_INDENT' || /without - indicator/.test(message);
}

function reachOf(error: YAMLError, text: string, lineEnds: readonly number[]): number {
  const { code, message } = error;
  const [start, end] = error.pos;
  if (/in YAML stream/.test(message)) return text.length;
  if (isOfIndent(error)) return sameIndent(text, start, lineEnds);
  const runsOn = ['MULTILINE_IMPLICIT_KEY', 'BLOCK_AS_IMPLICIT_KEY', 'BLOCK_IN_FLOW', 'UNEXPECTED_TOKEN'];
  if (!runsOn.includes(code)) return start;
  return lineEnds[firstAtLeast(lineEnds, Math.max(start, end - 1))] ?? text.length;
}

/** The end of the last of the lines from `start` on that are indented no less than the first. */
function sameIndent(text: string, start: number, lineEnds: readonly number[]): number {
  const indent = /^ */.exec(text.slice(start, start + 200))?.[0] ?? '';
  for (let line = firstAtLeast(lineEnds, start); line < lineEnds.length; line += 1) {
    const end = lineEnds[line] ?? text.length;
    if (indent === '' || !text.startsWith(indent, end + 1)) return end;
  }
  return text.length;
}
