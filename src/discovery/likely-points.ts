/** Which extension point an operation is meant for, told by its inputs and outputs where its description tells nothing. */
import { type ExtensionPoint, extensionPoints, type Field } from '../contract/contract.ts';
import type { FieldModel } from './field-model.ts';
import type { Operation } from './operation.ts';
import { matchOf } from './wording.ts';

/** The share of a point's inputs and outputs that must be there by name or description. */
const enough = 0.5;

/** The points that fit best: more than one where they cannot be told apart, none where none fits. */
export function likelyPoints(operation: Operation): readonly ExtensionPoint[] {
  const ranked = Object.values<ExtensionPoint>(extensionPoints)
    .filter((point) => point.apiDescription !== null && point.method === operation.method)
    .map((point) => ({ point, share: shareOf(point, operation) }));
  const best = Math.max(enough, ...ranked.map(({ share }) => share));
  return ranked.filter(({ share }) => share === best).map(({ point }) => point);
}

/** The descriptions that such an operation must have, in quotes. */
export function wordingsOf(points: readonly ExtensionPoint[]): string {
  return points.map(({ apiDescription }) => `“${apiDescription}”`).join(' or ');
}

function shareOf({ inputs, item }: ExtensionPoint, operation: Operation): number {
  const points = [
    ...inputs.map((field) => pointsFor(field, operation.inputs)),
    ...item.map((field) => pointsFor(field, operation.outputs)),
  ];
  return points.reduce((sum, each) => sum + each, 0) / points.length;
}

/** A description counts for more than a name, which several points share. */
function pointsFor({ name, description }: Field, among: readonly FieldModel[]): number {
  if (among.some((each) => matchOf(each.description ?? '', description))) return 1;
  return among.some((each) => each.name.toLowerCase() === name.toLowerCase()) ? 0.75 : 0;
}
