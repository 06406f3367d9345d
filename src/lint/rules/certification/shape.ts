/** The shape of the document: everything that one walk over it finds, told by Microsoft's names. */
import { extensionPoints } from '../../../contract/contract.ts';
import { definitionProblems } from '../../model/definition-problems.ts';
import { editDistance } from '../../model/edit-distance.ts';
import { extensionNames } from '../../model/extension-shapes.ts';
import { isObject } from '../../model/json-object.ts';
import type { ShapeProblem, ShapeProblemKind } from '../../model/shape.ts';
import type { Problem, Rule } from '../../rule.ts';

const { recordDetails } = extensionPoints;
const source = 'Fix Swagger Validator errors (Microsoft Learn, 2022); OpenAPI 2.0';

/** Lays something over the operation of record details. */
const operation = (change: object) => ({ definition: { paths: { [recordDetails.path]: { get: change } } } });
/** Lays something over one property of its answers. */
const property = (change: object) => ({
  definition: { definitions: { RecordDetailsItem: { properties: { recordTitle: change } } } },
});

interface ShapeRule extends Omit<Rule, 'group' | 'source' | 'check' | 'good'> {
  readonly good?: Rule['good'];
  readonly kind: ShapeProblemKind;
  readonly message: (problem: ShapeProblem) => string | undefined;
  readonly severityOf?: (problem: ShapeProblem) => Rule['severity'] | undefined;
  readonly fixOf?: (problem: ShapeProblem) => Problem['fix'];
  readonly group?: Rule['group'];
  readonly source?: string;
}

