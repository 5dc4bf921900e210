import type { Language } from '../lang/text.js';
import type { NamedPath } from '../workspace/cards.js';

export const requestFormats = ['ndjson', 'csv'] as const;
export type RequestFormat = (typeof requestFormats)[number];

/** What is written for each package: its whole quote, a row with its totals and figures, or its totals alone. */
export type Content = 'quotes' | 'summary' | 'totals';

/** Everything that decides what a package's output is; plain data, so that it can be handed to a worker. */
export interface Setup {
  readonly requests: {
    readonly format: RequestFormat;
    /** What messages call the file. */
    readonly name: string;
    /** The heading of a CSV. */
    readonly columns?: readonly string[];
  };
  readonly content: Content;
  readonly format: RequestFormat;
  /** One card for every package; else each package's own, from the folder. */
  readonly card?: NamedPath;
  readonly cards: NamedPath;
  readonly asOf?: string | undefined;
  /** The instant of the run: today, where a package names no day. A resumed run keeps it. */
  readonly now: number;
  /** Of messages and headings; never the locale's. */
  readonly language: Language;
}

/** A stretch of the requests that holds whole rows, for CSV whole packages. */
export interface Block {
  readonly bytes: Uint8Array;
  /** Where the block begins in the requests, in bytes. */
  readonly offset: number;
  /** Line number of its first line, from 1. */
  readonly line: number;
  /** How much of the requests it is: bytes and lines. */
  readonly length: number;
  readonly lines: number;
  /** A package too large to be read: only its place is known, and its first bytes. */
  readonly tooLarge?: true;
}

/** A place in the requests at which a package begins. */
export interface Place {
  readonly offset: number;
  readonly line: number;
}

/** Packages that begin in this stretch of the requests belong to the run: a shard's part of them. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A package larger than this is refused, as a file would be. */
export const mostMegabytes = 4;
export const mostBytes = mostMegabytes * 1024 * 1024;

/** A larger package must be JSON that the runtime reads, else its row alone would take hundreds of megabytes. */
export const mostCare = 256 * 1024;
