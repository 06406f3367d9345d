/** The eleven guidelines, as far as a file shows them. G7 at run time, G8, G10 and G11 are verify's. */
import { extensionPoints } from '../../contract/contract.ts';
import type { Problem, Rule, Sample } from '../rule.ts';
import { authorizationInOperation } from './authorization-in-operation.ts';
import { ofFinding, ofReason } from './discovered.ts';
import { markRequired, mended } from './mended.ts';

const { recordDetails } = extensionPoints;
const source = 'Sample connector (preview), September 2024: ';

const [recordType] = recordDetails.inputs;

/** A fragment that changes the parameters of record details. */
function withRecordDetails(change: object): Sample {
  return { definition: { paths: { [recordDetails.path]: { get: change } } } };
}

const parameter = (changes: object) => ({
  name: recordType.name,
  in: 'query',
  'x-ms-summary': 'Record type',
  description: recordType.description,
  required: true,
  type: 'string',
  ...changes,
});
const recordId = {
  name: 'recordId',
  in: 'query',
  'x-ms-summary': 'Record id',
  description: recordDetails.inputs[1].description,
  required: true,
  type: 'string',
};

/** Record details with its required inputs and one more. */
function withAnother(name: string, label: string, required: boolean): Sample {
  const description = `The ${name}.`;
  const another = { name, in: 'query', type: 'string', 'x-ms-summary': label, description, required };
  return withRecordDetails({ parameters: [parameter({}), recordId, another] });
}

/** Segments of paths that were never filled in. */
const placeholders =
  /(?:^|\/)(?:<[^>]+>|\[[^\]]+\]|\.{3}|x{3,}|your[-_]?\w*|todo|tbd|placeholder|path[-_/]to[-_/](?:your[-_/])?api)(?:\/|$)/i;

export const guidelineRules: readonly Rule[] = [
  {
    id: 'path-placeholder',
    group: 'guidelines',
    severity: 'warning',
    title: 'Paths are filled in (G1)',
    why: 'The sample’s paths stand for yours. Any path will do, but it has to be one that your API answers: a placeholder gives 404, and nothing shows.',
    source: `${source}G1`,
    good: {
      definition: {
        paths: {
          '/quotes/related': {
            get: {
              operationId: 'RelatedQuotes',
              summary: 'Related',
              description: 'Gets related quotes.',
              responses: {
                200: { description: 'Quotes.', schema: { type: 'object', properties: { count: { type: 'integer' } } } },
              },
              'x-ms-visibility': 'internal',
            },
          },
        },
      },
    },
    bad: {
      definition: {
        paths: {
          '/your-api/related': {
            get: {
              operationId: 'RelatedQuotes',
              summary: 'Related',
              description: 'Gets related quotes.',
              responses: {
                200: { description: 'Quotes.', schema: { type: 'object', properties: { count: { type: 'integer' } } } },
              },
            },
          },
        },
      },
    },
    check: ({ operations }) =>
      operations
        .filter(({ path }) => placeholders.test(path))
        .map(
          ({ path, pointer }): Problem => ({
            message: `The path ${path} is a placeholder. Write the path that your API answers.`,
            pointer,
          }),
        ),
  },
  {
    id: 'action-description-unmatched',
    group: 'guidelines',
    severity: 'error',
    title: 'The action of actions.json has the extension point’s description (G3)',
    why: 'The description that counts is the action’s where it has one, else the definition’s. actions.json shows both, and neither is the one by which the host finds the action; only its operationId would tell what it was meant for.',
    source: `${source}G3; the descriptions of an action override those of its connector`,
    good: { actions: { actions: [{ operationId: recordDetails.operationId }] } },
    bad: { actions: { actions: [{ operationId: recordDetails.operationId, description: 'Gets our documents.' }] } },
    check: ofReason('action-description-unmatched'),
  },
  {
    id: 'wrong-method',
    group: 'guidelines',
    severity: 'error',
    title: 'The method is the extension point’s (G2)',
    why: 'The host looks for an action with the extension point’s method; with another the action is not invoked.',
    source: `${source}G2`,
    good: {},
    bad: {
      definition: {
        paths: {
          [recordDetails.path]: {
            get: null,
            post: {
              operationId: 'related',
              summary: 'Related',
              description: recordDetails.apiDescription,
              parameters: [],
              responses: {
                200: {
                  description: 'Records.',
                  schema: { type: 'object', properties: { value: { type: 'array', items: { type: 'object' } } } },
                },
              },
            },
          },
        },
      },
    },
    check: ofReason('wrong-method'),
  },
  {
    id: 'required-input-missing',
    group: 'guidelines',
    severity: 'error',
    title: 'Every required input of the extension point is there, with its description (G3)',
    why: 'The host maps its values by the descriptions of parameters, to the letter. A required value that finds no parameter keeps the action from being invoked.',
    source: `${source}G3`,
    good: {},
    bad: withRecordDetails({ parameters: [parameter({ description: 'The type of the record.' }), recordId] }),
    check: ofReason('required-input-missing'),
  },
  {
    id: 'input-type',
    group: 'guidelines',
    severity: 'error',
    title: 'Required inputs have the extension point’s types (G4)',
    why: 'The host sends the value as its own type; a parameter of another type is not filled.',
    source: `${source}G4`,
    good: {},
    bad: withRecordDetails({ parameters: [parameter({ type: 'integer' }), recordId] }),
    check: ofReason('input-type'),
  },
  {
    id: 'unknown-required-input',
    group: 'guidelines',
    severity: 'error',
    title: 'Nothing else is required (G5)',
    why: 'A required parameter that the extension point does not have cannot be filled: the host does not invoke the action and fails with an internal error. One that is internal and has a default is filled by the platform.',
    source: `${source}G5`,
    good: withAnother('page', 'Page', false),
    bad: withAnother('workspace', 'Workspace', true),
    check: ofReason('unknown-required-input'),
  },
  {
    id: 'input-connector-id',
    group: 'guidelines',
    severity: 'error',
    title: 'No input is named connectorId (G6)',
    why: 'The platform keeps the name for itself; a parameter of that name gets the connector’s id or nothing.',
    source: `${source}G6`,
    good: {},
    bad: withAnother('connectorId', 'Connector', false),
    check: ofFinding('input-connector-id'),
  },
  {
    id: 'output-missing',
    group: 'guidelines',
    severity: 'error',
    title: 'Required outputs are declared (G3, G7)',
    why: 'The host reads answers by the descriptions of the declared properties, names without case second. An item without a required property is not shown.',
    source: `${source}G3, G7`,
    good: {},
    bad: { definition: { definitions: { RecordDetailsItem: { required: null, properties: { recordTitle: null } } } } },
    check: ofFinding('output-missing'),
  },
  {
    id: 'output-not-required',
    group: 'guidelines',
    severity: 'warning',
    title: 'Outputs that must be in every answer are marked required (G7)',
    why: 'The definition is what certification and makers read; the mark says which properties no item may lack.',
    source: `${source}G7`,
    good: {},
    bad: { definition: { definitions: { RecordDetailsItem: { required: ['recordId'] } } } },
    check: mended('output-not-required', markRequired),
  },
  authorizationInOperation,
];
