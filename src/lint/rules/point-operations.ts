/** Operations of extension points as the platform sees them: whether an action can be made of them, and what they speak. */
import { extensionPoints } from '../../contract/contract.ts';
import type { DiscoveredAction } from '../../discovery/discovery.ts';
import { membersOf } from '../model/json-object.ts';
import type { OperationPart } from '../model/operations.ts';
import type { PackageModel } from '../model/package-model.ts';
import type { Problem, Rule, Sample } from '../rule.ts';

const { recordDetails } = extensionPoints;
const extensions = 'OpenAPI extensions for custom connectors (Microsoft Learn)';
const documented = 'Extend Copilot for Sales (Microsoft Learn, 2026): the examples of every extension point are JSON';

const related = (change: object): Sample => ({ definition: { paths: { [recordDetails.path]: { get: change } } } });

/** An operation that answers an extension point, with what the definition has of it. */
interface PointOperation {
  readonly action: DiscoveredAction;
  readonly part: OperationPart;
  readonly point: string;
}

type Declared = Omit<Rule, 'group' | 'check'> & { check(found: PointOperation, model: PackageModel): Problem[] };

const declared: readonly Declared[] = [
  {
    id: 'action-is-trigger',
    severity: 'warning',
    title: 'What answers an extension point is no trigger',
    why: 'x-ms-trigger makes a trigger of flows of an operation. An action is made of the others; how Copilot for Sales could call a trigger stands nowhere.',
    source: extensions,
    good: related({ 'x-ms-visibility': 'important' }),
    bad: related({ 'x-ms-trigger': 'single' }),
    check: ({ part, point }) =>
      part.isTrigger
        ? [
            {
              message: `The operation of ${point} is a trigger, and no action can be made of one. Remove x-ms-trigger.`,
              pointer: `${part.pointer}/x-ms-trigger`,
            },
          ]
        : [],
  },
  {
    id: 'action-is-internal',
    severity: 'warning',
    title: 'What answers an extension point is visible',
    why: 'Makers are not shown what is internal, so it cannot be chosen for an action in Copilot Studio.',
    source: extensions,
    good: related({ 'x-ms-visibility': 'important' }),
    bad: related({ 'x-ms-visibility': 'internal' }),
    check: ({ part, point }) =>
      part.isInternal
        ? [
            {
              message: `The operation of ${point} is internal: makers do not find it when they make the action. Write important, or remove x-ms-visibility.`,
              pointer: `${part.pointer}/x-ms-visibility`,
            },
          ]
        : [],
  },
  {
    id: 'action-not-chosen',
    severity: 'info',
    title: 'actions.json has every action',
    why: 'An action is made of operations that were chosen in Copilot Studio. actions.json leaves this one out: it may have been forgotten there as well, and then it is not invoked.',
    source: 'The guide of this project: actions.json is its own format for the actions that Copilot Studio keeps',
    good: { actions: { actions: pointIds().map((operationId) => ({ operationId })) } },
    bad: {
      actions: {
        actions: pointIds()
          .slice(1)
          .map((operationId) => ({ operationId })),
      },
    },
    check: ({ action: { operation }, point }) =>
      operation.isChosen === false
        ? [
            {
              message: `actions.json leaves out ${operation.operationId ?? operation.path}, which answers ${point}. Add { "operationId": … } if it is one of your actions, and look whether it was chosen in Copilot Studio.`,
              pointer: operation.pointer,
            },
          ]
        : [],
  },
  {
    id: 'action-media-type',
    severity: 'warning',
    title: 'Extension points take and answer JSON',
    why: 'The documentation has JSON alone. What the host does with anything else is not known; most likely it shows nothing.',
    source: documented,
    good: related({ produces: ['text/plain', 'application/json; charset=utf-8'] }),
    bad: related({ produces: ['application/xml'] }),
    check: ({ action, part, point }, { root }) => [
      ...typeProblems('produces', 'answers', part, root.produces, point),
      ...(action.operation.body ? typeProblems('consumes', 'takes', part, root.consumes, point) : []),
    ],
  },
];

export const pointOperationRules: readonly Rule[] = declared.map(({ check, ...rule }) => ({
  group: 'extension-points',
  ...rule,
  check: (model) => {
    const parts = new Map(model.operations.map((part) => [part.pointer, part]));
    return model.actions.flatMap((action) => {
      const part = parts.get(action.operation.pointer);
      return part && action.point ? check({ action, part, point: action.point.id }, model) : [];
    });
  },
}));

const json = /^(?:application|text)\/(?:[\w.+-]+\+)?json\b|^\*\/\*|^application\/\*/i;

function typeProblems(
  key: 'produces' | 'consumes',
  verb: string,
  { value, pointer }: OperationPart,
  ofRoot: unknown,
  point: string,
): Problem[] {
  const own = value[key];
  const types = membersOf(own ?? ofRoot).map(([, type]) => String(type));
  if (types.length === 0 || types.some((type) => json.test(type))) return [];
  const message = `The operation of ${point} ${verb} ${types.join(', ')} and no JSON. Write "${key}": ["application/json"].`;
  return [{ message, pointer: own === undefined ? `/${key}` : `${pointer}/${key}` }];
}

/** The operation ids of the sample package. */
function pointIds(): string[] {
  const { recordSummary, opportunityInsights, emailSummary, emailDraft } = extensionPoints;
  return [recordDetails, recordSummary, opportunityInsights, emailSummary, emailDraft].map(
    ({ operationId }) => operationId,
  );
}
