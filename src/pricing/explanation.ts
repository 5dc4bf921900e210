import type { AdjustmentKind, Closing, TaxBasis } from '../documents/words.js';

/**
 * How a quote's amounts came about, line by line, in the numbers of the calculation itself. `where` is the path of the
 * rule in the card or, for `line`, `deal.*`, `agency`, `fixed` and `bonus`, in the package.
 */
export interface Explanation {
  readonly currency: string;
  readonly asOf: string;
  readonly prices: TaxBasis;
  readonly rounding: string;
  readonly lines: readonly ExplainedLine[];
  /** In the order of calculation. */
  readonly steps: readonly ExplainedStep[];
  readonly figures: readonly ExplainedFigure[];
  readonly totals: Readonly<Record<string, string>>;
}

export interface Where {
  readonly document: 'card' | 'package';
  readonly path: readonly (string | number)[];
}

export interface ExplainedLine {
  readonly line: number;
  readonly item: string;
  readonly title: string;
  readonly title_en?: string;
  readonly brand?: string;
  readonly per: string;
  readonly closed?: Closing;
  /** Absent where the line brings its own amount. */
  readonly unitPrice?: {
    readonly price: string;
    readonly from?: string;
    readonly bought?: string;
    readonly where: Where;
  };
  readonly where: Where;
  readonly spots: readonly ExplainedSpot[];
  readonly list: string;
  readonly gross: string;
  readonly shares: readonly ExplainedShare[];
  readonly amount: string;
  readonly tax: ExplainedTax;
  readonly net: string;
  readonly payable: string;
}

export interface ExplainedSpot {
  readonly date: string;
  readonly time?: string;
  readonly minutes?: number;
  readonly impressions?: number;
  readonly quantity: number;
  /** `price × units × quantity`, rounded; overtime aside. */
  readonly base: string;
  readonly overtime?: {
    readonly minutes: number;
    readonly included: number;
    readonly per: number;
    readonly periods: string;
    readonly price: string;
    readonly amount: string;
    readonly where: Where;
  };
  readonly list: string;
  readonly surcharges: readonly {
    readonly rule: string;
    readonly title: string;
    readonly title_en?: string;
    readonly rate?: string;
    readonly of?: string;
    readonly each?: string;
    readonly amount: string;
    readonly where: Where;
  }[];
  readonly gross: string;
}

/** A step of the waterfall that changed something, with all that is needed to redo it. */
export interface ExplainedStep {
  readonly rule: string;
  /** The card's words for its own rules; steps of the package have none. */
  readonly title?: string;
  readonly title_en?: string;
  readonly kind: AdjustmentKind;
  readonly where: Where;
  /** The lines the step looked at, what they had, and what it took off all of them. */
  readonly lines: readonly number[];
  readonly base?: string;
  readonly running: string;
  readonly rate?: string;
  readonly slabs?: readonly { readonly from: string; readonly rate: string; readonly part: string }[];
  readonly reduction: string;
}

/** A line's part in a step. */
export interface ExplainedShare {
  /** Place of the step among the explanation's, from 0. */
  readonly step: number;
  readonly before: string;
  readonly amount: string;
  readonly after: string;
}

export interface ExplainedTax {
  readonly rate: string;
  /** All lines at this rate together, and the tax on them. */
  readonly groupAmount: string;
  readonly groupTax: string;
  readonly amount: string;
  readonly where: Where;
}

export interface ExplainedFigure {
  readonly name: string;
  readonly part: string;
  readonly of: string;
  readonly value: string | null;
}
