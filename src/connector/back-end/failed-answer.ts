import { type ErrorBody, type ErrorCode, errors } from '../../contract/contract.ts';
import { ConnectorError } from '../connector-error.ts';

/** What an answer that is no success means where its body does not say so, by its status. */
export type FailureCodes = Readonly<Record<number, ErrorCode>>;

/** The statuses that say the same of a back end as of a connector. All others are trouble between the two. */
export const failureCodes: FailureCodes = {
  401: 'INVALID_TOKEN_SPECIFIED',
  403: 'INSUFFICIENT_PERMISSIONS',
  404: 'RECORD_NOT_FOUND',
  429: 'REQUEST_THROTTLED',
};

const words: Partial<Record<ErrorCode, string>> = {
  INVALID_TOKEN_SPECIFIED: 'The back end refuses the token. Sign in again.',
  INSUFFICIENT_PERMISSIONS: 'You are not allowed to see this.',
  RECORD_NOT_FOUND: 'This record is not known.',
  REQUEST_THROTTLED: 'The back end has been asked too often. Try again later.',
};
const challenge = { 'www-authenticate': 'Bearer error="invalid_token"' };
/** What the documentation has for answers about the record or the user: passed on where a back end says it. */
const passedOn = new Map<string, ErrorCode>(
  errors
    .filter(({ documented, status }) => documented && status < 500)
    .map(({ errorCode }) => [errorCode, errorCode as ErrorCode]),
);
const longestMessage = 500;
const mostDetails = 10;

/**
 * The error that a back end's answer means: a documented one in the documented body as it stands, else by status, else
 * SERVICE_UNAVAILABLE. Retry-After goes along.
 */
export async function failedAnswer(response: Response, codes: FailureCodes = failureCodes): Promise<ConnectorError> {
  const { status } = response;
  const body = await errorBodyIn(response);
  const said = passedOn.get(String(body.errorCode));
  const code = said ?? codes[status] ?? 'SERVICE_UNAVAILABLE';
  const message =
    said && typeof body.errorMessage === 'string' ? body.errorMessage.slice(0, longestMessage) : undefined;
  const details = said && detailsOf(body.details);
  const wait = response.headers.get('retry-after') ?? '';
  return new ConnectorError(code, message ?? words[code] ?? 'The back end does not answer as it should.', {
    cause: new Error(`The back end answered ${status}.`),
    ...(details && { details }),
    headers: {
      ...(code === 'INVALID_TOKEN_SPECIFIED' && challenge),
      ...(/^\d{1,6}$/.test(wait) && { 'retry-after': wait }),
    },
  });
}

async function errorBodyIn(response: Response): Promise<Partial<ErrorBody>> {
  const body: unknown = await response.json().catch(() => undefined);
  return typeof body === 'object' && body !== null ? body : {};
}

function detailsOf(details: unknown): Record<string, string> | undefined {
  if (typeof details !== 'object' || details === null) return undefined;
  const texts = Object.entries(details).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  if (texts.length === 0) return undefined;
  return Object.fromEntries(texts.slice(0, mostDetails).map(([name, text]) => [name, text.slice(0, longestMessage)]));
}
