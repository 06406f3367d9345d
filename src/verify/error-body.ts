/** The documented error body, judged alike wherever something is refused. Source: api-error-responses. */
import { errors } from '../contract/contract.ts';
import type { Exchange } from './asking/exchange.ts';
import { isObject, type Json } from './json-object.ts';

/** What an error says of itself; `errorCode` undefined where the body is not as documented. */
export function errorCodeOf(exchange: Exchange): string | undefined {
  return errorBodyProblem(exchange) ? undefined : ((exchange.json as Json).errorCode as string);
}

/** Why an answer of 4xx has not the documented body { errorCode, errorMessage?, activityId?, details? }; undefined where it has. */
export function errorBodyProblem({ status, json, answer }: Exchange): string | undefined {
  const came = `It was answered with ${status} and`;
  if (answer.body.trim() === '') return `${came} no body.`;
  if (json === undefined) return `${came} ${/^\s*</.test(answer.body) ? 'an HTML page' : 'no JSON'}.`;
  if (!isObject(json)) return `${came} JSON that is no object.`;
  const { errorCode, errorMessage, activityId, details } = json;
  if (errorCode === undefined || errorCode === null) return `${came} no errorCode.`;
  if (typeof errorCode !== 'string' || errorCode === '') return `${came} an errorCode that is no text.`;
  const texts = Object.entries({ errorMessage, activityId }).filter(([, value]) => (value ?? '') !== '');
  const odd = texts.find(([, value]) => typeof value !== 'string');
  if (odd) return `${came} ${odd[0]} that is no text.`;
  if ((details ?? undefined) !== undefined && !isObject(details)) return `${came} details that are no object.`;
  return undefined;
}

/** Why a documented code does not go with the status; of other codes nothing is documented. */
export function codeProblem(exchange: Exchange): string | undefined {
  const code = errorCodeOf(exchange);
  const documented = errors.find((entry) => entry.documented && entry.errorCode === code);
  return documented && documented.status !== exchange.status
    ? `${code} came with status ${exchange.status}, not ${documented.status}`
    : undefined;
}

/** The answer in a few words, without a full stop: "status 404 RECORD_NOT_FOUND", or why none came. */
export function answerWords(exchange: Exchange): string {
  const { status, answer } = exchange;
  if (answer.problem !== null || status === null) return (answer.problem ?? 'no answer').replace(/\.$/, '');
  return ['status', status, errorCodeOf(exchange)].filter((part) => part !== undefined).join(' ');
}
