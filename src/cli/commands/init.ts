import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { cliWords } from '../../lang/cli.js';
import { fill, type Language } from '../../lang/text.js';
import { workspaceFile } from '../../workspace/workspace.js';
import { writeWhole } from '../../workspace/write.js';
import { argument, type Command, flagSet } from '../command.js';
import { calledAs } from '../context.js';
import { exit } from '../exit.js';

/** What a new workspace holds, from the samples that come with kanli. */
const samples = [
  { from: 'examples/workspace/kanli.yaml', to: workspaceFile },
  { from: 'ratecards/inke-double11.yaml', to: 'ratecards/inke-double11.yaml' },
  { from: 'examples/workspace/first.yaml', to: 'packages/first.yaml' },
] as const;

const next = [
  'validate',
  'quote packages/first.yaml',
  'quote packages/first.yaml --format json -o quote.json',
  'contract quote.json -o contract.json',
] as const;

export const init: Command = {
  about: {
    zh: '建一个马上能用的工作区：设置、示例刊例、示例方案。已有的文件不会被覆盖。',
    en: 'Makes a workspace that works at once: settings, a sample card, a sample package. Nothing existing is overwritten.',
  },
  arguments: [{ name: '[folder]', text: { zh: '文件夹（默认：当前）', en: 'folder (default: this one)' } }],
  flags: [{ flags: '-f, --force', text: { zh: '覆盖已有文件', en: 'replace existing files' } }],
  examples: [
    {
      line: 'kanli init desk && cd desk && kanli quote packages/first.yaml',
      text: { zh: '从零到第一份报价', en: 'from nothing to the first quote' },
    },
  ],
  anyWorkspace: true,
  run: async (given, context) => {
    const { language } = context;
    const folder = resolve(context.folder, argument(given, 0) ?? '.');
    const force = flagSet(given, 'force');
    const existing = samples.filter(({ to }) => existsSync(join(folder, to))).map(({ to }) => to);
    if (existing.length > 0 && !force) {
      context.stderr.write(`${fill(cliWords.initExists, language, { files: existing })}\n`);
      return exit.usage;
    }
    for (const { from, to } of samples) {
      const file = join(folder, to);
      mkdirSync(dirname(file), { recursive: true });
      const content = readFileSync(join(context.home, from), 'utf8');
      writeWhole(file, to === workspaceFile ? inLanguage(content, language) : content, { force });
    }
    const into = relative(context.folder, folder);
    const commands = next.map((step) => `${calledAs(context)} ${step}`);
    const steps = [...(into === '' ? [] : [`cd ${into}`]), ...commands].map((step) => `  ${step}\n`);
    context.stdout.write(`${fill(cliWords.initDone, language, { folder })}\n${steps.join('')}`);
    return exit.done;
  },
};

/** Papers of a new desk are in the language it was made in. */
function inLanguage(settings: string, language: Language): string {
  return settings.replace(/^language: .*$/m, `language: ${language}`);
}
