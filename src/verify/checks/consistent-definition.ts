import { pointerTo } from '../../package/json-pointer.ts';
import type { Exchange } from '../asking/exchange.ts';
import { connectorCheck } from '../check.ts';
import { isObject, type Json } from '../json-object.ts';
import type { ConnectorSubject } from '../subject.ts';
import { couldNotRun, fail, notApplicable, pass } from '../verdict.ts';

const paths = ['/apiDefinition.swagger.json', '/swagger.json'];

export const consistentDefinition = connectorCheck({
  id: 'consistent-definition',
  group: 'consistency',
  title: 'The definition that the connector serves is that of the package',
  why: 'Where they differ, the connector has moved on and the package that sellers use has not, or the other way round.',
  source: 'the definition of the package',
  mend: 'Make the package anew from the connector that runs, or deploy the connector that the package was made of.',
  turn: 'last',
  async run(connector) {
    const own = connector.discovery.connector.definition.value;
    if (!isObject(own)) return couldNotRun('The definition of the package cannot be read.');
    const served = await servedDefinition(connector);
    if (!served) return notApplicable(`None is served at ${paths.join(' or ')}.`);
    const [one, other] = [own, served.definition];
    const hasSecurity = isObject(other.securityDefinitions);
    const places = differences(comparable(one, hasSecurity), comparable(other, hasSecurity), []);
    if (places.length === 0)
      return pass(
        hasSecurity ? 'but for addresses' : 'but for addresses; it is served without authentication',
        served.exchange,
      );
    const more = places.length > 3 ? ` and ${places.length - 3} more places` : '';
    return fail(`It differs from the package at ${places.slice(0, 3).join(', ')}${more}.`, served.exchange);
  },
});

async function servedDefinition({
  subjects,
  options,
}: ConnectorSubject): Promise<{ definition: Json; exchange: Exchange } | undefined> {
  for (const path of paths) {
    const url = `${options.url.replace(/\/$/, '')}${path}`;
    const exchange = await subjects[0]?.ask({
      rewrite: ({ headers }) => ({ method: 'GET', url, headers: withoutBody(headers), body: undefined }),
    });
    if (!exchange || exchange.status === null) return undefined;
    const { json, isAnswered } = exchange;
    if (isAnswered && isObject(json) && json.swagger !== undefined) return { definition: json, exchange };
  }
  return undefined;
}

function withoutBody(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'content-type'));
}

/** Without the address, and of the authentication only its kinds: both are of the place where it runs. */
function comparable(definition: Json, hasSecurity: boolean): Json {
  const { host, schemes, basePath, security, securityDefinitions, ...rest } = definition;
  if (!hasSecurity || !isObject(securityDefinitions)) return rest;
  const kinds = Object.entries(securityDefinitions).map(([name, kind]) => [
    name,
    isObject(kind) ? { type: kind.type, flow: kind.flow, in: kind.in, name: kind.name } : kind,
  ]);
  return { ...rest, securityDefinitions: Object.fromEntries(kinds) };
}

/** Pointers of what differs, the outermost only. */
function differences(one: unknown, other: unknown, path: readonly string[]): string[] {
  if (Array.isArray(one) && Array.isArray(other) && one.length === other.length)
    return one.flatMap((each, index) => differences(each, other[index], [...path, String(index)]));
  if (isObject(one) && isObject(other)) {
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...names].flatMap((name) => differences(one[name], other[name], [...path, name]));
  }
  return Object.is(one, other) ? [] : [pointerTo(path) || '/'];
}
