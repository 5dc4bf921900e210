export interface PostgresServer {
  /** For `new pg.Pool({ connectionString: url })`. */
  readonly url: string;
  /** Holds everything: binaries, data, socket and log. */
  readonly folder: string;
  readonly pid: number | undefined;
  stop(options?: { readonly keep?: boolean }): Promise<void>;
  kill(): Promise<void>;
  restart(): Promise<void>;
}

export function startPostgres(options?: {
  readonly folder?: string;
  readonly durable?: boolean;
}): Promise<PostgresServer>;
