/** The Power Platform gateway, as far as it can be played: policies that reroute, the throttle, the body limit. */
import { limits } from '../../contract/contract.ts';
import type { ConnectorPackage } from '../../package/connector-package.ts';
import type { Finding } from '../../report/finding.ts';

interface Policy {
  readonly templateId: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** What the gateway does to calls of a package. */
export interface Gateway {
  /** Why the calls of an operation cannot be played here, in words; undefined where they can. Without one: those of all operations. */
  rewritten(operationId?: string): string | undefined;
  /** Applies the policies to a request of an operation; what cannot be applied is told as findings. */
  apply(
    operationId: string | undefined,
    request: Rerouted,
  ): { readonly request: Rerouted; readonly findings: Finding[] };
}

export interface Rerouted {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface Template {
  /** The parameters that it works by; an expression in one of them can be computed by the real gateway only. */
  readonly parameters: readonly string[];
  /** It says where the call goes. */
  readonly isReroute?: boolean;
  apply(request: Rerouted, parameters: Readonly<Record<string, string | undefined>>): Rerouted;
}

/** The templates that are played, by their ids in lower case. */
const known: Readonly<Record<string, Template>> = {
  setheader: {
    parameters: ['name', 'value', 'existsAction'],
    apply: (request, { name = '', value, existsAction }) => {
      const key = name.toLowerCase();
      if (!key || value === undefined) return request;
      const now = request.headers[key];
      if (now !== undefined && existsAction === 'skip') return request;
      const next = now !== undefined && existsAction === 'append' ? `${now}, ${value}` : value;
      return { ...request, headers: { ...request.headers, [key]: next } };
    },
  },
  setqueryparameter: {
    parameters: ['name', 'value', 'existsAction'],
    apply: (request, { name, value, existsAction }) => {
      const url = URL.parse(request.url);
      if (!url || !name || value === undefined) return request;
      if (existsAction === 'append') url.searchParams.append(name, value);
      else if (!(existsAction === 'skip' && url.searchParams.has(name))) url.searchParams.set(name, value);
      return { ...request, url: url.href };
    },
  },
  routerequesttoendpoint: {
    parameters: ['newPath', 'httpMethod'],
    isReroute: true,
    apply: (request, { newPath, httpMethod }) => {
      const url = URL.parse(request.url);
      if (url && newPath) url.pathname = newPath;
      const method = httpMethod && !isOriginalMethod(httpMethod) ? httpMethod.toUpperCase() : request.method;
      return { ...request, method, url: url?.href ?? request.url };
    },
  },
  dynamichosturl: {
    parameters: ['urlTemplate'],
    isReroute: true,
    apply: (request, { urlTemplate = '' }) => {
      const url = URL.parse(request.url);
      const host = URL.parse(urlTemplate);
      if (!url || !host) return request;
      return { ...request, url: `${host.origin}${host.pathname.replace(/\/$/, '')}${url.pathname}${url.search}` };
    },
  },
};

/** The gateway of a package. Where the address is given (--url), policies that would send a call elsewhere are left out. */
export function gatewayOf(
  { script, properties }: Pick<ConnectorPackage, 'script' | 'properties'>,
  isAddressed = false,
): Gateway {
  const policies = policiesOf(properties?.value).filter((policy) => !isHarmless(policy));
  const scripted = scriptOperationsOf(properties?.value);
  return {
    rewritten(operationId) {
      const isScripted = scripted.length === 0 ? script !== undefined : scripted.includes(operationId);
      const cause = isScripted
        ? 'script.csx'
        : policies.filter((policy) => concerns(policy, operationId)).flatMap((policy) => obstacleIn(policy) ?? [])[0];
      return cause && `Rewritten by the gateway (${cause}), which is not run here: give --url of what it calls.`;
    },
    apply(operationId, request) {
      const applied = policies.filter(
        (policy) => concerns(policy, operationId) && !(isAddressed && templateOf(policy)?.isReroute),
      );
      const isPlayed = (policy: Policy) => obstacleIn(policy) === undefined;
      return {
        request: applied
          .filter(isPlayed)
          .reduce((each, policy) => templateOf(policy)?.apply(each, parametersOf(policy)) ?? each, request),
        findings: applied.filter((policy) => !isPlayed(policy)).map(leftOut),
      };
    },
  };
}

/** What keeps a policy from being played here, in words. */
function obstacleIn(policy: Policy): string | undefined {
  const template = templateOf(policy);
  if (!template || isOfResponse(policy)) return `the policy ${policy.templateId}`;
  const own = parametersOf(policy);
  const name = template.parameters.find((each) => isExpression(each, own[each]));
  return name && `the policy ${policy.templateId} with the expression ${own[name]}`;
}

function leftOut(policy: Policy): Finding {
  const message = `The call goes without ${obstacleIn(policy)}, which the gateway would apply. What it sets can be given by --header or --input.`;
  return { rule: 'gateway-policy-left-out', severity: 'warning', message };
}

/** A policy that only sets headers of the answer. */
function isHarmless(policy: Policy): boolean {
  return isOfResponse(policy) && policy.templateId.toLowerCase() === 'setheader';
}

function isOfResponse({ parameters }: Policy): boolean {
  return text(parameters['x-ms-apimTemplate-policySection'])?.toLowerCase() === 'response';
}

function templateOf({ templateId }: Policy): Template | undefined {
  return known[templateId.toLowerCase()];
}

function parametersOf(policy: Policy): Record<string, string | undefined> {
  const names = templateOf(policy)?.parameters ?? [];
  return Object.fromEntries(names.map((name) => [name, text(policy.parameters[`x-ms-apimTemplateParameter.${name}`])]));
}

function policiesOf(properties: unknown): Policy[] {
  const list = ownProperties(properties).policyTemplateInstances;
  if (!Array.isArray(list)) return [];
  return list.flatMap((policy) => {
    const { templateId, parameters } = (policy ?? {}) as Partial<Policy>;
    return typeof templateId === 'string' ? [{ templateId, parameters: parameters ?? {} }] : [];
  });
}

/** The operations that the script runs for; where none is named, it runs for all. */
function scriptOperationsOf(properties: unknown): unknown[] {
  const { scriptOperations } = ownProperties(properties);
  return Array.isArray(scriptOperations) ? scriptOperations : [];
}

function ownProperties(properties: unknown): Readonly<Record<string, unknown>> {
  const own = (properties as { properties?: unknown } | null | undefined)?.properties;
  return typeof own === 'object' && own !== null ? (own as Readonly<Record<string, unknown>>) : {};
}

function concerns({ parameters }: Policy, operationId: string | undefined): boolean {
  const operations = parameters['x-ms-apimTemplate-operationName'];
  return !Array.isArray(operations) || operations.length === 0 || operations.includes(operationId);
}

/**
 * An expression of the gateway: @connectionParameters('host'), @{…}, @(…), @Request.…; in a path also {name}. An e-mail
 * address is none. Source: policy-templates of Power Platform's custom connectors, and published connectors.
 */
function isExpression(name: string, value = ''): boolean {
  if (name === 'httpMethod' && isOriginalMethod(value)) return false;
  if (name === 'newPath' && /\{[^}]*\}/.test(value)) return true;
  return /@[{(]|@[a-z]\w*\(|^@request\./i.test(value);
}

function isOriginalMethod(value: string): boolean {
  return value.toLowerCase() === '@request.originalhttpmethod';
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
