/** The functions of an API plugin: which operations of a connector they are, and by which names. */
import type { DiscoveredAction, Input, Operation } from '../../discovery/discovery.ts';
import { carriedInputs } from './carried-inputs.ts';
import type { Tell } from './note.ts';

export interface PluginFunction {
  /** The operationId in the app: letters, digits and underscores. */
  readonly name: string;
  readonly title: string;
  readonly action: DiscoveredAction;
  readonly inputs: readonly Input[];
}

/** Every extension point and chat skill that a plugin can call, in the order of the definition. */
export function pluginFunctions(
  actions: readonly DiscoveredAction[],
  flatBodies: boolean,
  tell: Tell,
): PluginFunction[] {
  const functions: PluginFunction[] = [];
  for (const action of actions) {
    const { operation, kind } = action;
    if (kind === 'none') continue;
    const about = operation.operationId ?? `${operation.method} ${operation.path}`;
    const carried = action.isUsed
      ? carriedInputs(operation, flatBodies)
      : `another operation answers ${action.point?.id} and is the one that is used`;
    if (typeof carried === 'string') {
      tell({ kind: 'left-out', about, message: `It is not in the plugin: ${carried}.` });
      continue;
    }
    const name = freeName(
      nameOf(operation),
      functions.map((each) => each.name),
    );
    if (name !== operation.operationId) {
      const message = `It is called ${name} in the app: names of functions have letters, digits and underscores. Its address stays as it is.`;
      tell({ kind: 'changed', about, message });
    }
    tellOfInputs(about, carried.leftOut, carried.flattened, tell);
    functions.push({ name, title: operation.summary?.trim() || name, action, inputs: carried.inputs });
  }
  return functions;
}

function nameOf({ operationId, method, path }: Operation): string {
  const name = (operationId ?? `${method.toLowerCase()}${path}`).replace(/[^A-Za-z0-9]+/g, '_').replace(/^_|_$/g, '');
  return name === '' ? 'operation' : name;
}

function freeName(name: string, taken: readonly string[]): string {
  let free = name;
  for (let next = 2; taken.includes(free); next++) free = `${name}_${next}`;
  return free;
}

function tellOfInputs(about: string, leftOut: readonly Input[], flattened: readonly Input[], tell: Tell): void {
  if (flattened.length > 0) {
    const message = `The properties of ${namesOf(flattened)} stand beside the other inputs in the app: the connector has to take them so, as those on the SDK do with flatBodies.`;
    tell({ kind: 'doubtful', about, message });
  }
  if (leftOut.length > 0) {
    const message = `Its optional inputs ${namesOf(leftOut)} are not in the app: an API plugin sends no objects within a body, no forms and no headers.`;
    tell({ kind: 'left-out', about, message });
  }
}

function namesOf(inputs: readonly Input[]): string {
  return inputs.map(({ name }) => name).join(', ');
}
