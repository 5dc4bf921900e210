import { readdirSync, readFileSync } from 'node:fs';
import { loadRateCard } from '../../src/card/load.js';
import { loadPackage } from '../../src/card/loadPackage.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';

/** What a case expects of one problem; the columns were counted by hand. */
export type Expected = Pick<
  Diagnostic,
  'code' | 'severity' | 'line' | 'column' | 'endLine' | 'endColumn' | 'values'
>;

/** A broken file, `card/amounts.yaml`, and the problems expected of it, in file order. */
export interface BrokenCase {
  readonly name: string;
  readonly kind: 'card' | 'package';
  readonly text: string;
  /** The file as it is to be read: its name may ask for another encoding, `many-faults.crlf.yaml`. */
  readonly content: string | Uint8Array;
  readonly expected: readonly Expected[];
}

const root = new URL('../cases/broken/', import.meta.url);

/** Every case of the folder; encodings are made here, because a checkout would not keep them. */
export function brokenCases(): BrokenCase[] {
  return (['card', 'package'] as const).flatMap((kind) => {
    const folder = new URL(`${kind}/`, root);
    const files = readdirSync(folder).filter((file) => !file.endsWith('.expected.json'));
    return files.sort().map((file) => {
      const [, encoding = 'utf8'] = /\.(\w+)\.\w+$/.exec(file) ?? [];
      const stem = file.replace(/\.\w+$/, '');
      const text = readFileSync(new URL(file, folder), 'utf8');
      const expected = JSON.parse(
        readFileSync(new URL(`${stem}.expected.json`, folder), 'utf8'),
      ) as Expected[];
      return { name: `${kind}/${file}`, kind, text, content: encoded(text, encoding), expected };
    });
  });
}

export function loadCase({ kind, name, content }: BrokenCase) {
  return kind === 'card' ? loadRateCard(content, { file: name }) : loadPackage(content, { file: name });
}

/** What a loader found, as cases write it. */
export function foundIn(problems: readonly Diagnostic[]): Expected[] {
  return problems.map(({ code, severity, line, column, endLine, endColumn, values }) => {
    return { code, severity, line, column, endLine, endColumn, values } as Expected;
  });
}

export function encoded(text: string, encoding: string): string | Uint8Array {
  switch (encoding) {
    case 'utf8':
      return text;
    case 'crlf':
      return text.replaceAll('\n', '\r\n');
    case 'bom':
      return new TextEncoder().encode(`\uFEFF${text}`);
    case 'utf16':
      return Buffer.from(text, 'utf16le');
    case 'utf16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'utf16be':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
    case 'gb18030':
      return gb18030(text);
    default:
      throw new RangeError(`no such encoding: ${encoding}`);
  }
}

/** The runtime decodes GB18030 and cannot encode it: its two-byte characters are turned around. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const bytesOf = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      bytesOf.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  const bytes = Array.from(text).flatMap((character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x80 ? [code] : (bytesOf.get(character) ?? []);
  });
  return Uint8Array.from(bytes);
}
