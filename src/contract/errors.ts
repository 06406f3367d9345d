/** Every error that a connector answers, documented or ours. Source: api-error-responses.md of MicrosoftDocs/microsoft-salescopilot-docs. */
import type { Field } from './extension-point.ts';

/** One error: its code, its status, and when it is answered. */
export interface ErrorEntry {
  readonly errorCode: string;
  readonly status: number;
  /** Named by the documentation; the others fill the cases that it leaves out. */
  readonly documented: boolean;
  readonly when: string;
}

/** Every error, the documented ones first. */
export const errors = [
  {
    errorCode: 'INVALID_CRM_CONNECTION',
    status: 400,
    documented: true,
    when: 'the CRM that the user is connected to is not the one given',
  },
  {
    errorCode: 'RECORD_NOT_FOUND',
    status: 404,
    documented: true,
    when: 'the CRM record is unknown or was deleted',
  },
  {
    errorCode: 'INVALID_TOKEN_SPECIFIED',
    status: 401,
    documented: true,
    when: 'not authenticated, typically an expired token',
  },
  {
    errorCode: 'INSUFFICIENT_PERMISSIONS',
    status: 403,
    documented: true,
    when: 'authenticated, but not allowed to do this',
  },
  { errorCode: 'REQUEST_THROTTLED', status: 429, documented: true, when: 'too many requests' },
  { errorCode: 'INTERNAL_SERVER_ERROR', status: 500, documented: true, when: 'anything unforeseen' },
  { errorCode: 'BAD_REQUEST', status: 400, documented: false, when: 'the request is no valid HTTP' },
  { errorCode: 'MISSING_PARAMETER', status: 400, documented: false, when: 'a required input is absent or empty' },
  {
    errorCode: 'INVALID_PARAMETER',
    status: 400,
    documented: false,
    when: 'an input is of the wrong type or out of range',
  },
  { errorCode: 'MALFORMED_JSON', status: 400, documented: false, when: 'the body is not JSON in UTF-8' },
  { errorCode: 'EMPTY_BODY', status: 400, documented: false, when: 'a body is needed and none was sent' },
  { errorCode: 'PATH_NOT_FOUND', status: 404, documented: false, when: 'no action has this path' },
  {
    errorCode: 'METHOD_NOT_ALLOWED',
    status: 405,
    documented: false,
    when: 'the action at this path has another method',
  },
  { errorCode: 'REQUEST_TIMEOUT', status: 408, documented: false, when: 'the request arrived too slowly' },
  {
    errorCode: 'BODY_TOO_LARGE',
    status: 413,
    documented: false,
    when: 'the body exceeds the 3,182,218 bytes of the gateway',
  },
  { errorCode: 'URI_TOO_LONG', status: 414, documented: false, when: 'the address has more than 8,192 characters' },
  { errorCode: 'UNSUPPORTED_MEDIA_TYPE', status: 415, documented: false, when: 'the body is not application/json' },
  {
    errorCode: 'EXPECTATION_FAILED',
    status: 417,
    documented: false,
    when: 'the Expect header asks for what is not known',
  },
  { errorCode: 'HEADERS_TOO_LARGE', status: 431, documented: false, when: 'the headers exceed 16 KiB' },
  {
    errorCode: 'SERVICE_UNAVAILABLE',
    status: 503,
    documented: false,
    when: 'shutting down, asked too much, or a needed service does not answer',
  },
  {
    errorCode: 'DEADLINE_EXCEEDED',
    status: 504,
    documented: false,
    when: 'the answer was not ready within the five seconds',
  },
] as const satisfies readonly ErrorEntry[];

/** The code of an error. */
export type ErrorCode = (typeof errors)[number]['errorCode'];

/** What every error answer consists of. */
export const errorBody = [
  { name: 'errorCode', type: 'string', required: true, description: 'The code of the error.' },
  { name: 'errorMessage', type: 'string', required: false, description: 'What went wrong, where, and how to mend it.' },
  { name: 'activityId', type: 'string', required: false, description: 'The x-ms-client-request-id of the request.' },
  { name: 'details', type: 'object', required: false, description: 'What the error is about, as name-value pairs.' },
] as const satisfies readonly Field[];

/** The documented body of every failure. */
export interface ErrorBody {
  readonly errorCode: string;
  readonly errorMessage?: string;
  readonly activityId?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

const statuses = new Map<string, number>(errors.map(({ errorCode, status }) => [errorCode, status]));

/** The HTTP status of an error code of this table. */
export function statusOf(code: ErrorCode): number {
  return statuses.get(code) ?? 500;
}
