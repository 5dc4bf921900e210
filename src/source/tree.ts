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

/** What stands under one key or position of a container: the nodes whose places messages point at. */
export interface Slot {
  readonly key?: Node | undefined;
  readonly value?: Node | undefined;
}

/** A document as plain data, with the way back from every container to its nodes. */
export interface Tree {
  readonly value: unknown;
  readonly slots: WeakMap<object, ReadonlyMap<string | number, Slot>>;
  readonly problems: readonly Problem[];
}

/** Aliases may repeat a few templates; a file that grows beyond this by them is an attack or a mistake. */
const mostAliasedNodes = 100_000;
const deepest = 64;

/**
 * Turns YAML nodes into plain data: maps to objects, lists to arrays, numbers to their own text (so that no amount passes
 * through a binary float), aliases and merge keys followed. Everything that cannot be data is a problem with its place.
 */
export function buildTree(doc: Document.Parsed): Tree {
  const builder = new Builder(doc);
  const value = doc.contents === null ? null : builder.build(doc.contents, []);
  return { value, slots: builder.slots, problems: builder.problems };
}

export function spanOf(node: Node | undefined): Span | undefined {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : undefined;
}

class Builder {
  readonly slots = new WeakMap<object, Map<string | number, Slot>>();
  readonly problems: Problem[] = [];
  readonly #doc: Document.Parsed;
  readonly #open = new Set<Node>();
  #aliased = 0;
  #aliasDepth = 0;
  #gaveUp = false;

  constructor(doc: Document.Parsed) {
    this.#doc = doc;
  }

  build(node: Node, path: Path): unknown {
    if (this.#gaveUp) return null;
    if (this.#aliasDepth > 0) {
      this.#aliased += 1;
      if (this.#aliased > mostAliasedNodes)
        return this.#giveUp('alias-bomb', node, { most: mostAliasedNodes });
    }
    if (path.length > deepest) return this.#giveUp('too-deep', node, { most: deepest });
    if (isAlias(node)) return this.#follow(node, path);
    if (isScalar(node)) return this.#scalar(node);
    if (isMap(node)) return this.#map(node, path);
    if (isSeq(node)) {
      const slots = new Map<string | number, Slot>();
      const list = node.items.map((item, index) => {
        slots.set(index, { value: item as Node });
        return this.build(item as Node, [...path, index]);
      });
      this.slots.set(list, slots);
      return list;
    }
    return null;
  }

  #scalar(node: Node & { value: unknown; source?: string | undefined }): unknown {
    if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:')) {
      this.#report('custom-tag', node, { tag: node.tag });
    }
    return typeof node.value === 'number' || typeof node.value === 'bigint'
      ? (node.source ?? '')
      : node.value;
  }

  #follow(alias: Alias, path: Path): unknown {
    const target = alias.resolve(this.#doc);
    if (target === undefined) return this.#report('alias-unknown', alias, { alias: alias.source });
    if (this.#open.has(target)) return this.#report('alias-cycle', alias, { alias: alias.source });
    this.#open.add(target);
    this.#aliasDepth += 1;
    const value = this.build(target, path);
    this.#aliasDepth -= 1;
    this.#open.delete(target);
    return value;
  }

  #map(map: YAMLMap, path: Path): object {
    const value: Record<string, unknown> = {};
    const slots = new Map<string | number, Slot>();
    const merges: Pair[] = [];
    const pairs = map.flow === true ? this.#joinCommaAmounts(map.items) : map.items;
    this.#open.add(map);
    for (const pair of pairs) {
      if (isMergeKey(pair.key)) {
        merges.push(pair);
        continue;
      }
      const key = this.#keyText(pair.key as Node | null);
      if (key === undefined) continue;
      const node = pair.value as Node | null;
      if (slots.has(key)) {
        const first = spanOf(slots.get(key)?.key);
        this.#report('duplicate-key', pair.key as Node, { key, first: first?.start ?? 0 });
        continue;
      }
      slots.set(key, { key: pair.key as Node, value: node ?? undefined });
      value[key] = node === null ? null : this.build(node, [...path, key]);
    }
    for (const merge of merges) this.#merge(merge, value, slots, path);
    this.#open.delete(map);
    this.slots.set(value, slots);
    return value;
  }

  /** `<<: *a` or `<<: [*a, *b]`: keys of the map itself win, then those of the earlier template. */
  #merge(pair: Pair, value: Record<string, unknown>, slots: Map<string | number, Slot>, path: Path): void {
    const node = pair.value as Node | null;
    const merged = node === null ? null : this.build(node, path);
    for (const template of Array.isArray(merged) ? merged : [merged]) {
      const templateSlots = isRecord(template) ? this.slots.get(template) : undefined;
      if (!isRecord(template) || templateSlots === undefined) {
        if (!this.#gaveUp && template !== undefined) this.#report('merge-not-map', pair.key as Node);
        continue;
      }
      for (const [key, slot] of templateSlots) {
        if (slots.has(key)) continue;
        slots.set(key, slot);
        value[key] = template[key];
      }
    }
  }

  #keyText(key: Node | null): string | undefined {
    if (key === null || !isScalar(key) || key.value === null || typeof key.value === 'boolean') {
      return this.#report('key-not-text', key ?? undefined);
    }
    const text = typeof key.value === 'string' ? key.value : (key.source ?? '');
    return text === '__proto__' ? this.#report('forbidden-key', key, { key: text }) : text;
  }

  /** Inside `{ }` an unquoted `100,000` reads as `100` and a stray key `000`: say so, and go on with what was meant. */
  #joinCommaAmounts(pairs: readonly Pair[]): readonly Pair[] {
    const joined: Pair[] = [];
    for (let at = 0; at < pairs.length; at += 1) {
      const pair = pairs[at] as Pair;
      joined.push(pair);
      const amount = pair.value;
      if (!isScalar(amount) || !/^\d{1,3}$/.test(amount.source ?? '')) continue;
      let written = amount.source ?? '';
      let last: Node | undefined;
      for (let next = pairs[at + 1]; next !== undefined && isGroupOfThree(next); next = pairs[at + 1]) {
        written += `,${next.key.source}`;
        last = next.key;
        at += 1;
      }
      if (last === undefined) continue;
      const start = spanOf(amount)?.start ?? 0;
      const end = spanOf(last)?.end ?? start;
      this.problems.push(problem('comma-amount', [], { written }, { span: { start, end } }));
      amount.source = written;
      amount.value = written;
    }
    return joined;
  }

  #report(code: Problem['code'], node: Node | undefined, values: Problem['values'] = {}): undefined {
    const span = spanOf(node);
    this.problems.push(problem(code, [], values, span === undefined ? {} : { span }));
    return undefined;
  }

  #giveUp(code: Problem['code'], node: Node, values: Problem['values']): null {
    this.#gaveUp = true;
    this.#report(code, node, values);
    return null;
  }
}

function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.value === '<<' && key.type === 'PLAIN';
}

function isGroupOfThree(pair: Pair): pair is Pair & { key: Node & { source: string } } {
  return (
    pair.value === null && isScalar(pair.key) && /^\d{3}(?:\.\d+)?(?:万|亿)?$/u.test(pair.key.source ?? '')
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
