/** What connections are made of: those that users have must go on working. */
import type { Change } from '../against.ts';
import { entriesOf, isObject, type JsonObject, membersOf } from '../model/json-object.ts';
import type { PackageModel } from '../model/package-model.ts';

export function compareConnections(model: PackageModel, old: PackageModel): Change[] {
  return [...removedDefinitions(model, old), ...removedParameters(model, old), ...removedSets(model, old)];
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
