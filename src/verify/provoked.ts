/** Calls that a connector is to refuse, or may answer all the same; each is made once in a run, whoever looks at it. */
import { askedOnce } from './asked-once.ts';
import type { Exchange } from './asking/exchange.ts';
import { NotAsked } from './asking/not-asked.ts';
import { promisesTokens } from './promised-authentication.ts';
import { type Asking, type Subject, takes } from './subject.ts';

/** One such call. */
export interface Provocation {
  /** What is odd about it. */
  readonly words: string;
  readonly asking: Asking;
}

/** Makes the call, or gives the answer that it had. Throws NotAsked. */
export function provoke(subject: Subject, { words, asking }: Provocation): Promise<Exchange> {
  return askedOnce(subject, words, asking);
}

interface OwnInput {
  /** By the contract's name; of a chat skill by the parameter's. */
  readonly name: string;
  readonly kind: string | undefined;
  readonly required: boolean;
  readonly in: string;
}

/** The inputs that a call sends, but for those that are part of the path. */
function ownInputs({ action, point, values }: Subject): OwnInput[] {
  const inputs = point
    ? action.inputMatches.flatMap(({ field, fieldPath, input }) =>
        input && fieldPath.length === 1
          ? [{ name: field.name, input, required: field.required || input.required }]
          : [],
      )
    : action.operation.inputs
        .filter(({ path }) => path.length === 1)
        .map((input) => ({ name: input.name, input, required: input.required }));
  return inputs
    .filter(({ input }) => input.in !== 'path')
    .map(({ name, input, required }) => {
      const isText = input.type === 'string' || input.type === undefined;
      const kind = isText ? input.format : input.type;
      return { name, kind, required: required && values[name] !== undefined, in: input.in };
    });
}

/** Each required input left out, and the body. */
export function missingInputs(subject: Subject): Provocation[] {
  const required = ownInputs(subject).filter((input) => input.required);
  return [
    ...required.map(({ name }) => ({ words: `without ${name}`, asking: { inputs: { [name]: undefined } } })),
    ...(subject.action.operation.body ? [withBody('without a body', undefined)] : []),
  ];
}

/** By type or format: a value that is none of it. */
const wrongValues: Readonly<Record<string, unknown>> = {
  integer: 'abc',
  number: 'abc',
  boolean: 'maybe',
  object: 'a text',
  array: 'a text',
  'date-time': 'yesterday',
};

/** One input of each type with a value that is none, and bodies that are none. */
export function wrongInputs(subject: Subject): Provocation[] {
  const typed = ownInputs(subject).filter(({ kind }) => kind !== undefined && Object.hasOwn(wrongValues, kind));
  const firsts = typed.filter(({ kind }, index) => typed.findIndex((other) => other.kind === kind) === index);
  const isJson = subject.action.operation.body !== undefined;
  return [
    ...firsts.map(({ name, kind }) => {
      const value = wrongValues[kind ?? ''];
      return { words: `with ${name} “${value}”`, asking: { inputs: { [name]: value } } };
    }),
    ...(isJson ? [withBody('with a body that is no JSON', '{"a":'), withBody('with a list as the body', '[]')] : []),
  ];
}

function withBody(words: string, body: string | undefined): Provocation {
  return { words, asking: { rewrite: (outgoing) => ({ ...outgoing, body }) } };
}

/** Values of the right type that nobody knows. */
export function unknownValues(subject: Subject): Provocation[] {
  const values = { recordType: 'unicorn', crmType: 'Excel', resourceType: 'unicorn' };
  return Object.entries(values)
    .filter(([name]) => takes(subject, name) && subject.values[name] !== undefined)
    .map(([name, value]) => ({ words: `with ${name} “${value}”`, asking: { inputs: { [name]: value } } }));
}

/** A record that the connector does not know; undefined where the action is about no record. */
export function unknownRecord(subject: Subject): Provocation | undefined {
  const { type, id } = subject.options.unknown;
  const words = `about the unknown ${type} ${id}`;
  if (takes(subject, 'recordId')) return { words, asking: { inputs: { recordType: type, recordId: id } } };
  if (!takes(subject, 'relatedEntities')) return undefined;
  const entity = { entityId: id, entityType: type, entitySource: 'connected' };
  return { words, asking: { inputs: { relatedEntities: [entity] } } };
}

/** Whether RECORD_NOT_FOUND is demanded: an action may do without a record. */
export function isRecordRequired(subject: Subject): boolean {
  const { action, point } = subject;
  if (!takes(subject, 'recordId')) return false;
  const inputs = [...(point?.inputs ?? []), ...action.operation.inputs.filter(({ path }) => path.length === 1)];
  return inputs.some(({ name, required }) => required && name.toLowerCase() === 'recordid');
}

/** Another organization of the same CRM. */
export function otherCrm(subject: Subject): Provocation | undefined {
  if (!takes(subject, 'crmOrgUrl')) return undefined;
  const crmOrgUrl =
    subject.values.crmType === 'Salesforce'
      ? 'https://another-organization.my.salesforce.com'
      : 'https://another-organization.crm.dynamics.com';
  return { words: `in the CRM ${crmOrgUrl}`, asking: { inputs: { crmOrgUrl } } };
}

/** The usual call without a token. */
export const withoutToken: Provocation = { words: 'without a token', asking: { bearer: 'none' } };

/** The answers of 4xx and 5xx to all of these. */
export async function refusals(subject: Subject): Promise<readonly (Provocation & { readonly exchange: Exchange })[]> {
  const provocations = [
    ...missingInputs(subject),
    ...wrongInputs(subject),
    ...unknownValues(subject),
    ...[unknownRecord(subject) ?? []].flat(),
    ...[otherCrm(subject) ?? []].flat(),
    ...(promisesTokens(subject) ? [withoutToken] : []),
  ];
  const refused: (Provocation & { readonly exchange: Exchange })[] = [];
  for (const provocation of provocations) {
    const exchange = await provoke(subject, provocation).catch((error: unknown) => {
      if (error instanceof NotAsked) return undefined;
      throw error;
    });
    if (exchange?.status && exchange.status >= 400 && !exchange.answer.failure)
      refused.push({ ...provocation, exchange });
  }
  return refused;
}
