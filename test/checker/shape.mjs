import { dayOf, instantOf, minutesPerDay, windowOf } from './clock.mjs';

/**
 * What a value must look like: undefined when it does, else what is wrong with it.
 *
 * @typedef {(value: unknown) => string | undefined} Check
 * @typedef {Record<string, Check>} Fields a key that ends in `?` may be absent
 */

/**
 * @param {string} what
 * @param {(value: any) => boolean} fits
 * @returns {Check}
 */
const is = (what, fits) => (value) => (fits(value) ? undefined : `is no ${what}`);

const text = is('text', (value) => typeof value === 'string' && value !== '');
const count = is('whole number from 1', (value) => Number.isSafeInteger(value) && value >= 1);
const minute = is('minute', (value) => Number.isSafeInteger(value));
const date = is('date', (value) => typeof value === 'string' && dayOf(value) !== undefined);
const time = is('time', (value) => typeof value === 'string' && windowOf(value) !== undefined);
const instant = is('instant', (value) => typeof value === 'string' && instantOf(value) !== undefined);
const amount = is('amount', (value) => typeof value === 'string' && /^\d+(\.\d+)?$/.test(value));
const digest = is('digest', (value) => typeof value === 'string' && /^sha256:[0-9a-f]{64}$/.test(value));
const number = is('booking number', (value) => text(value) === undefined || count(value) === undefined);
const yes = is('true', (value) => value === true);
const kinds = ['time', 'date', 'impressions', 'wave', 'per-day'];

/**
 * @param {Fields} fields
 * @returns {Check}
 */
function map(fields) {
  const known = new Map(Object.entries(fields).map(([key, check]) => [key.replace('?', ''), check]));
  const required = Object.keys(fields).filter((key) => !key.endsWith('?'));
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'is no map';
    const missing = required.find((key) => !Object.hasOwn(value, key));
    if (missing !== undefined) return `has no ${missing}`;
    for (const [key, part] of Object.entries(value)) {
      const check = known.get(key);
      if (check === undefined) return `has a strange key ${JSON.stringify(key)}`;
      const fault = check(part);
      if (fault !== undefined) return `${key} ${fault}`;
    }
    return undefined;
  };
}

/**
 * @param {Check} check
 * @returns {Check}
 */
function list(check) {
  return (value) => {
    if (!Array.isArray(value) || value.length === 0) return 'is no list with something in it';
    for (const [index, part] of value.entries()) {
      const fault = check(part);
      if (fault !== undefined) return `${index + 1} ${fault}`;
    }
    return undefined;
  };
}

const takeMap = map({
  kind: is('kind of take', (value) => kinds.includes(value)),
  resource: text,
  date,
  'from?': minute,
  'to?': minute,
  'restTo?': minute,
  n: count,
  bound: count,
});

/** @type {Check} */
function take(value) {
  const fault = takeMap(value);
  if (fault !== undefined) return fault;
  const { kind, from, to, restTo } = value;
  const timed = from !== undefined && to !== undefined;
  if (kind === 'time' ? !(timed && restTo !== undefined) : timed && kind !== 'wave') {
    return `of kind ${kind} has the wrong times`;
  }
  if (!timed && (from ?? to ?? restTo) !== undefined) return 'has half of its times';
  // Longer than any rest between two spots; it also keeps a wild figure from filling the memory.
  if (timed && Math.max(to, restTo ?? to) - from > 3660 * minutesPerDay)
    return 'lasts for more than ten years';
  return undefined;
}

const spot = map({
  line: count,
  spot: count,
  date,
  'time?': time,
  item: text,
  resource: text,
  quantity: count,
  'impressions?': count,
  'brand?': text,
  'category?': text,
  'exclusive?': yes,
  'passThrough?': yes,
  amount,
  feeDate: date,
  takes: (value) => (Array.isArray(value) && value.length === 0 ? undefined : list(take)(value)),
});

const head = {
  v: is('version 1', (value) => value === 1),
  platform: text,
  seq: count,
  prev: digest,
  hash: digest,
  at: instant,
  type: text,
  booking: number,
  revision: count,
  'key?': text,
  'by?': text,
};

/** @type {Record<string, Check>} */
const events = {
  hold: map({
    ...head,
    quote: digest,
    package: text,
    card: map({ id: text, version: text, digest }),
    client: text,
    expires: instant,
    approval: (value) => (value === null ? undefined : text(value)),
    'replaces?': number,
    spots: list(spot),
  }),
  approve: map({ ...head, by: text, role: text, digest }),
  confirm: map(head),
  release: map(head),
  lapse: map({ ...head, expires: instant }),
  cancel: map({ ...head, spots: list(map({ line: count, date, fee: amount })), fee: amount }),
  move: map({
    ...head,
    from: list(map({ line: count, date })),
    to: list(spot),
    quote: digest,
    'expires?': instant,
  }),
};

/**
 * What is wrong with the shape of an event; undefined when nothing is.
 *
 * @param {{ type: unknown }} event
 * @returns {string | undefined}
 */
export function misshapen(event) {
  const check = Object.hasOwn(events, event.type) ? events[event.type] : undefined;
  return check === undefined ? `has a strange type ${JSON.stringify(event.type)}` : check(event);
}
