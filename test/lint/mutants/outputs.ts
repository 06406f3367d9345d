/** G3 and G7: outputs. */
import {
  type Definition,
  details,
  draft,
  email,
  insights,
  type Mutant,
  notRequired,
  operationOf,
  propertiesOf,
  propertyOf,
  requiredOf,
  responseOf,
  schemaOf,
  summary,
  withoutProperty,
} from './definition.ts';

const missing = { guideline: 'G3', rule: 'output-missing', severity: 'error' } as const;
const unmarked = { guideline: 'G7', rule: 'output-not-required', severity: 'warning' } as const;

const required: readonly [string, string][] = [
  ['RecordDetailsItem', 'recordId'],
  ['RecordDetailsItem', 'recordTypeDisplayName'],
  ['RecordDetailsItem', 'recordTypePluralDisplayName'],
  ['RecordDetailsItem', 'recordType'],
  ['RecordDetailsItem', 'recordTitle'],
  ['RecordSummaryItem', 'title'],
  ['RecordSummaryItem', 'description'],
  ['RecordSummaryItem', 'dateTime'],
  ['OpportunityInsightsItem', 'title'],
  ['OpportunityInsightsItem', 'description'],
  ['EmailSummaryItem', 'insight'],
  ['EmailDraftItem', 'contentType'],
  ['EmailDraftItem', 'content'],
  ['EmailDraftItem', 'contentTitle'],
  ['EmailDraftItem', 'contentDescription'],
];

function renamed(definition: Definition, schema: string, from: string, to: string): void {
  const properties = propertiesOf(definition, schema);
  properties[to] = propertyOf(definition, schema, from);
  delete properties[from];
  const names = requiredOf(schemaOf(definition, schema));
  schemaOf(definition, schema).required = names.map((name) => (name === from ? to : name));
}

export const outputMutants: readonly Mutant[] = [
  ...required.map(
    ([schema, property]): Mutant => ({
      ...missing,
      name: `${schema} has no ${property}`,
      mutate: (definition) =>
        Object.keys(propertiesOf(definition, schema)).length > 1
          ? withoutProperty(definition, schema, property)
          : Object.assign(propertyOf(definition, schema, property), { description: 'A text.' }) &&
            renamed(definition, schema, property, 'text'),
    }),
  ),
  ...required.map(
    ([schema, property]): Mutant => ({
      ...unmarked,
      name: `${schema} does not require ${property}`,
      mutate: (definition) => notRequired(schemaOf(definition, schema), property),
    }),
  ),
  ...['RecordDetails', 'EmailDraft'].map(
    (point): Mutant => ({
      ...unmarked,
      name: `${point}Response does not require value`,
      mutate: (definition) => notRequired(schemaOf(definition, `${point}Response`), 'value'),
    }),
  ),
  {
    ...unmarked,
    name: 'required is an empty list',
    mutate: (definition) => {
      schemaOf(definition, 'RecordSummaryItem').required = [];
    },
  },
  {
    ...unmarked,
    name: 'a name in the list of the required ones has another case',
    mutate: (definition) => {
      schemaOf(definition, 'EmailSummaryItem').required = ['Insight'];
    },
  },
  {
    ...missing,
    name: 'an output is named and described otherwise',
    mutate: (definition) => {
      renamed(definition, 'RecordDetailsItem', 'recordTitle', 'name');
      propertyOf(definition, 'RecordDetailsItem', 'name').description = 'The name.';
    },
  },
  {
    ...missing,
    name: 'the list of items is named items',
    mutate: (definition) => renamed(definition, 'RecordDetailsResponse', 'value', 'items'),
  },
  {
    ...missing,
    name: 'the answer is a bare list',
    mutate: (definition) => {
      responseOf(definition, summary).schema = { type: 'array', items: { $ref: '#/definitions/RecordSummaryItem' } };
    },
  },
  {
    ...missing,
    name: 'value is one item, no list',
    mutate: (definition) => {
      propertiesOf(definition, 'EmailSummaryResponse').value = { $ref: '#/definitions/EmailSummaryItem' };
    },
  },
  {
    ...missing,
    name: 'the items say nothing of themselves',
    mutate: (definition) => {
      propertyOf(definition, 'OpportunityInsightsResponse', 'value').items = { type: 'object' };
    },
    also: ['schema-empty'],
  },
  {
    ...missing,
    name: 'the items lead nowhere',
    mutate: (definition) => {
      propertyOf(definition, 'OpportunityInsightsResponse', 'value').items = { $ref: '#/definitions/Nowhere' };
    },
  },
  {
    ...missing,
    name: 'the answer has no schema',
    mutate: (definition) => {
      delete responseOf(definition, draft).schema;
    },
    also: ['OperationShouldHaveSuccessfulResponse', 'schema-empty'],
  },
  {
    ...missing,
    name: 'there are errors only',
    mutate: (definition) => {
      delete operationOf(definition, insights).responses['200'];
    },
    also: ['OperationShouldHaveSuccessfulResponse'],
  },
  {
    ...missing,
    name: 'there are no responses',
    mutate: (definition) => {
      operationOf(definition, details).responses = {};
    },
    also: ['OperationMustHaveResponse', 'OperationShouldHaveSuccessfulResponse'],
  },
  {
    ...missing,
    name: 'the answer is a string',
    mutate: (definition) => {
      responseOf(definition, email).schema = { type: 'string' };
    },
  },
  ...(
    [
      ['RecordDetailsItem', 'recordTitle', 'integer'],
      ['RecordDetailsItem', 'url', 'boolean'],
      ['EmailDraftItem', 'content', 'object'],
      ['RecordDetailsResponse', 'hasMoreResults', 'string'],
    ] as const
  ).map(
    ([schema, property, type]): Mutant => ({
      name: `${property} of ${schema} is of type ${type}`,
      guideline: 'G3',
      mutate: (definition) => Object.assign(propertyOf(definition, schema, property), { type }),
      rule: 'output-type',
      severity: 'warning',
    }),
  ),
  ...(
    [
      ['RecordDetailsItem', 'recordTitle'],
      ['RecordSummaryItem', 'dateTime'],
      ['EmailSummaryItem', 'insight'],
      ['EmailDraftItem', 'content'],
    ] as const
  ).map(
    ([schema, property]): Mutant => ({
      name: `${property} of ${schema} is described otherwise`,
      guideline: 'G3',
      mutate: (definition) =>
        Object.assign(propertyOf(definition, schema, property), { description: 'Something else.' }),
      rule: 'output-description',
      severity: 'warning',
    }),
  ),
  ...(
    [
      ['RecordDetailsItem', 'url'],
      ['EmailDraftItem', 'contentIconUrl'],
    ] as const
  ).map(
    ([schema, property]): Mutant => ({
      name: `the optional ${property} of ${schema} is described otherwise`,
      guideline: 'G3',
      mutate: (definition) =>
        Object.assign(propertyOf(definition, schema, property), { description: 'Something else.' }),
      rule: 'output-description',
      severity: 'info',
    }),
  ),
];
