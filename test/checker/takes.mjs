import { dayOf, gridMinutes, minutesOf, minutesPerDay, windowOf } from './clock.mjs';

/**
 * @typedef {import('./documents.mjs').Item} Item
 * @typedef {import('./standing.mjs').Take} Take
 * @typedef {(code: string, text: string) => void} Report
 */

/** The platform's one wave resource. */
const allRooms = '*all-rooms';

/**
 * Names every take of a spot that is not what the spot says, and, where the card is there, what its item says.
 *
 * @param {any} spot
 * @param {ReadonlyMap<string, Item> | undefined} items of the card
 * @param {Report} report
 */
export function judgeTakes(spot, items, report) {
  for (const take of spot.takes) judgeAgainstSpot(take, spot, report);
  const kinds = spot.takes.map(({ kind }) => kind);
  const twice = kinds.find((kind, index) => kinds.indexOf(kind) !== index);
  if (twice !== undefined) report('take-extra', `takes ${twice} twice`);
  if (items === undefined) return;
  const item = items.get(spot.item);
  if (item === undefined) report('item-unknown', `${spot.item} is not on the card`);
  else judgeAgainstItem(spot, item, report);
}

function judgeAgainstSpot(take, spot, report) {
  const { kind, date, from, to, restTo } = take;
  const due = timesOf(spot);
  const timed = kind === 'time' || kind === 'wave' ? due : undefined;
  if (
    date !== spot.date ||
    from !== timed?.from ||
    to !== timed?.to ||
    (kind === 'date' && due !== undefined)
  ) {
    report('take-when', `the ${kind} take is not at ${spot.date} ${spot.time ?? 'untimed'}`);
  }
  if (restTo !== undefined && (kind === 'time' ? restTo < to : restTo !== to)) {
    report('take-rest', `the ${kind} take rests until ${restTo} and airs until ${to}`);
  }
  if ([from, to, restTo].some((minute) => minute !== undefined && minute % gridMinutes !== 0)) {
    report('off-grid', `the ${kind} take is not on the grid of ${gridMinutes} minutes`);
  }
  const count = kind === 'impressions' ? spot.impressions : spot.quantity;
  if (take.n !== count)
    report('take-count', `the ${kind} take is of ${take.n}, the spot of ${count ?? 'none'}`);
  const resource = kind === 'wave' ? allRooms : spot.resource;
  if (take.resource !== resource) {
    report('take-resource', `the ${kind} take is of ${take.resource}, not of ${resource}`);
  }
}

function timesOf({ date, time }) {
  if (time === undefined) return undefined;
  const { start, end } = windowOf(time);
  const midnight = dayOf(date) * minutesPerDay;
  return { from: midnight + start, to: midnight + end };
}

function judgeAgainstItem(spot, item, report) {
  const resource = item.resource ?? spot.item;
  if (spot.resource !== resource) {
    report('take-resource', `the spot is of ${spot.resource}, its item of ${resource}`);
  }
  const due = boundsOf(spot, item);
  for (const kind of due.keys()) {
    if (!spot.takes.some((take) => take.kind === kind)) report('take-missing', `there is no ${kind} take`);
  }
  for (const { kind, bound, to, restTo } of spot.takes) {
    if (!due.has(kind)) report('take-extra', `nothing of the item asks for a ${kind} take`);
    else if (bound !== due.get(kind)) {
      report('take-bound', `the ${kind} take is bound by ${bound}, the item by ${due.get(kind)}`);
    }
    const rest = roundedUp(minutesOf(item.rest ?? '0min'));
    if (kind === 'time' && restTo >= to && restTo - to !== rest) {
      report('take-rest', `the take rests for ${restTo - to} minutes, the item for ${rest}`);
    }
  }
}

/** The kinds of take that a spot of an item has, each with its bound. Source: booking rules, "What is occupied". */
function boundsOf(spot, item) {
  const bounds = new Map();
  if (item.passThrough === true) return bounds;
  if (item.per === 'mille') {
    if (item.capacity !== undefined) bounds.set('impressions', item.capacity);
  } else {
    const capacity = item.capacity ?? (item.section === 'placements' ? undefined : 1);
    if (capacity !== undefined) bounds.set(spot.time === undefined ? 'date' : 'time', capacity);
  }
  if (item.maxPerDay !== undefined) bounds.set('per-day', item.maxPerDay);
  if (item.scope === 'all-rooms') bounds.set('wave', 1);
  return bounds;
}

const roundedUp = (minutes) => Math.ceil(minutes / gridMinutes) * gridMinutes;
