import { CommanderError, InvalidArgumentError, Option, Command as Parser } from 'commander';
import { nearest } from '../diagnostics/nearest.js';
import { isError } from '../diagnostics/problem.js';
import { cliWords } from '../lang/cli.js';
import { fill, type Language, languages, type Text } from '../lang/text.js';
import type { Command, Flag, Given } from './command.js';
import { commandNames, commands } from './commands/all.js';
import type { Context } from './context.js';
import { type Exit, exit } from './exit.js';
import { faultMessage } from './fault.js';

/** Runs one call of `kanli`: finds the command, reads its flags, runs it, and answers with the exit status. */
export async function main(argv: readonly string[], context: Context): Promise<Exit> {
  const { rest, language, explicit, fault } = languageOf(argv, context.language);
  const here: Context = { ...context, language, ...(explicit ? { askedLanguage: language } : {}) };
  const tell = (text: Text, values: Readonly<Record<string, string>> = {}) =>
    context.stderr.write(`${fill(text, language, values)}\n`);
  if (fault) {
    tell(cliWords.badLanguage);
    return exit.usage;
  }
  const asksHelp = rest[0] === 'help';
  const name = asksHelp ? rest[1] : rest[0];
  if (name === '--version') {
    context.stdout.write(`${context.version}\n`);
    return exit.done;
  }
  if (name === undefined || name.startsWith('-')) return overview(name, asksHelp, here);
  const known = commandNames.find((command) => command === name);
  if (known === undefined) {
    tell(cliWords.unknownCommand, { written: name });
    const near = nearest(name, commandNames, 2);
    if (near.length > 0) tell(cliWords.didYouMean, { nearest: near.join(', ') });
    tell(cliWords.moreHelpAll);
    return exit.usage;
  }
  try {
    return await runCommand(name, await commands[known].load(), asksHelp ? ['--help'] : rest.slice(1), here);
  } catch (error) {
    const { message, status } = faultMessage(error, language);
    context.stderr.write(message);
    return status;
  }
}

/** `--lang` stands anywhere and decides the language of everything else, help included. */
function languageOf(
  argv: readonly string[],
  usual: Language,
): { rest: readonly string[]; language: Language; explicit: boolean; fault: boolean } {
  const rest: string[] = [];
  let language = usual;
  let fault = false;
  let explicit = false;
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (word === '--') {
      rest.push(...argv.slice(at));
      break;
    }
    if (word !== '--lang' && !word.startsWith('--lang=')) {
      rest.push(word);
      continue;
    }
    const separate = word === '--lang';
    const value = separate ? argv[at + 1] : word.slice('--lang='.length);
    if (separate) at += 1;
    const chosen = languages.find((known) => known === value);
    fault ||= chosen === undefined;
    explicit ||= chosen !== undefined;
    language = chosen ?? language;
  }
  return { rest, language, explicit, fault };
}

function overview(name: string | undefined, asksHelp: boolean, context: Context): Exit {
  const parser = shaped(new Parser('kanli'), context).description(fill(cliWords.tagline, context.language));
  parser.usage(context.language === 'zh' ? '<命令> [选项]' : '<command> [options]');
  parser.option('--version', fill(cliWords.version, context.language));
  addGlobalFlags(parser, context.language);
  for (const command of commandNames) {
    parser.command(command).summary(fill(commands[command].summary, context.language)).helpOption(false);
  }
  parser.helpCommand(false);
  const asked = asksHelp || name === '--help' || name === '-h';
  const page = `${parser.helpInformation()}\n${fill(cliWords.exits, context.language)}\n`;
  if (asked) context.stdout.write(page);
  else context.stderr.write(page);
  return asked ? exit.done : exit.usage;
}

