import { nearest } from '../../diagnostics/nearest.js';
import { schemaKinds } from '../../documents/words.js';
import { cliWords } from '../../lang/cli.js';
import { fill } from '../../lang/text.js';
import { formatJson } from '../../papers/formats/json.js';
import { argument, type Command } from '../command.js';
import { exit } from '../exit.js';
import { outputFlags } from '../flags.js';
import { deliver } from '../output.js';

export const schema: Command = {
  about: {
    zh: '输出某种文件的 JSON Schema（draft 7），给编辑器和 CI 用。',
    en: 'Prints the JSON Schema (draft 7) of a kind of document, for editors and CI.',
  },
  arguments: [
    {
      name: '[kind]',
      text: {
        zh: `${schemaKinds.join('、')}；默认 RateCard`,
        en: `${schemaKinds.join(', ')}; default RateCard`,
      },
    },
  ],
  flags: outputFlags,
  examples: [
    { line: 'kanli schema RateCard -o ratecard.schema.json', text: { zh: '存下来', en: 'save it' } },
    {
      line: '# yaml-language-server: $schema=ratecard.schema.json',
      text: {
        zh: '写在刊例第一行，编辑器就会补全和检查',
        en: 'as the first line of a card, it makes editors complete and check',
      },
    },
  ],
  anyWorkspace: true,
  run: async (given, context) => {
    const asked = argument(given, 0) ?? 'RateCard';
    const kind = schemaKinds.find((known) => known.toLowerCase() === asked.toLowerCase());
    if (kind === undefined) {
      const near = nearest(asked, schemaKinds, 1);
      const values = { written: asked, kinds: schemaKinds, nearest: near };
      context.stderr.write(
        `${fill(near.length > 0 ? cliWords.kindNear : cliWords.kindUnknown, context.language, values)}\n`,
      );
      return exit.usage;
    }
    const { jsonSchema } = await import('../../documents/jsonSchema.js');
    return deliver(formatJson(jsonSchema(kind)), given, context);
  },
};
