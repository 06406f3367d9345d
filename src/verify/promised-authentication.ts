/** What the package says of who may call. */
import { connectionSettingsOf } from '../host/host.ts';
import type { Subject } from './subject.ts';

type Json = Readonly<Record<string, unknown>>;

/** The security that an action asks for: of the operation, else of the definition; none of both is undefined. */
function securityOf({ action, discovery }: Promised): unknown {
  const definition = record(discovery.connector.definition.value);
  const { path, method } = action.operation;
  return record(record(record(definition.paths)[path])[method.toLowerCase()]).security ?? definition.security;
}

type Promised = Pick<Subject, 'action' | 'discovery'>;

/** The security schemes that an action asks for. */
function schemesOf(subject: Promised): Json[] {
  const schemes = record(record(subject.discovery.connector.definition.value).securityDefinitions);
  const names = [securityOf(subject)].flat().flatMap((each) => Object.keys(record(each)));
  return names.map((name) => record(schemes[name]));
}

/**
 * Whether calls without a token are to be refused: by the definition, or by the package's connection parameters where
 * the definition does not open the action by an empty list.
 */
export function promisesTokens(subject: Promised): boolean {
  if (schemesOf(subject).some(({ type }) => type === 'oauth2')) return true;
  const security = securityOf(subject);
  const isOpened = Array.isArray(security) && security.length === 0;
  return !isOpened && connectionSettingsOf({}, subject.discovery.connector.properties?.value) !== undefined;
}

/** Headers that carry a credential, by what the definition says. */
export function credentialHeaders(subject: Promised): string[] {
  const keys = schemesOf(subject).filter((scheme) => scheme.type === 'apiKey' && scheme.in === 'header');
  const isPromised = promisesTokens(subject) || schemesOf(subject).some(({ type }) => type === 'basic');
  return [...(isPromised ? ['authorization'] : []), ...keys.map(({ name }) => String(name).toLowerCase())];
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
