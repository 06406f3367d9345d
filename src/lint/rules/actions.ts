/** What actions are taken for: identification by description, second choices, enums, duplicates. */
import { extensionPoints } from '../../contract/contract.ts';
import type { Rule, Sample } from '../rule.ts';
import { actionsFileRules } from './actions-file.ts';
import { ofFinding } from './discovered.ts';
import { inputValueRules } from './input-values.ts';
import { exactWording, looselyMatched, mended } from './mended.ts';
import { optionalInputMissing } from './optional-inputs.ts';
import { pointOperationRules } from './point-operations.ts';

const { recordDetails, recordSummary, emailSummaryV1 } = extensionPoints;
const documentation = 'Extend Copilot for Sales (Microsoft Learn, 2026), the page of each extension point';

function withOperation(change: object): Sample {
  return { definition: { paths: { [recordDetails.path]: { get: change } } } };
}
function withInput(index: number, changes: object): Sample {
  return withInputs(recordDetails.inputs.map((_input, each) => (each === index ? changes : {})));
}
function withInputs(changes: readonly object[]): Sample {
  const parameters = recordDetails.inputs.map(({ name, description, required, type }, each) => ({
    name,
    in: 'query',
    'x-ms-summary': name,
    description,
    required,
    type,
    ...changes[each],
  }));
  return withOperation({ parameters });
}

const inputNamed = (name: string) => recordDetails.inputs.findIndex((input) => input.name === name);

type Declared = Pick<Rule, 'id' | 'severity' | 'title' | 'why' | 'bad'> &
  Partial<Pick<Rule, 'good' | 'source' | 'check'>>;

