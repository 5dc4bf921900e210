import type { ProblemWords } from './words.js';

const asText = {
  zh: '如果这是一段文字，给它加引号："……"',
  en: 'if it is meant as text, put it in quotes: "..."',
} as const;

/** What the rules of YAML and JSON forbid. */
export const syntaxProblems = {
  'yaml-syntax': {
    message: { zh: '这里不符合 YAML 的写法', en: 'this is not written as YAML wants it' },
    hint: {
      zh: '对照上下几行检查缩进、冒号和引号',
      en: 'compare indentation, colons and quotes with the lines around it',
    },
    by: {
      reason: {
        'quote-open': {
          message: { zh: '引号没有成对：从这里开始，一直没有收尾', en: 'this quote is never closed' },
          hint: {
            zh: '在文字末尾补上同样的引号（英文半角）',
            en: 'put the same quote at the end of the text',
          },
        },
        'bracket-open': {
          message: { zh: '“{bracket}”没有收尾', en: '"{bracket}" is never closed' },
          hint: {
            zh: '补上“{closing}”；内容跨行时每行都要比这一行缩进更多',
            en: 'close it with "{closing}"; lines inside must be indented deeper than this one',
          },
        },
        'bracket-stray': {
          message: { zh: '多了一个“{bracket}”', en: 'there is one "{bracket}" too many' },
          hint: { zh: '删去它，或在前面补上与它成对的括号', en: 'delete it, or open its pair before it' },
        },
        'no-colon': {
          message: {
            zh: '这一行不是“键: 值”：缺少冒号',
            en: 'this line is no "key: value": it has no colon',
          },
          hint: {
            zh: '键后面写英文冒号加一个空格，如 title: 黄金档；若是上一行文字的延续，缩进要比上一行的键更深',
            en: 'write a colon and a space after the key, as in title: Prime time',
          },
        },
        'colon-space': {
          message: { zh: '冒号后面缺一个空格', en: 'a space is missing after the colon' },
          hint: { zh: '写成 {meant}', en: 'write {meant}' },
        },
        'two-colons': {
          message: { zh: '一行里有两个“: ”', en: 'this line has two ": "' },
          hint: {
            zh: '文字里有冒号时给整段文字加引号："……"；若是两个键，分两行写',
            en: 'put a text with a colon in quotes: "..."; write two keys on two lines',
          },
        },
        'value-and-keys': {
          message: {
            zh: '这个键已经有值了，下面又缩进写了它的内容',
            en: 'this key has a value, and more is indented under it',
          },
          hint: {
            zh: '删去值，或者把下面几行的缩进调到与键对齐',
            en: 'delete the value, or bring the lines below in line with the key',
          },
        },
        indent: {
          message: { zh: '缩进没有对齐', en: 'the indentation does not line up' },
          hint: {
            zh: '同一层的键要从同一列开始，下一层一律多缩进两个空格',
            en: 'keys of one level start in one column; each level below is two spaces deeper',
          },
        },
        'dash-on-key-line': {
          message: { zh: '列表不能和键写在同一行', en: 'a list may not begin on the line of its key' },
          hint: {
            zh: '把“- ”移到下一行并缩进，或写成 [ ]',
            en: 'begin it on the next line, indented, or write it in [ ]',
          },
        },
        'map-and-list': {
          message: {
            zh: '“- ”放错了位置：这一层是“键: 值”，或者没有和上面各项对齐',
            en: 'a "- " entry cannot stand here: its level holds "key: value" lines, or it is out of line with its list',
          },
          hint: {
            zh: '同一个列表的“- ”从同一列开始；列表写在它的键下面',
            en: 'the "- " of one list start in one column, under the key of the list',
          },
        },
        'no-comma': {
          message: { zh: '{ } 或 [ ] 里少了逗号', en: 'a comma is missing inside { } or [ ]' },
          hint: {
            zh: '各项之间用英文逗号隔开；里面不能再用“- ”和缩进的写法',
            en: 'separate entries by commas; "- " and indentation mean nothing inside',
          },
        },
        'comma-twice': {
          message: { zh: '多了一个逗号', en: 'there is one comma too many' },
          hint: { zh: '删去它', en: 'delete it' },
        },
        'comment-space': {
          message: { zh: '注释“#”前面缺一个空格', en: 'a space is missing before the comment "#"' },
          hint: { zh: '在“#”前面空一格', en: 'put a space before "#"' },
        },
        'start-mark': {
          message: { zh: '值不能以“{mark}”开头', en: 'a value may not start with "{mark}"' },
          hint: asText,
          by: {
            mark: {
              '%': {
                hint: { zh: '百分号写在数字后面，如 15%', en: 'the sign goes after the number, as in 15%' },
              },
            },
          },
        },
        escape: {
          message: {
            zh: '双引号里的“{written}”不是有效的转义',
            en: '"{written}" is no escape inside double quotes',
          },
          hint: {
            zh: '反斜杠写两个（\\\\），或改用单引号',
            en: 'double the backslash (\\\\) or use single quotes',
          },
        },
        'text-after': {
          message: { zh: '值已经结束，后面还有内容', en: 'the value has ended, and more follows it' },
          hint: {
            zh: '引号要包住整段文字；文字里的引号写两遍',
            en: 'quotes go around the whole text; a quote inside is written twice',
          },
        },
        'block-text': {
          message: { zh: '“|”或“>”后面不能直接跟文字', en: 'nothing may follow "|" or ">" on its line' },
          hint: { zh: '文字从下一行开始，并且缩进', en: 'begin the text on the next line, indented' },
        },
        anchor: {
          message: { zh: '“&”或“*”的写法不对', en: '"&" or "*" is not used as YAML wants it' },
          hint: asText,
        },
        directive: {
          message: {
            zh: '以“%”开头的指令行不能用',
            en: 'directives (lines that start with "%") are not used here',
          },
          hint: { zh: '删去这一行', en: 'delete the line' },
        },
      },
    },
  },
  'tab-indent': {
    message: { zh: '缩进用了制表符（Tab）', en: 'a tab is used for indentation' },
    hint: { zh: '换成空格，每层两个', en: 'use spaces, two for each level' },
  },
  'fullwidth-punctuation': {
    message: { zh: '“{written}”里有全角符号', en: '"{written}" is written with full-width marks' },
    hint: { zh: '改成半角：{meant}', en: 'write {meant}' },
    by: {
      written: {
        '：': {
          message: { zh: '这里的冒号是全角的', en: 'this colon is a full-width one' },
          hint: {
            zh: '改成英文冒号加一个空格“: ”；如果是文字的一部分，给整段文字加引号',
            en: 'write ": ", a colon and a space; if it belongs to a text, put the text in quotes',
          },
        },
        '，': {
          message: { zh: '这里的逗号是全角的', en: 'this comma is a full-width one' },
          hint: {
            zh: '改成英文逗号加一个空格“, ”；如果是文字的一部分，给整段文字加引号',
            en: 'write ", ", a comma and a space; if it belongs to a text, put the text in quotes',
          },
        },
        '、': {
          message: { zh: '列表里用了顿号', en: 'this list is separated by an ideographic comma' },
          hint: {
            zh: '改成英文逗号加一个空格“, ”；如果是文字的一部分，给整段文字加引号',
            en: 'write ", ", a comma and a space; if it belongs to a text, put the text in quotes',
          },
        },
      },
    },
  },
  'duplicate-key': {
    message: {
      zh: '“{key}”写了两次，第一次在第 {firstLine} 行',
      en: '"{key}" is here twice, first on line {firstLine}',
    },
    hint: { zh: '只留一处', en: 'keep one of them' },
    by: {
      key: {
        '<<': {
          hint: {
            zh: '要合并几个模板，写成一个列表：<<: [*a, *b]',
            en: 'to merge several templates write one list: <<: [*a, *b]',
          },
        },
      },
    },
  },
  'forbidden-key': {
    message: { zh: '“{key}”不能用作键', en: '"{key}" may not be used as a key' },
    hint: { zh: '换一个名字', en: 'choose another name' },
  },
  'key-not-text': {
    message: { zh: '这里的键不是文字', en: 'this key is not text' },
    hint: {
      zh: '空、true、false、列表都不能作键；若确是名字，加引号，如 "true": ……',
      en: 'nothing, true, false and lists cannot be keys; if it is a name, quote it, as in "true": ...',
    },
  },
  'alias-unknown': {
    message: {
      zh: '“*{alias}”引用的模板在它之前没有定义',
      en: '"*{alias}" names a template that is not defined before it',
    },
    hint: {
      zh: '在前面用 &{alias} 定义；如果只是文字，加引号',
      en: 'define it before with &{alias}; if it is meant as text, quote it',
    },
  },
  'alias-cycle': {
    message: { zh: '“*{alias}”引用了包含它自己的内容', en: '"*{alias}" refers to something it is part of' },
    hint: { zh: '删去这个引用，或引用别的模板', en: 'delete it, or refer to another template' },
  },
  'alias-bomb': {
    message: { zh: '引用展开后超过 {most} 项', en: 'the references unfold to more than {most} entries' },
    hint: { zh: '减少互相嵌套的“*”引用', en: 'let fewer references contain other references' },
  },
  'merge-not-map': {
    message: { zh: '“<<”只能合并一组“键: 值”', en: '"<<" merges only groups of "key: value"' },
    hint: {
      zh: '写成 <<: *模板名，或 <<: [*模板一, *模板二]',
      en: 'write <<: *template or <<: [*one, *two]',
    },
  },
  'too-deep': {
    message: { zh: '嵌套超过 {most} 层', en: 'this is nested more than {most} levels deep' },
    hint: {
      zh: '刊例和方案只有几层：检查多余的括号或缩进',
      en: 'cards and packages have a few levels: look for stray brackets or indentation',
    },
  },
  'several-documents': {
    message: {
      zh: '一个文件里有几份文档，从这里开始是第二份',
      en: 'the file holds several documents; the second starts here',
    },
    hint: {
      zh: '一份文档一个文件；删去“---”或“...”之后的内容',
      en: 'one document a file; remove what follows "---" or "..."',
    },
  },
  'custom-tag': {
    message: { zh: '不能用类型标记“{tag}”', en: 'the type tag "{tag}" is not used here' },
    hint: {
      zh: '删去“{tag}”，只留值；“!”是文字的一部分时加引号',
      en: 'delete "{tag}" and keep the value; quote a text that starts with "!"',
    },
  },
  'control-character': {
    message: {
      zh: '这里有一个看不见的控制字符（{written}）',
      en: 'there is an invisible control character here ({written})',
    },
    hint: {
      zh: '删去它；多半是从别处粘贴带进来的',
      en: 'delete it; it probably came with something pasted',
    },
  },
} as const satisfies Record<string, ProblemWords>;
