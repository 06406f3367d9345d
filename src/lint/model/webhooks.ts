/** Triggers that are told of events: where the address to tell stands in what they take. */
import type { Input, Operation } from '../../discovery/discovery.ts';
import { isObject, type JsonObject } from './json-object.ts';
import { notificationContent } from './notifications.ts';
import type { OperationPart } from './operations.ts';

/** An input that the platform fills with the address to tell. */
export interface NotificationUrl {
  readonly input: Input;
  /** It or something that it stands in is internal. */
  readonly isInternal: boolean;
}

/** An operation that takes such an address, or is a webhook by what its path says. */
export interface Webhook {
  readonly part: OperationPart;
  readonly operation: Operation;
  readonly urls: readonly NotificationUrl[];
  readonly hasContent: boolean;
}

/** Every operation with what it takes to notify; triggers and others. Addresses are looked for where the definition may have some. */
export function webhookParts(
  root: JsonObject,
  operations: readonly OperationPart[],
  readOperations: readonly Operation[],
  hasUrls: boolean,
): Webhook[] {
  const byPointer = new Map(readOperations.map((operation) => [operation.pointer, operation]));
  return operations.flatMap((part) => {
    const operation = byPointer.get(part.pointer);
    if (!operation) return [];
    return [{ part, operation, urls: hasUrls ? urlsOf(operation) : [], hasContent: hasContent(root, part) }];
  });
}

function urlsOf({ inputs }: Operation): NotificationUrl[] {
  return inputs
    .filter((input) => input.in === 'body' && input.isNotificationUrl)
    .map((input) => ({ input, isInternal: isHidden(inputs, input) }));
}

function hasContent(root: JsonObject, { value, path }: OperationPart): boolean {
  if (value[notificationContent] !== undefined) return true;
  const item = isObject(root.paths) ? root.paths[path] : undefined;
  return isObject(item) && item[notificationContent] !== undefined;
}

function isHidden(inputs: readonly Input[], { path }: Input): boolean {
  return inputs.some(
    (each) => each.in === 'body' && each.isInternal && each.path.every((name, index) => path[index] === name),
  );
}
