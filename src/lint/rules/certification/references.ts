/** References: that they are pointers, lead into the right section, lead somewhere, and stand alone. */
import { followed, targetOf } from '../../model/operations.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { perModel } from '../../model/per-model.ts';
import { type Reference, references, sectionOf } from '../../model/references.ts';
import type { Problem, Rule } from '../../rule.ts';
import { type Declared, validatorRules } from './declared-rules.ts';
import { listing, query, withDefinition, withParameters, withPaths, withSchema } from './fragments.ts';

type Kind = Reference['kind'];

/** A fragment whose reference of a kind is this. */
const referring: Readonly<Record<Kind, (target: string) => Declared['bad']>> = {
  parameter: (target) => withParameters({ $ref: target }),
  response: (target) =>
    withPaths(['/quotes', { get: listing('ListQuotes', { responses: { 200: { $ref: target } } }) }]),
  schema: (target) => withSchema({ type: 'object', properties: { line: { $ref: target } } }),
};

const shared = {
  parameter: { parameters: { status: query() } },
  response: { responses: { status: { description: 'Quotes.' } } },
  schema: { definitions: { status: { type: 'string' } } },
};

const kinds: readonly Kind[] = ['parameter', 'response', 'schema'];
const capitalized = { parameter: 'Parameter', response: 'Response', schema: 'Schema' } as const;

function referenceRules(kind: Kind): Declared[] {
  const start = `#/${sectionOf[kind]}/`;
  const right = { definition: { ...shared[kind], ...definitionOf(referring[kind](`${start}status`)) } };
  const good = kind === 'schema' ? referring.schema('#/definitions/RecordDetailsItem') : right;
  return [
    {
      id: `${capitalized[kind]}ReferenceNotFound`,
      severity: 'error',
      title: `References to ${sectionOf[kind]} lead somewhere`,
      why: 'What is referred to is not there, so nothing stands in this place.',
      published: 0,
      good,
      bad: referring[kind](`${start}missing`),
      check: (model) =>
        pointersOf(model, kind)
          .filter(({ target }) => target.startsWith(start))
          .filter(({ target }) => targetOf(model.root, target).value === undefined)
          .map((each) => at(each, `${each.target} is not there. Write it, or refer to one that is.`)),
    },
    {
      id: `${capitalized[kind]}ReferenceNotValid`,
      severity: 'error',
      title: `A ${kind} is referred to in ${sectionOf[kind]} of the same file`,
      why: 'References into other files and other sections are not followed.',
      published: 0,
      good,
      bad: referring[kind]('#/info/title'),
      check: (model) =>
        pointersOf(model, kind)
          .filter(({ target }) => !target.startsWith(start))
          .map((each) => at(each, `${each.target} does not begin with ${start}. Move what it means there.`)),
    },
  ];
}

function definitionOf({ definition }: Declared['bad']): object {
  return typeof definition === 'object' ? definition : {};
}

const wholes: Readonly<Record<Kind, readonly [id: string, bad: object]>> = {
  parameter: ['ParameterRefLoopNotAllowed', { parameters: { state: { $ref: '#/parameters/state' } } }],
  response: ['ResponseRefLoopNotAllowed', { responses: { state: { $ref: '#/responses/state' } } }],
  schema: ['SchemaRefLoopNotAllowed', { definitions: { state: { $ref: '#/definitions/state' } } }],
};

function wholeRule(kind: Kind): Declared {
  const [id, bad] = wholes[kind];
  return {
    id,
    severity: 'error',
    title: `What stands in ${sectionOf[kind]} is no reference itself`,
    why: 'Chains of references are refused; one that leads back to itself means nothing at all.',
    published: 0,
    good: withDefinition(shared[kind]),
    bad: withDefinition(bad),
    check: (model) =>
      references(model)
        .filter((each) => each.kind === kind && each.isShared)
        .filter(({ target }) => targetOf(model.root, target).value !== undefined)
        .map((each) => {
          const isLoop = followed(model.root, each.holder, each.pointer) === undefined;
          return at(
            each,
            isLoop
              ? `${each.target} leads back to itself. Write out what is meant.`
              : `${each.pointer} only refers to ${each.target}. Refer to that directly.`,
          );
        }),
  };
}

export const referenceCheckRules: readonly Rule[] = validatorRules([
  ...kinds.flatMap((kind) => [...referenceRules(kind), wholeRule(kind)]),
  {
    id: 'JsonPointerNotValid',
    severity: 'error',
    title: 'References are JSON pointers',
    why: 'Behind # stands a slash, ~ is followed by 0 or 1, and % by two hexadecimal digits; all else cannot be read.',
    published: 0,
    good: referring.schema('#/definitions/RecordDetailsItem'),
    bad: referring.schema('#definitions/RecordDetailsItem'),
    check: (model) =>
      references(model)
        .filter(({ target }) => !isPointer(target))
        .map((each) => at(each, `“${each.target}” is no JSON pointer. Write #/definitions/Name or the like.`)),
  },
  {
    id: 'AdditionalPropertyNotAllowedAdjacentToRef',
    severity: 'warning',
    title: 'A reference stands alone',
    why: 'What stands beside a $ref is not read: a description or a default there is lost.',
    published: 31,
    good: referring.schema('#/definitions/RecordDetailsItem'),
    bad: withSchema({
      type: 'object',
      properties: { line: { $ref: '#/definitions/RecordDetailsItem', description: 'A line.' } },
    }),
    check: (model) =>
      references(model).flatMap((each) => {
        const beside = Object.keys(each.holder).filter((name) => name !== '$ref');
        if (beside.length === 0) return [];
        return [
          {
            message: `Beside $ref stands ${beside.join(', ')}, which is not read. Move it to what is referred to.`,
            pointer: each.pointer,
          },
        ];
      }),
  },
]);

/** References of a kind that are well written; others are JsonPointerNotValid’s. */
function pointersOf(model: PackageModel, kind: Kind): readonly Reference[] {
  return wellWritten(model)[kind];
}

const wellWritten = perModel((model): Readonly<Record<Kind, readonly Reference[]>> => {
  const all = references(model).filter(({ target }) => isPointer(target));
  const of = (kind: Kind) => all.filter((each) => each.kind === kind);
  return { parameter: of('parameter'), response: of('response'), schema: of('schema') };
});

/** References to other files are judged by where they lead, not by how they are written. */
function isPointer(target: string): boolean {
  if (!target.startsWith('#')) return target !== '';
  return target.startsWith('#/') && !/~(?![01])|%(?![0-9a-f]{2})/i.test(target);
}

function at({ pointer }: Reference, message: string): Problem {
  return { message, pointer: `${pointer}/$ref` };
}
