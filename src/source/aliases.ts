import { type Alias, type Document, isAlias, type Node, visit } from 'yaml';

/**
 * The node each alias stands for: the last one before it that bears its anchor. Found in one walk, because the library
 * searches the whole document for every single alias. An alias without one is absent.
 */
export function aliasTargets(doc: Document.Parsed): ReadonlyMap<Alias, Node> {
  const anchored = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(doc, {
    Node: (_key, node) => {
      if (isAlias(node)) {
        const target = anchored.get(node.source);
        if (target !== undefined) targets.set(node, target);
      } else if (node.anchor !== undefined) anchored.set(node.anchor, node);
    },
  });
  return targets;
}