const declared: readonly ShapeRule[] = [
  {
    id: 'JsonTypeIncorrect',
    kind: 'type',
    severity: 'error',
    title: 'Values have the types of OpenAPI 2.0',
    why: 'The platform refuses a definition with a text where an object is expected, or reads it as if nothing stood there.',
    good: property({ example: { type: 12 }, default: 'A title' }),
    bad: operation({ tags: 'quotes' }),
    severityOf: inExtension,
    message: ({ name, expected, value }) =>
      `${quoted(name)} is ${described(value)}; ${article(expected[0] ?? '')} is expected. Write one, or take the property away.`,
  },
  {
    id: 'JsonValueNotInEnum',
    kind: 'enum',
    severity: 'error',
    title: 'Values that are chosen from a list are in it',
    why: 'An unknown value is refused, or counts as if it were not there: "Internal" hides nothing, "internal" does. 7 of 1,012 published definitions, all in x-ms-visibility.',
    good: operation({ 'x-ms-visibility': 'advanced' }),
    bad: operation({ 'x-ms-visibility': 'Internal' }),
    severityOf: (problem) => (problem.value === '' ? 'info' : inExtension(problem)),
    fixOf: respelled,
    message: ({ name, expected, value }) =>
      `${quoted(name)} is ${described(value)}; it can be ${expected.join(', ')}. Case counts.`,
  },
  {
    id: 'RequiredPropertyMissing',
    kind: 'missing',
    severity: 'error',
    title: 'What OpenAPI 2.0 requires is there',
    why: 'The platform refuses the definition; without info.description paconn breaks off.',
    good: { definition: { tags: [{ name: 'Quotes' }] } },
    bad: { definition: { info: { version: null } } },
    severityOf: inExtension,
    message: ({ name, pointer }) => `${quoted(name)} is missing in ${pointer || 'the definition'}. Add it.`,
  },
  {
    id: 'RequiredValueEmpty',
    kind: 'empty',
    severity: 'error',
    isAssumed: true,
    title: 'Required texts are not empty',
    why: 'An empty title, version or name counts as a missing one. Which texts Microsoft checks is not published.',
    bad: { definition: { info: { version: ' ' } } },
    message: ({ name }) => `${quoted(name)} is empty. Write something there.`,
  },
  {
    id: 'OneOfPropertiesRequired',
    kind: 'missing-one',
    severity: 'warning',
    isAssumed: true,
    title: 'Where one of several properties is needed, one is there',
    why: 'An argument of a dynamic extension that has neither a value nor a reference to one is not sent, and the list stays empty.',
    good: property({ 'x-ms-dynamic-list': { operationId: 'TestConnection', parameters: { top: { value: 5 } } } }),
    bad: property({ 'x-ms-dynamic-list': { operationId: 'TestConnection', parameters: { top: {} } } }),
    message: ({ name, expected }) => `${quoted(name)} needs one of ${expected.join(', ')}. Add one.`,
  },
  {
    id: 'ExtensionNameNotValid',
    kind: 'unknown',
    severity: 'error',
    title: 'Properties are those of OpenAPI 2.0, or begin with x-',
    why: 'The validator refuses what it does not know; readers pass over it, so what it says is lost.',
    good: property({ 'x-origin': 'CRM' }),
    bad: operation({ sumary: 'Related quotes' }),
    message: ({ name, expected }) => {
      const near = nearest(name, expected) ?? nearest(name, extensionNames);
      return `OpenAPI 2.0 knows no ${quoted(name)} here. ${near ? `Write ${near}` : 'Remove it, or begin its name with x-'}.`;
    },
  },
  {
    id: 'AdditionalPropertyNotAllowed',
    kind: 'not-allowed',
    severity: 'warning',
    isAssumed: true,
    title: 'Extensions hold nothing but what belongs to them',
    why: 'The schema of the platform closes some of its extensions; which ones the validator closes is not published.',
    bad: { definition: { info: { 'x-ms-api-annotation': { state: 'Production' } } } },
    message: ({ name, expected }) => {
      const near = nearest(name, expected);
      return `${quoted(name)} does not belong here (known: ${expected.join(', ')}). ${near ? `Write ${near}` : 'Remove it'}.`;
    },
  },
  {
    id: 'SwaggerKeywordNotSupported',
    kind: 'unsupported',
    severity: 'error',
    isAssumed: true,
    title: 'No keywords of OpenAPI 3 or JSON Schema',
    why: 'Custom connectors are read as OpenAPI 2.0: what a newer keyword says is refused or lost. No published definition has one; uniqueItems, which OpenAPI 2.0 has and the platform does not use, stands in 14 of 1,012.',
    good: property({ 'x-nullable': true }),
    bad: property({ nullable: true }),
    message: ({ name }) =>
      `OpenAPI 2.0 has no ${quoted(name)} here. ${insteadOf[name] ?? 'Remove it, or say it in the words of OpenAPI 2.0.'}`,
  },
  {
    id: 'ContactEmailNotValid',
    kind: 'email',
    severity: 'error',
    title: 'The mail address of the contact is one',
    why: 'Microsoft and users write to it.',
    bad: { definition: { info: { contact: { email: 'support at fabrikam.com' } } } },
    message: ({ value }) => `The contact’s email is ${described(value)}, no mail address. Write name@domain.`,
  },
  {
    id: 'extension-misspelled',
    kind: 'extension',
    severity: 'warning',
    source: 'Extend an OpenAPI definition for a custom connector (Microsoft Learn, 2024)',
    title: 'Extensions are spelled as the platform knows them',
    why: 'A misspelled extension is one that nobody reads: what was to be internal is shown, what was to be a label is not. 10 of 1,012 published definitions.',
    good: operation({ 'x-internal-note': 'Ours', 'x-ms-trigger-hint': 'Write a quote.' }),
    bad: operation({ 'x-ms-visibilty': 'internal' }),
    message: ({ name }) => {
      const near = nearest(name, extensionNames);
      return near && `${quoted(name)} is read by nobody; it is spelled ${near}.`;
    },
  },
  {
    id: 'extension-unknown',
    kind: 'extension',
    severity: 'info',
    source: 'Schema of definitions in microsoft/PowerPlatformConnectors (2024)',
    title: 'Extensions named x-ms- are the platform’s',
    why: 'The schema of Microsoft’s repository refuses an unknown one; nothing reads it. Often it is meant for another tool.',
    good: property({ 'x-origin': 'CRM' }),
    bad: property({ 'x-ms-client-flatten': true }),
    message: ({ name }) =>
      /^x-ms-/i.test(name) && !nearest(name, extensionNames)
        ? `${quoted(name)} is no extension that the Power Platform documents. Remove it, or leave out ms- if it is your own.`
        : undefined,
  },
];

