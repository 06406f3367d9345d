import { CodedError } from '../core/coded-error.ts';

/** A part that stands on a package which one may leave out; `who` needs it, `otherwise` is what can be done without. */
export function importOptional<Part>(loading: Promise<Part>, who: string, otherwise: string): Promise<Part> {
  return loading.catch((cause: Error & { code?: string }) => {
    if (cause.code !== 'ERR_MODULE_NOT_FOUND') throw cause;
    const missing = /package '([^']+)'/.exec(cause.message)?.[1] ?? cause.message;
    throw new CodedError('USAGE', `${who} needs ${missing}, which is not installed. Install it, or ${otherwise}.`, {
      cause,
    });
  });
}
