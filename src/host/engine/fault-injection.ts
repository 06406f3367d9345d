/** Faults on purpose, applied around a call. */
import { setTimeout as wait } from 'node:timers/promises';
import { type ErrorCode, type ExtensionPoint, errors, statusOf } from '../../contract/contract.ts';
import type { Faults } from '../configuration/faults.ts';
import type { Answer } from './send.ts';

/** A token that every connector must refuse: unsigned, and expired in 2001. */
export const expiredToken = 'eyJhbGciOiJub25lIn0.eyJleHAiOjEwMDAwMDAwMDB9.';

/** The faults as an example answer has them: nobody is there who would refuse the token. */
export function mockFaults({ expiredToken: isExpired, ...faults }: Faults): Faults {
  return { ...faults, ...(isExpired && !faults.errorCode && { errorCode: 'INVALID_TOKEN_SPECIFIED' }) };
}

/** Calls within the time that is left, with the faults that are on. `call` gets the milliseconds that are left to it. */
export async function withFaults(
  faults: Faults,
  timeoutMs: number,
  point: ExtensionPoint | undefined,
  call: (leftMs: number) => Promise<Answer>,
): Promise<Answer> {
  const latency = faults.addedLatency ?? 0;
  if (latency >= timeoutMs) return wait(timeoutMs, timedOut(timeoutMs));
  if (latency > 0) await wait(latency);
  const made = await answered(faults, timeoutMs - latency, call);
  const late = faults.slowFirstByte ?? 0;
  const total = latency + made.durationMs + late;
  if (late > 0 && total >= timeoutMs)
    return wait(Math.max(0, timeoutMs - latency - made.durationMs), timedOut(timeoutMs));
  if (late > 0) await wait(late);
  const answer = {
    ...made,
    durationMs: total,
    firstByteMs: made.firstByteMs === null ? null : made.firstByteMs + latency + late,
  };
  return damaged(faults, point, answer);
}

async function answered(faults: Faults, leftMs: number, call: (leftMs: number) => Promise<Answer>): Promise<Answer> {
  if (faults.connectionReset) {
    return { ...nothing, failure: 'reset', problem: 'The connection was reset (a fault on purpose).' };
  }
  if (faults.throttled) return errorAnswer('REQUEST_THROTTLED', { 'retry-after': '60' });
  const code = errors.find(({ errorCode }) => errorCode === faults.errorCode)?.errorCode;
  return code ? errorAnswer(code) : call(leftMs);
}

const nothing: Answer = {
  status: null,
  headers: {},
  body: '',
  durationMs: 0,
  firstByteMs: null,
  failure: null,
  problem: null,
};

function timedOut(timeoutMs: number): Answer {
  return {
    ...nothing,
    durationMs: timeoutMs,
    failure: 'timeout',
    problem: `No answer within ${timeoutMs} ms (a fault on purpose).`,
  };
}

function errorAnswer(errorCode: ErrorCode, headers: Record<string, string> = {}): Answer {
  const body = JSON.stringify({ errorCode, errorMessage: 'A fault on purpose.' });
  return {
    ...nothing,
    status: statusOf(errorCode),
    headers: { 'content-type': 'application/json', ...headers },
    body,
    firstByteMs: 0,
  };
}

function damaged(faults: Faults, point: ExtensionPoint | undefined, answer: Answer): Answer {
  if (faults.malformedJson) return { ...answer, body: answer.body.slice(0, Math.ceil(answer.body.length / 2)) };
  if (!faults.missingProperty || !point) return answer;
  const property =
    faults.missingProperty === true ? point.item.find((field) => field.required)?.name : faults.missingProperty;
  try {
    return {
      ...answer,
      body: JSON.stringify(JSON.parse(answer.body), (key, value) => (key === property ? undefined : value)),
    };
  } catch {
    return answer;
  }
}
