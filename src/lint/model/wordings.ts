/** Descriptions by which actions, inputs and outputs were matched: where each stands, and what it is to be to the letter. */
import type { DiscoveredAction } from '../../discovery/discovery.ts';
import { describedOutput, type FieldModel } from '../../discovery/discovery.ts';
import { valueAt } from '../../package/json-pointer.ts';
import type { FileRole, Problem } from '../rule.ts';
import type { PackageModel } from './package-model.ts';
import { perModel } from './per-model.ts';

/** One description, matched by it. */
export interface Wording {
  readonly kind: 'action' | 'input' | 'output';
  /** Of the extension point's field; the point's id of an action. */
  readonly name: string;
  /** Of what is described, in the definition. */
  readonly owner: string;
  /** Where the description that counts stands. */
  readonly role: FileRole;
  readonly pointer: string;
  readonly text: string;
  readonly wanted: string;
  readonly isFormer: boolean;
}

export const wordingsOf = perModel(({ actions }) => {
  const all = actions.flatMap(wordingsIn);
  const byPlace = new Map<string, Wording[]>();
  for (const each of all) byPlace.set(placeOf(each), [...(byPlace.get(placeOf(each)) ?? []), each]);
  return { all, byPlace };
});

/** The text to the letter; none where several extension points want different ones of one place. */
export function fixOf(model: PackageModel, wording: Wording): Problem['fix'] {
  const { role, pointer, wanted } = wording;
  const rivals = wordingsOf(model).byPlace.get(placeOf(wording)) ?? [];
  const isText = role !== 'definition' || typeof valueAt(model.root, pointer) === 'string';
  return isText && rivals.every((each) => each.wanted === wanted) ? { role, pointer, value: wanted } : undefined;
}

function placeOf({ role, pointer }: Wording): string {
  return `${role} ${pointer}`;
}

function wordingsIn({ point, matchedBy, isFormerWording, operation, inputMatches }: DiscoveredAction): Wording[] {
  if (!point) return [];
  const { description, pointer, overriddenAt } = operation;
  const own = { description, pointer, describedBy: pointer, overriddenAt };
  return [
    ...(matchedBy === 'description'
      ? wordingOf('action', point.id, own, point.apiDescription ?? '', isFormerWording)
      : []),
    ...inputMatches.flatMap(({ field, input, matchedBy: inputBy, isFormerWording: isFormer }) =>
      input && inputBy === 'description' ? wordingOf('input', field.name, input, field.description, isFormer) : [],
    ),
    ...point.item.flatMap((field) => {
      const output = describedOutput(operation, field);
      return output ? wordingOf('output', field.name, output, field.description, false) : [];
    }),
  ];
}

function wordingOf(
  kind: Wording['kind'],
  name: string,
  {
    description,
    pointer,
    describedBy,
    overriddenAt,
  }: Pick<FieldModel, 'description' | 'pointer' | 'describedBy' | 'overriddenAt'>,
  wanted: string,
  isFormer: boolean,
): Wording[] {
  if (description === undefined) return [];
  const place =
    overriddenAt === undefined
      ? { role: 'definition' as const, pointer: `${describedBy}/description` }
      : { role: 'actions' as const, pointer: overriddenAt };
  return [{ kind, name, owner: pointer, ...place, text: description, wanted, isFormer }];
}
