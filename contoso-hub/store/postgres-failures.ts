/** What becomes of PostgreSQL's errors: answers of the connector, and words for whoever starts it. */
import { ConnectorError } from 'saleskit/connector';
import { UnreachableError, UsageError } from '../usage-error.ts';
import { storeName } from './store-location.ts';

interface PostgresError extends Error {
  /** SQLSTATE of the server's errors; a code of Node's for those of the network. */
  readonly code?: string;
}

/** Classes of SQLSTATE, and codes, of a server that cannot serve just now: connection, resources, an operator's hand, conflicts. */
const passing = /^(08|40|53|57|25006)/;
const sqlState = /^[0-9A-Z]{5}$/;
const lost = /^(57P01|57P02|ECONNRESET|EPIPE)$/;
const lostWords = /^Connection terminated( unexpectedly)?$|not queryable/;
const conflict = /^(40P01|40001)$/;

/** Whether the connection broke while it was used: on another one the same may be asked again at once. */
export function isLost(error: unknown): boolean {
  const { code = '', message = '' } = (error ?? {}) as Partial<PostgresError>;
  return lost.test(code) || lostWords.test(message);
}

/** Whether the connection that gave this error is of no use any more. */
export function isBroken(error: unknown): boolean {
  return isLost(error) || (error as Error | undefined)?.message === 'Query read timeout';
}

/** Whether a transaction that failed so would succeed when it is run again: two were in each other's way, or its connection broke. */
export function isWorthAnother(failure: unknown): boolean {
  const { cause } = failure as { cause?: PostgresError };
  return isLost(cause) || conflict.test(cause?.code ?? '');
}

/** SERVICE_UNAVAILABLE for what passes; any other error as it is: a bug of ours. */
export function storeFailure(error: unknown): unknown {
  if (error instanceof ConnectorError || error instanceof TypeError) return error;
  const { code = '', message } = error as PostgresError;
  if (sqlState.test(code) && !passing.test(code)) return error;
  // Of the error, its code and words alone: what else it has may tell of data.
  const cause = Object.assign(new Error(message), { name: 'PostgreSQL', code });
  const headers = { 'retry-after': '1' };
  return new ConnectorError('SERVICE_UNAVAILABLE', 'The store cannot be reached just now.', { cause, headers });
}

interface Trouble {
  /** What its code, or else its message, says. */
  readonly said: RegExp;
  readonly words: string;
  readonly unreachable?: boolean;
}

/** What may go wrong when a store is opened, and what to do about it. */
const troubles: readonly Trouble[] = [
  {
    said: /ECONNREFUSED/,
    words: 'nobody listens there. Start PostgreSQL, or give another address with --store.',
    unreachable: true,
  },
  {
    said: /ENOTFOUND|EAI_AGAIN/,
    words: 'there is no such host. Give another address with --store.',
    unreachable: true,
  },
  {
    said: /ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|timeout/,
    words: 'it does not answer. See what stands between, or give another address with --store.',
    unreachable: true,
  },
  { said: /57P0\d/, words: 'it is starting or shutting down. Try again in a moment.', unreachable: true },
  {
    said: /53300/,
    words: 'it has no connection left. Raise its max_connections, or lower --store-connections.',
    unreachable: true,
  },
  {
    said: /ECONNRESET|terminated unexpectedly/,
    words: 'it breaks the connection off. See whether that is a PostgreSQL, or give another address with --store.',
    unreachable: true,
  },
  {
    said: /28P01|password must be/,
    words: 'it wants the right password of this user. Give it in PGPASSWORD, in ~/.pgpass or in the address.',
  },
  {
    said: /28000/,
    words: 'it lets this user in by no rule of its pg_hba.conf. Give another user, or an sslmode, in the address.',
  },
  {
    said: /3D000/,
    words: 'it has no such database. Make it with createdb, or give another in the address.',
  },
  {
    said: /42501/,
    words:
      'this user may not make the schema contoso_hub, or not use it. GRANT CREATE ON DATABASE to the user, or let the owner of the schema start first and GRANT its use.',
  },
  {
    said: /SSL|CERT|certificate/,
    words: 'no secure connection comes about. Give another sslmode or sslrootcert in the address.',
  },
];

/** The failure to open the store at a location, in words: what, where, and how to mend it. */
export function openingFailure(error: unknown, location: string): Error {
  if (error instanceof UsageError) return error;
  const cause = (error instanceof ConnectorError ? error.cause : error) as PostgresError;
  const trouble = troubles.find(({ said }) => said.test(`${cause.code} ${cause.message}`));
  const Kind = trouble?.unreachable ? UnreachableError : UsageError;
  const words = trouble?.words ?? `${cause.message}. Give another address with --store.`;
  return new Kind(`The store ${storeName(location)} cannot be opened: ${words}`, { cause });
}
