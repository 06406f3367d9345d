/** Which operations a place of the definition belongs to: directly, or by the references that lead to it. */
import { notificationContent } from './notifications.ts';
import { type OperationPart, pointerOfReference } from './operations.ts';
import type { SchemaPart } from './schemas.ts';

/** Answers for any pointer which operations use what stands there. */
export function operationUsage(
  operations: readonly OperationPart[],
  schemas: readonly SchemaPart[],
): (pointer: string) => readonly OperationPart[] {
  const references = new Map<string, Set<string>>();
  for (const { value, pointer } of schemas)
    if (typeof value.$ref === 'string' && value.$ref.startsWith('#/'))
      added(references, ownerOf(pointer), ownerOf(pointerOfReference(value.$ref)));
  const users = new Map<string, Set<OperationPart>>();
  for (const operation of operations) {
    const seen = new Set(startsOf(operation));
    for (const owner of seen) {
      added(users, owner, operation);
      for (const next of references.get(owner) ?? []) seen.add(next);
    }
  }
  return (pointer) => [...(users.get(ownerOf(pointer)) ?? [])];
}

function startsOf({ pointer, parameters, responses, isTrigger }: OperationPart): string[] {
  const path = pointer.slice(0, pointer.lastIndexOf('/'));
  return [
    pointer,
    ...parameters.map((parameter) => ownerOf(parameter.pointer)),
    ...responses.map((response) => ownerOf(response.pointer)),
    ...(isTrigger ? [`${path}/${notificationContent}`] : []),
  ];
}

/** What a pointer stands in: an operation, the parameters or the notification of a path, or something shared. */
function ownerOf(pointer: string): string {
  let end = 0;
  for (let steps = pointer.startsWith('/paths/') ? 4 : 3; steps > 0; steps--) {
    end = pointer.indexOf('/', end);
    if (end < 0) return pointer;
    end++;
  }
  return pointer.slice(0, end - 1);
}

function added<Value>(map: Map<string, Set<Value>>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.add(value);
  else map.set(key, new Set([value]));
}
