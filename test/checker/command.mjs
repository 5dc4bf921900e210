import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';

const usage = `usage: node test/checker/check-ledger.mjs EXPORT.ndjson|- [--acknowledged RECEIPTS.ndjson] [--json]

Checks an exported ledger against the booking rules, event by event.
Findings go to stdout, one a line, the summary to stderr.
Exit: 0 sound, 1 something is wrong, 2 wrong usage or a file that cannot be read.
`;

/**
 * The command: findings to stdout, the rest to stderr.
 *
 * @param {string[]} args
 * @param {typeof import('./check-ledger.mjs').checkLedger} checkLedger
 * @returns {Promise<0 | 1 | 2>} the exit status
 */
export async function main(args, checkLedger) {
  const asked = readArguments(args);
  if (asked === undefined) return refuse(usage);
  /** @type {string[]} */
  let lines;
  /** @type {string[]} */
  let acknowledged;
  try {
    lines = await linesOf(asked.file);
    acknowledged = asked.acknowledged === undefined ? [] : await linesOf(asked.acknowledged);
  } catch (error) {
    return refuse(`${error.message}\n`);
  }
  const { findings, counted } = checkLedger(lines, { acknowledged });
  for (const finding of findings)
    process.stdout.write(`${asked.json ? JSON.stringify(finding) : told(finding)}\n`);
  const verdict = findings.length === 0 ? 'sound' : `${findings.length} findings`;
  const { events, bookings, spots, takes } = counted;
  process.stderr.write(
    `${verdict}: ${events} events, ${bookings} bookings, ${spots} spots, ${takes} takes\n`,
  );
  return findings.length === 0 ? 0 : 1;
}

function refuse(text) {
  process.stderr.write(text);
  return 2;
}

function readArguments(args) {
  try {
    const options = { json: { type: 'boolean', default: false }, acknowledged: { type: 'string' } };
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return positionals.length === 1 ? { ...values, file: positionals[0] } : undefined;
  } catch {
    return undefined;
  }
}

/** Names come from outside: nothing in them may move a terminal's cursor. */
function told({ code, platform, seq, text }) {
  return `${platform || '-'} ${seq ?? '-'} ${code} ${text}`.replaceAll(/\p{C}/gu, '�');
}

/** Lines end at LF alone: node:readline would also break them at U+2028, which JSON may hold as it is. */
async function linesOf(file) {
  const stream = file === '-' ? process.stdin : createReadStream(file);
  stream.setEncoding('utf8');
  const lines = [];
  let rest = '';
  for await (const chunk of stream) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop();
    lines.push(...parts);
  }
  return rest === '' ? lines : [...lines, rest];
}
