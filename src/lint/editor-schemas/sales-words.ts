/** The texts by which Copilot for Sales finds actions, inputs and outputs, as an editor proposes them. */
import { type ExtensionPoint, extensionPoints, type Field, type JsonSchema } from '../../contract/contract.ts';

interface Proposal {
  readonly value: string;
  readonly about: string;
}

const points: readonly ExtensionPoint[] = Object.values(extensionPoints);

/** Texts to choose from; any other is right as well. */
export function proposals(texts: readonly Proposal[], schema: JsonSchema = { type: 'string' }): JsonSchema {
  const distinct = [...new Map(texts.map((text) => [text.value, text])).values()];
  return {
    anyOf: [{ enum: distinct.map(({ value }) => value), enumDescriptions: distinct.map(({ about }) => about) }, schema],
  };
}

/** The exact descriptions of actions. */
export const actionDescriptions: readonly Proposal[] = points.flatMap(({ apiDescription, title, legacy }) =>
  apiDescription === null || legacy ? [] : [{ value: apiDescription, about: title }],
);

/** The documented operation ids. */
export const operationIds: readonly Proposal[] = points.flatMap(({ operationId, title }) =>
  operationId === null ? [] : [{ value: operationId, about: title }],
);

/** The exact descriptions of inputs. */
export const inputDescriptions: readonly Proposal[] = points.flatMap(({ title, inputs, models }) =>
  [...inputs, ...Object.values(models).flat()].map((field) => proposalOf(title, 'input', field)),
);

/** The exact descriptions of outputs. */
export const outputDescriptions: readonly Proposal[] = points.flatMap(({ title, envelope, item }) =>
  [...envelope, ...item].map((field) => proposalOf(title, 'output', field)),
);

function proposalOf(title: string, kind: string, { name, description, required, details }: Field): Proposal {
  const more = [required ? 'required' : 'optional', ...(details ? [details] : [])].join('; ');
  return { value: description, about: `${title}: ${kind} ${name} (${more})` };
}
