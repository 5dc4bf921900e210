import { minutesPerDay } from './clock.mjs';

/**
 * @typedef {{ kind: string, resource: string, date: string, from?: number, to?: number, restTo?: number, n: number,
 *   bound: number }} Take
 */

const isTimed = (take) => take.from !== undefined;
/** A wave has no rest: nothing but another wave is kept away by it. */
const endOf = (take) => (take.kind === 'time' ? take.restTo : take.to);
/** `time` and `date` are two ways of occupying one thing; every other kind is counted by itself. */
const occupied = ({ kind, resource }) => `${kind === 'date' ? 'time' : kind}|${resource}`;
const underDate = (take) => `${occupied(take)}|${take.date}`;

/**
 * The takes that stand. Timed ones are kept by resource and by each calendar day that they touch, so that a new one is
 * compared with its neighbours only; the others are sums by resource and written date.
 */
export class StandingTakes {
  /** @type {Map<string, Set<Take>>} */
  #days = new Map();
  /** Sums of n, of untimed takes. @type {Map<string, number>} */
  #sums = new Map();
  /** How many timed takes stand under a written date. @type {Map<string, number>} */
  #timed = new Map();

  /** @param {Take} take */
  add(take) {
    if (!isTimed(take)) return change(this.#sums, underDate(take), take.n);
    change(this.#timed, underDate(take), 1);
    for (const { key } of daysOf(take)) {
      const day = this.#days.get(key);
      if (day === undefined) this.#days.set(key, new Set([take]));
      else day.add(take);
    }
  }

  /** @param {Take} take the very one that was added */
  remove(take) {
    if (!isTimed(take)) return change(this.#sums, underDate(take), -take.n);
    change(this.#timed, underDate(take), -1);
    for (const { key } of daysOf(take)) {
      const day = this.#days.get(key);
      day.delete(take);
      if (day.size === 0) this.#days.delete(key);
    }
  }

  /**
   * The most that stands at any minute of a take that was added, itself included.
   *
   * @param {Take} take
   * @returns {number}
   */
  most(take) {
    if (!isTimed(take)) return this.#sums.get(underDate(take));
    return Math.max(0, ...daysOf(take).map(({ key, from, to }) => mostWithin(this.#days.get(key), from, to)));
  }

  /**
   * Whether timed and untimed takes of a take's resource stand under its written date.
   *
   * @param {Take} take
   * @returns {boolean}
   */
  isMixed(take) {
    return this.#sums.has(underDate(take)) && this.#timed.has(underDate(take));
  }
}

function change(counts, key, by) {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}

/** The calendar days that a timed take touches, each with the take's part of it. */
function daysOf(take) {
  const end = endOf(take);
  const days = [];
  for (let day = Math.floor(take.from / minutesPerDay); day * minutesPerDay < end; day += 1) {
    days.push({
      key: `${occupied(take)}|${day}`,
      from: Math.max(take.from, day * minutesPerDay),
      to: Math.min(end, (day + 1) * minutesPerDay),
    });
  }
  return days;
}

/** The highest sum of n at any minute from `from` to before `to`. */
function mostWithin(takes, from, to) {
  const steps = [];
  let all = 0;
  for (const take of takes) {
    const end = endOf(take);
    if (take.from >= to || end <= from) continue;
    all += take.n;
    steps.push({ at: Math.max(take.from, from), by: take.n }, { at: end, by: -take.n });
  }
  // One take alone, as mostly: nothing to walk along.
  if (steps.length <= 2) return all;
  // Where one ends as another begins, the end comes first: the end is not part of the stretch.
  steps.sort((a, b) => a.at - b.at || a.by - b.by);
  let sum = 0;
  let most = 0;
  for (const { by } of steps) {
    sum += by;
    most = Math.max(most, sum);
  }
  return most;
}
