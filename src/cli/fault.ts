import { cliWords } from '../lang/cli.js';
import { fill, type Language } from '../lang/text.js';
import { type Exit, exit } from './exit.js';

const diskCodes = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EDQUOT',
  'EFBIG',
  'EIO',
  'EMFILE',
  'ENFILE',
]);

/** What to say and to end with when a command threw: a disk that failed, or a fault of the program. */
export function faultMessage(error: unknown, language: Language): { message: string; status: Exit } {
  const { code, path, syscall, message, stack } = error as NodeJS.ErrnoException;
  const file = path ?? '';
  if (code === 'ENOSPC')
    return { message: `${fill(cliWords.noSpace, language, { file })}\n`, status: exit.fault };
  if (code !== undefined && diskCodes.has(code)) {
    const word = code === 'EISDIR' || syscall === 'read' ? cliWords.notReadable : cliWords.notWritable;
    return { message: `${fill(word, language, { file, reason: code })}\n`, status: exit.fault };
  }
  return {
    message: `${fill(cliWords.bug, language)}\n${stack ?? message ?? String(error)}\n`,
    status: exit.fault,
  };
}
