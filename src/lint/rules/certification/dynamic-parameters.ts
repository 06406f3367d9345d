/** What dynamic extensions give to the operation that they call: it has to have such parameters, and get what it requires. */
import type { Input, Operation } from '../../../discovery/discovery.ts';
import type { DynamicArgument, DynamicCall } from '../../model/dynamic-calls.ts';
import { isObject } from '../../model/json-object.ts';
import { isOpenBody, meaningsOf, nameOf } from '../../model/operation-inputs.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { Problem, Rule } from '../../rule.ts';
import { calledParameter, dynamicExample, dynamicSource, list, values } from './dynamic-example.ts';

const byTeam = (value: unknown) => ({ ...values, parameters: { inTeam: value } });
const team = { parameter: 'team' };

type Declared = Omit<Rule, 'group' | 'source'>;

const declared: readonly Declared[] = [
  {
    id: 'OperationMissingRequiredProperty',
    severity: 'error',
    title: 'The operation that is called gets what it requires',
    why: 'Without a required value it is not called, and the list stays empty. None of 1,012 published connectors breaks this.',
    good: dynamicExample({
      extensions: { 'x-ms-dynamic-values': byTeam(team) },
      called: [
        calledParameter({ required: true }),
        { name: 'page', in: 'query', type: 'integer', required: true, default: 1 },
      ],
    }),
    bad: dynamicExample({
      extensions: { 'x-ms-dynamic-values': values },
      called: [calledParameter({ required: true })],
    }),
    check: ({ dynamicCalls }) => dynamicCalls.flatMap(missingProblems),
  },
  {
    id: 'OperationParameterNameNotFound',
    severity: 'error',
    title: 'Parameters that a dynamic extension names are there',
    why: 'A value for a parameter that the operation does not have is lost; a reference to one that is not there gives nothing. None of 1,012 published connectors breaks this.',
    good: dynamicExample({ extensions: { 'x-ms-dynamic-values': byTeam(team) }, called: [calledParameter({})] }),
    bad: dynamicExample({
      extensions: { 'x-ms-dynamic-values': byTeam({ parameter: 'teams' }) },
      called: [calledParameter({})],
    }),
    check: (model) => model.dynamicCalls.flatMap((call) => unknownNameProblems(model, call)),
  },
  {
    id: 'OperationParameterNameIsAmbiguous',
    severity: 'warning',
    title: 'A parameter that a dynamic extension gives is one only',
    why: 'The name means a parameter and a property of the body; which of the two gets the value is nothing to rely on.',
    good: dynamicExample({ extensions: { 'x-ms-dynamic-values': byTeam(team) }, called: [calledParameter({})] }),
    bad: dynamicExample({
      extensions: { 'x-ms-dynamic-values': byTeam(team) },
      called: [
        calledParameter({}),
        { name: 'body', in: 'body', schema: { type: 'object', properties: { inTeam: { type: 'string' } } } },
      ],
    }),
    check: ({ dynamicCalls }) =>
      dynamicCalls.flatMap(({ target, given }) =>
        given.flatMap(({ name, pointer }): Problem[] => {
          const { parameters, properties } = meaningsOf(target, name);
          if (parameters.length === 0 || !properties.some(({ path }) => path.join('/') === name)) return [];
          const mend = `Write ${target?.body?.name}/${name} in x-ms-dynamic-list or -properties where the property is meant.`;
          return [
            {
              message: `${name} is a parameter of ${target?.operationId} and a property of its body. ${mend}`,
              pointer,
            },
          ];
        }),
      ),
  },
  {
    id: 'OperationParameterRequiredMismatch',
    severity: 'info',
    title: 'A required parameter is fed by a required one',
    why: 'Until the optional one is filled in, the list cannot be asked for and stays empty.',
    good: dynamicExample({
      extensions: { 'x-ms-dynamic-values': byTeam(team) },
      called: [calledParameter({ required: true })],
    }),
    bad: dynamicExample({
      extensions: { 'x-ms-dynamic-values': byTeam({ parameter: 'size' }) },
      called: [calledParameter({ required: true })],
    }),
    check: ({ dynamicCalls }) =>
      fedInputs(dynamicCalls).flatMap(({ argument, to, from, source }): Problem[] => {
        if (!to.required || to.default !== undefined || from.required || from.default !== undefined) return [];
        const message = `${to.name} is required, and takes its value from ${from.name} of ${nameOf(source)}, which is optional. Require it, or give a default.`;
        return [{ message, pointer: argument.pointer }];
      }),
  },
  {
    id: 'OperationParameterTypeMismatch',
    severity: 'warning',
    title: 'A parameter is fed by one of its own type',
    why: 'The value arrives as another type than the operation takes, and may be refused.',
    good: dynamicExample({ extensions: { 'x-ms-dynamic-values': byTeam(team) }, called: [calledParameter({})] }),
    bad: dynamicExample({
      extensions: { 'x-ms-dynamic-values': byTeam(team) },
      called: [calledParameter({ type: 'integer' })],
    }),
    check: ({ dynamicCalls }) =>
      fedInputs(dynamicCalls).flatMap(({ argument, to, from, source }): Problem[] => {
        if (to.type === undefined || from.type === undefined || kindOf(to.type) === kindOf(from.type)) return [];
        const message = `${to.name} is of type ${to.type}, and ${from.name} of ${nameOf(source)}, which feeds it, of type ${from.type}. Give both one type.`;
        return [{ message, pointer: argument.pointer }];
      }),
  },
  {
    id: 'OperationParameterStaticTypeMismatch',
    severity: 'warning',
    title: 'A fixed value has the type of its parameter',
    why: 'The operation is called with a value of another type than it takes, and may refuse it.',
    good: dynamicExample({ extensions: { 'x-ms-dynamic-values': byTeam('sales') }, called: [calledParameter({})] }),
    bad: dynamicExample({ extensions: { 'x-ms-dynamic-values': byTeam(7) }, called: [calledParameter({})] }),
    check: ({ dynamicCalls }) =>
      dynamicCalls.flatMap(({ target, given }) =>
        given.flatMap(({ name, fixed, pointer }): Problem[] => {
          const type = inputFor(target, name)?.type;
          if (!fixed || fixed.value === null || type === undefined || type === 'file') return [];
          const own = Array.isArray(fixed.value) ? 'array' : typeof fixed.value;
          if (own === kindOf(type)) return [];
          const message = `${name} of ${nameOf(target)} is of type ${type}, and is given ${JSON.stringify(fixed.value)}. Write the value as ${type}.`;
          return [{ message, pointer }];
        }),
      ),
  },
  {
    id: 'SourcePropertyInternal',
    severity: 'warning',
    title: 'A reference leads to a parameter that makers see',
    why: 'What is internal is never filled in, so there is nothing to send.',
    good: dynamicExample({ extensions: { 'x-ms-dynamic-values': byTeam(team) }, called: [calledParameter({})] }),
    bad: dynamicExample({
      extensions: { 'x-ms-dynamic-list': { ...list, parameters: { inTeam: { parameterReference: 'deal/hidden' } } } },
      called: [calledParameter({})],
    }),
    check: ({ dynamicCalls }) =>
      fedInputs(dynamicCalls).flatMap(({ argument, from, source }): Problem[] => {
        if (!isHidden(source, from)) return [];
        const message = `${argument.reference} of ${nameOf(source)} is internal or stands in something internal. Make it visible, or write the value here.`;
        return [{ message, pointer: argument.pointer }];
      }),
  },
];

