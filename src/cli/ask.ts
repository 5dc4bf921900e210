import inquirer from 'inquirer';
import { cliWords } from '../lang/cli.js';
import { fill, type Language } from '../lang/text.js';

/** Asks at the terminal, where Ctrl-C is an answer, too; the question goes to standard error, so that data on standard output stays data. */
export async function confirmOverwrite(file: string, language: Language): Promise<boolean | 'interrupted'> {
  try {
    const prompt = inquirer.createPromptModule({ output: process.stderr });
    const { replace } = await prompt([
      {
        type: 'confirm',
        name: 'replace',
        message: fill(cliWords.overwrite, language, { file }),
        default: false,
      },
    ]);
    return replace === true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') return 'interrupted';
    throw error;
  }
}
