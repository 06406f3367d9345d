/** Plays Copilot for Sales for one call: the action, the request, the five seconds, the answer; and says why nothing shows. */
import { randomUUID } from 'node:crypto';
import type { Dispatcher } from 'undici';
import { type ExtensionPoint, extensionPoints, headers as headerNames, limits } from '../../contract/contract.ts';
import type { DiscoveredAction } from '../../discovery/discovery.ts';
import type { ConnectorPackage } from '../../package/connector-package.ts';
import type { Finding } from '../../report/finding.ts';
import type { Faults } from '../configuration/faults.ts';
import { maskToken } from '../connections/connections.ts';
import { checkAnswer } from './check-answer.ts';
import { checkChatAnswer } from './check-chat-answer.ts';
import { exampleAnswer } from './example-answer.ts';
import { expiredToken, withFaults } from './fault-injection.ts';
import { type Gateway, gatewayOf } from './gateway.ts';
import { type MappedRequest, mapRequest, type Values } from './map-request.ts';
import { type Answer, type OutgoingRequest, send } from './send.ts';
import type { ActionView, Outcome, Trace } from './trace.ts';

export interface Invocation {
  readonly connector: ConnectorPackage;
  /** The extension point's id, or the chat skill's operationId. */
  readonly wanted: string;
  readonly action: DiscoveredAction | undefined;
  readonly values: Values;
  readonly language: string;
  /** Replaces scheme, host and basePath of the definition. */
  readonly baseUrl?: string | undefined;
  /** Headers of the user's own. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: string | undefined;
  /** A fresh token after a 401, if one can be had. */
  readonly renewToken?: (() => Promise<string | undefined>) | undefined;
  /** The connector's definition names an identity provider. */
  readonly needsToken?: boolean;
  readonly faults?: Faults;
  /** Examples in place of a call. */
  readonly isMock?: boolean;
  readonly timeoutMs?: number;
  readonly dispatcher?: Dispatcher;
  /** Seconds to wait, where the gateway lets no more calls through. */
  readonly throttledFor?: number | undefined;
}

/** Invokes an action as the host does, and traces it. Never throws. */
export async function invoke(invocation: Invocation): Promise<Trace> {
  const { action, connector, wanted } = invocation;
  const begun = blank(invocation);
  const gateway = gatewayOf(connector, invocation.baseUrl !== undefined);
  const refusal = refusalOf(invocation, gateway);
  if (refusal || !action) return { ...begun, ...(refusal ?? noAction(wanted, connector)) };
  const mapped = mapRequest(action, baseUrlOf(invocation), invocation.values);
  const outgoing = outgoingOf(invocation, mapped, gateway);
  const bodyBytes = outgoing.body === undefined ? 0 : Buffer.byteLength(outgoing.body);
  if (bodyBytes > limits.bodyBytes) {
    const explanation = `The body has ${bodyBytes.toLocaleString('en')} bytes, more than the gateway lets through.`;
    return { ...begun, outcome: 'too-large-for-gateway', explanation, values: mapped.values };
  }
  const findings = [...begun.findings, ...mapped.findings, ...tokenFindings(invocation)];
  const request = requestView(outgoing, invocation.token);
  const answer = await answerTo(invocation, action, outgoing);
  const shown = { ...begun, values: mapped.values, request, ...judged(action, answer, findings, invocation) };
  return invocation.isMock ? { ...shown, request: null, response: null, isMock: true } : shown;
}

type Refusal = Pick<Trace, 'outcome' | 'explanation'>;

/** Why nothing is sent. */
function refusalOf({ action, baseUrl, throttledFor, isMock }: Invocation, { rewritten }: Gateway): Refusal | undefined {
  if (!action) return undefined;
  if (rewritten && !baseUrl && !isMock) return { outcome: 'rewritten-by-gateway', explanation: rewritten };
  if (!action.invocable) {
    const why = action.reasons.map(({ message }) => message).join(' ');
    const explanation = why
      ? `The host would not invoke this action and shows an internal error: ${why}`
      : 'This operation is neither an extension point nor a chat skill, so the host has no use for it.';
    return { outcome: 'not-invocable', explanation };
  }
  if (throttledFor === undefined) return undefined;
  const explanation = `The gateway lets ${limits.throttle.calls} calls of a connection through in ${limits.throttle.seconds} seconds. Wait ${throttledFor} seconds.`;
  return { outcome: 'throttled-by-gateway', explanation };
}

