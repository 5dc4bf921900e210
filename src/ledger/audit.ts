import type { RateCard } from '../card/ratecard.js';
import { type Problem, problem } from '../diagnostics/problem.js';
import { canonicalJson, digestOf, ownDigest } from '../documents/canonical.js';
import { type LedgerEvent, ledgerEventSchema } from '../documents/ledgerEvent.js';
import type { Quote } from '../documents/quote.js';
import type { RateCardDocument } from '../documents/ratecard.js';
import { beginning, hashOfBody, opened } from './chain.js';
import { Fold } from './fold.js';
import { spotsOf } from './occupancy.js';

/** An event as it is stored or was exported. */
export interface Sealed {
  readonly seq: number;
  readonly hash: string;
  readonly booking: string;
  /** Canonical JSON of the event without its hash. */
  readonly body: string;
}

export interface StoredDocument {
  readonly kind: string;
  readonly digest: string;
  readonly body: string;
}

/** Of a long gap the first are enough to say. */
const mostMissing = 20;

/**
 * Reads the chain of one platform from its beginning: every byte by its hash, every event by the rules. What was found is
 * said event by event; the first fault ends the fold, because what comes after it rests on nothing.
 */
export class Audit {
  readonly problems: Problem[] = [];
  readonly platform: string;
  readonly hashes = new Set<string>();
  readonly #cards = new Map<string, RateCard>();
  readonly #quotes = new Map<string, Quote>();
  #fold: Fold | undefined;
  #seq = 0;
  #hash = beginning;
  #sound = true;

  constructor(platform: string) {
    this.platform = platform;
  }

  get head(): { readonly platform: string; readonly seq: number; readonly hash: string } {
    return { platform: this.platform, seq: this.#seq, hash: this.#hash };
  }

  /** What follows from the events; undefined where they are not sound. */
  get fold(): Fold | undefined {
    return this.#sound ? this.#fold : undefined;
  }

  document({ kind, digest, body }: StoredDocument): void {
    const read = objectIn(body);
    const isCard = kind === 'RateCard';
    if (read === undefined || (isCard ? digestOf(read) : quoteDigest(read)) !== digest) {
      this.#found(problem('document-changed', [], { digest }));
    } else if (isCard) {
      this.#cards.set(digest, Object.freeze({ document: read as unknown as RateCardDocument, digest }));
    } else this.#quotes.set(digest, read as unknown as Quote);
  }

  event(sealed: Sealed): void {
    const { platform } = this;
    const { seq, hash, body } = sealed;
    const gap = Math.min(seq, this.#seq + 1 + mostMissing);
    for (let missing = this.#seq + 1; missing < gap; missing += 1) {
      this.#found(problem('event-missing', [], { platform, seq: missing }));
    }
    const derived = hashOfBody(body);
    if (derived !== hash) {
      this.#found(problem('event-changed', [], { platform, seq, found: hash, derived }));
    } else if (objectIn(body) === undefined) {
      this.#found(problem('event-impossible', [], { platform, seq, why: 'JSON' }));
    } else {
      const event = opened({ body, hash });
      if (
        event.prev !== this.#hash ||
        event.seq !== seq ||
        event.platform !== platform ||
        event.booking !== sealed.booking
      )
        this.#found(problem('chain-broken', [], { platform, seq }));
      if (this.#sound) this.#replay(event);
    }
    this.#seq = seq;
    this.#hash = hash;
    this.hashes.add(hash);
  }

  #replay(event: LedgerEvent): void {
    const { platform } = this;
    const { seq } = event;
    const impossible = (why: string) => this.#found(problem('event-impossible', [], { platform, seq, why }));
    if (!ledgerEventSchema.safeParse(event).success) {
      impossible('shape');
      return;
    }
    const digests =
      event.type === 'hold' ? [event.quote, event.card.digest] : event.type === 'move' ? [event.quote] : [];
    const missing = digests.filter((digest) => !this.#quotes.has(digest) && !this.#cards.has(digest));
    for (const digest of missing) this.#found(problem('document-missing', [], { platform, seq, digest }));
    if (missing.length > 0) return;
    try {
      this.#foldFor(event).add(event);
      const differing = this.#differsFromQuote(event);
      if (differing !== undefined) impossible(differing);
    } catch (fault) {
      if (!(fault instanceof RangeError)) throw fault;
      impossible(fault.message);
    }
  }

  #foldFor(event: LedgerEvent): Fold {
    if (this.#fold !== undefined) return this.#fold;
    const card = event.type === 'hold' ? this.#cards.get(event.card.digest) : undefined;
    if (card === undefined) throw new RangeError('the first event holds nothing');
    this.#fold = new Fold(this.platform, card.document.timezone, (digest) => this.#quote(digest));
    return this.#fold;
  }

  /** A hold takes exactly what its quote and card say. */
  #differsFromQuote(event: LedgerEvent): string | undefined {
    if (event.type !== 'hold') return undefined;
    const card = this.#cards.get(event.card.digest);
    const quote = this.#quote(event.quote);
    if (card === undefined || quote.rateCard.digest !== card.digest) return 'card';
    return canonicalJson(spotsOf(quote, card)) === canonicalJson(event.spots) ? undefined : 'spots';
  }

  #quote(digest: string): Quote {
    const quote = this.#quotes.get(digest);
    if (quote === undefined) throw new RangeError(`no quote ${digest}`);
    return quote;
  }

  #found(found: Problem): void {
    this.#sound = false;
    this.problems.push(found);
  }
}

type Read = Readonly<Record<string, unknown>>;

/** The object that a text is the canonical JSON of; undefined where it is none. */
function objectIn(body: string): Read | undefined {
  try {
    const read: unknown = JSON.parse(body);
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined;
    return canonicalJson(read) === body ? (read as Read) : undefined;
  } catch {
    // No JSON, or a number that JSON cannot say again.
    return undefined;
  }
}

/** The digest that a quote says of itself, where it is that of its content. */
function quoteDigest(read: Read): string | undefined {
  const { digest } = read;
  return typeof digest === 'string' && ownDigest({ ...read, digest }) === digest ? digest : undefined;
}
