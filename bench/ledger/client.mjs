// One client of a ledger: holds its own packages and confirms them, and says how long each call took.
//
//   node bench/ledger/client.mjs PLACE CLIENT CLIENTS FROM COUNT SECONDS
//
// Of the packages from FROM on it takes every CLIENTS-th, COUNT of them or as many as SECONDS allow. They are priced before
// it says `ready`; it begins at the first byte on standard input.
import { loadPackage, loadRateCard, openLedger, priceQuote } from '../../dist/index.js';
import { cardText, now, packageText } from './workload.mjs';

const [place, ...numbers] = process.argv.slice(2);
const [client, clients, from, count, seconds] = numbers.map(Number);
const card = loadRateCard(cardText).value;

function quoteOf(n) {
  const loaded = loadPackage(packageText(from + client + n * clients));
  return priceQuote(loaded.value, card).value;
}

const quotes = Array.from({ length: count }, (_, n) => quoteOf(n));
const opened = await openLedger(place, { clock: () => now, purpose: 'use' });
if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
const ledger = opened.value;
process.stdout.write('ready\n');
await new Promise((resume) => process.stdin.once('data', resume));

const holds = [];
const confirms = [];
const begun = performance.now();
for (const quote of quotes) {
  const at = performance.now();
  if (at - begun > seconds * 1000) break;
  const answer = await ledger.hold(quote, card, { now });
  const held = performance.now();
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  holds.push(held - at);
  const booked = await ledger.confirm(answer.value.booking, { now });
  if (!booked.ok) throw new Error(JSON.stringify(booked));
  confirms.push(performance.now() - held);
}
const elapsed = performance.now() - begun;
await ledger.close();
process.stdout.write(`${JSON.stringify({ holds, confirms, elapsed })}\n`, () => process.exit(0));