const insteadOf: Readonly<Record<string, string>> = {
  nullable: 'Write x-nullable.',
  requestBody: 'Declare a parameter with in: body.',
  servers: 'Write host, basePath and schemes.',
  components: 'Write definitions, parameters, responses and securityDefinitions.',
  content: 'Write schema, and consumes or produces.',
  flows: 'Write flow, authorizationUrl, tokenUrl and scopes.',
};

const shapeRuleList: readonly Rule[] = declared.map(({ kind, message, severityOf, fixOf, ...rule }) => ({
  group: 'certification',
  source,
  good: {},
  ...rule,
  check: (model) =>
    definitionProblems(model)
      .filter((problem) => problem.kind === kind)
      .flatMap((problem): Problem[] => {
        const words = message(problem);
        const [severity, fix] = [severityOf?.(problem), fixOf?.(problem)];
        return words
          ? [{ message: words, pointer: problem.pointer, ...(severity && { severity }), ...(fix && { fix }) }]
          : [];
      }),
}));

const specificationVersion: Rule = {
  id: 'SpecificationVersionIncorrect',
  group: 'certification',
  severity: 'error',
  title: 'swagger is the text "2.0"',
  why: 'Anything else, even the number 2.0, is refused. No published definition breaks it.',
  source,
  good: {},
  bad: { definition: { swagger: 2 } },
  check: ({ root }) => {
    if (root.swagger === '2.0' || root.openapi !== undefined || !isObject(root.paths)) return [];
    const isMissing = root.swagger === undefined;
    const message = `swagger is ${isMissing ? 'missing' : described(root.swagger)}. Write "swagger": "2.0", as a text.`;
    return [{ message, pointer: isMissing ? '' : '/swagger', fix: { pointer: '/swagger', value: '2.0' } }];
  },
};

export const shapeRules: readonly Rule[] = [specificationVersion, ...shapeRuleList];

/** What stands in an extension is advice: the schema of the extensions is not the validator's. */
function inExtension({ isExtension }: ShapeProblem): 'warning' | undefined {
  return isExtension ? 'warning' : undefined;
}

/** An empty value of an extension is taken away, one in another case written as it is known. */
function respelled({ value, expected, pointer, isExtension }: ShapeProblem): Problem['fix'] {
  if (value === '') return isExtension ? { pointer, value: undefined } : undefined;
  const meant = expected.find((each) => each.toLowerCase() === String(value).toLowerCase());
  return meant === undefined ? undefined : { pointer, value: meant };
}

/** The known name that is meant, white space and case apart at most two letters away. */
function nearest(name: string, known: readonly string[]): string | undefined {
  const plain = name.toLowerCase().replace(/[\s:_]/g, '');
  if (plain.length > 60) return undefined;
  const most = plain.length < 6 ? 1 : 2;
  return known
    .map((each) => ({ each, distance: editDistance(plain, each.toLowerCase(), most) }))
    .filter(({ distance }) => distance <= most)
    .sort((one, other) => one.distance - other.distance)[0]?.each;
}

function quoted(name: string): string {
  return `"${name.length > 80 ? `${name.slice(0, 80)}…` : name}"`;
}

function described(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? quoted(value) : `the ${typeof value} ${String(value)}`;
}

function article(type: string): string {
  return /^[aio]/.test(type) ? `an ${type}` : `a ${type}`;
}
