/** `npm run soak` asks for much more of the tests of the ledger, with other seeds each time. */
export const soaking = process.env.KANLI_SOAK === '1';

/** What random tests of the ledger begin with: KANLI_SEED, else always the same. */
export const seed = Number(process.env.KANLI_SEED ?? 20161111);

/** A figure of a soak, for whoever reads along. */
export function figure(text: string): void {
  if (soaking) process.stderr.write(`  ${text}\n`);
}
