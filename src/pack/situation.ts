/** What decides which tasks a person has, and in which words. */
import { valueAt } from '../package/json-pointer.ts';
import type { ConnectorFacts } from './connector-facts.ts';
import type { Parts } from './parts.ts';

export interface Situation {
  readonly title: string;
  readonly host: string;
  readonly fileName: string;
  /** entra: Microsoft Entra ID; oauth: another provider; other: keys, passwords. */
  readonly signIn: 'entra' | 'oauth' | 'other' | 'none';
  readonly isOnBehalfOf: boolean;
  /** Several kinds of sign-in to choose from. */
  readonly hasSets: boolean;
  readonly hasScript: boolean;
  readonly hasPolicies: boolean;
  /** Ids of the extension points that are answered. */
  readonly points: ReadonlySet<string>;
  readonly unwritten: readonly string[];
}

export function situationOf({ facts, identity, discovery, intro }: Parts): Situation {
  const { connector, actions } = discovery;
  const signIn = signInOf(facts);
  return {
    title: facts.title,
    host: facts.host,
    fileName: identity.fileName,
    ...signIn,
    hasSets: facts.connectionParameterSets !== undefined,
    hasScript: connector.script !== undefined,
    hasPolicies: facts.policies !== undefined,
    points: new Set(actions.flatMap(({ point }) => point?.id ?? [])),
    unwritten: intro.unwritten,
  };
}

function signInOf({
  connectionParameters,
  connectionParameterSets,
}: ConnectorFacts): Pick<Situation, 'signIn' | 'isOnBehalfOf'> {
  const sets = valueAt(connectionParameterSets, '/values');
  const lists = [connectionParameters, ...(Array.isArray(sets) ? sets.map((set) => valueAt(set, '/parameters')) : [])];
  const parameters = lists.flatMap((list) => Object.values((list as object | null | undefined) ?? {}));
  const settings = parameters.flatMap((each) => valueAt(each, '/oAuthSettings') ?? []);
  const isEntra = (each: unknown) => /^aad/i.test(String(valueAt(each, '/identityProvider')));
  const isOn = (each: unknown) =>
    String(valueAt(each, '/customParameters/enableOnbehalfOfLogin/value')).toLowerCase() === 'true';
  const others = parameters.length > 0 ? 'other' : 'none';
  return {
    signIn: settings.some(isEntra) ? 'entra' : settings.length > 0 ? 'oauth' : others,
    isOnBehalfOf: settings.some(isOn),
  };
}
