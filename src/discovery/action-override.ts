import { pointerTo, segmentsOf } from '../package/json-pointer.ts';
import { isJson } from './resolve.ts';

/** A description of actions.json, and the pointer at which it stands there. */
export interface OverridingText {
  readonly text: string;
  readonly pointer: string;
}

/** What an action says in place of the definition. Keys of outputs are names from the root of the answer: value.title. */
export interface ActionOverride {
  readonly description: OverridingText | undefined;
  readonly parameters: ReadonlyMap<string, OverridingText>;
  readonly outputs: ReadonlyMap<string, OverridingText>;
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
    list.flatMap((action: unknown, index): [string, ActionOverride][] => {
      if (!isJson(action) || typeof action.operationId !== 'string') return [];
      const place = `/actions/${index}`;
      const description = textsOf({ description: action.description }, place).get('description');
      const parameters = textsOf(action.parameters, `${place}/parameters`);
      const outputs = [...textsOf(action.outputs, `${place}/outputs`)].map(
        ([pointer, text]) => [outputKey(pointer), text] as const,
      );
      return [[action.operationId, { description, parameters, outputs: new Map(outputs) }]];
    }),
  );
}

function textsOf(value: unknown, place: string): Map<string, OverridingText> {
  const entries = isJson(value) ? Object.entries(value) : [];
  return new Map(
    entries.flatMap(([name, text]): [string, OverridingText][] =>
      typeof text === 'string' ? [[name, { text, pointer: place + pointerTo([name]) }]] : [],
    ),
  );
}

/** /value/0/title and /properties/value/items/properties/title name the same output. */
function outputKey(pointer: string): string {
  return segmentsOf(pointer)
    .filter((segment) => !arraySteps.has(segment) && !/^\d+$/.test(segment))
    .join('.');
}
