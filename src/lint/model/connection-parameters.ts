import { entriesOf, isObject, type JsonObject, membersOf, step } from './json-object.ts';
import type { PackageModel } from './package-model.ts';
import { perModel } from './per-model.ts';

/** One connection parameter: what a user gives, or signs in with, to make a connection. */
export interface ConnectionParameter {
  readonly name: string;
  readonly value: JsonObject;
  /** In apiProperties.json. */
  readonly pointer: string;
  readonly type: string;
  /** Of a sign-in, its settings with their place. */
  readonly oauth?: { readonly value: JsonObject; readonly pointer: string };
}

/** The settings of a sign-in, with the parameter's name. */
export interface SignIn {
  readonly name: string;
  readonly value: JsonObject;
  readonly pointer: string;
}

/** All of them: of the connector, and of each of its parameter sets. */
export const connectionParameters = perModel(({ properties }): readonly ConnectionParameter[] => {
  const sets = isObject(properties?.connectionParameterSets) ? properties.connectionParameterSets.values : undefined;
  const lists = [
    { list: properties?.connectionParameters, place: '/properties/connectionParameters' },
    ...membersOf(sets).map(([index, set]) => ({
      list: isObject(set) ? set.parameters : undefined,
      place: `/properties/connectionParameterSets/values/${index}/parameters`,
    })),
  ];
  return lists.flatMap(({ list, place }) =>
    entriesOf(list).flatMap(([name, value]) => (isObject(value) ? [parameterOf(name, value, place + step(name))] : [])),
  );
});

function parameterOf(name: string, value: JsonObject, pointer: string): ConnectionParameter {
  const key = 'oauthSettings' in value ? 'oauthSettings' : 'oAuthSettings';
  const settings = value[key];
  return {
    name,
    value,
    pointer,
    type: String(value.type),
    ...(isObject(settings) && { oauth: { value: settings, pointer: `${pointer}/${key}` } }),
  };
}

/** The connection parameters that are sign-ins. */
export function signIns(model: PackageModel): readonly SignIn[] {
  return connectionParameters(model).flatMap(({ name, oauth }) => (oauth ? [{ name, ...oauth }] : []));
}

/** The value of a custom parameter of a sign-in, however its name is written. */
export function customParameter(settings: JsonObject, name: string): unknown {
  const [, found] =
    entriesOf(settings.customParameters).find(([each]) => each.toLowerCase() === name.toLowerCase()) ?? [];
  return isObject(found) ? found.value : found;
}
