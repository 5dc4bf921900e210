/**
 * A brand or category as rivals are compared. Source: booking rules, "Rivals".
 *
 * @param {string | undefined} name
 * @returns {string | undefined}
 */
export function compared(name) {
  return name?.normalize('NFKC').trim().toLowerCase();
}

/**
 * @typedef {{ resource: string, date: string, brand?: string, category?: string, exclusive?: true }} Spot
 * @typedef {{ count: number, exclusive: number }} Counts
 */

/** Which brands of which categories stand on each resource and written date, and which of them exclusively. */
export class StandingBrands {
  /** By place, then by category, then by brand. @type {Map<string, Map<string, Map<string, Counts>>>} */
  #places = new Map();
  /** Exclusive spots by place. @type {Map<string, number>} */
  #exclusives = new Map();

  /** @param {Spot} spot */
  add(spot) {
    this.#change(spot, 1);
  }

  /** @param {Spot} spot */
  remove(spot) {
    this.#change(spot, -1);
  }

  /**
   * Brands beside which a spot that was added may not stand.
   *
   * @param {Spot} spot
   * @returns {string[]}
   */
  rivalsOf(spot) {
    const brands = this.#places.get(placeOf(spot))?.get(compared(spot.category)) ?? new Map();
    return [...brands]
      .filter(
        ([brand, { exclusive }]) => brand !== brandOf(spot) && (spot.exclusive === true || exclusive > 0),
      )
      .map(([brand]) => brand);
  }

  /**
   * Whether a spot stands where an exclusive one does, itself included.
   *
   * @param {Spot} spot
   * @returns {boolean}
   */
  besideExclusive(spot) {
    return this.#exclusives.has(placeOf(spot));
  }

  #change(spot, by) {
    const place = placeOf(spot);
    if (spot.exclusive === true) {
      const exclusives = (this.#exclusives.get(place) ?? 0) + by;
      if (exclusives === 0) this.#exclusives.delete(place);
      else this.#exclusives.set(place, exclusives);
    }
    const category = compared(spot.category);
    if (category === undefined) return;
    const categories = getOrAdd(this.#places, place, () => new Map());
    const brands = getOrAdd(categories, category, () => new Map());
    const counts = getOrAdd(brands, brandOf(spot), () => ({ count: 0, exclusive: 0 }));
    counts.count += by;
    if (spot.exclusive === true) counts.exclusive += by;
    if (counts.count === 0) brands.delete(brandOf(spot));
  }
}

const placeOf = ({ resource, date }) => `${resource}|${date}`;
/** A spot without a brand is nobody's, and so a rival of everybody. */
const brandOf = ({ brand }) => compared(brand) ?? '';

function getOrAdd(map, key, make) {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
