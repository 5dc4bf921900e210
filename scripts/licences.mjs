import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const packageFolder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const licenceFile = /^(licen[cs]e|copying)(\.|-|$)/i;

/**
 * The licence texts of every package that went into the bundle; their licences ask that copies carry them.
 * `inputs` are the bundled files, relative to `root`.
 */
export function thirdPartyLicences(root, inputs) {
  const folders = new Set(inputs.flatMap((file) => packageFolder.exec(file)?.[1] ?? []));
  return [...folders]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((folder) => entry(join(root, folder)))
    .join('\n');
}

function entry(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => licenceFile.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return `${'='.repeat(80)}\n${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
}
