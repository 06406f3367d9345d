/** The dynamic extensions: a parameter or schema whose values or shape another operation of the connector answers. */
import type { Operation } from '../../discovery/discovery.ts';
import { entriesOf, isObject, type JsonObject, step } from './json-object.ts';
import type { OperationPart } from './operations.ts';
import type { ParameterPart } from './parameters.ts';
import type { SchemaPart } from './schemas.ts';
import { operationUsage } from './usage.ts';

/** What the names of all of them begin with. */
export const dynamicPrefix = 'x-ms-dynamic-';

export const dynamicExtensions = [
  'x-ms-dynamic-values',
  'x-ms-dynamic-list',
  'x-ms-dynamic-schema',
  'x-ms-dynamic-properties',
  'x-ms-dynamic-tree',
] as const;
export type DynamicExtension = (typeof dynamicExtensions)[number];

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

/** What the calls are made of. */
export interface DynamicSources {
  readonly operations: readonly OperationPart[];
  readonly parameters: readonly ParameterPart[];
  readonly schemas: readonly SchemaPart[];
  /** As discovery reads them, by their pointers. */
  readonly readOperations: readonly Operation[];
}

/** Every call that a dynamic extension makes. */
export function dynamicCalls({ operations, parameters, schemas, readOperations }: DynamicSources): DynamicCall[] {
  const items = parameters.map(({ value, pointer }) => ({ value: value.items, pointer: `${pointer}/items` }));
  const isHolder = ({ value }: { readonly value: unknown }) =>
    isObject(value) && dynamicExtensions.some((extension) => isObject(value[extension]));
  const holders = [...parameters.filter(isHolder), ...items.filter(isHolder), ...schemas.filter(isHolder)] as {
    readonly value: JsonObject;
    readonly pointer: string;
  }[];
  if (holders.length === 0) return [];
  const byId = new Map(readOperations.map((operation) => [operation.operationId, operation]));
  const byPointer = new Map(readOperations.map((operation) => [operation.pointer, operation]));
  const users = operationUsage(operations, schemas);
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
