/** The invocable actions of a package as tools that a language model calls. */
import {
  argumentsSchema,
  extensionPoints,
  type Field,
  headers,
  type JsonSchema,
  resultSchema,
  type Tool,
  toolAnnotations,
  toolName,
} from '../contract/contract.ts';
import type { DiscoveredAction, Discovery } from './discovery.ts';
import type { InputMatch } from './match-inputs.ts';
import { type Input, nameOf } from './operation.ts';

/** A tool, and the action that answers it. */
export interface PackageTool {
  readonly tool: Tool;
  readonly action: DiscoveredAction;
}

/** One tool for each extension point and chat skill that the host would invoke, in the order of the definition. */
export function toolsOf({ actions }: Pick<Discovery, 'actions'>): PackageTool[] {
  const taken = new Set<string>();
  return actions
    .filter(({ invocable, isUsed }) => invocable && isUsed)
    .map((action) => {
      const tool = toolOf(action);
      let { name } = tool;
      for (let number = 2; taken.has(name); number++) name = `${tool.name.slice(0, 60)}_${number}`;
      taken.add(name);
      return { tool: { ...tool, name }, action };
    });
}

/**
 * The tool of an action. An extension point goes by its id and takes the contract's inputs, as far as the operation has
 * a parameter for them; a chat skill goes by its operationId and takes its own parameters.
 */
export function toolOf(action: DiscoveredAction): Tool {
  const { point, operation } = action;
  const { operationId, summary, description, outputs } = operation;
  const about = {
    title: summary ?? point?.title ?? nameOf(operation),
    description: description ?? summary ?? '',
    annotations: toolAnnotations(!wantsConfirmation(action)),
  };
  if (point) {
    const inputs = action.inputMatches.flatMap(offered);
    return {
      name: toolName(point.id),
      ...about,
      inputSchema: argumentsSchema({ inputs, models: point.models }),
      outputSchema: resultSchema(point),
    };
  }
  return {
    name: toolName(operationId ?? nameOf(operation)),
    ...about,
    inputSchema: ownInputsSchema(operation.inputs),
    ...(outputs.some(isCards) && { outputSchema: resultSchema(extensionPoints.salesChat) }),
  };
}

/** Whether a seller is asked before the action is called: a chat skill that changes something, or wants it. */
export function wantsConfirmation({ kind, operation }: DiscoveredAction): boolean {
  return kind === 'chat-skill' && (operation.method !== 'GET' || operation.needsConfirmation);
}

/** The input of a point, as narrow as the operation's parameter for it. */
function offered({ field, fieldPath, input }: InputMatch): Field[] {
  if (fieldPath.length > 1 || !input) return [];
  const members = input.enum?.filter((member) => typeof member === 'string') ?? [];
  return [
    {
      ...field,
      required: field.required || (input.required && input.default === undefined),
      ...(members.length > 0 && { enum: members }),
    },
  ];
}

const [cards] = extensionPoints.salesChat.envelope;

function isCards({ path }: { readonly path: readonly string[] }): boolean {
  return path.length === 1 && path[0] === cards.name;
}

/** Headers that the host sends by itself. */
const hostHeaders = new Set<string>([...Object.values(headers), 'authorization']);

/** The parameters of a chat skill by their own names; those of a body without the objects that they stand in. */
function ownInputsSchema(inputs: readonly Input[]): JsonSchema {
  const isOuter = ({ path }: Input) =>
    inputs.some(
      (each) =>
        each.path.length === path.length + 1 &&
        each.path.at(-1) !== '[]' &&
        path.every((step, i) => each.path[i] === step),
    );
  const own = inputs.filter(
    (input, index) =>
      !input.isInternal &&
      !input.path.includes('[]') &&
      !isOuter(input) &&
      !(input.in === 'header' && hostHeaders.has(input.name.toLowerCase())) &&
      // Of two with one name the first gets the value.
      inputs.findIndex(({ name }) => name === input.name) === index,
  );
  return {
    type: 'object',
    required: own.filter((input) => input.required && input.default === undefined).map(({ name }) => name),
    properties: Object.fromEntries(own.map((input) => [input.name, valueSchema(input)])),
    additionalProperties: false,
  };
}

function valueSchema({ type, format, itemType, enum: members, default: usual, description }: Input): JsonSchema {
  return {
    ...(type !== undefined && { type }),
    ...(type === 'array' && { items: itemType === undefined ? {} : { type: itemType } }),
    ...(format !== undefined && { format }),
    ...(members && { enum: members }),
    ...(usual !== undefined && { default: usual }),
    ...(description !== undefined && { description }),
  };
}
