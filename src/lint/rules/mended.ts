/** Fixes of what discovery finds: descriptions to the letter, and marks of required outputs. */
import { valueAt } from '../../package/json-pointer.ts';
import { isObject } from '../model/json-object.ts';
import type { PackageModel } from '../model/package-model.ts';
import { fixOf, type Wording, wordingsOf } from '../model/wordings.ts';
import type { Problem, Rule } from '../rule.ts';
import { ofFinding } from './discovered.ts';

type FixOf = (model: PackageModel, problem: Problem, all: readonly Problem[]) => Problem['fix'];

/** What discovery finds under a rule, each with its fix where it has one. */
export function mended(id: string, fixFor: FixOf): Rule['check'] {
  const find = ofFinding(id);
  return (model) =>
    [...find(model)].map((problem, _index, all) => {
      const fix = fixFor(model, problem, all);
      return fix ? { ...problem, fix } : problem;
    });
}

/** Today's wording. Of an action only where it stays the extension point's only one, and is invoked. */
export function exactWording(kind: Wording['kind']): FixOf {
  return (model, { pointer }) => {
    const wording = wordingsOf(model).all.find(
      (each) => each.kind === kind && each.text !== each.wanted && (pointer === each.owner || pointer === each.pointer),
    );
    return wording && (!wording.isFormer || kind !== 'action' || isAlone(model, wording))
      ? fixOf(model, wording)
      : undefined;
  };
}

function isAlone({ actions }: PackageModel, { name, owner }: Wording): boolean {
  const own = actions.filter(({ point }) => point?.id === name);
  return own.length === 1 && own[0]?.operation.pointer === owner && own[0].invocable;
}

/** Inputs or outputs that are matched although their description is not to the letter. */
export function looselyMatched(kind: 'input' | 'output'): Rule['check'] {
  return (model) =>
    wordingsOf(model)
      .all.filter((each) => each.kind === kind && !each.isFormer && each.text !== each.wanted)
      .map((wording): Problem => {
        const { name, role, pointer, wanted } = wording;
        const fix = fixOf(model, wording);
        const message = `The description of ${name} matches but for case, white space or the closing full stop; to the letter it is “${wanted}”`;
        return { message, role, pointer, ...(fix && { fix }) };
      });
}

/** The mark in the object that has the property, where no input is read by the same object. */
export const markRequired: FixOf = (model, { pointer }, all) => {
  const [schemaPointer, name] = ownerOf(pointer);
  const schema = valueAt(model.root, schemaPointer);
  const isInput = model.actions.some(({ operation }) =>
    operation.inputs.some((input) => ownerOf(input.pointer)[0] === schemaPointer),
  );
  const property = valueAt(model.root, pointer);
  if (!isObject(schema) || schema.type !== 'object' || isInput || !isObject(property)) return undefined;
  if (property['x-ms-visibility'] === 'internal') return undefined;
  const { required } = schema;
  if (required === undefined) {
    const owners = all.map((problem) => ownerOf(problem.pointer));
    const names = new Set(owners.flatMap(([owner, each]) => (owner === schemaPointer ? [each] : [])));
    return { pointer: `${schemaPointer}/required`, value: [...names] };
  }
  return Array.isArray(required) && !required.includes(name)
    ? { pointer: `${schemaPointer}/required/-`, value: name }
    : undefined;
};

/** The schema that a property stands in, and the property's name. */
function ownerOf(pointer: string): [schema: string, name: string] {
  const found = /^(.*)\/properties\/([^/]*)$/.exec(pointer);
  return [found?.[1] ?? '', (found?.[2] ?? '').replaceAll('~1', '/').replaceAll('~0', '~')];
}
