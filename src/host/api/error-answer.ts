import { largestBody } from './json-body.ts';

/** What the API answers in place of what was asked. */
export interface ErrorAnswer {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** The status of each code that a route throws. */
const statuses: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  INVALID_ARGUMENT: 400,
  PACKAGE_UNREADABLE: 400,
  SIGN_IN_FAILED: 400,
};

/** What Fastify itself refuses, in our words. */
const refusals: Readonly<Record<string, ErrorAnswer>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    code: 'TOO_LARGE',
    message: `The body has more than ${largestBody.toLocaleString('en')} bytes.`,
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: 'Send the body as JSON, with Content-Type: application/json.',
  },
};

/** The same, with a bug of ours told on standard error. */
export function toldErrorAnswerOf(error: Error): ErrorAnswer {
  const answer = errorAnswerOf(error);
  if (answer.status >= 500) process.stderr.write(`${error.stack}\n`);
  return answer;
}

/** The answer for an error, whoever threw it; 500 where nobody is to blame but us. */
export function errorAnswerOf(error: Error & { code?: string; statusCode?: number }): ErrorAnswer {
  const { code = '', statusCode = 500, message } = error;
  const status = statuses[code];
  if (status !== undefined) return { status, code, message };
  const refusal = refusals[code];
  if (refusal) return refusal;
  if (statusCode < 500) return { status: statusCode, code: 'INVALID_ARGUMENT', message };
  return { status: 500, code: 'INTERNAL', message: 'A bug of the host: see its standard error.' };
}
