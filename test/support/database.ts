import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface FreshDatabase {
  readonly url: string;
  /** Ends its connections, too. */
  drop(): Promise<void>;
}

/** An empty database with a name of its own on the server of the tests, so that test files can run side by side. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = process.env.KANLI_TEST_POSTGRES;
  if (server === undefined) throw new Error('KANLI_TEST_POSTGRES is not set: the tests run by npm test');
  const name = `kanli_test_${randomBytes(8).toString('hex')}`;
  // Unlike template1, nobody can be connected to template0, which would be in the way.
  await run(server, `create database ${name} template template0 encoding 'UTF8'`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(server, `drop database ${name} with (force)`) };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
