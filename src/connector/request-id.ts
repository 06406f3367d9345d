import { randomUUID } from 'node:crypto';

const fit = /^[\w.:-]{1,128}$/;

/** The caller's x-ms-client-request-id where it is fit to be logged and sent on, else an id of ours: `own`, or a new UUID. */
export function requestIdFrom(header: string | readonly string[] | undefined, own?: string): string {
  return typeof header === 'string' && fit.test(header) ? header : (own ?? randomUUID());
}
