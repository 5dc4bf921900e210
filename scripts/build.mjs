// Builds dist: bundled JavaScript by esbuild, declarations by tsc.
//
// Every library is bundled, so they are devDependencies and an installed kanli starts without them. Dependencies are zod,
// because the published declarations name its types, and SQLite, which is native code.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { thirdPartyLicences } from './licences.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const next = join(root, `.dist-${process.pid}`);
const last = `${next}-last`;

/** Bundled CommonJS packages call `require`, which ES modules do not have. */
const requireForBundledPackages =
  "import { createRequire as createRequireOfBundle } from 'node:module';\n" +
  'const require = createRequireOfBundle(import.meta.url);';

const esModule = { format: 'esm', banner: { js: requireForBundledPackages } };

/** Loaded by `require`; `import()` inside becomes that, too. */
const commonJs = { format: 'cjs', outExtension: { '.js': '.cjs' }, supported: { 'dynamic-import': false } };

/** Prompts are rare, and so are ledgers on a server; their libraries are large: each stays a file of its own, beside the command. */
const apart = { ask: 'src/cli/ask.ts', pg: 'src/ledger/engines/pg.ts' };
const rareApart = {
  name: 'rare-apart',
  setup({ onResolve }) {
    for (const name of Object.keys(apart)) {
      onResolve({ filter: new RegExp(`/${name}\\.js$`) }, ({ importer }) =>
        importer.includes('node_modules') ? undefined : { path: `./${name}.cjs`, external: true },
      );
    }
  },
};

/** SQLite is native code that cannot be bundled; pg asks for a driver of its own that nobody needs. */
const notBundled = ['@photostructure/sqlite', 'pg-native'];

/** commander loads `node:child_process` for commands that are programs of their own; kanli has none, and it is dear to load. */
const programsWhenCalled = {
  name: 'programs-when-called',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: 'child_process', namespace: 'when-called' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'when-called' }, () => ({
      contents:
        "exports.spawn = (...program) => process.getBuiltinModule('node:child_process').spawn(...program);",
    }));
  },
};

/** Which colours a terminal shows is decided by `src/render/view.ts`; chalk need not look for itself. */
const coloursAsTold = {
  name: 'colours-as-told',
  setup({ onResolve }) {
    onResolve({ filter: /^#supports-color$/ }, () => ({
      path: join(root, 'node_modules/chalk/source/vendor/supports-color/browser.js'),
    }));
  },
};

/** cli-table3 is given stand-ins of ASCII only (`src/render/frame.ts`): what measures other scripts need not be loaded. */
const standInsMeasured = {
  name: 'stand-ins-measured',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^string-width$/ }, ({ importer }) =>
      /[\\/]cli-table3[\\/]/.test(importer) ? { path: 'string-width', namespace: 'ascii' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'ascii' }, () => ({
      contents: 'module.exports = (text) => text.length;',
    }));
  },
};

/** The build of `yaml` for browsers is the same code without a look at the environment for every token. */
const yamlOfBrowsers = { yaml: join(root, 'node_modules/yaml/browser/index.js') };

/** The command as one expression, a function that `bin/compiled.ts` calls: V8 can keep the code of a script, not of a module. */
const script = {
  ...commonJs,
  minify: true,
  plugins: [rareApart, programsWhenCalled, coloursAsTold, standInsMeasured],
  alias: yamlOfBrowsers,
  banner: { js: '(function (command, require, commandFile) { const module = { exports: {} };' },
  footer: { js: 'Object.assign(command, module.exports); })' },
};

/**
 * What `node` and npm start: CommonJS, because Node takes longer to start an ES module, and to end after it, than kanli
 * takes to price a package.
 */
const launch = { format: 'cjs' };

async function bundle() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const common = {
    absWorkingDir: root,
    outdir: next,
    bundle: true,
    platform: 'node',
    target: 'node20',
    define: { KANLI_VERSION: JSON.stringify(version) },
    legalComments: 'none',
    metafile: true,
    external: notBundled,
    logLevel: 'warning',
  };
  const launcher = await build({
    ...common,
    ...launch,
    define: { ...common.define, 'import.meta.dirname': '__dirname' },
    entryPoints: { 'bin/kanli': 'bin/kanli.ts' },
  });
  writeFileSync(join(next, 'bin/package.json'), '{ "type": "commonjs" }\n');
  const command = await build({
    ...common,
    ...script,
    // fdir asks where it lies, to make itself a `require` from there.
    define: { ...common.define, 'import.meta.url': 'commandFile' },
    entryPoints: { kanli: 'bin/start.ts' },
  });
  writeAsAscii(join(next, 'kanli.cjs'));
  const rare = await build({ ...common, ...commonJs, entryPoints: apart });
  const worker = await build({
    ...common,
    ...commonJs,
    alias: yamlOfBrowsers,
    entryPoints: { 'bulk-worker': 'bin/bulk-worker.ts' },
  });
  const library = await build({
    ...common,
    ...esModule,
    alias: yamlOfBrowsers,
    entryPoints: { index: 'src/index.ts' },
  });
  const inputs = [launcher, command, rare, worker, library].flatMap(({ metafile }) =>
    Object.keys(metafile.inputs),
  );
  writeFileSync(join(next, 'THIRD-PARTY-LICENSES.txt'), thirdPartyLicences(root, [...new Set(inputs)]));
}

/** esbuild leaves Chinese characters in regular expressions, and one of them makes V8 keep the whole script at twice its size. */
function writeAsAscii(file) {
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[\u0080-\uffff]/g, escaped), 'latin1');
}

function makeExecutable(file) {
  const code = readFileSync(file, 'utf8');
  if (!code.startsWith('#!')) writeFileSync(file, `#!/usr/bin/env node\n${code}`);
  chmodSync(file, 0o755);
}

function declareTypes() {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [tsc, '-p', 'tsconfig.types.json', '--outDir', join(next, 'types')];
  execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
}

/** The old dist stays whole until the new one is, so a failed build breaks nothing that worked. */
function swapIn() {
  mkdirSync(dist, { recursive: true });
  renameSync(dist, last);
  renameSync(next, dist);
}

/**
 * Lets `npx kanli` find the command of this checkout, from its folders too: otherwise npx links the whole package into its
 * cache first, which takes seconds and breaks when two calls do it at once.
 */
function linkCommand() {
  const commands = join(root, 'node_modules', '.bin');
  const link = join(commands, 'kanli');
  if (process.platform === 'win32' || !existsSync(commands)) return;
  rmSync(link, { force: true });
  symlinkSync(join('..', '..', 'dist', 'bin', 'kanli.js'), link);
}

try {
  await bundle();
  makeExecutable(join(next, 'bin', 'kanli.js'));
  if (!process.argv.includes('--js-only')) declareTypes();
  execFileSync(process.execPath, [join(root, 'scripts/precompile.mjs'), next], { stdio: 'inherit' });
  swapIn();
  linkCommand();
} catch (fault) {
  // esbuild and tsc have already said what is wrong with the sources.
  const alreadyReported = Array.isArray(fault.errors) || typeof fault.status === 'number';
  if (!alreadyReported) console.error(fault);
  process.exitCode = 1;
} finally {
  rmSync(next, { recursive: true, force: true });
  rmSync(last, { recursive: true, force: true });
}
