/** Triggers: their kind, their hint, and what polling needs. */
import { isObject } from '../../model/json-object.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { shapeOf } from '../../model/schema-path.ts';
import type { Webhook } from '../../model/webhooks.ts';
import type { Problem, Rule } from '../../rule.ts';
import { policiesOf } from './policies.ts';
import { polling, triggerExample } from './trigger-example.ts';

const extensions = 'OpenAPI extensions for custom connectors (Microsoft Learn)';

type Declared = Omit<Rule, 'group' | 'source'> & Partial<Pick<Rule, 'source'>>;

const declared: readonly Declared[] = [
  {
    id: 'trigger-kind',
    severity: 'error',
    title: 'x-ms-trigger is "single" or "batch"',
    why: 'Nothing else is known; the operation would be no trigger. None of 1,012 published connectors writes something else.',
    good: triggerExample({ operation: { 'x-ms-trigger': 'batch' } }),
    bad: triggerExample({ operation: { 'x-ms-trigger': 'Single' } }),
    check: ({ operations }) =>
      operations
        .filter(({ value, isTrigger }) => isTrigger && !['single', 'batch'].includes(String(value['x-ms-trigger'])))
        .map(({ value, pointer }) => ({
          message: `x-ms-trigger is ${JSON.stringify(value['x-ms-trigger'])}. Write "single" or "batch".`,
          pointer: `${pointer}/x-ms-trigger`,
        })),
  },
  {
    id: 'trigger-batch-array',
    severity: 'info',
    title: 'A polled trigger with "batch" answers an array',
    why: 'A flow starts for each member of the array. 18 of 1,012 published connectors answer something else.',
    good: triggerExample({ more: polling({}) }),
    bad: triggerExample({
      more: polling({ responses: { 200: { description: 'A deal.', schema: { properties: { id: {} } } } } }),
    }),
    check: (model) => {
      const { root } = model;
      return polled(model)
        .filter(({ part }) => part.value['x-ms-trigger'] === 'batch')
        .flatMap(({ part: { operationId, responses } }): Problem[] => {
          const answer = responses.find(({ status, value }) => status.startsWith('2') && isObject(value.schema));
          const shape = answer && shapeOf(root, answer.value.schema, `${answer.pointer}/schema`);
          if (!shape || shape.type === 'array' || shape.isOpen) return [];
          const message = `${operationId} starts a flow for each member of an array, and answers ${shape.type ?? 'no array'}. Answer an array, or write "single".`;
          return [{ message, pointer: shape.pointer }];
        });
    },
  },
  {
    id: 'trigger-hint',
    severity: 'info',
    title: 'A trigger says how to set it off',
    why: 'Makers who test a flow read the hint while they wait. 605 of 718 published triggers have none.',
    good: triggerExample({}),
    bad: triggerExample({ operation: { 'x-ms-trigger-hint': undefined } }),
    check: ({ operations }) =>
      operations
        .filter(({ isTrigger, isInternal, value }) => isTrigger && !isInternal && !value['x-ms-trigger-hint'])
        .map(({ operationId, pointer }) => ({
          message: `${operationId} does not say how to set it off. Add x-ms-trigger-hint, such as “To see it work now, add a deal.”`,
          pointer,
        })),
  },
  {
    id: 'trigger-polling-policy',
    severity: 'info',
    title: 'A trigger that is polled has a policy that remembers what was told',
    why: 'Polling needs a state: the policy pollingtrigger keeps it, or the service answers 202 with a Location. Without either every poll starts the flow, or none does.',
    source: 'Use polling as a trigger (Microsoft Learn)',
    good: triggerExample({
      more: polling({}),
      properties: { policyTemplateInstances: [{ templateId: 'pollingtrigger', title: 'Poll', parameters: {} }] },
    }),
    bad: triggerExample({ more: polling({}) }),
    check: (model) => {
      if (!model.properties || model.connector.script || policiesOf(model, 'pollingtrigger').length > 0) return [];
      return polled(model)
        .filter(({ part }) => !part.responses.some(({ status }) => status === '202'))
        .map(({ part: { operationId, pointer } }) => ({
          message: `${operationId} is polled, and no policy pollingtrigger keeps what was told. Add one, or answer 202 with a Location.`,
          pointer,
        }));
    },
  },
];

export const triggerRules: readonly Rule[] = declared.map((rule) => ({
  group: 'certification',
  source: extensions,
  ...rule,
}));

function polled(model: PackageModel): Webhook[] {
  return model.webhooks.filter(({ part, urls, hasContent }) => part.isTrigger && urls.length === 0 && !hasContent);
}
