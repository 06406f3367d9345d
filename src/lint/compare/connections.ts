/** What connections are made of: those that users have must go on working. */
import type { Change } from '../against.ts';
import { entriesOf, isObject, type JsonObject, membersOf, step } from '../model/json-object.ts';
import type { PackageModel } from '../model/package-model.ts';

export function compareConnections(model: PackageModel, old: PackageModel): Change[] {
  return [
    ...removedDefinitions(model, old),
    ...addedScopes(model, old),
    ...removedParameters(model, old),
    ...removedSets(model, old),
  ];
}

/** Ways to sign in that securityDefinitions had. */
function removedDefinitions({ root }: PackageModel, old: PackageModel): Change[] {
  const now = new Set(entriesOf(root.securityDefinitions).map(([, value]) => kindOf(value)));
  const before = new Map(entriesOf(old.root.securityDefinitions).map(([name, value]) => [kindOf(value), name]));
  return [...before]
    .filter(([kind]) => !now.has(kind))
    .map(([kind, name]) => ({
      kind: 'authentication-removed',
      message: `${name} (${kind}) is no way to sign in any more: connections that users have made stop working. Put it back, and add the new way beside it.`,
      pointer: isObject(root.securityDefinitions) ? '/securityDefinitions' : '',
    }));
}

/** Scopes that a way to sign in asks for and did not: in the definition, or else in the properties. */
function addedScopes({ root, properties }: PackageModel, old: PackageModel): Change[] {
  const before = new Map(entriesOf(old.root.securityDefinitions).map(([, value]) => [kindOf(value), scopesOf(value)]));
  const told = new Set<string>();
  const say = (scope: string): string => {
    told.add(scope);
    return `The scope ${scope} is new: connections that users have made do not hold it, and have to be made anew. Ask for it only where it cannot be left out.`;
  };
  const inDefinition = entriesOf(root.securityDefinitions).flatMap(([name, value]): Change[] => {
    const known = before.get(kindOf(value));
    if (!known) return [];
    const added = scopesOf(value).filter((scope) => !known.includes(scope));
    return added.map((scope) => ({
      kind: 'scope-added',
      message: say(scope),
      pointer: `/securityDefinitions${step(name)}/scopes`,
    }));
  });
  if (!properties || !old.properties) return inDefinition;
  const parametersBefore = new Map(entriesOf(old.properties.connectionParameters));
  const inProperties = entriesOf(properties.connectionParameters).flatMap(([name, value]): Change[] => {
    if (!parametersBefore.has(name)) return [];
    const known = scopesOfSignIn(parametersBefore.get(name));
    return scopesOfSignIn(value)
      .filter((scope) => !known.includes(scope) && !told.has(scope))
      .map((scope) => propertiesChange('scope-added', say(scope), properties, 'connectionParameters'));
  });
  return [...inDefinition, ...inProperties];
}

function scopesOf(value: unknown): string[] {
  return isObject(value) ? entriesOf(value.scopes).map(([scope]) => scope) : [];
}

function scopesOfSignIn(parameter: unknown): string[] {
  const settings = isObject(parameter) ? parameter.oAuthSettings : undefined;
  return membersOf(isObject(settings) ? settings.scopes : undefined).map(([, scope]) => String(scope));
}

function kindOf(value: unknown): string {
  return isObject(value) ? [value.type, value.flow ?? value.in].filter(Boolean).join(' ') : '';
}

function removedParameters({ properties }: PackageModel, old: PackageModel): Change[] {
  if (!properties || !old.properties) return [];
  const now = new Map(entriesOf(properties.connectionParameters));
  const inSets = new Map(setsOf(properties).flatMap(([, set]) => entriesOf(set.parameters)));
  return entriesOf(old.properties.connectionParameters).flatMap(([name, before]): Change[] => {
    const parameter = now.get(name) ?? inSets.get(name);
    if (parameter === undefined) {
      const message = `The connection parameter ${name} is gone: connections that users have made stop working. Put it back.`;
      return [propertiesChange('connection-parameter-removed', message, properties, 'connectionParameters')];
    }
    const [is, was] = [signInOf(parameter), signInOf(before)];
    if (is === was) return [];
    const message = `The connection parameter ${name} was ${was} and is ${is}: users cannot sign in as they did. Add the new way beside the old one (connectionParameterSets).`;
    return [propertiesChange('authentication-removed', message, properties, 'connectionParameters')];
  });
}

function removedSets({ properties }: PackageModel, old: PackageModel): Change[] {
  if (!properties || !old.properties) return [];
  const now = new Set(setsOf(properties).map(([name]) => name));
  return setsOf(old.properties)
    .filter(([name]) => !now.has(name))
    .map(([name]) =>
      propertiesChange(
        'authentication-removed',
        `${name} is no way to sign in any more: connections that users have made with it stop working. Put it back.`,
        properties,
        'connectionParameterSets',
      ),
    );
}

function setsOf({ connectionParameterSets }: JsonObject): [name: string, set: JsonObject][] {
  const values = isObject(connectionParameterSets) ? connectionParameterSets.values : undefined;
  return membersOf(values).flatMap(([, set]): [string, JsonObject][] =>
    isObject(set) ? [[String(set.name), set]] : [],
  );
}

/** The type of a connection parameter; of a sign-in, also who does it. */
function signInOf(parameter: unknown): string {
  if (!isObject(parameter)) return 'none';
  const { type, oAuthSettings } = parameter;
  const provider = isObject(oAuthSettings) ? ` of ${String(oAuthSettings.identityProvider)}` : '';
  return `${String(type)}${provider}`;
}

function propertiesChange(kind: Change['kind'], message: string, properties: JsonObject, key: string): Change {
  return { kind, message, pointer: isObject(properties[key]) ? `/properties/${key}` : '', role: 'properties' };
}
