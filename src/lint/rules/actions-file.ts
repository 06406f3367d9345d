/** actions.json, the file of what actions say in place of the definition: what is not understood in it overrides nothing. */
import { extensionPoints } from '../../contract/contract.ts';
import { type DiscoveredAction, nearestName } from '../../discovery/discovery.ts';
import { entriesOf, isObject, membersOf, step } from '../model/json-object.ts';
import type { PackageModel } from '../model/package-model.ts';
import type { Problem, Rule } from '../rule.ts';

const { recordDetails } = extensionPoints;
const { operationId, apiDescription } = recordDetails;
const [recordType] = recordDetails.inputs;

const source = 'The guide of this project: actions.json is its own format for the actions that Copilot Studio keeps';
const right = { operationId, description: apiDescription };
const actions = (...list: readonly unknown[]) => ({ actions: { actions: list } });

const rootKeys = ['actions', '$schema'];
const actionKeys = ['operationId', 'description', 'parameters', 'outputs'];

type Declared = Pick<Rule, 'id' | 'severity' | 'title' | 'why' | 'good' | 'bad'> & {
  check(file: unknown, model: PackageModel): Omit<Problem, 'role'>[];
};

const declared: readonly Declared[] = [
  {
    id: 'actions-file-shape',
    severity: 'warning',
    title: 'actions.json has the shape that is read',
    why: 'An object with the list actions; each action an object with its operationId, and with texts as descriptions. What is of another shape is passed over, and the definition counts in its place.',
    good: actions(right, { operationId: recordDetails.operationId, parameters: {}, outputs: {} }),
    bad: { actions: { actions: { [operationId]: apiDescription } } },
    check: (file) => shapeProblems(file),
  },
  {
    id: 'actions-key-unknown',
    severity: 'warning',
    title: 'actions.json has keys that are known',
    why: 'Others are passed over; often they are misspelled, and then the override is none.',
    good: actions({ ...right, parameters: {} }),
    bad: actions({ operationId, descripton: apiDescription }),
    check: (file) => [
      ...unknownKeys(file, '', rootKeys),
      ...actionsIn(file).flatMap(({ action, pointer }) => unknownKeys(action, pointer, actionKeys)),
    ],
  },
  {
    id: 'actions-operation-twice',
    severity: 'warning',
    title: 'actions.json has each operation once',
    why: 'Of several entries the last one counts, and what the others say is lost.',
    good: actions(right),
    bad: actions(right, { operationId, parameters: {} }),
    check: (file) => {
      const seen = new Set<string>();
      return actionsIn(file).flatMap(({ id, pointer }): Problem[] => {
        if (id === undefined) return [];
        if (!seen.has(id)) {
          seen.add(id);
          return [];
        }
        const message = `${id} has more than one entry; the last one alone counts. Put them together.`;
        return [{ message, pointer: `${pointer}/operationId` }];
      });
    },
  },
  {
    id: 'actions-part-unknown',
    severity: 'warning',
    title: 'What actions.json describes is there in the definition',
    why: 'A description of a parameter or an output that the operation does not have describes nothing; often it is meant for another.',
    good: actions({ ...right, parameters: { [recordType.name]: recordType.description } }),
    bad: actions({ ...right, parameters: { recordTyp: recordType.description } }),
    check: (file, model) => unknownParts(file, model),
  },
];

export const actionsFileRules: readonly Rule[] = declared.map(({ check, ...rule }) => ({
  group: 'extension-points',
  source,
  ...rule,
  check: (model) => {
    const file = model.connector.actions?.value;
    return file === undefined ? [] : check(file, model).map((each): Problem => ({ ...each, role: 'actions' }));
  },
}));

interface ListedAction {
  readonly action: unknown;
  readonly id: string | undefined;
  readonly pointer: string;
}

function actionsIn(file: unknown): ListedAction[] {
  return membersOf(isObject(file) ? file.actions : undefined).map(([index, action]) => ({
    action,
    id: isObject(action) && typeof action.operationId === 'string' ? action.operationId : undefined,
    pointer: `/actions/${index}`,
  }));
}

function shapeProblems(file: unknown): Problem[] {
  // file-no-object tells of it.
  if (!isObject(file)) return [];
  if (!Array.isArray(file.actions)) {
    const message = 'actions.json has no list of actions, so nothing is overridden. Write { "actions": [ … ] }.';
    return [{ message, pointer: file.actions === undefined ? '' : '/actions' }];
  }
  return actionsIn(file).flatMap(({ action, id, pointer }): Problem[] => {
    if (!isObject(action) || id === undefined) {
      const message = 'This action has no operationId as a text, so it is passed over. Name the operation.';
      return [
        { message, pointer: isObject(action) && action.operationId !== undefined ? `${pointer}/operationId` : pointer },
      ];
    }
    const { description, parameters, outputs } = action;
    return [
      ...textProblems(description, `${pointer}/description`, `The description of ${id}`),
      ...textsProblems(parameters, `${pointer}/parameters`, `parameters of ${id}`),
      ...textsProblems(outputs, `${pointer}/outputs`, `outputs of ${id}`),
    ];
  });
}

function textProblems(value: unknown, pointer: string, name: string): Problem[] {
  if (value === undefined || typeof value === 'string') return [];
  return [{ message: `${name} is no text, so it is passed over. Write one, or remove it.`, pointer }];
}

function textsProblems(value: unknown, pointer: string, name: string): Problem[] {
  if (value === undefined) return [];
  if (!isObject(value)) return [{ message: `${name} is no object of names and descriptions.`, pointer }];
  return entriesOf(value).flatMap(([key, text]) =>
    textProblems(text, pointer + step(key), `The description of ${key}, of ${name},`),
  );
}

function unknownKeys(value: unknown, pointer: string, known: readonly string[]): Problem[] {
  return entriesOf(value)
    .filter(([key]) => !known.includes(key))
    .map(([key]) => {
      const nearest = nearestName(key, known);
      const mend = nearest ? `Is ${nearest} meant?` : 'Remove it.';
      return {
        message: `${key} is no key of actions.json, so it is passed over. ${mend}`,
        pointer: pointer + step(key),
      };
    });
}

/** Discovery says of every field where it is overridden: what it does not say is in vain. */
function unknownParts(file: unknown, model: PackageModel): Problem[] {
  const byId = new Map(actionsIn(file).map((each) => [each.id, each]));
  return model.actions.flatMap(({ operation }): Problem[] => {
    const listed = operation.operationId === undefined ? undefined : byId.get(operation.operationId);
    if (!listed || !isObject(listed.action)) return [];
    const { pointer, action } = listed;
    return [
      ...partProblems(action.parameters, `${pointer}/parameters`, operation.inputs, operation.body?.name),
      ...partProblems(action.outputs, `${pointer}/outputs`, operation.outputs, undefined),
    ];
  });
}

function partProblems(
  texts: unknown,
  pointer: string,
  fields: DiscoveredAction['operation']['outputs'],
  body: string | undefined,
): Problem[] {
  const taken = new Set(fields.map(({ overriddenAt }) => overriddenAt));
  return entriesOf(texts)
    .filter(([name, text]) => typeof text === 'string' && name !== body && !taken.has(pointer + step(name)))
    .map(([name]) => {
      const nearest = nearestName(name, [...new Set(fields.map((field) => field.name))]);
      const mend = nearest && nearest !== name ? `Is ${nearest} meant?` : 'Remove it, or add it to the definition.';
      return {
        message: `${name} describes nothing: the operation has no such ${pointer.endsWith('outputs') ? 'output' : 'parameter'}. ${mend}`,
        pointer: pointer + step(name),
      };
    });
}
