/** The Power Platform gateway, as far as it can be played: policies that reroute, the throttle, the body limit. */
import { limits } from '../../contract/contract.ts';
import type { ConnectorPackage } from '../../package/connector-package.ts';

interface Policy {
  readonly templateId: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** What the gateway does to calls of a package. */
export interface Gateway {
  /** Why the calls cannot be played here, in words; undefined where they can. */
  readonly rewritten: string | undefined;
  /** Applies the policies to a request of an operation. */
  apply(operationId: string | undefined, request: Rerouted): Rerouted;
}

export interface Rerouted {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

type Apply = (request: Rerouted, parameters: Policy['parameters']) => Rerouted;

const known: Readonly<Record<string, Apply>> = {
  setheader: (request, parameters) => {
    const name = text(parameters['x-ms-apimTemplateParameter.name'])?.toLowerCase();
    const value = text(parameters['x-ms-apimTemplateParameter.value']);
    if (!name || value === undefined || isExpression(value)) return request;
    const isKept = parameters['x-ms-apimTemplateParameter.existsAction'] === 'skip' && name in request.headers;
    return isKept ? request : { ...request, headers: { ...request.headers, [name]: value } };
  },
  setqueryparameter: (request, parameters) => {
    const name = text(parameters['x-ms-apimTemplateParameter.name']);
    const value = text(parameters['x-ms-apimTemplateParameter.value']);
    const url = URL.parse(request.url);
    if (!url || !name || value === undefined || isExpression(value)) return request;
    if (!(parameters['x-ms-apimTemplateParameter.existsAction'] === 'skip' && url.searchParams.has(name)))
      url.searchParams.set(name, value);
    return { ...request, url: url.href };
  },
  routerequesttoendpoint: (request, parameters) => {
    const path = text(parameters['x-ms-apimTemplateParameter.newPath']);
    const url = URL.parse(request.url);
    if (!url || !path || isExpression(path)) return request;
    url.pathname = path;
    return { ...request, url: url.href };
  },
  dynamichosturl: (request, parameters) => {
    const template = text(parameters['x-ms-apimTemplateParameter.urlTemplate']);
    const url = URL.parse(request.url);
    const host = template && !isExpression(template) ? URL.parse(template) : null;
    if (!url || !host) return request;
    return { ...request, url: `${host.origin}${host.pathname.replace(/\/$/, '')}${url.pathname}${url.search}` };
  },
};

const reroutes = new Set(['routerequesttoendpoint', 'dynamichosturl']);

/** The gateway of a package. Where the address is given (--url), policies that would send a call elsewhere are left out. */
export function gatewayOf(
  { script, properties }: Pick<ConnectorPackage, 'script' | 'properties'>,
  isAddressed = false,
): Gateway {
  const policies = policiesOf(properties?.value);
  const unknown = policies.find(({ templateId }) => !known[templateId.toLowerCase()]);
  const cause = script ? 'script.csx' : unknown && `the policy ${unknown.templateId}`;
  return {
    rewritten: cause && `Rewritten by the gateway (${cause}), which is not run here: give --url of what it calls.`,
    apply: (operationId, request) =>
      policies
        .filter(
          (policy) => concerns(policy, operationId) && !(isAddressed && reroutes.has(policy.templateId.toLowerCase())),
        )
        .reduce(
          (each, { templateId, parameters }) => known[templateId.toLowerCase()]?.(each, parameters) ?? each,
          request,
        ),
  };
}

function policiesOf(properties: unknown): Policy[] {
  const list = (properties as { properties?: { policyTemplateInstances?: unknown } } | undefined)?.properties
    ?.policyTemplateInstances;
  if (!Array.isArray(list)) return [];
  return list.flatMap((policy) => {
    const { templateId, parameters } = (policy ?? {}) as Partial<Policy>;
    return typeof templateId === 'string' ? [{ templateId, parameters: parameters ?? {} }] : [];
  });
}

function concerns({ parameters }: Policy, operationId: string | undefined): boolean {
  const operations = parameters['x-ms-apimTemplate-operationName'];
  return !Array.isArray(operations) || operations.length === 0 || operations.includes(operationId);
}

function isExpression(value: string): boolean {
  return value.includes('@');
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Counts calls of connections: 100 in 60 seconds. Gives the seconds to wait where a call is one too many. */
export function gatewayThrottle(now: () => number = Date.now): (connection: string) => number | undefined {
  const { calls, seconds } = limits.throttle;
  const times = new Map<string, number[]>();
  return (connection) => {
    const since = now() - seconds * 1000;
    const recent = (times.get(connection) ?? []).filter((time) => time > since);
    times.set(connection, recent);
    if (recent.length >= calls) return Math.ceil(((recent[0] ?? 0) + seconds * 1000 - now()) / 1000);
    recent.push(now());
    return undefined;
  };
}
