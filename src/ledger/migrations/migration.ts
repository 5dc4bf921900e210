/** How engines differ in the words of a schema. */
export interface Dialect {
  /** A whole number to 2^53. */
  readonly whole: string;
  /** After a table whose rows hold documents, and after one of small rows that are found by their key. */
  readonly table: string;
  readonly small: string;
}

/** A step of the ledger's schema, forward only: its statements, in order. */
export type Migration = (dialect: Dialect) => readonly string[];
