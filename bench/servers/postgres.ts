import { type PostgresServer, startPostgres } from '../../scripts/postgres-server.ts';
import { MissingInput } from '../figure.ts';
import { onOtherCores } from '../machine.ts';

/** A PostgreSQL server of this run, which keeps what it commits; on cores of its own where there are some. Where it cannot be had: MissingInput. */
export async function benchPostgres(): Promise<PostgresServer> {
  const settings = ['shared_buffers=512MB', 'max_wal_size=4GB'];
  return startPostgres({ durable: true, settings, runBy: onOtherCores() }).catch((error: Error) => {
    throw new MissingInput(error.message);
  });
}