function noAction(wanted: string, { title }: ConnectorPackage): Refusal {
  const point = Object.values(extensionPoints).find(({ id }) => id === wanted);
  const explanation = point?.apiDescription
    ? `${title} has no action for ${wanted}: no operation has the description “${point.apiDescription}”`
    : `${title} has no action ${wanted}.`;
  return { outcome: 'no-action', explanation };
}

function blank({ connector, wanted, action }: Invocation): Trace {
  return {
    id: randomUUID(),
    at: new Date().toISOString(),
    connector: connector.title,
    wanted,
    action: action ? actionView(action) : null,
    outcome: 'nothing-to-show',
    explanation: '',
    values: [],
    request: null,
    response: null,
    items: [],
    hasMoreResults: null,
    dropped: [],
    findings: [...connector.findings, ...(action?.findings ?? [])],
    isMock: false,
  };
}

/** The action as the API and the command line give it. */
export function actionView({ operation, point, matchedBy, invocable, reasons }: DiscoveredAction): ActionView {
  return {
    operationId: operation.operationId ?? null,
    extensionPoint: point?.id ?? null,
    matchedBy,
    invocable,
    reasons,
  };
}

/** Scheme, host and basePath of the definition, or what replaces them. */
export function baseUrlOf({ connector, baseUrl }: Pick<Invocation, 'connector' | 'baseUrl'>): string {
  if (baseUrl) return baseUrl;
  const { host, basePath, schemes } = (connector.definition.value ?? {}) as {
    host?: unknown;
    basePath?: unknown;
    schemes?: unknown;
  };
  const scheme =
    Array.isArray(schemes) && schemes.includes('https')
      ? 'https'
      : Array.isArray(schemes) && typeof schemes[0] === 'string'
        ? schemes[0]
        : 'https';
  const own = /^https?:/.test(connector.location) ? new URL(connector.location).host : 'localhost';
  return `${scheme}://${typeof host === 'string' && host !== '' ? host : own}${typeof basePath === 'string' ? basePath : ''}`;
}

function outgoingOf(invocation: Invocation, mapped: MappedRequest, gateway: Gateway): OutgoingRequest {
  const { action, language, token, headers, faults } = invocation;
  const sentToken = faults?.expiredToken ? expiredToken : token;
  const rerouted = gateway.apply(action?.operation.operationId, {
    url: mapped.url,
    headers: mapped.headers,
  });
  const body = mapped.body === undefined ? undefined : JSON.stringify(mapped.body);
  return {
    method: mapped.method,
    url: rerouted.url,
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...rerouted.headers,
      [headerNames.language]: language,
      [headerNames.clientRequestId]: randomUUID(),
      [headerNames.userAgent]: 'sales-copilot',
      ...(sentToken && { authorization: `Bearer ${sentToken}` }),
      ...Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])),
    },
    body,
  };
}

/** The answer, after one more try with a fresh token where the connector refused the first, within the same five seconds. */
async function answerTo(invocation: Invocation, action: DiscoveredAction, outgoing: OutgoingRequest): Promise<Answer> {
  const { faults = {}, timeoutMs = limits.deadline, dispatcher, renewToken, isMock } = invocation;
  if (isMock) return exampleAnswer(action);
  const call = async (leftMs: number) => {
    const first = await send(outgoing, { timeoutMs: leftMs, dispatcher });
    const left = leftMs - first.durationMs;
    if (first.status !== 401 || !renewToken || left <= 0 || !first.body.includes('INVALID_TOKEN_SPECIFIED'))
      return first;
    const token = await renewToken();
    if (!token || faults.expiredToken) return first;
    const headers = { ...outgoing.headers, authorization: `Bearer ${token}` };
    const second = await send({ ...outgoing, headers }, { timeoutMs: left, dispatcher });
    return { ...second, durationMs: first.durationMs + second.durationMs };
  };
  return withFaults(faults, timeoutMs, action.point, call);
}

function tokenFindings({ token, needsToken, isMock }: Invocation): Finding[] {
  if (token || !needsToken || isMock) return [];
  const message = 'The call goes without Authorization: there is no connection. Sign in, or paste a token.';
  return [{ rule: 'call-without-token', severity: 'warning', message }];
}

