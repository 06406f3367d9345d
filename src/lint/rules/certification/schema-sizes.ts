/** How many schemas there are when references are written out, and how deep they go. */
import type { OperationPart } from '../../model/operations.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { perModel } from '../../model/per-model.ts';
import { sizeOf } from '../../model/schema-graph.ts';
import type { Rule } from '../../rule.ts';
import { validatorRules } from './declared-rules.ts';
import { withBody, withDefinition, withSchema } from './fragments.ts';

const inBody = 512;
const inOperation = 16_384;
const inDefinition = 65_536;
/** None of 1,012 published definitions goes deeper. */
const deepest = 15;

const wholeRoles = new Set(['definition', 'body', 'response']);

const wide = (count: number) => ({
  type: 'object',
  properties: Object.fromEntries(Array.from({ length: count }, (_, index) => [`field${index}`, { type: 'string' }])),
});

export const schemaSizeRules: readonly Rule[] = validatorRules([
  {
    id: 'SchemaTooDeep',
    severity: 'warning',
    title: `Schemas have at most ${deepest} levels`,
    why: 'Microsoft’s limit is not published; Power Fx stops reading at 30, and makers long before.',
    isAssumed: true,
    published: 0,
    good: withSchema(nested(deepest)),
    bad: withSchema(nested(deepest + 1)),
    check: (model) => {
      const measure = sizeOf(model);
      return model.schemas
        .filter(({ role, value }) => wholeRoles.has(role) && value.$ref === undefined)
        .map(({ value, pointer }) => ({ pointer, depth: measure(value).depth }))
        .filter(({ depth }) => depth > deepest)
        .map(({ depth, pointer }) => ({
          message: `The schema goes ${depth} levels deep, references included. Flatten it to ${deepest} or fewer.`,
          pointer,
        }));
    },
  },
  {
    id: 'BodySchemaCountExceedsMaxAllowed',
    severity: 'error',
    title: `A body holds at most ${inBody} schemas`,
    why: 'The platform takes no more in one body, references written out.',
    published: 0,
    good: withBody(wide(inBody - 1)),
    bad: withBody(wide(inBody)),
    check: (model) =>
      model.schemas
        .filter(({ role }) => role === 'body' || role === 'response')
        .map(({ value, pointer }) => ({ pointer, count: sizeOf(model)(value).count }))
        .filter(({ count }) => count > inBody)
        .map(({ count, pointer }) => ({
          message: `The schema is ${countText(count)} schemas when references are written out, ${inBody} are allowed. Leave out what nobody uses.`,
          pointer,
        })),
  },
  {
    id: 'OperationSchemaCountExceedsMaxAllowed',
    severity: 'error',
    title: `An operation holds at most ${inOperation} schemas`,
    why: 'The platform takes no more in one operation, references written out.',
    published: 0,
    good: withSchema(wide(100)),
    bad: withDefinition(fans(3)),
    check: (model) =>
      counted(model)
        .filter(({ count }) => count > inOperation)
        .map(({ operation, count }) => ({
          message: `${operation.operationId ?? operation.path} holds ${countText(count)} schemas when references are written out, ${inOperation} are allowed. Leave out what nobody uses.`,
          pointer: operation.pointer,
        })),
  },
  {
    id: 'TotalSchemaCountExceedsMaxAllowed',
    severity: 'warning',
    title: 'A definition holds a bearable number of schemas',
    why: `Microsoft’s limit is not published; ${inDefinition} with references written out is assumed, the largest of 254 published definitions has 7,396.`,
    isAssumed: true,
    published: 0,
    good: withSchema(wide(100)),
    bad: withDefinition(fans(3)),
    check: (model) => {
      const total = counted(model).reduce((sum, { count }) => sum + count, 0);
      if (total <= inDefinition) return [];
      const message = `The operations hold ${countText(total)} schemas when references are written out. Leave out what nobody uses, or make two connectors.`;
      return [{ message, pointer: '/paths' }];
    },
  },
]);

interface Counted {
  readonly operation: OperationPart;
  /** Its parameters, and the schemas of its body and its answers. */
  readonly count: number;
}

const counted = perModel((model: PackageModel): Counted[] =>
  model.operations.map((operation) => {
    const count = (schema: unknown) => sizeOf(model)(schema).count;
    const inputs = operation.parameters.map(({ value }) => (value.in === 'body' ? count(value.schema) : 1));
    const outputs = operation.responses.map(({ value }) => count(value.schema));
    return { operation, count: [...inputs, ...outputs].reduce((sum, each) => sum + each, 0) };
  }),
);

/** An object inside an object, so many levels. */
function nested(levels: number): object {
  return levels === 1 ? { type: 'string' } : { type: 'object', properties: { inner: nested(levels - 1) } };
}

/** An answer that is 41 schemas of 41 schemas, and so on. */
function fans(levels: number): object {
  const definitions = Array.from({ length: levels }, (_, level) => {
    const inner = level === 0 ? { type: 'string' } : { $ref: `#/definitions/Fan${level - 1}` };
    const properties = Object.fromEntries(Object.keys(wide(41).properties).map((name) => [name, inner]));
    return [`Fan${level}`, { type: 'object', properties }];
  });
  const answer = { type: 'object', properties: { fan: { $ref: `#/definitions/Fan${levels - 1}` } } };
  return { definitions: { ...Object.fromEntries(definitions), RecordDetailsResponse: answer } };
}

/** What doubles at each level is soon more than anybody reads. */
function countText(count: number): string {
  return count > 1_000_000 ? 'more than a million' : String(count);
}
