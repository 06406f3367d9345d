/** Which parameter of an operation takes which input of its extension point. */
import type { ExtensionPoint, Field } from '../contract/contract.ts';
import type { Input, Operation } from './operation.ts';
import { matchOf } from './wording.ts';

export interface InputMatch {
  readonly field: Field;
  /** From the root of the point's inputs: resourceData.subject, relatedEntities.[].entityId. */
  readonly fieldPath: readonly string[];
  /** The parameter that takes it, if any. */
  readonly input: Input | undefined;
  readonly matchedBy: 'description' | 'name' | undefined;
  readonly isFormerWording: boolean;
  /** A parameter of the right name whose description is another. */
  readonly namesake: Input | undefined;
}

/** Matches every input of the point; `byName` where the operation itself was matched by operationId. */
export function matchInputs(operation: Operation, point: ExtensionPoint, byName: boolean): InputMatch[] {
  const taken = new Set<Input>();
  const match = (field: Field, parent: readonly string[], among: readonly Input[]): InputMatch[] => {
    const fieldPath = [...parent, field.name];
    const free = among.filter((input) => !taken.has(input));
    const former = (input: Input) =>
      point.formerly.some(
        (wording) => wording.field === field.name && matchOf(input.description ?? '', wording.description),
      );
    const described = free.find((input) => matchOf(input.description ?? '', field.description)) ?? free.find(former);
    const namesake = free.find((input) => input.name.toLowerCase() === field.name.toLowerCase());
    const input = described ?? (byName ? namesake : undefined);
    if (input) taken.add(input);
    const own: InputMatch = {
      field,
      fieldPath,
      input,
      matchedBy: described ? 'description' : input && 'name',
      isFormerWording: described !== undefined && !matchOf(described.description ?? '', field.description),
      namesake: input ? undefined : namesake,
    };
    const model = point.models[field.model ?? field.items ?? ''] ?? [];
    const within = input?.in === 'body' ? operation.inputs.filter((each) => isBelow(each, input)) : [];
    const inside = within.length > 0 ? within : operation.inputs;
    const nested = field.items ? [...fieldPath, '[]'] : fieldPath;
    return [own, ...(input || model.length === 0 ? model.flatMap((each) => match(each, nested, inside)) : [])];
  };
  return point.inputs.flatMap((field) => match(field, [], operation.inputs));
}

function isBelow(input: Input, parent: Input): boolean {
  return (
    input.in === 'body' &&
    input.path.length > parent.path.length &&
    parent.path.every((step, index) => input.path[index] === step)
  );
}
