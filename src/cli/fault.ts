import { cliWords } from '../lang/cli.js';
import { fill, type Language, type Text } from '../lang/text.js';
import { LedgerFault, type LedgerFaultKind } from '../ledger/fault.js';
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

const ledgerWords: Readonly<Record<LedgerFaultKind, Text>> = {
  full: cliWords.ledgerFull,
  'read-only': cliWords.ledgerReadOnly,
  disk: cliWords.ledgerDisk,
  unreachable: cliWords.ledgerUnreachable,
  busy: cliWords.ledgerBusy,
  damaged: cliWords.ledgerDamaged,
  denied: cliWords.ledgerDenied,
};

/** What to say and to end with when a command threw: a disk that failed, or a fault of the program. */
export function faultMessage(error: unknown, language: Language): { message: string; status: Exit } {
  if (error instanceof LedgerFault) {
    const { kind, ledger, message: reason } = error;
    return { message: `${fill(ledgerWords[kind], language, { ledger, reason })}\n`, status: exit.fault };
  }
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
