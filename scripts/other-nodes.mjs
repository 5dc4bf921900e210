import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * npm run check:nodes [-- VERSION…]: the tests under the Node versions we promise besides the one at hand, default 22 and
 * 24. Each comes from npm's own registry, once, into node_modules/.cache; where it cannot be had, that is said and fails.
 */

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const versions = process.argv.length > 2 ? process.argv.slice(2) : ['22', '24'];
const platform = process.platform === 'win32' ? 'win' : process.platform;
const packageName = `node-${platform}-${process.arch}`;

function nodeOf(version) {
  const prefix = join(root, 'node_modules', '.cache', `node-${version}`);
  const node = join(prefix, 'node_modules', packageName, 'bin', platform === 'win' ? 'node.exe' : 'node');
  if (!existsSync(node)) {
    const install = ['install', '--prefix', prefix, '--no-audit', '--no-fund', `${packageName}@${version}`];
    spawnSync('npm', install, { stdio: 'inherit', shell: platform === 'win' });
  }
  return existsSync(node) ? node : undefined;
}

const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const verdicts = versions.map((version) => {
  const node = nodeOf(version);
  if (node === undefined) return `Node ${version}: missing, ${packageName}@${version} could not be installed`;
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const { status } = spawnSync(node, [...flags, jest], { cwd: root, stdio: 'inherit' });
  return `Node ${version}: ${status === 0 ? 'passed' : 'FAILED'}`;
});
console.log(verdicts.join('\n'));
process.exitCode = verdicts.every((verdict) => verdict.endsWith('passed')) ? 0 : 1;
