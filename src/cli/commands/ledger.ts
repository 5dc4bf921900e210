import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { cliWords } from '../../lang/cli.js';
import { ledgerCareWords as words } from '../../lang/ledgerCare.js';
import { fill, type Text } from '../../lang/text.js';
import { shownPlace } from '../../ledger/place.js';
import { currentVersion } from '../../ledger/schema.js';
import { formatJson } from '../../papers/formats/json.js';
import { unreadable } from '../../workspace/cards.js';
import { openWhole } from '../../workspace/write.js';
import { argument, type Command, flagSet, flagText, type Given } from '../command.js';
import type { Context } from '../context.js';
import { type Exit, exit } from '../exit.js';
import { formatFlag, outputFlags } from '../flags.js';
import { fromHere } from '../inputs.js';
import { dbFlag, ledgerPlace, told, withLedger, wrong } from '../ledger.js';
import { lookOf, report, wordedDiagnostics } from '../report.js';

/** What can be done for the ledger's own care. A new one: its line here, its case. */
const tasks: Readonly<Record<string, (given: Given, context: Context) => Promise<Exit>>> = {
  verify,
  export: exportAll,
  import: importAll,
  migrate,
  stats,
};

export const ledger: Command = {
  about: {
    zh: '台账自身：verify 从头重算每一条记录和每一张表；export 备份成 NDJSON，import 导入到任一种数据库；migrate 升级；stats 看有多少。',
    en: 'The ledger itself: verify reads every event and makes every table again; export backs it up as NDJSON, import brings that into either engine; migrate upgrades it; stats says how much there is.',
  },
  arguments: [
    { name: '<task>', text: { zh: `${Object.keys(tasks).join('、')}`, en: Object.keys(tasks).join(', ') } },
    {
      name: '[file]',
      text: { zh: 'import 的文件（- 为标准输入）', en: 'what import reads (- is standard input)' },
    },
  ],
  flags: [
    {
      flags: '--head <hash>',
      text: {
        zh: 'verify：台账里必须有这个哈希，末尾没有被截掉',
        en: 'verify: the ledger must have this hash, so that nothing was cut off its end',
      },
    },
    {
      flags: '--rebuild',
      text: {
        zh: 'migrate：按记录重做全部派生表',
        en: 'migrate: make every derived table again from the events',
      },
    },
    dbFlag,
    formatFlag(['text', 'json'], 'text'),
    ...outputFlags,
  ],
  examples: [
    { line: 'kanli ledger verify', text: { zh: '核对整本台账', en: 'verify the whole ledger' } },
    { line: 'kanli ledger export -o backup.ndjson', text: { zh: '备份', en: 'back it up' } },
    {
      line: 'kanli ledger import backup.ndjson --db postgres://kanli@db/kanli',
      text: { zh: '搬到 PostgreSQL', en: 'move to PostgreSQL' },
    },
  ],
  run: (given, context) => {
    const name = argument(given, 0) ?? '';
    const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
    if (task !== undefined) return task(given, context);
    context.stderr.write(
      `${fill(words.unknownTask, context.language, { written: name, tasks: Object.keys(tasks) })}\n`,
    );
    return Promise.resolve(exit.usage);
  },
};

function say(text: Text, values: Readonly<Record<string, string | number>>, context: Context): void {
  context.stdout.write(`${fill(text, context.language, values)}\n`);
}

const json = (given: Given) => flagText(given, 'format') === 'json';

async function verify(given: Given, context: Context): Promise<Exit> {
  const head = flagText(given, 'head');
  if (head !== undefined && !/^sha256:[0-9a-f]{64}$/.test(head))
    return wrong(cliWords.badDigest, '--head', head, context);
  return withLedger(given, context, 'look', async (open) => {
    const meter = counterOn(context, words.verifying);
    const found = await open.verify({ head, progress: meter.tell });
    meter.end();
    const { events, bookings, heads } = found;
    const ok = found.problems.length === 0;
    if (json(given)) {
      const diagnostics = await wordedDiagnostics(await asDiagnostics(found.problems), context);
      context.stdout.write(formatJson({ ok, events, bookings, heads, diagnostics }));
      return ok ? exit.done : exit.refused;
    }
    await told(found.problems, given, context);
    say(ok ? words.sound : words.unsound, { events, bookings, problems: found.problems.length }, context);
    for (const { platform, seq, hash } of heads) say(words.head, { platform, seq, hash }, context);
    return ok ? exit.done : exit.refused;
  });
}

