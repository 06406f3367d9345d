/** An action as a tool that a language model calls: what the Model Context Protocol and chat completions need of it. */
import type { Action } from './action.ts';
import type { ErrorBody } from './errors.ts';
import { extensionPoints } from './extension-points.ts';
import { argumentsSchema, type JsonSchema, resultSchema } from './json-schema.ts';

/** A tool, in the words of MCP (revision 2026-07-28, server/tools). */
export interface Tool {
  /** Letters, digits, _ and -, 64 at most, as every model provider takes them. */
  readonly name: string;
  readonly title: string;
  /** Models choose by it. */
  readonly description: string;
  /** JSON Schema of an object. */
  readonly inputSchema: JsonSchema;
  /** Absent where nothing is declared of the answer. */
  readonly outputSchema?: JsonSchema;
  readonly annotations: ToolAnnotations;
}

/** Hints by which a client decides whether to ask its user before a call. */
export interface ToolAnnotations {
  readonly readOnlyHint: boolean;
  readonly destructiveHint: boolean;
  /** False: a partner application is no open world. */
  readonly openWorldHint: false;
}

/** What came of a call: the answer by the tool's output schema, or the documented error. */
export type ToolAnswer = { readonly structured: Readonly<Record<string, unknown>> } | { readonly error: ErrorBody };

/** Calls a tool. `inputs` are as the caller gave them, unchecked. */
export type CallTool = (tool: Tool, inputs: Readonly<Record<string, unknown>>) => Promise<ToolAnswer>;

const pointIds = new Set<string>(Object.values(extensionPoints).map(({ id }) => id));

/** The tool of an action that a connector declares. An extension point goes by its id, a chat skill by its operationId. */
export function toolOfAction(action: Action): Tool {
  const { id, operationId, summary, description, method } = action;
  const isPoint = pointIds.has(id);
  return {
    name: toolName(isPoint ? id : operationId),
    title: summary,
    description,
    inputSchema: argumentsSchema(action),
    outputSchema: resultSchema(action),
    annotations: toolAnnotations(isPoint || method === 'GET'),
  };
}

/** A name as the name of a tool: what is not allowed in one becomes _. */
export function toolName(name: string): string {
  return name.replace(/[^\w-]/g, '_').slice(0, 64);
}

/** The hints for an action that changes nothing, or may change something. */
export function toolAnnotations(isReadOnly: boolean): ToolAnnotations {
  return { readOnlyHint: isReadOnly, destructiveHint: !isReadOnly, openWorldHint: false };
}