export const dynamicParameterRules: readonly Rule[] = declared.map((rule) => ({
  group: 'certification',
  source: dynamicSource,
  ...rule,
}));

function missingProblems({ target, given, value, pointer }: DynamicCall): Problem[] {
  if (!target) return [];
  const supplied = new Set<Input>();
  const names = new Set(given.map(({ name }) => name));
  for (const name of names) {
    const { parameters, properties } = meaningsOf(target, name);
    for (const input of [...parameters, ...properties]) supplied.add(input);
  }
  const { body } = target;
  if (body && (names.has(body.name) || names.has('body')))
    for (const input of target.inputs) if (input.in === 'body') supplied.add(input);
  return target.inputs
    .filter((input) => isNeeded(target, input) && ![...supplied].some((each) => holds(each, input)))
    .map((input) => ({
      message: `${nameOf(target)} requires ${input.path.join('/')}, and gets nothing for it. Add it to the parameters.`,
      pointer: isObject(value.parameters) ? `${pointer}/parameters` : pointer,
    }));
}

/** Required all the way, without a default, and nothing that is made of other inputs. */
function isNeeded({ inputs, body }: Operation, input: Input): boolean {
  if (!input.required || input.default !== undefined || input.path.includes('[]')) return false;
  if (input.in !== 'body') return true;
  return body?.required === true && !inputs.some((other) => other !== input && holds(input, other));
}

/** The one is the other, or the object in which it stands. */
function holds(one: Input, other: Input): boolean {
  return (
    one === other ||
    (one.in === 'body' && other.in === 'body' && one.path.every((name, index) => other.path[index] === name))
  );
}

function unknownNameProblems({ root }: PackageModel, { target, sources, given }: DynamicCall): Problem[] {
  return given.flatMap(({ name, reference, pointer }): Problem[] => {
    if (target && !isKnown(target, name) && !isOpenBody(root, target))
      return [
        { message: `${nameOf(target)} has no parameter ${name}. Name one that it has, or leave it out.`, pointer },
      ];
    if (reference === undefined) return [];
    const source = sources.find((each) => !isKnown(each, reference) && !isOpenBody(root, each));
    const message = `${nameOf(source)}, in which this stands, has no parameter ${reference}. Name one that it has.`;
    return source ? [{ message, pointer }] : [];
  });
}

function isKnown(operation: Operation, name: string): boolean {
  const { parameters, properties } = meaningsOf(operation, name);
  return parameters.length + properties.length > 0 || operation.body?.name === name || name === 'body';
}

interface Fed {
  readonly argument: DynamicArgument;
  readonly to: Input;
  readonly from: Input;
  readonly source: Operation;
}

/** Inputs that are fed by inputs, each with the first operation of which that can be told without doubt. */
function fedInputs(calls: readonly DynamicCall[]): Fed[] {
  return calls.flatMap(({ target, sources, given }) =>
    given.flatMap((argument): Fed[] => {
      const to = inputFor(target, argument.name);
      if (!to || argument.reference === undefined) return [];
      for (const source of sources) {
        const from = inputFor(source, argument.reference);
        if (from) return [{ argument, to, from, source }];
      }
      return [];
    }),
  );
}

/** The one input that a name means. */
function inputFor(operation: Operation | undefined, name: string): Input | undefined {
  const { parameters, properties } = meaningsOf(operation, name);
  const found = [...parameters, ...properties];
  return found.length === 1 ? found[0] : undefined;
}

function isHidden({ inputs }: Operation, input: Input): boolean {
  return inputs.some((each) => each.isInternal && holds(each, input));
}

function kindOf(type: string): string {
  return type === 'integer' ? 'number' : type;
}
