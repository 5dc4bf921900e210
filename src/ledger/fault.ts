/** What can go wrong with a ledger without anybody's package being to blame. */
export const ledgerFaults = [
  'full',
  'read-only',
  'disk',
  'unreachable',
  'busy',
  'damaged',
  'denied',
] as const;
export type LedgerFaultKind = (typeof ledgerFaults)[number];

/** A disk or a server that does not do what it should; nothing was half-written. */
export class LedgerFault extends Error {
  override readonly name = 'LedgerFault';
  readonly kind: LedgerFaultKind;
  /** What the user calls the ledger. */
  readonly ledger: string;

  constructor(kind: LedgerFaultKind, ledger: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.kind = kind;
    this.ledger = ledger;
  }
}
