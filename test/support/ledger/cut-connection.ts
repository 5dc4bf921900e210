import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A way to the tests' PostgreSQL on which the connection breaks right when an event is committed, once. */
export interface CutConnection {
  readonly url: string;
  /** Has it broken yet? */
  readonly isCut: () => boolean;
  readonly close: () => void;
}

/** @param when before the server hears of the commit, or after it answered and before the client hears of that */
export async function cutAtCommit(server: string, when: 'before' | 'after'): Promise<CutConnection> {
  const folder = mkdtempSync(join(tmpdir(), 'kanli-cut-'));
  chmodSync(folder, 0o755);
  const url = new URL(server);
  const host = url.searchParams.get('host');
  const port = url.port || '5432';
  const there =
    host === null ? { host: url.hostname, port: Number(port) } : { path: join(host, `.s.PGSQL.${port}`) };
  let cut = false;
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const behind = connect(there);
    let wroteEvent = false;
    let committing = false;
    const both = [client, behind];
    const end = () => {
      for (const socket of both) socket.destroy();
    };
    for (const socket of both) {
      sockets.add(socket);
      socket.on('error', end).on('close', end);
    }
    client.on('data', (data) => {
      if (data.includes('insert into "kanli_event"')) wroteEvent = true;
      committing = !cut && wroteEvent && /commit/i.test(data.toString('latin1'));
      if (committing && when === 'before') {
        cut = true;
        return end();
      }
      behind.write(data);
    });
    behind.on('data', (data) => {
      if (committing) {
        cut = true;
        return end();
      }
      client.write(data);
    });
  });
  await new Promise<void>((resume) => proxy.listen(join(folder, '.s.PGSQL.5432'), resume));
  url.searchParams.set('host', folder);
  url.port = '5432';
  return {
    url: url.href,
    isCut: () => cut,
    close: () => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
