/** Plays Copilot for Sales for one call: the action, the request, the five seconds, the answer; and says why nothing shows. */
import { randomUUID } from 'node:crypto';
import type { Dispatcher } from 'undici';
import { headers as headerNames, limits } from '../../contract/contract.ts';
import { type DiscoveredAction, discover } from '../../discovery/discovery.ts';
import type { ConnectorPackage } from '../../package/connector-package.ts';
import type { Finding } from '../../report/finding.ts';
import type { Faults } from '../configuration/faults.ts';
import { maskToken } from '../connections/connections.ts';
import { askedFor } from './asked-for.ts';
import { unconfirmed } from './confirmation.ts';
import { encodeBody } from './encode-body.ts';
import { exampleAnswer } from './example-answer.ts';
import { expiredToken, mockFaults, withFaults } from './fault-injection.ts';
import { type Gateway, gatewayOf } from './gateway.ts';
import { maskedHeaders, maskedText, secretsOf } from './hide-secrets.ts';
import { judgeAnswer, parsedJson } from './judge-answer.ts';
import { type MappedRequest, mapRequest, type Values } from './map-request.ts';
import { missingInput } from './missing-input.ts';
import { type Answer, type OutgoingRequest, send } from './send.ts';
import { shownForFindings } from './shown-for.ts';
import type { ActionView, Trace } from './trace.ts';
import { whyNoAction } from './why-no-action.ts';

type Refusal = Pick<Trace, 'outcome' | 'explanation'>;

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
  /** Somebody has agreed: without it a chat skill that changes something, or wants to be asked about, is not called. */
  readonly isConfirmed?: boolean | undefined;
  /** Examples in place of a call. */
  readonly isMock?: boolean;
  readonly timeoutMs?: number;
  readonly dispatcher?: Dispatcher;
  /** The administrator has switched the action off. */
  readonly isSwitchedOff?: boolean;
  /** Asked once the call is about to be sent: seconds to wait, where the gateway lets no more calls through. */
  readonly throttle?: (() => number | undefined) | undefined;
}

/** Invokes an action as the host does, and traces it. Never throws. */
export async function invoke(invocation: Invocation): Promise<Trace> {
  const { action, connector, wanted, token, headers } = invocation;
  const begun = blank(invocation);
  const gateway = gatewayOf(connector, invocation.baseUrl !== undefined);
  const refusal = refusalOf(invocation, gateway) ?? unconfirmed(invocation, begun.findings) ?? throttled(invocation);
  if (refusal || !action) return { ...begun, ...(refusal ?? whyNoAction(wanted, discover(connector))) };
  const mapped = mapRequest(action, baseUrlOf(invocation), invocation.values);
  const { outgoing, findings: left } = outgoingOf(invocation, mapped, gateway);
  const bodyBytes = outgoing.body === undefined ? 0 : Buffer.byteLength(outgoing.body);
  if (bodyBytes > limits.bodyBytes) {
    const explanation = `The body has ${bodyBytes.toLocaleString('en')} bytes, more than the gateway lets through.`;
    return { ...begun, outcome: 'too-large-for-gateway', explanation, values: mapped.values };
  }
  const findings = [...begun.findings, ...mapped.findings, ...left, ...tokenFindings(invocation)];
  const secrets = secretsOf(token, headers);
  const request = requestView(outgoing, secrets);
  const answer = await answerTo(invocation, action, outgoing, (fresh) => secrets.unshift(fresh));
  const asked = invocation.isMock || !action.point ? { isAsked: false, most: limits.top.max } : askedFor(mapped.values);
  const shown = { ...begun, values: mapped.values, request, ...judgeAnswer(action, answer, findings, secrets, asked) };
  return invocation.isMock ? { ...shown, request: null, response: null, isMock: true } : shown;
}

/** Why nothing is sent; the first reason counts. */
function refusalOf(invocation: Invocation, gateway: Gateway): Refusal | undefined {
  const { action, baseUrl, isMock, isSwitchedOff, values } = invocation;
  if (!action) return undefined;
  const { operation, invocable } = action;
  if (isSwitchedOff) {
    const explanation = `The action ${operation.operationId ?? operation.path} is switched off by the administrator. Switch it on to call it.`;
    return { outcome: 'switched-off', explanation };
  }
  const rewritten = baseUrl || isMock ? undefined : gateway.rewritten(operation.operationId);
  if (rewritten) return { outcome: 'rewritten-by-gateway', explanation: rewritten };
  if (!invocable) return { outcome: 'not-invocable', explanation: notInvocable(action) };
  const missing = missingInput(action, values);
  return missing ? { outcome: 'missing-input', explanation: missing } : undefined;
}

