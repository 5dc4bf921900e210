import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Archive } from './archive.mjs';
import { codes } from './codes.mjs';
import { main } from './command.mjs';
import { Platform } from './platform.mjs';
import { judgeReceipts } from './receipts.mjs';

/**
 * An independent look at a whole exported ledger: it shares no code with the program that wrote it, keeps nothing but the
 * rules in mind, and goes through the events one by one. `node test/checker/check-ledger.mjs EXPORT.ndjson`.
 *
 * @typedef {{ code: string, platform: string, seq?: number, text: string }} Finding
 * @typedef {{ events: number, bookings: number, spots: number, takes: number }} Counted
 */

export { codes };

/**
 * @param {Iterable<string>} lines of the export: rate cards, quotes, events, each one JSON document
 * @param {{ acknowledged?: Iterable<string | object> }} [options] receipts that clients got, as JSON or read
 * @returns {{ findings: Finding[], counted: Counted }} counted are all that were ever written, not only what stands
 */
export function checkLedger(lines, { acknowledged = [] } = {}) {
  /** @type {Finding[]} */
  const findings = [];
  const report = (code, platform, seq, text) => {
    if (!Object.hasOwn(codes, code)) throw new RangeError(`no such code: ${code}`);
    findings.push({ code, platform, ...(seq !== undefined && { seq }), text });
  };
  const archive = new Archive();
  const events = readExport(lines, archive, report);
  const recorded = new Map();
  for (const [platform, rows] of events) {
    const ledger = new Platform(archive);
    for (const { event, row } of rows.sort((a, b) => a.event.seq - b.event.seq)) {
      const state = ledger.fold(event, row, (code, text) => report(code, platform, event.seq, text));
      recorded.set(event.hash, { platform, event, state });
    }
  }
  judgeReceipts(acknowledged, recorded, report);
  return { findings, counted: countOf([...events.values()].flat()) };
}

/** Files the documents and returns the events of each platform, each with its row. */
function readExport(lines, archive, report) {
  /** @type {Map<string, { event: any, row: number }[]>} */
  const events = new Map();
  let row = 0;
  for (const line of lines) {
    row += 1;
    if (line.trim() === '') continue;
    const document = readDocument(line);
    if (isEvent(document)) {
      const rows = events.get(document.platform) ?? [];
      rows.push({ event: document, row });
      events.set(document.platform, rows);
    } else {
      file(document, row, archive, report);
    }
  }
  return events;
}

function readDocument(line) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isEvent(document) {
  return (
    document?.type !== undefined &&
    typeof document.platform === 'string' &&
    Number.isSafeInteger(document.seq)
  );
}

function file(document, row, archive, report) {
  try {
    if (document.kind === 'RateCard') archive.fileCard(document, row);
    else if (document.kind === 'Quote') {
      const due = archive.fileQuote(document, row);
      if (due !== undefined) {
        report(
          'digest',
          document.rateCard.platform,
          undefined,
          `row ${row}: ${document.digest} is really ${due}`,
        );
      }
    } else report('unreadable', '', undefined, `row ${row} is no rate card, no quote and no event`);
  } catch (error) {
    // Whatever a broken document does to its reader, it is the document that is wrong.
    report('unreadable', '', undefined, `row ${row} cannot be read: ${error.message}`);
  }
}

/** @returns {Counted} */
function countOf(rows) {
  const spots = rows.flatMap(({ event }) => {
    const written = event.type === 'hold' ? event.spots : event.type === 'move' ? event.to : [];
    return Array.isArray(written) ? written : [];
  });
  return {
    events: rows.length,
    bookings: new Set(rows.map(({ event }) => JSON.stringify([event.platform, event.booking]))).size,
    spots: spots.length,
    takes: spots.reduce((sum, spot) => sum + (spot?.takes?.length ?? 0), 0),
  };
}

// Run as a command, not imported.
if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(process.argv.slice(2), checkLedger);
}
