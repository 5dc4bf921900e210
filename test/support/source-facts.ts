import { parseSync } from '@swc/core';

/** What a source file reaches for. */
export interface SourceFacts {
  /** Module specifiers: of imports, re-exports, `import()`, `require()` and import types. */
  readonly imports: ReadonlySet<string>;
  /** Names as written: `parseFloat`, `Date.now`, `new Date()`, `Date()`; of `a.b.c` the pair `b.c`, and `.c` alone. */
  readonly uses: ReadonlySet<string>;
}

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

/** Reads TypeScript as syntax, so that comments and texts are never mistaken for code. */
export function sourceFacts(code: string): SourceFacts {
  const imports = new Set<string>();
  const uses = new Set<string>();
  visit(parseSync(code, { syntax: 'typescript', target: 'es2022' }), (node) => {
    const specifier = specifierOf(node);
    if (specifier !== undefined) imports.add(specifier);
    for (const name of usesOf(node)) uses.add(name);
  });
  return { imports, uses };
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (isNode(value)) see(value);
  for (const child of Object.values(value)) visit(child, see);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function specifierOf(node: Node): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return textOf(node.source);
    case 'TsImportType':
      return textOf(node.argument);
    case 'CallExpression':
      return isNode(node.callee) && (node.callee.type === 'Import' || lastName(node.callee) === 'require')
        ? (textOf(firstArgument(node)) ?? 'a module named at run time')
        : undefined;
    default:
      return undefined;
  }
}

function usesOf(node: Node): string[] {
  switch (node.type) {
    case 'Identifier':
      return [String(node.value)];
    case 'MemberExpression':
      return [`${lastName(node.object) ?? ''}.${lastName(node) ?? ''}`, `.${lastName(node) ?? ''}`];
    case 'NewExpression':
      return firstArgument(node) === undefined ? [`new ${lastName(node.callee) ?? ''}()`] : [];
    case 'CallExpression':
      return [`${lastName(node.callee) ?? ''}()`];
    default:
      return [];
  }
}

/** `c` of `c`, of `a.b.c`, of `a.b['c']`. */
function lastName(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  if (value.type === 'Identifier') return String(value.value);
  if (value.type === 'MemberExpression') return lastName(value.property);
  if (value.type === 'Computed') return textOf(value.expression);
  return undefined;
}

function textOf(value: unknown): string | undefined {
  return isNode(value) && value.type === 'StringLiteral' ? String(value.value) : undefined;
}

function firstArgument({ arguments: given }: Node): unknown {
  const first: unknown = Array.isArray(given) ? given[0] : undefined;
  return typeof first === 'object' && first !== null && 'expression' in first ? first.expression : undefined;
}
