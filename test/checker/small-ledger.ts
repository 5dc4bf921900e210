import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { occupation, type Spot, smallCard } from './small-card.js';

/** Ledgers written by hand, a document and an event at a time. */

/** One line of a package, and what it is sold for. */
export interface Line {
  readonly item: string;
  readonly dates: readonly string[];
  readonly time?: string;
  readonly quantity?: number;
  readonly impressions?: number;
  readonly options?: readonly string[];
  readonly brand?: string;
  readonly category?: string;
  readonly closed?: string;
  /** Of each spot; default `100.00`. */
  readonly amount?: string;
}

export interface Sale {
  readonly id: string;
  readonly lines: readonly Line[];
  readonly client?: string;
  readonly category?: string;
  /** The role that must approve it. */
  readonly approval?: string;
  readonly payable?: string;
  readonly asOf?: string;
  readonly terms?: object;
}

export interface Quote {
  readonly digest: string;
  readonly package: string;
  readonly client: string;
  readonly approval: string | null;
  readonly spots: readonly Spot[];
}

/** An event before it is chained; whatever a test puts into it is hashed with it. */
export interface Draft {
  [key: string]: unknown;
  spots: Spot[];
  to: Spot[];
}

type Tweak = (event: Draft) => void;
type Fields = Readonly<Record<string, unknown>>;

const zeros = `sha256:${'0'.repeat(64)}`;

/** By another implementation of RFC 8785 than the checker's. */
function digestOf(document: object): string {
  return `sha256:${createHash('sha256')
    .update(canonicalize(document) ?? '')
    .digest('hex')}`;
}

const untouched = () => {};

/** One platform's ledger being written: documents and events in the order in which they are filed. */
export class Ledger {
  readonly rows: Record<string, unknown>[] = [];
  /** The card under which quotes are made and held. */
  card: { document: Fields; digest: string };
  #seq = 0;
  #last = zeros;
  readonly #revisions = new Map<unknown, number>();

  constructor(card: Fields = smallCard()) {
    this.card = this.fileCard(card);
  }

  get lines(): string[] {
    return this.rows.map((row) => JSON.stringify(row));
  }

  /** The last event, as it stands in the export. */
  get last(): Record<string, unknown> {
    return this.rows.at(-1) ?? {};
  }

  fileCard(document: Fields): Ledger['card'] {
    this.rows.push(structuredClone(document));
    this.card = { document, digest: digestOf(document) };
    return this.card;
  }

  /** Makes a quote of the card that was filed last, and files it. */
  sell(sale: Sale, tweak: (quote: Record<string, unknown>) => void = untouched): Quote {
    const document = this.#documentOf(sale);
    tweak(document);
    const digest = digestOf(document);
    this.rows.push({ ...document, digest });
    return {
      digest,
      package: sale.id,
      client: sale.client ?? '示例茶业',
      approval: sale.approval ?? null,
      spots: spotsOf(sale),
    };
  }

  hold(booking: unknown, quote: Quote, fields: Fields = {}, tweak: Tweak = untouched): void {
    const { id, version } = this.card.document;
    const given = {
      quote: quote.digest,
      package: quote.package,
      card: { id, version, digest: this.card.digest },
      client: quote.client,
      expires: '2016-10-28T02:00:00Z',
      approval: quote.approval,
      spots: structuredClone(quote.spots),
      ...fields,
    };
    this.act('hold', booking, given, tweak);
  }

  /** Moves spots of a booking, each named as `line:date`, to the spots that `quote` has in their place. */
  move(
    booking: unknown,
    quote: Quote,
    from: readonly string[],
    to: readonly string[],
    fields: Fields = {},
    tweak: Tweak = untouched,
  ): void {
    const given = {
      from: from.map(split),
      to: to.map((name) => moved(quote, from, to, name)),
      quote: quote.digest,
      ...fields,
    };
    this.act('move', booking, given, tweak);
  }

  /** Appends an event: chained, hashed, at ten in the morning of October 26th in Shanghai unless `fields` say otherwise. */
  act(type: string, booking: unknown, fields: Fields = {}, tweak: Tweak = untouched): void {
    this.#seq += 1;
    const raised = (this.#revisions.get(booking) ?? 0) + (type === 'approve' ? 0 : 1);
    this.#revisions.set(booking, raised);
    const event = {
      v: 1,
      platform: this.card.document.platform,
      seq: this.#seq,
      prev: this.#last,
      at: '2016-10-26T02:00:00Z',
      type,
      booking,
      revision: raised,
      ...fields,
    } as unknown as Draft;
    tweak(event);
    this.#last = digestOf(event);
    this.rows.push({ ...event, hash: this.#last });
  }

  #documentOf(sale: Sale): Record<string, unknown> {
    const { id, version, platform, timezone, terms } = this.card.document;
    const { client = '示例茶业', category, lines, asOf = '2016-10-26' } = sale;
    return {
      apiVersion: 'kanli/v1',
      kind: 'Quote',
      id: sale.id,
      package: {
        id: sale.id,
        client: { name: client, ...(category !== undefined && { category }) },
        lines: lines.map(({ item, impressions }) => ({
          item,
          ...(impressions !== undefined && { impressions }),
        })),
      },
      rateCard: { id, version, digest: this.card.digest, platform, timezone, prices: 'tax-included' },
      currency: 'CNY',
      asOf,
      validUntil: '2016-11-09',
      lines: lines.map((line, index) => ({
        line: index + 1,
        item: line.item,
        ...(line.brand !== undefined && { brand: line.brand }),
        ...(line.category !== undefined && { category: line.category }),
        ...(line.options !== undefined && { options: line.options }),
        ...(line.closed !== undefined && { closed: line.closed }),
        spots: line.dates.map((date) => ({
          date,
          ...(line.time !== undefined && { time: line.time }),
          quantity: line.quantity ?? 1,
          amount: line.amount ?? '100.00',
        })),
      })),
      totals: { payable: sale.payable ?? '1000.00' },
      approval: { required: sale.approval ?? null, reasons: [] },
      terms: sale.terms ?? terms,
    };
  }
}

function spotsOf({ client = '示例茶业', category, lines }: Sale): Spot[] {
  return lines.flatMap((line, index) =>
    line.dates.map((date, position) => {
      const named = line.category ?? category;
      const when = {
        date,
        ...(line.time !== undefined && { time: line.time }),
        quantity: line.quantity ?? 1,
        ...(line.impressions !== undefined && { impressions: line.impressions }),
      };
      return {
        line: index + 1,
        spot: position + 1,
        ...when,
        item: line.item,
        brand: line.brand ?? client,
        ...(named !== undefined && { category: named }),
        ...(line.options?.includes('exclusive') && { exclusive: true as const }),
        amount: line.amount ?? '100.00',
        feeDate: date,
        ...occupation(line.item, when),
      };
    }),
  );
}

function split(name: string): { line: number; date: string } {
  const [line = '', date = ''] = name.split(':');
  return { line: Number(line), date };
}

function moved({ spots }: Quote, from: readonly string[], to: readonly string[], name: string): Spot {
  const { line, date } = split(name);
  const spot = spots.find((one) => one.line === line && one.date === date);
  if (spot === undefined) throw new RangeError(`the quote has no ${name}`);
  const left = split(from[to.indexOf(name)] ?? name).date;
  return { ...structuredClone(spot), feeDate: left < date ? left : date };
}
