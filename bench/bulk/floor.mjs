// The floor of the bulk benchmark: JSON.parse of the requests, then JSON.stringify, digest and write of quotes that are
// priced already. Nothing is calculated; the digest is made as any program would make it, by the `canonicalize` library.
//
//   node floor.mjs REQUESTS.ndjson QUOTES.ndjson OUT.ndjson
//
// A few hundred quotes are kept in memory and written over and over, so that reading them is no part of the work.
import { hash } from 'node:crypto';
import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import canonicalize from 'canonicalize';

const [requests, quotes, out] = process.argv.slice(2);
const kept = [];
for await (const line of createInterface({ input: createReadStream(quotes) })) {
  const { digest: _digest, ...quote } = JSON.parse(line);
  kept.push(quote);
  if (kept.length === 300) break;
}
const file = openSync(out, 'w');
let lines = [];
const write = () => {
  writeSync(file, lines.join(''));
  lines = [];
};
let count = 0;
for await (const line of createInterface({ input: createReadStream(requests) })) {
  const pack = JSON.parse(line);
  const quote = { ...kept[count % kept.length], id: pack.id };
  const digest = `sha256:${hash('sha256', canonicalize(quote), 'hex')}`;
  lines.push(`${JSON.stringify({ ...quote, digest })}\n`);
  count += 1;
  if (lines.length === 100) write();
}
write();
closeSync(file);
