import { beforeAll, digestOf } from './canonical.mjs';
import { instantOf } from './clock.mjs';
import { hold } from './hold.mjs';
import { Inventory } from './inventory.mjs';
import { misshapen } from './shape.mjs';
import { verbs } from './verbs.mjs';

/**
 * @typedef {import('./life.mjs').Booking} Booking
 *
 * What a verb sees: the platform as it stands before the event, and the moment of the event.
 * @typedef {{ bookings: Bookings, inventory: Inventory, holdKeys: Set<string>, zones: Set<string>, at: number,
 *   report: (code: string, text: string) => void,
 *   quoteOf: (digest: string) => import('./documents.mjs').Quote | undefined,
 *   cardOf: (digest: string) => import('./documents.mjs').Card | undefined,
 *   end: (booking: Booking, state: Booking['state']) => void }} Scene
 */

/** A platform's bookings by number; live ones are also found by client and package. @extends {Map<string | number, Booking>} */
class Bookings extends Map {
  /** @type {Map<string, Set<Booking>>} */
  #live = new Map();

  set(number, booking) {
    const key = nameOf(booking.client, booking.package);
    if (!this.#live.has(key)) this.#live.set(key, new Set());
    this.#live.get(key).add(booking);
    return super.set(number, booking);
  }

  liveOf(client, id) {
    return this.#live.get(nameOf(client, id)) ?? [];
  }

  forget(booking) {
    this.#live.get(nameOf(booking.client, booking.package)).delete(booking);
  }
}

const nameOf = (client, id) => JSON.stringify([client, id]);

/** One platform's chain of events, folded one by one in the order of `seq`. */
export class Platform {
  #last = { seq: 0, hash: beforeAll };
  #archive;
  #lasting = {
    bookings: new Bookings(),
    inventory: new Inventory(),
    holdKeys: new Set(),
    zones: new Set(),
  };

  /** @param {import('./archive.mjs').Archive} archive */
  constructor(archive) {
    this.#archive = archive;
  }

  /**
   * Checks an event against all before it, and applies it.
   *
   * @param {any} event
   * @param {number} row of the export
   * @param {(code: string, text: string) => void} report
   * @returns {Booking['state'] | undefined} the state of its booking after it
   */
  fold(event, row, report) {
    this.#follow(event, report);
    const fault = misshapen(event);
    if (fault !== undefined) {
      report('shape', `the event ${fault}`);
      return undefined;
    }
    const { bookings } = this.#lasting;
    const scene = this.#sceneOf(event, row, report);
    (event.type === 'hold' ? hold : verbs[event.type])(event, scene);
    return bookings.get(event.booking)?.state;
  }

  /** Whether the event is the next link of the chain; the one after it is held to what this one says. */
  #follow(event, report) {
    const { hash, ...rest } = event;
    if (event.seq !== this.#last.seq + 1) report('seq', `${event.seq} follows ${this.#last.seq}`);
    if (event.prev !== this.#last.hash) report('prev', 'is not chained to the event before');
    const due = digestOf(rest);
    if (hash !== due) report('hash', `the content has the hash ${due}`);
    this.#last = { seq: event.seq, hash };
  }

  /** @returns {Scene} */
  #sceneOf(event, row, report) {
    const archived = (what, document) => {
      if (document === undefined) report('not-archived', `no row before holds the ${what}`);
      return document;
    };
    const { bookings, inventory } = this.#lasting;
    return {
      ...this.#lasting,
      at: instantOf(event.at),
      report,
      quoteOf: (digest) => archived(`quote ${digest}`, this.#archive.quoteBefore(digest, row)),
      cardOf: (digest) => archived(`card ${digest}`, this.#archive.cardBefore(digest, row)),
      end: (booking, state) => {
        inventory.free(booking.spots.values());
        booking.spots.clear();
        booking.state = state;
        bookings.forget(booking);
      },
    };
  }
}
