/** The inputs that an API plugin can send: no object stands in a body, no list of objects, no form, no header. */
import type { Input, Operation } from '../../discovery/discovery.ts';

export interface CarriedInputs {
  readonly inputs: readonly Input[];
  /** Optional inputs that stay behind. */
  readonly leftOut: readonly Input[];
  /** Objects of the body whose properties stand beside the others. */
  readonly flattened: readonly Input[];
}

/**
 * What can be sent of an operation's inputs, or why it cannot be called. Objects of the body are flattened where the
 * connector takes them so. Source: known-issues.md of m365copilot-docs, March 2026.
 */
export function carriedInputs(operation: Operation, flatBodies: boolean): CarriedInputs | string {
  const { body, consumes } = operation;
  const own = operation.inputs.filter(
    ({ path, isInternal, required }) => path.length === 1 && !(isInternal && !required),
  );
  if (body && own.every((input) => input.in !== 'body') && body.required)
    return 'its body is no object with properties, and an API plugin sends nothing else';
  if (body && consumes.length > 0 && !consumes.some((type) => /json/i.test(type)))
    return `it takes ${consumes.join(', ')}, and an API plugin sends JSON`;

  const judged = own.map((input) => ({ input, parts: partsOf(operation, input, flatBodies) }));
  const impossible = judged.find(({ input, parts }) => input.required && !parts);
  if (impossible) return whyNot(impossible.input, operation);
  const inputs = judged.flatMap(({ parts }) => parts ?? []);
  const twice = inputs.find(({ name }, index) => inputs.findIndex((other) => other.name === name) !== index);
  if (twice) return `two of its inputs are called ${twice.name} once the body is flat`;
  return {
    inputs,
    leftOut: judged.flatMap(({ input, parts }) => (parts ? [] : [input])),
    flattened: judged.flatMap(({ input, parts }) => (parts && parts[0] !== input ? [input] : [])),
  };
}

/** The input itself, its properties where it is flattened, or undefined where it cannot be sent. */
function partsOf(operation: Operation, input: Input, flatBodies: boolean): readonly Input[] | undefined {
  if (input.in === 'header' || input.in === 'formData') return undefined;
  if (isPlain(operation, input)) return [input];
  if (!flatBodies || input.type !== 'object') return undefined;
  const inner = operation.inputs.filter(({ path }) => path.length === 2 && path[0] === input.name);
  const [parts, others] = [true, false].map((wanted) => inner.filter((each) => isPlain(operation, each) === wanted));
  return parts && parts.length > 0 && !others?.some(({ required }) => required) ? parts : undefined;
}

function isPlain({ inputs }: Operation, { type, itemType, path }: Input): boolean {
  if (type === 'object' || type === 'file') return false;
  if (type === 'array' && (itemType === 'object' || itemType === 'array')) return false;
  return !inputs.some((other) => other.path.length > path.length && path.every((step, at) => other.path[at] === step));
}

function whyNot({ name, in: place, type }: Input, operation: Operation): string {
  if (place === 'header') return `its required input ${name} travels in a header, which an API plugin does not set`;
  if (place === 'formData') return `its required input ${name} travels in a form, and an API plugin sends JSON`;
  const what = type === 'array' ? 'a list of objects' : 'an object';
  const hasParts = operation.inputs.some(({ path }) => path.length > 1 && path[0] === name && path[1] !== '[]');
  const mend = hasParts
    ? '. Where the connector takes the properties of the object beside the others (flatBodies of the SDK), say so: --flat-bodies'
    : '';
  return `its required input ${name} is ${what}, and an API plugin sends no objects within a body${mend}`;
}
