/**
 * @typedef {{ platform: string, event: any, state: string | undefined }} Recorded an event and its booking's state after it
 * @typedef {(code: string, platform: string, seq: number | undefined, text: string) => void} Report
 */

/**
 * Names each receipt whose event is not in the ledger exactly as the client was told.
 *
 * @param {Iterable<string | object>} receipts
 * @param {ReadonlyMap<string, Recorded>} recorded by hash
 * @param {Report} report
 */
export function judgeReceipts(receipts, recorded, report) {
  let row = 0;
  for (const given of receipts) {
    row += 1;
    if (typeof given === 'string' && given.trim() === '') continue;
    const receipt = readReceipt(given);
    if (receipt === undefined) report('receipt-unreadable', '', undefined, `receipt ${row} is none`);
    else judgeReceipt(receipt, row, recorded, report);
  }
}

function judgeReceipt(receipt, row, recorded, report) {
  const { booking, state, revision, replayed, event } = receipt;
  const found = recorded.get(event.hash);
  if (found === undefined) {
    report(
      'acknowledged-lost',
      '',
      event.seq,
      `receipt ${row} of ${booking}: no event has the hash ${event.hash}`,
    );
    return;
  }
  const same = {
    seq: event.seq === found.event.seq,
    booking: booking === found.event.booking,
    // A repeated call is told how the booking stands at that later moment.
    revision: replayed || revision === found.event.revision,
    state: replayed || found.state === undefined || state === found.state,
  };
  const wrong = Object.keys(same).filter((field) => !same[field]);
  if (wrong.length > 0) {
    report(
      'acknowledged-differs',
      found.platform,
      found.event.seq,
      `receipt ${row} differs in ${wrong.join(', ')}`,
    );
  }
}

function readReceipt(given) {
  try {
    const receipt = typeof given === 'string' ? JSON.parse(given) : given;
    const { event, replayed } = receipt;
    return typeof event.hash === 'string' && typeof replayed === 'boolean' ? receipt : undefined;
  } catch {
    return undefined;
  }
}