async function runCommand(
  name: string,
  command: Command,
  argv: readonly string[],
  context: Context,
): Promise<Exit> {
  const { language } = context;
  const parser = shaped(new Parser(`kanli ${name}`), context)
    .description(fill(command.about, language))
    .exitOverride()
    .configureOutput({ writeOut: context.stdout.write, writeErr: () => undefined });
  for (const { name: written, text } of command.arguments) parser.argument(written, fill(text, language));
  for (const flag of command.flags) parser.addOption(optionOf(flag, language));
  addGlobalFlags(parser, language);
  parser.addHelpText('after', examplesOf(command, language));
  try {
    parser.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return exit.done;
    const words = usageWords(error);
    context.stderr.write(`${fill(words.text, language, words.values)}${words.more}\n`);
    context.stderr.write(`${fill(cliWords.moreHelp, language, { command: name })}\n`);
    return exit.usage;
  }
  const given: Given = { args: parser.processedArgs as string[], flags: parser.opts() };
  if (command.anyWorkspace !== true) {
    const { workspaceOf } = await import('./inputs.js');
    const { problems } = workspaceOf(context);
    if (problems.length > 0) {
      const { report } = await import('./report.js');
      await report(problems, given, context);
      if (problems.some(isError)) return exit.refused;
    }
  }
  return command.run(given, context);
}

function addGlobalFlags(parser: Parser, language: Language): void {
  parser.option('--lang <zh|en>', fill(cliWords.lang, language));
  parser.option('--no-color', fill(cliWords.noColor, language));
}

function shaped(parser: Parser, { language, stdout }: Context): Parser {
  const titles: Readonly<Record<string, Text>> = {
    'Usage:': cliWords.usage,
    'Options:': cliWords.options,
    'Commands:': cliWords.commands,
    'Arguments:': cliWords.arguments,
  };
  return parser.helpOption('-h, --help', fill(cliWords.help, language)).configureHelp({
    helpWidth: stdout.columns ?? 100,
    // Commander would add choices and defaults in English; `optionOf` has said them.
    optionDescription: (option) => option.description,
    styleTitle: (title) => titles[title]?.[language] ?? title,
  });
}

function optionOf({ flags, text, choices, default: usual, repeatable }: Flag, language: Language): Option {
  const notes = [
    ...(choices === undefined ? [] : [fill(cliWords.choices, language, { choices })]),
    ...(usual === undefined ? [] : [fill(cliWords.default, language, { value: usual })]),
  ];
  const described = fill(text, language) + (notes.length === 0 ? '' : ` (${notes.join('; ')})`);
  const option = new Option(flags, described);
  if (usual !== undefined) option.default(usual);
  option.argParser((value: string, before: unknown) => {
    if (choices !== undefined && !choices.includes(value)) throw new InvalidArgumentError(choices.join(', '));
    return repeatable === true ? [...(Array.isArray(before) ? before : []), value] : value;
  });
  return option;
}

function examplesOf({ examples }: Command, language: Language): string {
  const lines = examples.map(({ line, text }) => `  ${line}\n      ${fill(text, language)}`);
  return `\n${fill(cliWords.examples, language)}\n${lines.join('\n')}\n`;
}

const usageCodes: Readonly<Record<string, Text>> = {
  'commander.unknownOption': cliWords.unknownOption,
  'commander.missingArgument': cliWords.missingArgument,
  'commander.optionMissingArgument': cliWords.missingValue,
  'commander.excessArguments': cliWords.excessArguments,
  'commander.invalidArgument': cliWords.badChoice,
};

/** Commander speaks English only: its code and the word it quotes are enough to say it in either language. */
function usageWords(error: CommanderError): { text: Text; values: Record<string, string>; more: string } {
  const written = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const near = /Did you mean ([^?]+)\?/.exec(error.message)?.[1];
  const allowed = error.code === 'commander.invalidArgument' ? error.message.split('. ').at(-1) : undefined;
  const hint = near ?? allowed;
  return {
    text: usageCodes[error.code] ?? { zh: error.message, en: error.message },
    values: { written },
    more: hint === undefined ? '' : ` (${hint})`,
  };
}
