import { parseDay } from '../calendar/date.js';
import { dateInZone } from '../calendar/zone.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Problem } from '../diagnostics/problem.js';
import { inFileOrder, type Loaded } from '../documents/load.js';
import type { PackageDocument } from '../documents/package.js';
import { partialFit } from '../pricing/asked.js';
import { compileCard } from '../pricing/compile.js';
import { type Worked, workOut } from '../pricing/price.js';
import type { CardFile, FoundCard } from './cards.js';

/** Where packages are priced: how their cards are found, and the day they are judged on. */
export interface Desk {
  readonly cardFor: (id: string) => FoundCard;
  /** One card was named for every package, whichever they ask for. */
  readonly oneCard: boolean;
  /** A day in place of the packages' own. */
  readonly asOf?: string | undefined;
  readonly now: () => number;
}

/** A package that could be read, with the way back to its file. */
export interface ReadPackage {
  readonly pack: PackageDocument;
  readonly place: (found: Problem) => Diagnostic;
  readonly problems: readonly Diagnostic[];
}

/** A package joined with its card and worked out as far as it goes. */
export interface JoinedPackage {
  readonly card: CardFile;
  readonly asOf: string;
  readonly worked: Worked;
  /** All that was found, with its place; to place a problem may mean to read the file again with care. */
  readonly problems: () => readonly Diagnostic[];
}

/** Joins a package with its card and works it out; every command that prices a package begins here. */
export function joined(
  { pack, place, problems }: ReadPackage,
  desk: Desk,
):
  | ({ readonly ok: true } & JoinedPackage)
  | { readonly ok: false; readonly found: Extract<FoundCard, { ok: false }> } {
  const found = desk.cardFor(pack.card);
  if (!found.ok) return { ok: false, found };
  const card = found.value;
  const asOf = desk.asOf ?? pack.asOf ?? dateInZone(desk.now(), card.card.document.timezone);
  const worked = workOut(pack, card.card, { asOf });
  return {
    ok: true,
    card,
    asOf,
    worked,
    problems: () => [...problems, ...card.problems, ...worked.problems.map(place)],
  };
}

/** Why a card was not to be had: problems of its own file, or one of the place that names it. */
export function cardProblems(
  { problems, missing }: Extract<FoundCard, { ok: false }>,
  place: (found: Problem) => Diagnostic,
): readonly Diagnostic[] {
  return missing === undefined ? problems : [place(missing)];
}

/** The faults of a package that could be read in part, and those that its card, where it can be found, brings to light. */
export function faultsWithCard(
  { problems, place, partial }: Extract<Loaded<PackageDocument>, { ok: false }>,
  desk: Desk,
): readonly Diagnostic[] {
  const id = partial?.card;
  if (partial === undefined || (id === undefined && !desk.oneCard)) return problems;
  const found = desk.cardFor(id ?? '');
  if (!found.ok) return [...problems, ...cardProblems(found, place)];
  const asOf = desk.asOf ?? partial.asOf;
  const day = asOf === undefined ? undefined : parseDay(asOf);
  return inFileOrder([...problems, ...partialFit(partial, compileCard(found.value.card), day).map(place)]);
}
