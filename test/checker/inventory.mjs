import { StandingBrands } from './rivals.mjs';
import { StandingTakes } from './standing.mjs';

const overCodes = { 'per-day': 'max-per-day', wave: 'wave' };

/** What the standing spots of a platform occupy. */
export class Inventory {
  #takes = new StandingTakes();
  #brands = new StandingBrands();

  /** @param {Iterable<any>} spots */
  free(spots) {
    for (const spot of spots) {
      for (const take of spot.takes) this.#takes.remove(take);
      this.#brands.remove(spot);
    }
  }

  /**
   * Takes what the spots of one event occupy, all of them first, and then judges each: a package's own takes count too.
   *
   * @param {readonly any[]} spots
   * @param {(code: string, text: string) => void} report
   */
  occupy(spots, report) {
    for (const spot of spots) {
      for (const take of spot.takes) this.#takes.add(take);
      this.#brands.add(spot);
    }
    const told = new Set();
    const reportOnce = (code, place, text) => {
      if (!told.has(`${code}|${place}`)) report(code, `${place}: ${text}`);
      told.add(`${code}|${place}`);
    };
    for (const spot of spots) {
      for (const take of spot.takes) this.#judge(take, reportOnce);
      this.#judgeBrands(spot, reportOnce);
    }
  }

  #judge(take, report) {
    const place = `${take.resource} on ${take.date}`;
    const most = this.#takes.most(take);
    if (most > take.bound) report(overCodes[take.kind] ?? 'capacity', place, `${most} of ${take.bound}`);
    if (this.#takes.isMixed(take)) report('timed-untimed', place, 'timed and untimed ones stand');
  }

  #judgeBrands(spot, report) {
    const place = `${spot.resource} on ${spot.date}`;
    const [rival] = this.#brands.rivalsOf(spot);
    if (rival !== undefined) report('rival', place, `${spot.brand} beside ${rival}, both ${spot.category}`);
    if (spot.category === undefined && this.#brands.besideExclusive(spot)) {
      report('no-category', place, `line ${spot.line} has no category`);
    }
  }
}
