import { filesOfPart, mergeParts } from '../../bulk/merge.js';
import type { Refusal } from '../../bulk/priceBlock.js';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import { bulkWords as words } from '../../lang/bulk.js';
import { cliWords } from '../../lang/cli.js';
import { flagSet, flagText, type Given } from '../command.js';
import type { Context } from '../context.js';
import { type Exit, exit } from '../exit.js';
import { fromHere } from '../inputs.js';
import { report } from '../report.js';
import { isFile, namedTwice, streamTo } from './files.js';
import { refusalText, say, showCampaign, wrongUse } from './telling.js';

/** `kanli bulk merge PARTS…`: the outputs of shards become that of one run. */
export async function merge(parts: readonly string[], given: Given, context: Context): Promise<Exit> {
  if (parts.length === 0) return wrongUse(words.noParts, {}, context);
  const output = flagText(given, 'output');
  const errors = flagText(given, 'errors');
  const toFile = isFile(output, context);
  if (!toFile && errors !== undefined) return wrongUse(words.resumeNeedsOutput, {}, context);
  const into = toFile
    ? {
        output: fromHere(output, context).path,
        errors: errors === undefined ? undefined : fromHere(errors, context).path,
        force: flagSet(given, 'force'),
      }
    : streamTo(output, context);
  const again = toFile
    ? namedTwice(
        parts.flatMap((part) => filesOfPart(fromHere(part, context).path)),
        { output, errors },
        context,
      )
    : undefined;
  if (again !== undefined) return wrongUse(words.sameFile, { file: again }, context);
  const merged = await mergeParts(
    parts.map((part) => fromHere(part, context)),
    into,
    (line) => context.stderr.write(refusalText([JSON.parse(line) as Refusal], context)),
  );
  if (!merged.ok) {
    await report(
      merged.problems.map((found) => diagnostic(found)),
      given,
      context,
    );
    return exit.refused;
  }
  if ('exists' in merged)
    return wrongUse(cliWords.exists, { file: fromHere(merged.exists, context).name }, context);
  const { counts, rollUps } = merged.manifest;
  if (rollUps !== undefined) await showCampaign(rollUps, toFile, given, context);
  say(words.merged, { parts: parts.length }, context);
  say(words.done, { priced: counts.priced, refused: counts.refused }, context);
  if (toFile) say(cliWords.written, { file: output }, context);
  return counts.refused > 0 ? exit.refused : exit.done;
}
