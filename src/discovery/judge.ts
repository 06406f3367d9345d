/** Whether the host would invoke an action (guidelines G2 to G6), and why not. */
import type { ExtensionPoint, Field } from '../contract/contract.ts';
import type { Identity } from './identify.ts';
import type { InputMatch } from './match-inputs.ts';
import type { Input, Operation } from './operation.ts';
import { isTranslated, wordDifference } from './wording.ts';

/** Why an action would not be invoked. */
export interface Reason {
  readonly code: ReasonCode;
  readonly message: string;
  /** Where in the definition; of what is missing, its parent. */
  readonly pointer: string;
  /** Where in actions.json, if what is wrong stands there. */
  readonly overriddenAt?: string;
}

export type ReasonCode =
  | 'action-description-unmatched'
  | 'wrong-method'
  | 'required-input-missing'
  | 'input-type'
  | 'unknown-required-input'
  | 'no-extension-point';

export function reasonsAgainst(
  operation: Operation,
  point: ExtensionPoint,
  matchedBy: Identity['matchedBy'],
  matches: readonly InputMatch[],
): Reason[] {
  return [
    ...descriptionReasons(operation, point, matchedBy),
    ...methodReasons(operation, point),
    ...missingReasons(operation, matches),
    ...typeReasons(matches),
    ...unknownReasons(operation, matches),
  ];
}

/** Why an operation that is neither extension point nor chat skill is not invoked. */
export function reasonsForNone({
  pointer,
  isInternal,
  isOpenAiEnabled,
  operationId,
  description,
}: Operation): Reason[] {
  const own = description ? 'its description is that of no extension point' : 'it has no description';
  const skill = isInternal
    ? 'its x-ms-visibility is internal'
    : isOpenAiEnabled
      ? `its operationId begins with scp- (${operationId}), which chat skills' do not`
      : 'x-ms-openai-data.openai-enabled is not true';
  const message = `This operation is no extension point (${own}) and no chat skill (${skill}), so the host has no use for it.`;
  return [{ code: 'no-extension-point', message, pointer }];
}

/** Without actions.json the action may still override the description; with it, it is known that nothing does. */
function descriptionReasons(
  { isChosen, description, overriddenAt, pointer }: Operation,
  point: ExtensionPoint,
  matchedBy: Identity['matchedBy'],
): Reason[] {
  if (matchedBy !== 'operationId' || isChosen !== true) return [];
  const what =
    overriddenAt !== undefined
      ? 'actions.json overrides the description, and not with'
      : 'actions.json has the action and no description of it, so that of the definition counts, which is not';
  const message = `${what} that of ${point.id} (G3): ${differenceOf(description, point)}`;
  return [
    { code: 'action-description-unmatched', message, pointer, ...(overriddenAt !== undefined && { overriddenAt }) },
  ];
}

function differenceOf(description: string | undefined, { apiDescription }: ExtensionPoint): string {
  const is = !description?.trim() ? 'empty' : isTranslated(description) ? 'translated' : undefined;
  if (is !== undefined) return `it is ${is}, and must be “${apiDescription}”`;
  return wordDifference(description ?? '', apiDescription ?? '');
}

function methodReasons({ method, pointer }: Operation, point: ExtensionPoint): Reason[] {
  if (point.method === 'any' || point.method === method) return [];
  const message = `The method is ${method}; the host calls ${point.id} with ${point.method} (G2).`;
  return [{ code: 'wrong-method', message, pointer }];
}

function missingReasons({ pointer }: Operation, matches: readonly InputMatch[]): Reason[] {
  return matches
    .filter(({ field, input, fieldPath }) => field.required && !input && isNeeded(fieldPath, matches))
    .map(({ field, fieldPath, namesake }) => ({
      code: 'required-input-missing',
      message: namesake
        ? `No parameter has the description of ${fieldPath.join('.')}. ${explained(namesake, field)} (G3)`
        : `No parameter has the description of ${fieldPath.join('.')}: “${field.description}” (G3).`,
      pointer: namesake?.pointer ?? pointer,
      ...(namesake?.overriddenAt !== undefined && { overriddenAt: namesake.overriddenAt }),
    }));
}

