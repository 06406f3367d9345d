/** G1 and G2, and what an action is known by (G3). */
import {
  type Definition,
  details,
  draft,
  email,
  insights,
  type Mutant,
  moveMethod,
  movePath,
  operationOf,
  summary,
} from './definition.ts';

const placeholders = [
  '/your-api/related',
  '/YOUR_PATH',
  '/<path>/related',
  '/api/<your path>',
  '/...',
  '/todo',
  '/api/TBD',
  '/placeholder/related',
  '/path/to/api',
  '/path-to-your-api',
  '/api/[path]/related',
  '/api/xxx/related',
];

const methods: readonly [string, string][] = [
  [details, 'post'],
  [details, 'put'],
  [details, 'delete'],
  [details, 'head'],
  [summary, 'post'],
  [summary, 'patch'],
  [insights, 'post'],
  [insights, 'options'],
  [email, 'put'],
  [draft, 'put'],
  [draft, 'patch'],
];

function described(id: string, description: unknown, operationId = id) {
  return (definition: Definition) => Object.assign(operationOf(definition, id), { description, operationId });
}
const textOf = (definition: Definition, id: string) => String(operationOf(definition, id).description);

export const identityMutants: readonly Mutant[] = [
  ...placeholders.map(
    (path): Mutant => ({
      name: `the path is ${path}`,
      guideline: 'G1',
      mutate: (definition) => movePath(definition, details, path),
      rule: 'path-placeholder',
      severity: 'warning',
    }),
  ),
  ...methods.map(
    ([id, method]): Mutant => ({
      name: `${id} is called with ${method}`,
      guideline: 'G2',
      mutate: (definition) => moveMethod(definition, id, method),
      rule: 'wrong-method',
      severity: 'error',
    }),
  ),
  {
    name: 'email summary is called with get, which is its version 1 with a body',
    guideline: 'G2',
    mutate: (definition) => moveMethod(definition, email, 'get'),
    rule: 'required-input-missing',
    severity: 'error',
    also: [
      'unknown-required-input',
      'output-missing',
      'BodyOrFormDataParameterInFetchOperationNotAllowed',
      'input-description',
    ],
  },
  {
    name: 'a method in capitals is none',
    guideline: 'G2',
    mutate: (definition) => moveMethod(definition, details, 'GET'),
    rule: 'ExtensionNameNotValid',
    severity: 'error',
  },
  {
    name: 'a word of the description of an action is another',
    guideline: 'G3',
    mutate: (definition) =>
      described(details, textOf(definition, details).replace('CRM record', 'CRM row'))(definition),
    rule: 'action-matched-by-operation-id',
    severity: 'warning',
  },
  {
    name: 'an action has no description',
    guideline: 'G3',
    mutate: described(summary, undefined),
    rule: 'action-matched-by-operation-id',
    severity: 'warning',
  },
  {
    name: 'an action has an empty description',
    guideline: 'G3',
    mutate: described(insights, ''),
    rule: 'action-matched-by-operation-id',
    severity: 'warning',
  },
  {
    name: 'the description of an action is a number',
    guideline: 'G3',
    mutate: described(insights, 7),
    rule: 'action-matched-by-operation-id',
    severity: 'warning',
  },
  {
    name: 'the second sentence of a description is left out',
    guideline: 'G3',
    mutate: (definition) => described(draft, textOf(definition, draft).split('. ')[0])(definition),
    rule: 'action-matched-by-operation-id',
    severity: 'warning',
  },
  {
    name: 'a description is nearly right and the operationId is of one’s own',
    guideline: 'G3',
    mutate: (definition) =>
      described(details, textOf(definition, details).replace('related', 'connected'), 'GetRecords')(definition),
    rule: 'action-description-near',
    severity: 'warning',
  },
  {
    name: 'a description is translated and the operationId is of one’s own',
    guideline: 'G3',
    mutate: described(
      details,
      'Diese Aktion ruft Datensätze ab, die mit einem CRM-Datensatz verknüpft sind. Die Aktion erweitert die vorhandenen Fähigkeiten.',
      'GetRecords',
    ),
    rule: 'action-description-translated',
    severity: 'warning',
  },
  {
    name: 'description and operationId are of one’s own',
    guideline: 'G3',
    mutate: described(details, 'Finds agreements and documents of a customer.', 'GetRecords'),
    rule: 'action-unrecognized',
    severity: 'warning',
  },
  {
    name: 'there is no description, and the operationId is of one’s own',
    guideline: 'G3',
    mutate: described(draft, undefined, 'GetFiles'),
    rule: 'action-description-missing',
    severity: 'warning',
  },
  {
    name: 'the description stands in the summary',
    guideline: 'G3',
    mutate: (definition) => {
      const operation = operationOf(definition, email);
      Object.assign(operation, {
        summary: operation.description,
        description: 'Insights.',
        operationId: 'GetInsights',
      });
    },
    rule: 'action-unrecognized',
    severity: 'warning',
  },
  {
    name: 'the description is copied from another extension point',
    guideline: 'G3',
    mutate: (definition) => described(details, textOf(definition, summary))(definition),
    rule: 'action-duplicate',
    severity: 'warning',
    also: ['required-input-missing', 'output-missing', 'output-description', 'input-description'],
  },
  {
    name: 'an action of actions.json has another description',
    guideline: 'G3',
    mutate: (_definition, files) => {
      files.actions = { actions: [{ operationId: details, description: 'Gets our documents.' }] };
    },
    rule: 'action-description-unmatched',
    severity: 'error',
  },
  {
    name: 'actions.json leaves an action to a description that is of one’s own',
    guideline: 'G3',
    mutate: (definition, files) => {
      described(details, 'Gets our documents.')(definition);
      files.actions = { actions: [{ operationId: details }] };
    },
    rule: 'action-description-unmatched',
    severity: 'error',
  },
  {
    name: 'actions.json leaves out an action',
    guideline: 'G3',
    mutate: (_definition, files) => {
      files.actions = { actions: [{ operationId: details }] };
    },
    rule: 'action-not-chosen',
    severity: 'info',
  },
  {
    name: 'an action of actions.json describes a required input otherwise',
    guideline: 'G3',
    mutate: (_definition, files) => {
      files.actions = { actions: [{ operationId: details, parameters: { recordId: 'The id of the record.' } }] };
    },
    rule: 'required-input-missing',
    severity: 'error',
  },
  {
    name: 'an action of actions.json describes an output otherwise',
    guideline: 'G3',
    mutate: (_definition, files) => {
      files.actions = { actions: [{ operationId: details, outputs: { '/value/0/recordTitle': 'The title.' } }] };
    },
    rule: 'output-description',
    severity: 'warning',
  },
  {
    name: 'actions.json misspells an operationId',
    guideline: 'G3',
    mutate: (_definition, files) => {
      files.actions = { actions: [{ operationId: 'scp-get-related-recrods' }] };
    },
    rule: 'action-without-operation',
    severity: 'warning',
  },
];
