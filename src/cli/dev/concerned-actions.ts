import type { Discovery } from '../../discovery/discovery.ts';
import type { Finding } from '../../report/finding.ts';

/** Tells for a finding the pointers of the operations that it stands in, or that use what it stands in. */
export function concernedActions({ connector, actions }: Discovery): (finding: Finding) => readonly string[] {
  const { definition, actions: overrides } = connector;
  const places = actions.map(({ operation: { pointer, operationId } }) => ({
    pointer,
    operationId,
    parts: [pointer, ...sharedParts(definition.value, pointer)],
  }));
  const idsOfOverrides = operationIdsIn(overrides?.value);
  return ({ file, pointer = '' }) => {
    if (overrides && file === overrides.file) {
      const id = idsOfOverrides[Number(/^\/actions\/(\d+)/.exec(pointer)?.[1])];
      return places.filter(({ operationId }) => operationId === id && id !== undefined).map((place) => place.pointer);
    }
    if (file !== definition.file) return [];
    const isIn = (part: string) => pointer === part || pointer.startsWith(`${part}/`);
    return places.filter(({ parts }) => parts.some(isIn)).map((place) => place.pointer);
  };
}

function operationIdsIn(actions: unknown): readonly unknown[] {
  const list = isObject(actions) && Array.isArray(actions.actions) ? actions.actions : [];
  return list.map((action: unknown) => (isObject(action) ? action.operationId : undefined));
}

/** The pointers that an operation refers to, itself or by others, and the parameters of its path. */
function sharedParts(root: unknown, operation: string): string[] {
  const found = new Set<string>();
  const parameters = operation.replace(/\/[^/]*$/, '/parameters');
  const waiting: unknown[] = [valueAt(root, operation), valueAt(root, parameters)];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, each] of Object.entries(value)) {
      if (name === '$ref' && typeof each === 'string' && each.startsWith('#/') && !found.has(each.slice(1))) {
        found.add(each.slice(1));
        waiting.push(valueAt(root, each.slice(1)));
      } else waiting.push(each);
    }
  }
  return [...found, parameters];
}

function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    value = isObject(value) || Array.isArray(value) ? (value as Record<string, unknown>)[name] : undefined;
  }
  return value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