async function asDiagnostics(found: Parameters<typeof told>[0]) {
  const { diagnostic } = await import('../../diagnostics/diagnostic.js');
  return found.map((one) => diagnostic(one));
}

async function exportAll(given: Given, context: Context): Promise<Exit> {
  return withLedger(given, context, 'look', async (open) => {
    const file = flagText(given, 'output');
    if (file === undefined || file === '-') {
      await open.export(async (line) => {
        context.stdout.write(line);
        await context.stdout.drained();
      });
      return exit.done;
    }
    const target = openWhole(fromHere(file, context).path, { force: flagSet(given, 'force') });
    if (target === 'exists') {
      context.stderr.write(`${fill(cliWords.exists, context.language, { file })}\n`);
      return exit.usage;
    }
    let lines = 0;
    try {
      lines = await open.export(async (line) => target.write(line));
    } catch (fault) {
      target.abandon();
      throw fault;
    }
    if (target.settle() === 'exists') {
      context.stderr.write(`${fill(cliWords.exists, context.language, { file })}\n`);
      return exit.usage;
    }
    context.stderr.write(`${fill(words.exported, context.language, { lines, file })}\n`);
    return exit.done;
  });
}

async function importAll(given: Given, context: Context): Promise<Exit> {
  const file = argument(given, 1);
  if (file === undefined) {
    context.stderr.write(`${fill(words.importWhat, context.language)}\n`);
    return exit.usage;
  }
  const named = fromHere(file, context);
  const missing = file === '-' ? undefined : unreadable(named);
  if (missing !== undefined) {
    await report([missing], given, context);
    return exit.refused;
  }
  return withLedger(given, context, 'use', async (open) => {
    const input = file === '-' ? context.stdin.stream() : createReadStream(named.path);
    const done = await open.import(() =>
      createInterface({ input: input as never, crlfDelay: Number.POSITIVE_INFINITY }),
    );
    if (!done.ok) {
      await told(done.problems, given, context);
      context.stderr.write(`${fill(words.notImported, context.language)}\n`);
      return exit.refused;
    }
    const { events, documents } = done;
    if (json(given)) context.stdout.write(formatJson({ events, documents }));
    else say(words.imported, { events, documents }, context);
    return exit.done;
  });
}

async function migrate(given: Given, context: Context): Promise<Exit> {
  return withLedger(given, context, 'migrate', async (open) => {
    if (!flagSet(given, 'rebuild')) {
      if (json(given)) context.stdout.write(formatJson({ version: currentVersion }));
      else say(words.migrated, { version: currentVersion }, context);
      return exit.done;
    }
    const done = await open.rebuild();
    if (!done.ok) {
      await told(done.problems, given, context);
      return exit.refused;
    }
    if (json(given)) context.stdout.write(formatJson({ version: currentVersion, platforms: done.value }));
    else say(words.rebuilt, { platforms: done.value }, context);
    return exit.done;
  });
}

async function stats(given: Given, context: Context): Promise<Exit> {
  return withLedger(given, context, 'look', async (open) => {
    const found = await open.stats();
    if (json(given)) {
      context.stdout.write(formatJson(found));
      return exit.done;
    }
    const { drawStats } = await import('../../render/ledgerStats.js');
    const place = shownPlace(ledgerPlace(given, context));
    context.stdout.write(drawStats(found, place, lookOf(context.stdout, given, context)));
    return exit.done;
  });
}

/** Says on a terminal, now and then, how far long work is. */
function counterOn({ stderr, language, now }: Context, text: Text) {
  let last = now();
  let shown = false;
  return {
    tell: (events: number) => {
      if (!stderr.isTerminal || now() - last < 200) return;
      last = now();
      shown = true;
      stderr.write(`\r${fill(text, language, { events })}`);
    },
    end: () => {
      if (shown) stderr.write('\r\u001b[K');
    },
  };
}