function requestView({ method, url, headers, body }: OutgoingRequest, token: string | undefined): Trace['request'] {
  const masked = maskedHeaders(headers, token ? [token] : []);
  return {
    method,
    url: maskToken(url),
    headers: masked,
    body: body === undefined ? null : (JSON.parse(body) as unknown),
  };
}

/** A connector may send back what it was sent: a token in an answer is not to be seen either. */
function mayHoldToken(text: string, known: readonly string[]): boolean {
  return known.some((token) => text.includes(token)) || /bearer\s|eyJ/i.test(text);
}

function maskedHeaders(headers: Readonly<Record<string, string>>, known: readonly string[]): Record<string, string> {
  const masked = (name: string, value: string) => maskToken(`${name}: ${value}`, [...known]).slice(name.length + 2);
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, masked(name, value)]));
}

type Judged = Pick<Trace, 'outcome' | 'explanation' | 'response' | 'items' | 'hasMoreResults' | 'dropped' | 'findings'>;

/** What of the answer is shown. */
function judged(action: DiscoveredAction, answer: Answer, before: readonly Finding[], { token }: Invocation): Judged {
  const known = token ? [token] : [];
  const parsed = parsedBody(answer.body);
  const text = mayHoldToken(answer.body, known) ? maskToken(answer.body, known) : answer.body;
  const response = {
    status: answer.status,
    durationMs: Math.round(answer.durationMs * 10) / 10,
    firstByteMs: answer.firstByteMs === null ? null : Math.round(answer.firstByteMs * 10) / 10,
    headers: maskedHeaders(answer.headers, known),
    body: parsedBody(text) ?? text.slice(0, 20_000),
  };
  const nothing = { response, items: [], hasMoreResults: null, dropped: [], findings: before };
  if (answer.failure === 'too-large')
    return { ...nothing, outcome: 'unreadable-answer', explanation: answer.problem ?? '' };
  if (answer.failure) return { ...nothing, outcome: answer.failure, explanation: answer.problem ?? '' };
  const status = answer.status ?? 0;
  if (status < 200 || status > 299)
    return {
      ...nothing,
      outcome: 'error-answer',
      explanation: errorWords(answer, parsed),
      findings: [...before, ...errorFindings(status, parsed)],
    };
  if (parsed === undefined) return { ...nothing, outcome: 'unreadable-answer', explanation: 'The answer is no JSON.' };
  const checked = action.point
    ? checkAnswer(action.point as ExtensionPoint, action.operation.outputs, parsed)
    : checkChatAnswer(parsed);
  const isBroken = checked.dropped.length > 0 || checked.findings.some(({ rule }) => rule === 'answer-envelope');
  const outcome: Outcome = checked.items.length > 0 ? 'shown' : isBroken ? 'unreadable-answer' : 'nothing-to-show';
  const explanations: Partial<Record<Outcome, string>> = {
    'nothing-to-show': 'The connector has nothing for this.',
    'unreadable-answer': `Nothing of the answer can be shown: ${[...checked.dropped.map(({ why }) => why), ...checked.findings.map(({ message }) => message)][0] ?? ''}`,
  };
  return {
    response,
    items: checked.items,
    hasMoreResults: checked.hasMoreResults ?? null,
    dropped: checked.dropped,
    findings: [...before, ...checked.findings],
    outcome,
    explanation: explanations[outcome] ?? '',
  };
}

function parsedBody(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

function errorWords({ status, headers }: Answer, body: unknown): string {
  if (isRedirect(status ?? 0))
    return `The connector redirects to ${headers.location ?? 'nowhere'}, where the host does not follow it.`;
  const { errorCode, errorMessage } = (body ?? {}) as { errorCode?: unknown; errorMessage?: unknown };
  const words =
    typeof errorCode === 'string' ? ` ${errorCode}${typeof errorMessage === 'string' ? `: ${errorMessage}` : ''}` : '';
  return `The connector answered ${status}${words}.`.replace(/\.\.$/, '.');
}

function isRedirect(status: number): boolean {
  return status >= 300 && status <= 399;
}

function errorFindings(status: number, body: unknown): Finding[] {
  if (isRedirect(status)) return [];
  const { errorCode } = (body ?? {}) as { errorCode?: unknown };
  if (typeof errorCode === 'string') return [];
  const message = 'The error has not the documented body { errorCode, errorMessage, activityId, details }.';
  return [{ rule: 'answer-error-body', severity: 'warning', message }];
}
