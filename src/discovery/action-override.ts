import { segmentsOf } from '../package/json-pointer.ts';
import { isJson } from './resolve.ts';

/** What an action says in place of the definition. Keys of outputs are names from the root of the answer: value.title. */
export interface ActionOverride {
  readonly description: string | undefined;
  readonly parameters: ReadonlyMap<string, string>;
  readonly outputs: ReadonlyMap<string, string>;
}

const arraySteps = new Set(['items', 'properties', '*', '-', '[]']);

/** The operation ids that actions.json names, each with its place. */
export function overriddenIds(actions: unknown): { readonly operationId: string; readonly pointer: string }[] {
  const list = isJson(actions) && Array.isArray(actions.actions) ? actions.actions : [];
  return list.flatMap((action: unknown, index) =>
    isJson(action) && typeof action.operationId === 'string'
      ? [{ operationId: action.operationId, pointer: `/actions/${index}/operationId` }]
      : [],
  );
}

/** The overrides of actions.json by operationId; whatever is of another shape is passed over. */
export function overridesOf(actions: unknown): Map<string, ActionOverride> {
  const list = isJson(actions) && Array.isArray(actions.actions) ? actions.actions : [];
  return new Map(
    list.flatMap((action): [string, ActionOverride][] => {
      if (!isJson(action) || typeof action.operationId !== 'string') return [];
      const description = typeof action.description === 'string' ? action.description : undefined;
      const outputs = [...textsOf(action.outputs)].map(([pointer, text]) => [outputKey(pointer), text] as const);
      return [[action.operationId, { description, parameters: textsOf(action.parameters), outputs: new Map(outputs) }]];
    }),
  );
}

function textsOf(value: unknown): Map<string, string> {
  const entries = isJson(value) ? Object.entries(value) : [];
  return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** /value/0/title and /properties/value/items/properties/title name the same output. */
function outputKey(pointer: string): string {
  return segmentsOf(pointer)
    .filter((segment) => !arraySteps.has(segment) && !/^\d+$/.test(segment))
    .join('.');
}
