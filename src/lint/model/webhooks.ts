/** Triggers that are told of events: where the address to tell stands in what they take. */
import type { Input, Operation } from '../../discovery/discovery.ts';
import { valueAt } from '../../package/json-pointer.ts';
import { isObject, type JsonObject } from './json-object.ts';
import { notificationContent } from './notifications.ts';
import { followed, type OperationPart } from './operations.ts';

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

/** Every operation with what it takes to notify; triggers and others. */
export function webhookParts(
  root: JsonObject,
  operations: readonly OperationPart[],
  readOperations: readonly Operation[],
): Webhook[] {
  const byPointer = new Map(readOperations.map((operation) => [operation.pointer, operation]));
  return operations.flatMap((part) => {
    const operation = byPointer.get(part.pointer);
    if (!operation) return [];
    const urls = operation.inputs
      .filter((input) => input.in === 'body' && isNotificationUrl(root, input.pointer))
      .map((input) => ({ input, isInternal: isHidden(operation.inputs, input) }));
    return [{ part, operation, urls, hasContent: hasContent(root, part) }];
  });
}

/** What stands at a pointer is marked as the address to tell. */
export function isNotificationUrl(root: JsonObject, pointer: string): boolean {
  const own = valueAt(root, pointer);
  if (!isObject(own)) return false;
  return [own, followed(root, own, pointer)?.value].some((each) => each?.['x-ms-notification-url'] === true);
}

function hasContent(root: JsonObject, { value, pointer }: OperationPart): boolean {
  const item = valueAt(root, pointer.slice(0, pointer.lastIndexOf('/')));
  return value[notificationContent] !== undefined || (isObject(item) && item[notificationContent] !== undefined);
}

function isHidden(inputs: readonly Input[], { path }: Input): boolean {
  return inputs.some(
    (each) => each.in === 'body' && each.isInternal && each.path.every((name, index) => path[index] === name),
  );
}
