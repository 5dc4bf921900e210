import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { type Path, type Problem, problem, type Span } from '../diagnostics/problem.js';
import { aliasTargets } from './aliases.js';
import { deepest } from './brackets.js';
import { mendPairs } from './flowPairs.js';

/** What stands under one key or position of a container: the nodes whose places messages point at. */
export interface Slot {
  readonly key?: Node | undefined;
  readonly value?: Node | undefined;
}

/** A document as plain data, with the way back from every container to its nodes. */
export interface Tree {
  /** Undefined where a value could not be made and a problem says so. */
  readonly value: unknown;
  readonly root: Node | null;
  readonly slots: WeakMap<object, ReadonlyMap<string | number, Slot>>;
  readonly problems: readonly Problem[];
  /** The document is no tree of a sane size; what there is of its value means nothing. */
  readonly gaveUp: boolean;
}

/**
 * Turns YAML nodes into plain data: maps to objects, lists to arrays, numbers to their own text (so that no amount passes
 * through a binary float), aliases and merge keys followed. Everything that cannot be data is a problem with its place.
 */
export function buildTree(doc: Document.Parsed, size: number): Tree {
  const builder = new Builder(doc, size);
  const value = doc.contents === null ? null : builder.build(doc.contents, []);
  return {
    value,
    root: doc.contents,
    slots: builder.slots,
    problems: builder.problems,
    gaveUp: builder.gaveUp,
  };
}

export function spanOf(node: Node | undefined): Span | undefined {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : undefined;
}

/**
 * Aliases may repeat templates, as a card of thousands of items does; a file that unfolds to more nodes than it has
 * characters, and to more than a hundred thousand, is an attack or a mistake.
 */
const leastAllowance = 100_000;

class Builder {
  readonly slots = new WeakMap<object, Map<string | number, Slot>>();
  readonly problems: Problem[] = [];
  gaveUp = false;
  readonly #doc: Document.Parsed;
  /** Found when the first alias is met; most files have none. */
  #targets: ReadonlyMap<Alias, Node> | undefined;
  readonly #mostAliased: number;
  readonly #open = new Set<Node>();
  /** The alias of the file's own text that is being followed; aliases inside its target lead on from it. */
  #alias: Alias | undefined;
  #aliased = 0;

  constructor(doc: Document.Parsed, size: number) {
    this.#doc = doc;
    this.#mostAliased = Math.max(leastAllowance, size);
  }

  build(node: Node, path: Path): unknown {
    if (this.gaveUp) return undefined;
    if (this.#alias !== undefined) {
      this.#aliased += 1;
      const most = this.#mostAliased;
      if (this.#aliased > most) return this.#giveUp('alias-bomb', this.#alias, { most });
    }
    if (path.length > deepest) return this.#giveUp('too-deep', node, { most: deepest });
    if (isAlias(node)) return this.#follow(node, path);
    if (isScalar(node)) return scalarValue(node);
    if (isMap(node)) return this.#map(node, path);
    return isSeq(node) ? this.#list(node.items as Node[], node, path) : null;
  }

  #follow(alias: Alias, path: Path): unknown {
    this.#targets ??= aliasTargets(this.#doc);
    const target = this.#targets.get(alias);
    if (target === undefined) return this.#report('alias-unknown', alias, { alias: alias.source });
    if (this.#open.has(target)) return this.#report('alias-cycle', alias, { alias: alias.source });
    const outer = this.#alias;
    this.#alias = outer ?? alias;
    const value = this.build(target, path);
    this.#alias = outer;
    return value;
  }

  #list(items: readonly Node[], list: Node, path: Path): unknown[] {
    const slots = new Map<string | number, Slot>();
    this.#open.add(list);
    const values = items.map((item, index) => {
      slots.set(index, { value: item });
      return this.build(item, [...path, index]);
    });
    this.#open.delete(list);
    this.slots.set(values, slots);
    return values;
  }

  #map(map: YAMLMap, path: Path): object {
    const value: Record<string, unknown> = {};
    const slots = new Map<string | number, Slot>();
    const { pairs, problems } = map.flow === true ? mendPairs(map.items) : { pairs: map.items, problems: [] };
    this.problems.push(...problems);
    this.#open.add(map);
    let merge: Pair | undefined;
    for (const pair of pairs) {
      const keyNode = pair.key as Node | null;
      const node = pair.value as Node | null;
      if (isMergeKey(keyNode)) {
        if (merge === undefined) merge = pair;
        else
          this.#report('duplicate-key', keyNode, { key: '<<', first: spanOf(merge.key as Node)?.start ?? 0 });
        continue;
      }
      const key = this.#keyText(keyNode, node);
      if (key === undefined) continue;
      const first = slots.get(key);
      if (first !== undefined) {
        this.#report('duplicate-key', keyNode ?? undefined, { key, first: spanOf(first.key)?.start ?? 0 });
        continue;
      }
      slots.set(key, { key: keyNode ?? undefined, value: node ?? undefined });
      value[key] = node === null ? null : this.build(node, [...path, key]);
    }
    if (merge !== undefined) this.#merge(merge, value, slots, path);
    this.#open.delete(map);
    this.slots.set(value, slots);
    return value;
  }

  /** `<<: *a` or `<<: [*a, *b]`: keys of the map itself win, then those of the earlier template. */
  #merge(pair: Pair, value: Record<string, unknown>, slots: Map<string | number, Slot>, path: Path): void {
    const node = pair.value as Node | null;
    const merged = node === null ? null : this.build(node, path);
    for (const template of Array.isArray(merged) ? merged : [merged]) {
      // Undefined: an alias that leads nowhere, which was reported where it stands.
      if (template === undefined) continue;
      const templateSlots = isRecord(template) ? this.slots.get(template) : undefined;
      if (!isRecord(template) || templateSlots === undefined) {
        this.#report('merge-not-map', pair.key as Node);
        continue;
      }
      for (const [key, slot] of templateSlots) {
        if (slots.has(key)) continue;
        slots.set(key, slot);
        value[key] = template[key];
      }
    }
  }

  #keyText(key: Node | null, value: Node | null): string | undefined {
    if (!isScalar(key) || key.value === null || typeof key.value === 'boolean') {
      return this.#report(
        'key-not-text',
        spanOf(key ?? undefined) === undefined ? (value ?? undefined) : (key ?? undefined),
      );
    }
    const text = typeof key.value === 'string' ? key.value : (key.source ?? '');
    return text === '__proto__' ? this.#report('forbidden-key', key, { key: text }) : text;
  }

  #report(code: Problem['code'], node: Node | undefined, values: Problem['values'] = {}): undefined {
    const span = spanOf(node);
    this.problems.push(problem(code, [], values, span === undefined ? {} : { span }));
    return undefined;
  }

  #giveUp(code: Problem['code'], node: Node, values: Problem['values']): undefined {
    this.gaveUp = true;
    return this.#report(code, node, values);
  }
}

function scalarValue(node: Node & { value: unknown; source?: string | undefined }): unknown {
  return typeof node.value === 'number' || typeof node.value === 'bigint' ? (node.source ?? '') : node.value;
}

function isMergeKey(key: Node | null): key is Node {
  return isScalar(key) && key.value === '<<' && key.type === 'PLAIN';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
