import { type Loaded, type LoadOptions, loadDocument } from '../documents/load.js';
import { type PackageDocument, packageSchema } from '../documents/package.js';
import { checkTerms } from './checks/terms.js';

/**
 * Reads a package from the text or bytes of a YAML or JSON file: its shape and what can be judged without its card.
 *
 * @returns the package in canonical form, frozen, or every fault at once with its place
 */
export function loadPackage(
  content: string | Uint8Array,
  options: LoadOptions = {},
): Loaded<PackageDocument> {
  return loadDocument(content, options, {
    kind: 'Package',
    schema: packageSchema,
    checks: [checkTerms],
    finish: (document) => document,
  });
}