/** A field within a model counts where the object or array that holds it is there. */
function isNeeded(fieldPath: readonly string[], matches: readonly InputMatch[]): boolean {
  const parent = fieldPath.slice(0, -1).filter((step) => step !== '[]');
  if (parent.length === 0) return true;
  const holder = matches.find(
    (match) => match.fieldPath.filter((step) => step !== '[]').join('.') === parent.join('.'),
  );
  return holder?.input !== undefined;
}

/** What is wrong with a description that should be the field's. */
export function explained(input: Input, field: Field): string {
  const { description } = input;
  if (!description) return `${input.name} has no description; it must be “${field.description}”`;
  if (isTranslated(description))
    return `The description of ${input.name} is translated, and a translated description matches nothing; it must be “${field.description}”`;
  return `The description of ${input.name} differs: ${wordDifference(description, field.description)}`;
}

function typeReasons(matches: readonly InputMatch[]): Reason[] {
  return matches
    .filter(({ field, input }) => field.required && input && !typeFits(input, field))
    .map(({ field, input }) => ({
      code: 'input-type',
      message: `${input?.name} is of type ${typeName(input)}; the host sends ${field.type}${field.items ? ' of ' : ''}${field.items ?? ''} (G4).`,
      pointer: input?.pointer ?? '',
    }));
}

/** Whether a parameter's type is the one that the host sends; one without a type takes anything. */
export function typeFits(input: Input, field: Field): boolean {
  if (input.type === undefined) return true;
  if (input.type !== field.type) return false;
  if (field.type !== 'array' || input.itemType === undefined) return true;
  return input.itemType === (field.items === 'string' ? 'string' : 'object');
}

function typeName(input: Input | undefined): string {
  return input?.itemType ? `${input.type} of ${input.itemType}` : (input?.type ?? 'unknown');
}

/** Required parameters that the point does not have; a hidden one with a default is filled by the gateway. */
function unknownReasons(operation: Operation, matches: readonly InputMatch[]): Reason[] {
  const known = new Set(
    matches.flatMap(({ field, input, namesake }) => (field.required ? [input, namesake] : [input])),
  );
  const isFilled = (input: Input) => known.has(input) || (input.isInternal && input.default !== undefined);
  const { body } = operation;
  // Of a body that may be left out, and into which nothing is filled, nothing is required.
  const isSent = body?.required || matches.some(({ input }) => input?.in === 'body');
  const isRequired = (input: Input) =>
    input.in === 'body' && !isSent ? false : input.required || isRequiredWithin(input, operation, matches);
  const unfilled = operation.inputs.filter((input) => isRequired(input) && !isFilled(input));
  const unknown = unfilled
    .filter((input) => !unfilled.some((holder) => isAround(holder, input)))
    .map((input) => unknownReason(input.path.join('.'), input.pointer));
  const properties = operation.inputs.filter((input) => input.in === 'body');
  const isToldOf = properties.some((input) => isFilled(input) || input.required);
  return body?.required && !isToldOf ? [...unknown, unknownReason(`The body (${body.name})`, body.pointer)] : unknown;
}

/** Required by an object that the host fills, although that object is optional itself. */
function isRequiredWithin(input: Input, { inputs }: Operation, matches: readonly InputMatch[]): boolean {
  if (!input.isMarkedRequired || input.in !== 'body') return false;
  const holders = inputs.filter((each) => isAround(each, input));
  return (
    holders.length > 0 &&
    holders.every((holder) => holder.isMarkedRequired || matches.some((match) => match.input === holder))
  );
}

function isAround(holder: Input, { path }: Input): boolean {
  return holder.in === 'body' && holder.path.length < path.length && holder.path.every((step, i) => path[i] === step);
}

function unknownReason(name: string, pointer: string): Reason {
  const message = `${name} is required, and the extension point has no such input, so the host has no value for it (G5).`;
  return { code: 'unknown-required-input', message, pointer };
}
