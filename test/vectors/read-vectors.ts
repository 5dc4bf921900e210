import { readFileSync } from 'node:fs';

/** Where a set of vectors was published; every data file names it beside the numbers. */
export interface Published {
  readonly project: string;
  readonly file: string;
  readonly licence: string;
}

/** A data file of this folder; its shape is the caller's word, the tests fail when it does not hold. */
export function readVectors<Shape>(name: string): Shape {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as Shape;
}
