/** Which extension point an operation is meant for, told by its inputs and outputs where its description tells nothing. */
import { type ExtensionPoint, extensionPoints, type Field } from '../contract/contract.ts';
import type { FieldModel } from './field-model.ts';
import type { Operation } from './operation.ts';
import { normalized } from './wording.ts';

/** The share of a point's inputs and outputs that must be there by name or description. */
const enough = 0.5;

/** The points that fit best: more than one where they cannot be told apart, none where none fits. */
export function likelyPoints(operation: Operation): readonly ExtensionPoint[] {
  const candidates = candidatesFor(operation);
  if (candidates.length === 0) return [];
  const inputs = signsOf(operation.inputs);
  const outputs = signsOf(operation.outputs);
  const ranked = candidates.map((point) => ({ point, share: shareOf(point, inputs, outputs) }));
  const best = Math.max(enough, ...ranked.map(({ share }) => share));
  return ranked.filter(({ share }) => share === best).map(({ point }) => point);
}

/** The descriptions that such an operation must have, in quotes. */
export function wordingsOf(points: readonly ExtensionPoint[]): string {
  return points.map(({ apiDescription }) => `“${apiDescription}”`).join(' or ');
}

/** Those among them of which an input is there to the letter of its description. */
export function likelyByInputs(operation: Operation): readonly ExtensionPoint[] {
  const wordings = inputWordings.get(operation.method);
  // Hardly any operation has one, and reading all outputs of all others takes its time.
  if (!wordings || !operation.inputs.some(({ description = '' }) => wordings.has(normalized(description)))) return [];
  const { descriptions } = signsOf(operation.inputs);
  const isMeant = ({ inputs }: ExtensionPoint) =>
    inputs.some(({ description }) => descriptions.has(normalized(description)));
  return likelyPoints(operation).filter(isMeant);
}

const points = Object.values<ExtensionPoint>(extensionPoints).filter(({ apiDescription }) => apiDescription !== null);

/** By the method, the descriptions of the inputs of its points, normalized. */
const inputWordings = new Map<string, Set<string>>();
for (const { method, inputs } of points) {
  const wordings = inputWordings.get(method) ?? new Set();
  inputWordings.set(method, wordings);
  for (const { description } of inputs) wordings.add(normalized(description));
}

function candidatesFor({ method }: Operation): readonly ExtensionPoint[] {
  return points.filter((point) => point.method === method);
}

/** What fields are told by. */
interface Signs {
  /** Normalized. */
  readonly descriptions: ReadonlySet<string>;
  /** In lower case. */
  readonly names: ReadonlySet<string>;
}

function signsOf(fields: readonly FieldModel[]): Signs {
  return {
    descriptions: new Set(fields.map(({ description = '' }) => normalized(description))),
    names: new Set(fields.map(({ name }) => name.toLowerCase())),
  };
}

function shareOf({ inputs, item }: ExtensionPoint, ownInputs: Signs, ownOutputs: Signs): number {
  const shares = [
    ...inputs.map((field) => shareFor(field, ownInputs)),
    ...item.map((field) => shareFor(field, ownOutputs)),
  ];
  return shares.reduce((sum, each) => sum + each, 0) / shares.length;
}

/** A description counts for more than a name, which several points share. */
function shareFor({ name, description }: Field, { descriptions, names }: Signs): number {
  if (descriptions.has(normalized(description))) return 1;
  return names.has(name.toLowerCase()) ? 0.75 : 0;
}
