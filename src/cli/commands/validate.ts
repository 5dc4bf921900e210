import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadRateCard } from '../../card/load.js';
import { loadPackage } from '../../card/loadPackage.js';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import { problem } from '../../diagnostics/problem.js';
import { kindIn } from '../../documents/load.js';
import { cliWords } from '../../lang/cli.js';
import { fill } from '../../lang/text.js';
import { formatJson } from '../../papers/formats/json.js';
import { cardProblems, faultsWithCard, joined } from '../../workspace/desk.js';
import type { Workspace } from '../../workspace/workspace.js';
import { argumentList, type Command, flagSet, flagText, type Given } from '../command.js';
import type { Context } from '../context.js';
import { type Exit, exit } from '../exit.js';
import { asOfFlag, cardFlags, formatFlag } from '../flags.js';
import { badAsOf, deskOf, fromHere, readBytes, workspaceOf } from '../inputs.js';
import { report, wordedDiagnostics } from '../report.js';

export const validate: Command = {
  about: {
    zh: '检查刊例和方案：先看写法，再看含义，所有问题一次报完。不写路径时检查整个工作区；文件夹里别的 YAML 会跳过。',
    en: 'Checks rate cards and packages, shape then meaning, all faults at once. Without paths it checks the workspace; other YAML in folders is passed over.',
  },
  arguments: [
    {
      name: '[paths...]',
      text: {
        zh: '文件、文件夹或通配符（- 为标准输入）',
        en: 'files, folders or globs (- is standard input)',
      },
    },
  ],
  flags: [
    ...cardFlags,
    asOfFlag,
    formatFlag(['text', 'json'], 'text'),
    { flags: '--strict', text: { zh: '有警告也算不通过', en: 'warnings fail, too' } },
  ],
  examples: [
    {
      line: 'kanli validate',
      text: { zh: '检查工作区里的全部刊例和方案', en: 'check all cards and packages of the workspace' },
    },
    { line: 'kanli validate "ratecards/**/*.yaml" --format json', text: { zh: '给 CI 用', en: 'for CI' } },
  ],
  anyWorkspace: true,
  run: async (given, context) => {
    if (badAsOf(given, context)) return exit.usage;
    const { filesNamed } = await import('../../workspace/files.js');
    const paths = argumentList(given, 0);
    const root = workspaceOf(context);
    const found: Diagnostic[] = [...root.problems];
    let files = 0;
    for (const { file, named } of filesNamed(paths.length === 0 ? usualPaths(root) : paths, context.folder)) {
      const diagnostics = await check(
        file === '-' ? file : fromHere(file, context).name,
        named,
        given,
        context,
      );
      if (diagnostics === undefined) continue;
      files += 1;
      found.push(...diagnostics);
    }
    return answer(files, found, given, context);
  },
};

/** Without paths: the workspace; where there is none, only the folders that workspaces have. */
function usualPaths({ folder, found }: Workspace): readonly string[] {
  if (found) return [folder];
  const usual = ['ratecards', 'packages']
    .map((name) => join(folder, name))
    .filter((path) => existsSync(path));
  return usual.length === 0 ? [folder] : usual;
}

/** What is wrong with a file; undefined for a file that is none of ours and was not named. */
async function check(
  file: string,
  named: boolean,
  given: Given,
  context: Context,
): Promise<readonly Diagnostic[] | undefined> {
  const read = await readBytes(file, context);
  if ('problem' in read) return [read.problem];
  switch (kindIn(read.bytes)) {
    case 'Package':
      return checkPackage(file, read.bytes, given, context);
    case 'RateCard':
      return loadRateCard(read.bytes, { file }).problems;
    case 'none':
      return named ? [foreign(file)] : undefined;
    case 'Quote':
    case 'Contract':
    case 'Schedule':
    case 'BulkManifest':
      // Papers are not checked here but verified; named, that is said.
      return named ? loadRateCard(read.bytes, { file }).problems : undefined;
    default:
      if (!named && !seemsOurs(read.bytes)) return undefined;
      if (seemsPackage(read.bytes)) return checkPackage(file, read.bytes, given, context);
      return loadRateCard(read.bytes, { file }).problems;
  }
}

function foreign(file: string): Diagnostic {
  const start = { file, line: 1, column: 1, endLine: 1, endColumn: 1, excerpt: '' };
  return diagnostic(problem('missing-key', ['kind'], { key: 'kind' }), start);
}

/** A file of ours that cannot even be read must not be passed over as somebody else's. */
function seemsOurs(bytes: Uint8Array): boolean {
  return /apiVersion["']?\s*[:：]\s*["']?kanli\//u.test(new TextDecoder().decode(bytes));
}

function seemsPackage(bytes: Uint8Array): boolean {
  return /kind["']?\s*[:：]\s*["']?Package/u.test(new TextDecoder().decode(bytes));
}

/** A package is judged with its card where that can be found. */
function checkPackage(
  file: string,
  bytes: Uint8Array,
  given: Given,
  context: Context,
): readonly Diagnostic[] {
  const desk = deskOf(given, context);
  const loaded = loadPackage(bytes, { file });
  if (!loaded.ok) return faultsWithCard(loaded, desk);
  const { place, problems, value: pack } = loaded;
  const join = joined({ pack, place, problems }, desk);
  if (join.ok) return [...problems, ...join.worked.problems.map(place)];
  const asked = flagText(given, 'card') !== undefined || flagText(given, 'cards') !== undefined;
  // A card's own faults are told where it is checked itself.
  if (!asked && join.found.missing === undefined) return problems;
  const severity = asked ? ('error' as const) : ('warning' as const);
  return [...problems, ...cardProblems(join.found, place).map((entry) => ({ ...entry, severity }))];
}

async function answer(
  files: number,
  found: readonly Diagnostic[],
  given: Given,
  context: Context,
): Promise<Exit> {
  const errors = found.filter(({ severity }) => severity === 'error').length;
  const warnings = found.filter(({ severity }) => severity === 'warning').length;
  if (flagText(given, 'format') === 'json') {
    context.stdout.write(
      formatJson({ files, errors, warnings, diagnostics: await wordedDiagnostics(found, context) }),
    );
  } else {
    await report(found, given, context);
    const clean = files === 0 ? cliWords.validateNone : cliWords.validateClean;
    const word = errors + warnings === 0 ? clean : cliWords.validateFound;
    context.stdout.write(`${fill(word, context.language, { files, errors, warnings })}\n`);
  }
  return errors > 0 || (warnings > 0 && flagSet(given, 'strict')) ? exit.refused : exit.done;
}
