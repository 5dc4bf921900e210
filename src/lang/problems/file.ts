import type { ProblemWords } from './words.js';

/** The file itself: is it there, can it be read, is it text. */
export const fileProblems = {
  'file-not-found': {
    message: { zh: '找不到文件 {file}', en: 'there is no file {file}' },
    hint: {
      zh: '检查路径和文件名，注意大小写和扩展名',
      en: 'check the path and the name, capitals and ending included',
    },
  },
  'file-unreadable': {
    message: { zh: '读不了文件 {file}（{reason}）', en: 'the file {file} cannot be read ({reason})' },
    by: {
      reason: {
        EISDIR: {
          message: { zh: '{file} 是一个文件夹，不是文件', en: '{file} is a folder, not a file' },
          hint: { zh: '写出文件夹里的那个文件', en: 'name the file inside it' },
        },
        EACCES: {
          message: { zh: '没有读取文件 {file} 的权限', en: 'the file {file} may not be read' },
          hint: { zh: '请文件的主人放开读取权限', en: 'ask its owner for the right to read it' },
        },
        EPERM: {
          message: { zh: '系统不允许读取文件 {file}', en: 'the system does not allow reading {file}' },
          hint: { zh: '请文件的主人放开读取权限', en: 'ask its owner for the right to read it' },
        },
      },
    },
  },
  'file-empty': {
    message: { zh: '文件里没有内容', en: 'the file says nothing' },
    hint: {
      zh: '空文件、只有注释的文件都不算；可用 kanli init 得到一份能用的样例',
      en: 'comments alone do not count; kanli init writes a sample that works',
    },
  },
  'file-binary': {
    message: { zh: '这不是文本文件', en: 'this is not a text file' },
    hint: {
      zh: '刊例和方案是 YAML 或 JSON 文本；Excel、图片、PDF 不能直接读',
      en: 'cards and packages are YAML or JSON text; spreadsheets, pictures and PDFs cannot be read',
    },
  },
  'file-encoding': {
    message: {
      zh: '文件的编码是 {encoding}，应当是 UTF-8',
      en: 'the file is encoded as {encoding}, it must be UTF-8',
    },
    hint: {
      zh: '用编辑器“另存为”，编码选 UTF-8',
      en: 'save it again from your editor with the encoding UTF-8',
    },
    by: {
      encoding: {
        unknown: {
          message: { zh: '文件不是有效的 UTF-8 文本', en: 'the file is not valid UTF-8 text' },
        },
      },
    },
  },
  'file-too-large': {
    message: { zh: '文件超过 {megabytes} MB', en: 'the file is larger than {megabytes} MB' },
    hint: {
      zh: '刊例不会这么大：检查是不是选错了文件',
      en: 'no card is that large: check that it is the right file',
    },
  },
} as const satisfies Record<string, ProblemWords>;
