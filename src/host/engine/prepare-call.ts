/** The request of one call, as Copilot for Sales and the gateway would make it. */
import { randomUUID } from 'node:crypto';
import { headers as headerNames } from '../../contract/contract.ts';
import type { DiscoveredAction } from '../../discovery/discovery.ts';
import type { Finding } from '../../report/finding.ts';
import { maskToken } from '../connections/connections.ts';
import { encodeBody } from './encode-body.ts';
import { expiredToken } from './fault-injection.ts';
import { gatewayOf } from './gateway.ts';
import { maskedHeaders, maskedText } from './hide-secrets.ts';
import type { Invocation } from './invoke.ts';
import { parsedJson } from './judge-answer.ts';
import { type MappedValue, mapRequest } from './map-request.ts';
import type { OutgoingRequest } from './send.ts';
import type { RequestView } from './trace.ts';

export type Prepared = Pick<
  Invocation,
  'connector' | 'values' | 'language' | 'baseUrl' | 'headers' | 'token' | 'faults'
>;

/** A request, and how it came about. */
export interface PreparedCall {
  readonly outgoing: OutgoingRequest;
  readonly values: readonly MappedValue[];
  readonly findings: readonly Finding[];
}

/** Scheme, host and basePath of the definition, or what replaces them; what a definition at a URL leaves out is the URL's. */
export function baseUrlOf({ connector, baseUrl }: Pick<Invocation, 'connector' | 'baseUrl'>): string {
  if (baseUrl) return baseUrl;
  const { host, basePath, schemes, servers } = (connector.definition.value ?? {}) as {
    servers?: readonly { readonly url?: unknown }[];
    host?: unknown;
    basePath?: unknown;
    schemes?: unknown;
  };
  const readFrom = URL.parse(connector.location);
  const own = readFrom && /^https?:$/.test(readFrom.protocol) ? readFrom : new URL('https://localhost');
  // OpenAPI 3, which the Power Platform does not take, names them so.
  const server = Array.isArray(servers) ? servers[0]?.url : undefined;
  if (typeof server === 'string' && URL.canParse(server, own.href)) return new URL(server, own).href.replace(/\/$/, '');
  const declared: unknown[] = Array.isArray(schemes) ? schemes.filter((scheme) => typeof scheme === 'string') : [];
  const scheme = declared.includes('https') ? 'https' : (declared[0] ?? own.protocol.slice(0, -1));
  return `${scheme}://${typeof host === 'string' && host !== '' ? host : own.host}${typeof basePath === 'string' ? basePath : ''}`;
}

/** The request of an action as it would be sent: what its values become, and what the gateway's policies make of it. */
export function prepareCall(
  invocation: Prepared,
  action: DiscoveredAction,
  gateway = gatewayOf(invocation.connector, invocation.baseUrl !== undefined),
): PreparedCall {
  const { language, token, headers, faults } = invocation;
  const mapped = mapRequest(action, baseUrlOf(invocation), invocation.values);
  const sentToken = faults?.expiredToken ? expiredToken : token;
  const { method, url } = mapped;
  const body = encodeBody(mapped, action.operation.consumes ?? []);
  const { request, findings } = gateway.apply(action.operation.operationId, {
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
  return { outgoing, values: mapped.values, findings: [...mapped.findings, ...findings] };
}

/** What a trace shows of a request: without secrets, a JSON body parsed. */
export function requestView({ method, url, headers, body }: OutgoingRequest, secrets: readonly string[]): RequestView {
  const text = body === undefined ? null : maskedText(body, secrets);
  return {
    method,
    url: maskToken(url, secrets),
    headers: maskedHeaders(headers, secrets),
    body: text === null ? null : (parsedJson(text) ?? text),
  };
}
