/** A package as rules see it: every operation, parameter, response and schema once, with its place. Made when first asked for. */
import { type DiscoveredAction, type Discovery, notificationUrl } from '../../discovery/discovery.ts';
import type { ConnectorPackage } from '../../package/connector-package.ts';
import { type DynamicCall, dynamicCalls } from './dynamic-calls.ts';
import { dynamicPrefix } from './dynamic-extensions.ts';
import { isObject, type JsonObject } from './json-object.ts';
import { mayMention } from './mentions.ts';
import { type OperationPart, operationParts } from './operations.ts';
import { type ParameterPart, parameterParts } from './parameters.ts';
import { type SchemaPart, schemaParts } from './schemas.ts';
import { type Webhook, webhookParts } from './webhooks.ts';

export interface PackageModel {
  readonly connector: ConnectorPackage;
  /** The root of the definition; empty where it could not be read. */
  readonly root: JsonObject;
  readonly info: JsonObject;
  /** `properties` of apiProperties.json; undefined where there is no such file. */
  readonly properties: JsonObject | undefined;
  /** As discovery judges them: one for each operation. */
  readonly actions: readonly DiscoveredAction[];
  readonly operations: readonly OperationPart[];
  /** Every parameter where it is declared, once. */
  readonly parameters: readonly ParameterPart[];
  /** Every schema where it is declared, once; data such as examples and defaults is none. */
  readonly schemas: readonly SchemaPart[];
  /** What the dynamic extensions of parameters, schemas and notifications call. */
  readonly dynamicCalls: readonly DynamicCall[];
  /** Every operation with what it takes to notify. */
  readonly webhooks: readonly Webhook[];
}

export function packageModel({ connector, actions }: Discovery): PackageModel {
  const value = connector.definition.value;
  const root = isObject(value) ? value : {};
  const own = connector.properties?.value;
  const operations = once(() => operationParts(root));
  const parameters = once(() => parameterParts(root));
  const schemas = once(() => schemaParts(root, parameters()));
  const read = once(() => actions.map(({ operation }) => operation));
  const mentions = (name: string) => mayMention({ connector }, name);
  const webhooks = once(() => webhookParts(root, operations(), read(), mentions(notificationUrl)));
  const calls = once(() => (mentions(dynamicPrefix) ? dynamicCalls(model) : []));
  const model: PackageModel = {
    connector,
    root,
    info: isObject(root.info) ? root.info : {},
    properties: isObject(own) && isObject(own.properties) ? own.properties : own === undefined ? undefined : {},
    actions,
    get operations() {
      return operations();
    },
    get parameters() {
      return parameters();
    },
    get schemas() {
      return schemas();
    },
    get dynamicCalls() {
      return calls();
    },
    get webhooks() {
      return webhooks();
    },
  };
  return model;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