/** The gateway is asked last: what it lets through counts. */
function throttled({ action, throttle }: Invocation): Refusal | undefined {
  const seconds = action && throttle?.();
  if (seconds === undefined) return undefined;
  const explanation = `The gateway lets ${limits.throttle.calls} calls of a connection through in ${limits.throttle.seconds} seconds. Wait ${seconds} seconds.`;
  return { outcome: 'throttled-by-gateway', explanation };
}

function notInvocable({ kind, reasons }: DiscoveredAction): string {
  const why = reasons.map(({ message }) => message).join(' ');
  return kind === 'none' ? why : `The host would not invoke this action and shows an internal error: ${why}`;
}

function blank({ connector, wanted, action, values }: Invocation): Trace {
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
    findings: [...connector.findings, ...(action?.findings ?? []), ...shownForFindings(action, values)],
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

/** Scheme, host and basePath of the definition, or what replaces them; what a definition at a URL leaves out is the URL's. */
export function baseUrlOf({ connector, baseUrl }: Pick<Invocation, 'connector' | 'baseUrl'>): string {
  if (baseUrl) return baseUrl;
  const { host, basePath, schemes } = (connector.definition.value ?? {}) as {
    host?: unknown;
    basePath?: unknown;
    schemes?: unknown;
  };
  const readFrom = URL.parse(connector.location);
  const own = readFrom && /^https?:$/.test(readFrom.protocol) ? readFrom : new URL('https://localhost');
  const declared: unknown[] = Array.isArray(schemes) ? schemes.filter((scheme) => typeof scheme === 'string') : [];
  const scheme = declared.includes('https') ? 'https' : (declared[0] ?? own.protocol.slice(0, -1));
  return `${scheme}://${typeof host === 'string' && host !== '' ? host : own.host}${typeof basePath === 'string' ? basePath : ''}`;
}

function outgoingOf(
  invocation: Invocation,
  mapped: MappedRequest,
  gateway: Gateway,
): { outgoing: OutgoingRequest; findings: readonly Finding[] } {
  const { action, language, token, headers, faults } = invocation;
  const sentToken = faults?.expiredToken ? expiredToken : token;
  const { method, url } = mapped;
  const body = encodeBody(mapped, action?.operation.consumes ?? []);
  const { request, findings } = gateway.apply(action?.operation.operationId, {
    method,
    url,
    headers: { ...(body && { 'content-type': body.contentType }), ...mapped.headers },
  });
  const outgoing = {
    method: request.method,
    url: request.url,
    headers: {
      accept: 'application/json',
      ...request.headers,
      [headerNames.language]: language,
      [headerNames.clientRequestId]: randomUUID(),
      [headerNames.userAgent]: 'sales-copilot',
      ...(sentToken && { authorization: `Bearer ${sentToken}` }),
      ...Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])),
    },
    body: body?.text,
  };
  return { outgoing, findings };
}

/** The answer, after one more try with a fresh token where the connector refused the first, within the same five seconds. */
async function answerTo(
  invocation: Invocation,
  action: DiscoveredAction,
  outgoing: OutgoingRequest,
  onRenewed: (token: string) => void,
): Promise<Answer> {
  const { faults = {}, timeoutMs = limits.deadline, dispatcher, renewToken, isMock } = invocation;
  if (isMock) return withFaults(mockFaults(faults), timeoutMs, action.point, async () => exampleAnswer(action));
  const call = async (leftMs: number) => {
    const first = await send(outgoing, { timeoutMs: leftMs, dispatcher });
    const left = leftMs - first.durationMs;
    if (first.status !== 401 || !renewToken || left <= 0 || !first.body.includes('INVALID_TOKEN_SPECIFIED'))
      return first;
    const token = await renewToken();
    if (!token || faults.expiredToken) return first;
    onRenewed(token);
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

function requestView({ method, url, headers, body }: OutgoingRequest, secrets: readonly string[]): Trace['request'] {
  const text = body === undefined ? null : maskedText(body, secrets);
  return {
    method,
    url: maskToken(url, secrets),
    headers: maskedHeaders(headers, secrets),
    body: text === null ? null : (parsedJson(text) ?? text),
  };
}
