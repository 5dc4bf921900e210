/** The driver of PostgreSQL by itself, so that the command loads it only where a ledger is on a server. */
export { default as pg } from 'pg';
