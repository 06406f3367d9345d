/** The dynamic extensions: a parameter or schema whose values or shape another operation of the connector answers. */
import type { Operation } from '../../discovery/discovery.ts';
import { type DynamicExtension, dynamicExtensions } from './dynamic-extensions.ts';
import { entriesOf, isObject, type JsonObject, step } from './json-object.ts';
import { mayMention } from './mentions.ts';
import { notificationContent, notificationSchemas } from './notifications.ts';
import type { PackageModel } from './package-model.ts';
import { schemasWith } from './parts-with.ts';
import type { SchemaPart } from './schemas.ts';
import { operationUsage } from './usage.ts';

/** One call that an extension makes; a tree makes two. */
export interface DynamicCall {
  readonly extension: DynamicExtension;
  /** Of a tree. */
  readonly part?: 'open' | 'browse';
  readonly value: JsonObject;
  readonly pointer: string;
  /** The parameter or schema that has the extension. */
  readonly holder: JsonObject;
  /** What is called; undefined where it is not there, or where a capability answers. */
  readonly target: Operation | undefined;
  /** The operations that makers see in which the extension is used: what its references mean. */
  readonly sources: readonly Operation[];
  readonly given: readonly DynamicArgument[];
}

/** What a call gives to a parameter of the operation that it calls. */
export interface DynamicArgument {
  readonly name: string;
  readonly pointer: string;
  readonly value: unknown;
  /** To an input of the operation in which it stands. */
  readonly reference: string | undefined;
  /** The value is written down; null where the argument is of another kind. */
  readonly fixed: { readonly value: unknown } | null;
}

/** Every call that a dynamic extension makes. */
export function dynamicCalls(model: PackageModel): DynamicCall[] {
  const ofNotifications = mayMention(model, notificationContent) ? notificationSchemas(model.root) : [];
  const holders = holdersIn(model, ofNotifications);
  if (holders.length === 0) return [];
  const readOperations = model.actions.map(({ operation }) => operation);
  const byId = new Map(readOperations.map((operation) => [operation.operationId, operation]));
  const byPointer = new Map(readOperations.map((operation) => [operation.pointer, operation]));
  const ofNotificationsReferring = ofNotifications.filter(({ value }) => value.$ref !== undefined);
  const users = operationUsage(model.operations, [...schemasWith(model, '$ref'), ...ofNotificationsReferring]);
  return holders.flatMap(({ value: holder, pointer: place }) => {
    const sources = users(place).flatMap(({ pointer, isInternal }) => (!isInternal && byPointer.get(pointer)) || []);
    return dynamicExtensions.flatMap((extension) =>
      callsOf(holder[extension], extension, `${place}/${extension}`).map(
        (call): DynamicCall => ({
          extension,
          ...call,
          holder,
          target: typeof call.value.operationId === 'string' ? byId.get(call.value.operationId) : undefined,
          sources,
          given: argumentsOf(call.value, call.pointer),
        }),
      ),
    );
  });
}

interface Holder {
  readonly value: JsonObject;
  readonly pointer: string;
}

/** What has a dynamic extension: parameters, their items, schemas. */
function holdersIn(model: PackageModel, ofNotifications: readonly SchemaPart[]): Holder[] {
  const { parameters } = model;
  const items = parameters.map(({ value, pointer }) => ({ value: value.items, pointer: `${pointer}/items` }));
  const schemas = dynamicExtensions.flatMap((extension) => schemasWith(model, extension));
  const isHolder = ({ value }: { readonly value: unknown }) =>
    isObject(value) && dynamicExtensions.some((extension) => isObject(value[extension]));
  return [...new Set([...parameters, ...items, ...schemas, ...ofNotifications])].filter(isHolder) as Holder[];
}

function callsOf(
  value: unknown,
  extension: DynamicExtension,
  pointer: string,
): Pick<DynamicCall, 'value' | 'pointer' | 'part'>[] {
  if (!isObject(value)) return [];
  if (extension !== 'x-ms-dynamic-tree') return [{ value, pointer }];
  return (['open', 'browse'] as const).flatMap((part) => {
    const call = value[part];
    return isObject(call) ? [{ value: call, pointer: `${pointer}/${part}`, part }] : [];
  });
}

function argumentsOf(call: JsonObject, pointer: string): DynamicArgument[] {
  return entriesOf(call.parameters).map(([name, value]) => {
    const reference = isObject(value) ? (value.parameterReference ?? value.parameter) : undefined;
    return {
      name,
      pointer: `${pointer}/parameters${step(name)}`,
      value,
      reference: typeof reference === 'string' ? reference : undefined,
      fixed: fixedValue(value),
    };
  });
}

function fixedValue(value: unknown): DynamicArgument['fixed'] {
  if (!isObject(value)) return { value };
  return Object.hasOwn(value, 'value') ? { value: value.value } : null;
}