const declared: readonly Declared[] = [
  {
    id: 'action-description-near',
    severity: 'warning',
    title: 'A description is near one of an extension point, and matches none',
    why: 'The host finds an action by its description, to the letter. What is nearly right is not found, and nothing says so.',
    bad: withOperation({
      operationId: 'related',
      description: recordDetails.apiDescription.replace('records related', 'the records related'),
    }),
  },
  {
    id: 'action-matched-by-operation-id',
    severity: 'warning',
    title: 'The operation is known by its operationId only',
    why: 'The operationId was the rule of 2023. Today the description counts: without actions.json it works only if the action in Copilot Studio overrides the description.',
    bad: withOperation({ description: 'Gets our documents.' }),
  },
  {
    id: 'action-description-former',
    severity: 'warning',
    title: 'The description is a former wording',
    why: 'The documentation has replaced it since. It may be known for a while; the wording of today is.',
    bad: formerAction(),
    check: mended('action-description-former', exactWording('action')),
  },
  {
    id: 'action-description-loose',
    severity: 'info',
    title: 'The description differs in case, white space or the full stop',
    why: 'The host of this project takes it; how tolerant the real one is stands nowhere.',
    bad: withOperation({ description: recordDetails.apiDescription.toUpperCase() }),
    check: mended('action-description-loose', exactWording('action')),
  },
  {
    id: 'action-description-translated',
    severity: 'warning',
    title: 'The description is translated',
    why: 'The localized documentation translates what must stay in English: a translated description matches nothing.',
    bad: withOperation({
      operationId: 'related',
      description: 'Diese Aktion ruft Datensätze ab, die mit einem CRM-Datensatz verknüpft sind.',
    }),
  },
  {
    id: 'action-unrecognized',
    severity: 'warning',
    title: 'Inputs and outputs are those of an extension point, the description is not',
    why: 'The host finds an action by its description. One that takes and answers what an extension point does, but is described in words of its own, is never invoked there, and nothing says so.',
    bad: withOperation({ operationId: 'related', description: 'Gets our documents.' }),
  },
  {
    id: 'action-description-missing',
    severity: 'warning',
    title: 'Inputs are those of an extension point, and there is no description',
    why: 'The host finds an action by its description; without one nothing is found.',
    bad: withOperation({ operationId: 'related', description: null }),
  },
  {
    id: 'skill-description-missing',
    severity: 'warning',
    title: 'A chat skill has no description',
    why: 'Sales chat chooses a skill by its description; nothing tells when to call this one.',
    bad: withOperation({ operationId: 'Ask', description: null, parameters: [], responses: { 200: { schema: null } } }),
  },
  {
    id: 'action-duplicate',
    severity: 'warning',
    title: 'Two operations answer one extension point',
    why: 'The host uses one of them; which one is nothing to rely on.',
    bad: {
      definition: {
        paths: {
          '/again': {
            get: {
              operationId: 'again',
              summary: 'Again',
              description: recordDetails.apiDescription,
              parameters: recordDetails.inputs.map(({ name, description, required, type }) => ({
                name,
                in: 'query',
                description,
                required,
                type,
              })),
              responses: { 200: { description: 'Records.', schema: { $ref: '#/definitions/RecordDetailsResponse' } } },
            },
          },
        },
      },
    },
  },
  {
    id: 'action-without-operation',
    severity: 'warning',
    title: 'actions.json names an operation that is not there',
    why: 'An override without an operation overrides nothing; often it is a misspelled operationId.',
    bad: {
      actions: { actions: [{ operationId: 'scp-get-related-recrods', description: recordDetails.apiDescription }] },
    },
  },
  {
    id: 'input-description',
    severity: 'warning',
    title: 'An optional input has another description',
    why: 'The host does not find the parameter and sends nothing in it: paging, time windows or the CRM are not told.',
    bad: withInput(inputNamed('top'), { description: 'How many records.' }),
  },
  {
    id: 'input-matched-by-name',
    severity: 'warning',
    title: 'An input is matched by its name only',
    why: 'That was the rule of 2023, and goes with operations that are known by their operationId.',
    bad: {
      definition: {
        paths: {
          [recordDetails.path]: {
            get: {
              description: 'Gets our documents.',
              parameters: recordDetails.inputs.map(({ name, required, type }) => ({
                name,
                in: 'query',
                description: name,
                required,
                type,
              })),
            },
          },
        },
      },
    },
  },
  {
    id: 'input-description-former',
    severity: 'warning',
    title: 'The description of an input is a former wording',
    why: 'The documentation has replaced it since.',
    bad: formerInput(),
    check: mended('input-description-former', exactWording('input')),
  },
  {
    id: 'input-description-loose',
    severity: 'info',
    title: 'The description of an input differs in case, white space or the full stop',
    why: 'The host of this project takes it; how tolerant the real one is stands nowhere.',
    bad: withInput(inputNamed('recordId'), { description: recordDetails.inputs[1].description.toLowerCase() }),
    check: looselyMatched('input'),
  },
  {
    id: 'input-descriptions-swapped',
    severity: 'warning',
    title: 'Two inputs have each other’s descriptions',
    why: 'The host maps its values by descriptions, not by names: your API gets the record’s id as its type, and the type as the id.',
    bad: withInputs([
      { description: recordDetails.inputs[1].description },
      { description: recordDetails.inputs[0].description },
    ]),
  },
  {
    id: 'input-type-optional',
    severity: 'warning',
    title: 'An optional input has another type',
    why: 'The host sends the type of the extension point; your API gets what its definition does not expect (G4).',
    bad: withInput(inputNamed('top'), { type: 'string' }),
  },
  {
    id: 'input-enum-missing',
    severity: 'warning',
    title: 'An enum leaves out what the host sends',
    why: 'A value outside the enum may be refused before it reaches you.',
    bad: withInput(inputNamed('crmType'), { enum: ['Dynamics365'] }),
  },
  {
    id: 'input-enum-spelling',
    severity: 'warning',
    title: 'An enum spells a value otherwise',
    why: 'How the real host spells it where an enum differs is not documented.',
    bad: withInput(inputNamed('crmType'), { enum: ['Dynamics 365', 'Salesforce'] }),
  },
  {
    id: 'input-enum-unsent',
    severity: 'warning',
    title: 'An enum has values that the host never sends',
    why: 'They are dead; often they are a misspelling of one that it sends.',
    bad: withInput(inputNamed('crmType'), { enum: ['Dynamics365', 'Salesforce', 'HubSpot'] }),
  },
  {
    id: 'output-description',
    severity: 'warning',
    title: 'An output is mapped by its name only',
    why: 'The host reads answers by the descriptions of outputs; names are a second choice.',
    bad: {
      definition: {
        definitions: { RecordDetailsItem: { properties: { recordTitle: { description: 'The title.' } } } },
      },
    },
  },
  {
    id: 'output-type',
    severity: 'warning',
    title: 'Outputs have the extension point’s types',
    why: 'The documentation gives each output a type. What the host does with another is not known: it may show nothing.',
    bad: { definition: { definitions: { RecordDetailsItem: { properties: { recordTitle: { type: 'integer' } } } } } },
  },
  {
    id: 'output-description-loose',
    severity: 'info',
    title: 'The description of an output differs in case, white space or the full stop',
    why: 'The host of this project takes it; how tolerant the real one is stands nowhere.',
    bad: {
      definition: {
        definitions: {
          RecordDetailsItem: { properties: { recordTitle: { description: looseTitle() } } },
        },
      },
    },
    check: looselyMatched('output'),
  },
];

export const actionRules: readonly Rule[] = [
  ...declared.map(
    (rule): Rule => ({
      group: 'extension-points',
      source: documentation,
      good: {},
      check: ofFinding(rule.id),
      ...rule,
    }),
  ),
  optionalInputMissing,
  ...inputValueRules,
  ...pointOperationRules,
  ...actionsFileRules,
];

/** The description of a title of record details, without its full stop. */
function looseTitle(): string {
  const title = recordDetails.item.find(({ name }) => name === 'recordTitle');
  return ` ${title?.description.replace(/\.$/, '')}`;
}

/** Record summary with the description that it had once. */
function formerAction(): Sample {
  const [{ description }] = recordSummary.formerly;
  return { definition: { paths: { [recordSummary.path]: { get: { description } } } } };
}

/** Version 1 of email summary with an input described as it was once. */
function formerInput(): Sample {
  const { path, operationId, apiDescription, inputs, formerly } = emailSummaryV1;
  const parameters = inputs.map(({ name, description, required, type }) => ({
    name,
    in: 'query',
    description: formerly.find(({ field }) => field === name)?.description ?? description,
    required,
    type,
  }));
  const responses = { 200: { description: 'Insights.', schema: { $ref: '#/definitions/EmailSummaryResponse' } } };
  const get = { operationId, summary: 'Version 1', description: apiDescription, parameters, responses };
  return { definition: { paths: { [path]: { get } } } };
}
