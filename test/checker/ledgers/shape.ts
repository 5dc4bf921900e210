import type { Draft } from '../small-ledger.js';
import { hallAtEight, type WrongLedger } from './ledger-case.js';

/** A place within a hold of one hour of the hall, and what may not stand there. */
const strange: readonly (readonly [place: string, value: unknown])[] = [
  ['v', 2],
  ['at', '2016-10-26 10:00'],
  ['at', '2016-10-26T02:00:00'],
  ['at', '2016-10-26T25:00:00Z'],
  ['at', 1477447200000],
  ['booking', ''],
  ['booking', 0],
  ['revision', 0],
  ['revision', 1.5],
  ['revision', '1'],
  ['by', ''],
  ['replaces', null],
  ['quote', 'sha256:1'],
  ['quote', 1],
  ['card', null],
  ['card', []],
  ['card', 'desk'],
  ['card/version', ''],
  ['card/title', '刊例'],
  ['client', 1],
  ['expires', '2016-10-28'],
  ['approval', ''],
  ['spots', []],
  ['spots', {}],
  ['spots', 'all'],
  ['spots/0', null],
  ['spots/0/line', 0],
  ['spots/0/date', '2016-02-30'],
  ['spots/0/date', '2016-13-01'],
  ['spots/0/date', '08.11.2016'],
  ['spots/0/date', 20161108],
  ['spots/0/time', '20:00'],
  ['spots/0/time', '21:00-20:00'],
  ['spots/0/time', '29:00-30:05'],
  ['spots/0/time', '20:60-21:00'],
  ['spots/0/time', 20],
  ['spots/0/quantity', '1'],
  ['spots/0/exclusive', false],
  ['spots/0/amount', '1e3'],
  ['spots/0/amount', '-1.00'],
  ['spots/0/amount', 100],
  ['spots/0/takes', null],
  ['spots/0/takes/0', null],
  ['spots/0/takes/0/kind', 'room'],
  ['spots/0/takes/0/kind', 'date'],
  ['spots/0/takes/0/from', '20:00'],
  ['spots/0/takes/0/from', undefined],
  ['spots/0/takes/0/restTo', undefined],
  ['spots/0/takes/0/restTo', 9_999_999_999],
  ['spots/0/takes/0/n', 0],
  ['spots/0/takes/0/bound', 0.5],
  ['spots/0/takes/0/id', 'x'],
  ['spots/0/takes/1/from', 24_644_640],
  ['spots/0/takes/1/restTo', 24_644_640],
];

type Node = Record<string, unknown>;

/** Puts a value in its place, or takes away what is there. */
function put(event: Draft, place: string, value: unknown): void {
  const path = place.split('/');
  const key = path.pop() ?? '';
  const node = path.reduce((parent, step) => parent[step] as Node, event as Node);
  if (value === undefined) delete node[key];
  else node[key] = value;
}

export const strangeShapes: readonly WrongLedger[] = strange.map(([place, value]) => ({
  code: 'shape',
  what: `${JSON.stringify(value) ?? 'nothing'} as ${place}`,
  seq: 1,
  write: (ledger) =>
    ledger.hold('B1', ledger.sell({ id: 'a', lines: [hallAtEight] }), {}, (event) =>
      put(event, place, value),
    ),
}));
