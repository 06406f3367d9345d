import type { ErrorCode } from '../contract/contract.ts';
import { CodedError } from '../core/coded-error.ts';

/**
 * What a handler (or the SDK) throws to answer with an error of the contract's table: the code decides the status, the
 * message is shown to the caller, `details` names what the error is about. Source: api-error-responses.md.
 */
export class ConnectorError extends CodedError<ErrorCode> {
  readonly details: Readonly<Record<string, string>> | undefined;
  /** Headers of the answer, such as Retry-After. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ErrorCode,
    message: string,
    options: ErrorOptions & { details?: Record<string, string>; headers?: Record<string, string> } = {},
  ) {
    super(code, message, options);
    this.name = 'ConnectorError';
    this.details = options.details;
    this.headers = options.headers ?? {};
  }
}
