import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPackage, loadRateCard, priceQuote } from '../../src/index.js';
import { core } from './core-figures.js';

const peer = join(import.meta.dirname, '..', 'peer');

/** What the peer answers for one package: its figures, or why it refuses. */
export type Answer = Readonly<Record<string, unknown>> & { readonly id: string; readonly refused?: string };

interface Breach {
  readonly policy: unknown;
  readonly bound: string;
  readonly level: string;
}

/** The peer stops at the first thing it refuses; ours, which names them all, must be among these. */
const refusals: Readonly<Record<string, readonly string[]>> = {
  'another card': ['card-mismatch'],
  'unknown item': ['unknown-item'],
  'discount on a closed line': ['discount-on-closed'],
  'format not offered': ['format-not-offered', 'item-without-formats'],
  'amount and pass-through belong together': ['pass-through-needs-amount', 'amount-not-pass-through'],
  'a pass-through line is neither bonus nor fixed': ['closed-twice'],
  'on-request needs fixed': ['on-request-needs-fixed'],
  'bonus beside fixed': ['closed-twice'],
  'same date twice': ['date-twice'],
  'date outside valid': ['date-outside-card'],
  'date before asOf': ['date-before-as-of'],
  'time outside open': ['outside-open'],
  'an hour needs its time': ['needs-time'],
  'under minimum': ['under-minimum'],
  'off too large': ['off-too-large'],
  'target above the sum': ['target-above-sum'],
  'target out of reach': ['target-unreachable'],
  'beyond approvals': ['beyond-approvals'],
};

/** Whether one of our codes says what the peer says; a reason without a line above agrees with nothing. */
function sameReason(reason: string, codes: readonly string[]): boolean {
  const [, policy, bound] = /^policy (\w+) (min|max)$/.exec(reason) ?? [];
  if (policy !== undefined) return codes.includes(`policy-${bound} ${policy}`);
  return (refusals[reason] ?? []).some((code) => codes.includes(code));
}

/** Our answer for a package, in the peer's words as far as its own answer has them. */
function ours(
  text: string,
  card: Extract<ReturnType<typeof loadRateCard>, { ok: true }>['value'],
  theirs: Answer,
): unknown {
  const loaded = loadPackage(text);
  const priced = loaded.ok ? priceQuote(loaded.value, card) : loaded;
  if (!priced.ok) {
    const codes = priced.problems.flatMap(({ code, values }) => [code, `${code} ${String(values.policy)}`]);
    if (theirs.refused === undefined || !sameReason(theirs.refused, codes))
      return { id: theirs.id, refused: codes };
    return theirs;
  }
  const { instalments, approval, ...figures } = core(priced.value);
  const { diagnostics, approval: judged } = priced.value;
  const breaches = diagnostics.filter(({ code }) => code.startsWith('policy-'));
  return {
    id: theirs.id,
    ...figures,
    ...(instalments.length === 0 ? {} : { instalments }),
    ...(card.document.approvals === undefined
      ? {}
      : {
          approval,
          approvalReasons: judged.reasons.map(({ code, values }) => reasonOf(code, values.line)).sort(),
        }),
    policyBreaches: sorted(
      breaches.map(({ code, severity, values }) => ({
        policy: values.policy,
        bound: code.slice('policy-'.length),
        level: severity,
      })),
    ),
  };
}

function reasonOf(code: string, line: unknown): string {
  const name = code.slice('approval-'.length);
  return name === 'band' ? name : `${name}:${String(line)}`;
}

function sorted(breaches: readonly Breach[]): Breach[] {
  const key = ({ policy, bound }: Breach) => `${String(policy)} ${bound}`;
  return [...breaches].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The same answer with its lists in an order of our own, where the order says nothing. */
function unordered(answer: Answer): unknown {
  const { approvalReasons, policyBreaches } = answer as {
    approvalReasons?: string[];
    policyBreaches?: Breach[];
  };
  return {
    ...answer,
    ...(approvalReasons === undefined ? {} : { approvalReasons: [...approvalReasons].sort() }),
    ...(policyBreaches === undefined ? {} : { policyBreaches: sorted(policyBreaches) }),
  };
}

/** Pairs of answers, the peer's and ours, to one card's packages; a line each. */
export function answers(cardText: string, packages: readonly string[], theirs: readonly Answer[]) {
  const card = loadRateCard(cardText);
  if (!card.ok) throw new Error(JSON.stringify(card.problems));
  return packages.map((text, at) => {
    const answer = theirs[at] ?? { id: 'no answer' };
    return { theirs: unordered(answer), ours: ours(text, card.value, answer) };
  });
}

export const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');

/** The numbers of the cards in a folder. */
export function cardNumbers(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => /^card-(\d+)\.json$/.exec(name)?.[1] ?? []);
}

export function readCase(folder: string, number: string) {
  return {
    card: readFileSync(join(folder, `card-${number}.json`), 'utf8'),
    packages: linesOf(readFileSync(join(folder, `packages-${number}.ndjson`), 'utf8')),
  };
}

/** Runs a script of the peer; undefined where this machine has no python3. @throws Error when the script fails */
export function python(script: string, ...args: readonly string[]): string | undefined {
  const { error, status, stdout, stderr } = spawnSync('python3', [join(peer, script), ...args], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (error !== undefined && 'code' in error && error.code === 'ENOENT') return undefined;
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${script} ${args.join(' ')}: ${stderr}`);
  return stdout;
}
