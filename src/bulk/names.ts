/** Beyond so many packages names are no longer compared: the memory of a run does not grow with it for ever. */
const mostKept = 4_000_000;

/** Notices names that come twice, by a number for each: an open hash table of eight bytes a place. */
export class SeenNames {
  #places = new Float64Array(1 << 12);
  #count = 0;
  /** Names that had come before. */
  twice = 0;

  add(names: Float64Array): void {
    for (const name of names) this.#add(name + 1);
  }

  #add(name: number): void {
    if (this.#count >= mostKept) return;
    if (this.#count * 2 >= this.#places.length) this.#grow();
    if (put(this.#places, name)) this.#count += 1;
    else this.twice += 1;
  }

  #grow(): void {
    const before = this.#places;
    this.#places = new Float64Array(before.length * 2);
    for (const name of before) if (name !== 0) put(this.#places, name);
  }
}

/** Zero marks a free place. */
function put(places: Float64Array, name: number): boolean {
  let at = name % places.length;
  while (places[at] !== 0) {
    if (places[at] === name) return false;
    at = at + 1 === places.length ? 0 : at + 1;
  }
  places[at] = name;
  return true;
}
