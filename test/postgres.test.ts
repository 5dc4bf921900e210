import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { freshDatabase } from './support/database.js';
import { type PostgresServer, startPostgres } from './support/postgres-server.mjs';

// A server is up in one second, but not on a machine that is busy with other things.
jest.setTimeout(30_000);

/** One connection for the while of the work. That the server ends it is not an error here. */
async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Bounded: a test that went on for ever would keep Jest from ending. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; !(await holds()); await pause(20)) {
    if (Date.now() > end) throw new Error(`not within 10 s: ${String(holds)}`);
  }
}

const rows = (url: string, statement: string): Promise<unknown[]> =>
  connected(url, async (client) => (await client.query({ text: statement, rowMode: 'array' })).rows);

describe('the server of the tests', () => {
  test('gives every caller an empty database apart from the others', async () => {
    const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
    try {
      await rows(one.url, "create table booked as select '报价' as title");
      expect(await rows(one.url, 'select title from booked')).toEqual([['报价']]);
      await expect(rows(other.url, 'select title from booked')).rejects.toThrow('does not exist');
    } finally {
      await Promise.all([one.drop(), other.drop()]);
    }
  });

  test('drops a database in spite of who still uses it', async () => {
    const database = await freshDatabase();
    await connected(database.url, async (client) => {
      const [[error]] = await Promise.all([once(client, 'error'), database.drop()]);
      expect(error.message).toContain('terminating connection');
    });
    await expect(rows(database.url, 'select 1')).rejects.toThrow('does not exist');
  });
});

describe('a server of its own', () => {
  let server: PostgresServer;

  beforeAll(async () => {
    server = await startPostgres();
    await rows(server.url, 'create table booked (title text)');
  });
  afterAll(() => server.stop());

  test('waits for the disk, and lets in 100 connections', async () => {
    const settings = ['fsync', 'synchronous_commit', 'max_connections', 'listen_addresses'];
    const values = settings.map((name) => `current_setting('${name}')`);
    expect(await rows(server.url, `select ${values.join()}`)).toEqual([['on', 'on', '100', '']]);
  });

  test('keeps what was committed, and only that, when it is killed in the middle', async () => {
    const { pid } = server;
    await connected(server.url, async (client) => {
      await client.query("insert into booked values ('committed')");
      await client.query("begin; insert into booked values ('not committed')");
      const busy = client.query('select count(*) from generate_series(1, 1e12)');
      const others = "pg_stat_activity where state = 'active' and pid <> pg_backend_pid()";
      await until(async () => (await rows(server.url, `select pid from ${others}`)).length > 0);
      await Promise.all([expect(busy).rejects.toThrow(), server.kill()]);
    });
    await expect(rows(server.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
    await server.restart();
    expect(await rows(server.url, 'select title from booked')).toEqual([['committed']]);
    expect(readFileSync(join(server.folder, 'log'), 'utf8')).toContain('was not properly shut down');
    expect(server.pid).not.toBe(pid);
  });

  test('stays away as long as it is told, and goes when it is done', async () => {
    await server.stop({ keep: true });
    expect(server.pid).toBeUndefined();
    await expect(rows(server.url, 'select 1')).rejects.toThrow('ENOENT');
    await server.restart();
    expect(await rows(server.url, 'select count(*)::int from booked')).toEqual([[1]]);
    await server.stop();
    expect(existsSync(server.folder)).toBe(false);
  });
});

test('a server ends, and its folder goes, when whoever started it is killed', async () => {
  const module = new URL('./support/postgres-server.mjs', import.meta.url).href;
  const program = `import { startPostgres } from '${module}';
    console.log(JSON.stringify(await startPostgres({ durable: false })));
    process.stdin.resume();`;
  const owner = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const { url, folder } = JSON.parse(String(await once(owner.stdout, 'data')));
  expect(await rows(url, 'show fsync')).toEqual([['off']]);
  await connected(url, async (client) => {
    owner.kill('SIGKILL');
    await once(client, 'error', { signal: AbortSignal.timeout(10_000) });
  });
  await until(() => !existsSync(folder));
});

test('a folder that holds something is left alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kanli-full-'));
  writeFileSync(join(folder, 'thesis.txt'), '');
  await expect(startPostgres({ folder })).rejects.toThrow('is not empty');
  expect(readdirSync(folder)).toEqual(['thesis.txt']);
  rmSync(folder, { recursive: true });
});
