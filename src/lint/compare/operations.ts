/** Operations of two versions, told apart by their operationIds, which is what flows keep. */
import { valueAt } from '../../package/json-pointer.ts';
import type { Change } from '../against.ts';
import { isObject, type JsonObject, step } from '../model/json-object.ts';
import { notificationContent } from '../model/notifications.ts';
import type { OperationPart } from '../model/operations.ts';
import type { PackageModel } from '../model/package-model.ts';
import { compareInputs } from './inputs.ts';
import { compareMediaTypes } from './media-types.ts';
import { type SchemaComparison, schemaComparison } from './schemas.ts';

export function compareOperations(model: PackageModel, old: PackageModel): Change[] {
  const byId = firstById(model.operations);
  const oldIds = firstById(old.operations);
  const byAddress = new Map(model.operations.map((operation) => [addressOf(operation), operation]));
  const comparison = schemaComparison(model.root, old.root);
  const changes = [...oldIds].flatMap(([id, before]): Change[] => {
    const renamed = byAddress.get(addressOf(before));
    const isRenamed = renamed?.operationId !== undefined && !oldIds.has(renamed.operationId);
    const now = byId.get(id) ?? (isRenamed ? renamed : undefined);
    if (!now) return [deleted(model.root, before)];
    compareMediaTypes(comparison, now, before);
    compareInputs(comparison, now, before);
    compareOutputs(comparison, now, before);
    return [...renamedChange(now, before), ...movedChange(now, before), ...hiddenChange(now, before)];
  });
  return [...changes, ...comparison.changes];
}

function firstById(operations: readonly OperationPart[]): Map<string, OperationPart> {
  const byId = new Map<string, OperationPart>();
  for (const operation of operations)
    if (operation.operationId !== undefined && !byId.has(operation.operationId))
      byId.set(operation.operationId, operation);
  return byId;
}

/** The method and the path, whose variables may change their names. */
function addressOf({ method, path }: OperationPart): string {
  return `${method} ${path.replace(/\{[^{}]*\}/g, '{}').toLowerCase()}`;
}

function deleted(root: JsonObject, { operationId, path, isInternal, value }: OperationPart): Change {
  const item = `/paths${step(path)}`;
  const pointer = [item, '/paths'].find((each) => isObject(valueAt(root, each))) ?? '';
  const mend = 'Keep it; deprecate it first, and mark it internal later.';
  return {
    kind: 'operation-deleted',
    message: `The operation ${operationId} is gone: flows and agents that use it fail. ${mend}`,
    pointer,
    ...((isInternal || value.deprecated === true) && { severity: 'warning' }),
  };
}

function renamedChange({ operationId, pointer }: OperationPart, before: OperationPart): Change[] {
  if (operationId === before.operationId) return [];
  const message = `The operationId ${before.operationId} is ${operationId} now: flows keep the old one and do not find it. Put it back.`;
  return [{ kind: 'operation-id-changed', message, pointer: `${pointer}/operationId` }];
}

function movedChange(now: OperationPart, before: OperationPart): Change[] {
  if (addressOf(now) === addressOf(before)) return [];
  const [was, is] = [before, now].map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  const message = `${now.operationId} was ${was} and is ${is}: what is installed goes on calling the old address until it is renewed. Answer both, or make a new operation.`;
  return [{ kind: 'operation-address-changed', message, pointer: now.pointer }];
}

function hiddenChange({ operationId, isInternal, pointer }: OperationPart, before: OperationPart): Change[] {
  if (!isInternal || before.isInternal) return [];
  const message = `${operationId} is internal now: makers and agents do not find it any more. Deprecate it first.`;
  return [{ kind: 'operation-hidden', message, pointer: `${pointer}/x-ms-visibility` }];
}

/** The answer, and what a webhook sends. */
function compareOutputs(comparison: SchemaComparison, now: OperationPart, before: OperationPart): void {
  const was = answerOf(before);
  const is = answerOf(now);
  const where = { operationId: now.operationId ?? '', path: [] };
  if (was && is) comparison.compare('output', is, was, where);
  else if (was)
    comparison.add({
      kind: 'output-deleted',
      message: `${now.operationId} declares no answer any more. Declare what it answers.`,
      pointer:
        valueAt(comparison.root, `${now.pointer}/responses`) === undefined ? now.pointer : `${now.pointer}/responses`,
    });
  const [sends, sent] = [sentBy(comparison.root, now), sentBy(comparison.oldRoot, before)];
  if (sends && sent) comparison.compare('output', sends, sent, where);
}

interface Place {
  readonly value: JsonObject;
  readonly pointer: string;
}

function answerOf({ responses }: OperationPart): Place | undefined {
  const found = ['200', '201']
    .map((code) => responses.find(({ status }) => status === code))
    .concat(responses.filter(({ status }) => /^2\d\d$|^default$/.test(status)))
    .find((response) => isObject(response?.value.schema));
  const schema = found?.value.schema;
  return found && isObject(schema) ? { value: schema, pointer: `${found.pointer}/schema` } : undefined;
}

function sentBy(root: JsonObject, { pointer, isTrigger }: OperationPart): Place | undefined {
  const path = pointer.slice(0, pointer.lastIndexOf('/'));
  const place = [pointer, path]
    .map((each) => `${each}/${notificationContent}/schema`)
    .find((each) => isObject(valueAt(root, each)));
  return isTrigger && place ? { value: valueAt(root, place) as JsonObject, pointer: place } : undefined;
}
