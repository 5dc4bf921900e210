/** Ends the server that global-setup.mjs started, if it did. A next run in watch mode starts its own. */
export default async function endPostgres() {
  if (globalThis.postgresOfTests === undefined) return;
  delete process.env.KANLI_TEST_POSTGRES;
  await globalThis.postgresOfTests.stop();
  globalThis.postgresOfTests = undefined;
}
