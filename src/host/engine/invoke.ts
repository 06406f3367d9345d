/** Plays Copilot for Sales for one call: the action, the request, the five seconds, the answer; and says why nothing shows. */
import { randomUUID } from 'node:crypto';
import type { Dispatcher } from 'undici';
import { limits } from '../../contract/contract.ts';
import { type DiscoveredAction, discover } from '../../discovery/discovery.ts';
import type { ConnectorPackage } from '../../package/connector-package.ts';
import type { Finding } from '../../report/finding.ts';
import { processTelemetry } from '../../telemetry/telemetry.ts';
import type { Faults } from '../configuration/faults.ts';
import { askedFor } from './asked-for.ts';
import { unconfirmed } from './confirmation.ts';
import { exampleAnswer } from './example-answer.ts';
import { mockFaults, withFaults } from './fault-injection.ts';
import { type Gateway, gatewayOf } from './gateway.ts';
import { secretsOf } from './hide-secrets.ts';
import { judgeAnswer } from './judge-answer.ts';
import type { Values } from './map-request.ts';
import { missingInput } from './missing-input.ts';
import { observedCall } from './observed-call.ts';
import { prepareCall, requestView } from './prepare-call.ts';
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
  /** Its program has failed: what answers at its address, if anything, is another. */
  readonly isDown?: boolean;
  readonly timeoutMs?: number;
  readonly dispatcher?: Dispatcher;
  /** The administrator has switched the action off. */
  readonly isSwitchedOff?: boolean;
  /** Asked once the call is about to be sent: seconds to wait, where the gateway lets no more calls through. */
  readonly throttle?: (() => number | undefined) | undefined;
}

/** Invokes an action as the host does, and traces it. Throws only where telemetry is asked for that cannot be had. */
export async function invoke(invocation: Invocation): Promise<Trace> {
  const telemetry = await processTelemetry();
  if (!telemetry) return play(invocation, {});
  return observedCall(telemetry, invocation, (trace) => play(invocation, trace));
}

/** `trace` are the headers that name the trace that the call is part of. */
async function play(invocation: Invocation, trace: OutgoingRequest['headers']): Promise<Trace> {
  const { action, connector, wanted, token, headers } = invocation;
  const begun = blank(invocation);
  const gateway = gatewayOf(connector, invocation.baseUrl !== undefined);
  const refusal = refusalOf(invocation, gateway) ?? unconfirmed(invocation, begun.findings) ?? throttled(invocation);
  if (refusal || !action) return { ...begun, ...(refusal ?? whyNoAction(wanted, discover(connector))) };
  const { outgoing: asPrepared, values, findings: prepared } = prepareCall(invocation, action, gateway);
  const outgoing = { ...asPrepared, headers: { ...trace, ...asPrepared.headers } };
  const bodyBytes = outgoing.body === undefined ? 0 : Buffer.byteLength(outgoing.body);
  if (bodyBytes > limits.bodyBytes) {
    const explanation = `The body has ${bodyBytes.toLocaleString('en')} bytes, more than the gateway lets through.`;
    return { ...begun, outcome: 'too-large-for-gateway', explanation, values };
  }
  const findings = [...begun.findings, ...prepared, ...tokenFindings(invocation)];
  const secrets = secretsOf(token, headers);
  const request = requestView(outgoing, secrets);
  const answer = await answerTo(invocation, action, outgoing, (fresh) => secrets.unshift(fresh));
  const asked = invocation.isMock || !action.point ? { isAsked: false, most: limits.top.max } : askedFor(values);
  const shown = { ...begun, values, request, ...judgeAnswer(action, answer, findings, secrets, asked) };
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

/** The answer, after one more try with a fresh token where the connector refused the first, within the same five seconds. */
async function answerTo(
  invocation: Invocation,
  action: DiscoveredAction,
  outgoing: OutgoingRequest,
  onRenewed: (token: string) => void,
): Promise<Answer> {
  const { faults = {}, timeoutMs = limits.deadline, dispatcher, renewToken, isMock, isDown } = invocation;
  if (isMock) return withFaults(mockFaults(faults), timeoutMs, action.point, async () => exampleAnswer(action));
  if (isDown) return unanswered;
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

const unanswered: Answer = {
  status: null,
  headers: {},
  body: '',
  durationMs: 0,
  firstByteMs: null,
  failure: 'unreachable',
  problem: 'The program that answers there has failed.',
};

function tokenFindings({ token, needsToken, isMock }: Invocation): Finding[] {
  if (token || !needsToken || isMock) return [];
  const message = 'The call goes without Authorization: there is no connection. Sign in, or paste a token.';
  return [{ rule: 'call-without-token', severity: 'warning', message }];
}
