import { CodedError } from '../../core/coded-error.ts';
import type { Rate } from '../../verify/verify.ts';

/** The options of verify, for node:util. */
export const options = {
  url: { type: 'string' },
  'allow-host': { type: 'string', multiple: true },
  auth: { type: 'string' },
  'other-token': { type: 'string' },
  audience: { type: 'string' },
  scope: { type: 'string', multiple: true },
  issuer: { type: 'string' },
  'client-id': { type: 'string' },
  'back-end-port': { type: 'string' },
  'back-end-url': { type: 'string' },
  record: { type: 'string', multiple: true },
  unknown: { type: 'string' },
  mail: { type: 'string', multiple: true },
  crm: { type: 'string' },
  language: { type: 'string', multiple: true },
  header: { type: 'string', multiple: true },
  points: { type: 'string', multiple: true },
  checks: { type: 'string', multiple: true },
  requests: { type: 'string' },
  rate: { type: 'string' },
  concurrency: { type: 'string' },
  seed: { type: 'string' },
  links: { type: 'boolean' },
  strict: { type: 'boolean' },
  'record-cassette': { type: 'string' },
  replay: { type: 'string' },
  format: { type: 'string' },
  output: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** A whole number from `least` on. Throws USAGE. */
export function readNumber(option: string, text: string | undefined, usual: number, least = 0): number {
  if (text === undefined) return usual;
  const number = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(number) && number >= least) return number;
  throw new CodedError('USAGE', `--${option} is a whole number from ${least}, not "${text}".`);
}

/** "100/60" is a hundred calls in sixty seconds. */
export function readRate(text: string | undefined): Rate | undefined {
  if (text === undefined) return undefined;
  const [, calls, seconds] = /^(\d+)\/(\d+)$/.exec(text.trim()) ?? [];
  if (Number(calls) > 0 && Number(seconds) > 0) return { calls: Number(calls), seconds: Number(seconds) };
  throw new CodedError('USAGE', `--rate is N/SECONDS, such as 100/60, not "${text}".`);
}
