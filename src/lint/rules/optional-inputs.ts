/** Optional inputs of extension points that an action does not declare, and how they are added. */
import { extensionPoints } from '../../contract/contract.ts';
import type { DiscoveredAction, InputMatch } from '../../discovery/discovery.ts';
import { valueAt } from '../../package/json-pointer.ts';
import { declaredParameter, declaredProperty } from '../model/declared-input.ts';
import { isObject, step } from '../model/json-object.ts';
import type { PackageModel } from '../model/package-model.ts';
import type { Problem, Rule } from '../rule.ts';

const { recordDetails } = extensionPoints;

export const optionalInputMissing: Rule = {
  id: 'input-optional-missing',
  group: 'extension-points',
  severity: 'info',
  title: 'Every optional input of the extension point is declared',
  why: 'The host has the value and nowhere to put it: without top and skip there is no paging, without crmType and crmOrgUrl your API does not know which CRM is meant.',
  source: 'Extend Copilot for Sales (Microsoft Learn, 2026), the inputs of each extension point',
  good: {},
  bad: {
    definition: {
      paths: {
        [recordDetails.path]: {
          get: {
            parameters: recordDetails.inputs
              .filter(({ name }) => name !== 'skip')
              .map(({ name, description, required, type }) => ({ name, in: 'query', description, required, type })),
          },
        },
      },
    },
  },
  check: (model) => model.actions.flatMap((action) => missingInputs(model, action)),
};

function missingInputs(model: PackageModel, action: DiscoveredAction): Problem[] {
  const { point, matchedBy, operation, inputMatches } = action;
  if (!point || matchedBy !== 'description') return [];
  const missing = inputMatches.filter(({ field, input, namesake }) => !field.required && !input && !namesake);
  return missing.map((match): Problem => {
    const fix = additionOf(model, action, match, missing);
    const message = `The optional input ${match.fieldPath.join('.')} is not declared, so the host cannot send it: “${match.field.description}”`;
    return { message, pointer: operation.pointer, ...(fix && { fix }) };
  });
}

/** None where the method is another, the name is taken, or the place serves something else as well. */
function additionOf(
  { root, actions }: PackageModel,
  { point, operation }: DiscoveredAction,
  { field, fieldPath }: InputMatch,
  missing: readonly InputMatch[],
): Problem['fix'] {
  if (!point || point.method !== operation.method) return undefined;
  const parent = fieldPath.slice(0, -1).join('.');
  const siblings = operation.inputs.filter(({ path }) => path.slice(0, -1).join('.') === parent);
  const isTaken = [...siblings, ...(operation.body ? [operation.body] : [])].some(
    ({ name }) => name.toLowerCase() === field.name.toLowerCase(),
  );
  const isShared = actions.some(({ operation: other }) => other !== operation && other.pointer === operation.pointer);
  if (isTaken || isShared) return undefined;
  if (point.inputsIn === 'query') {
    const place = `${operation.pointer}/parameters`;
    const present = valueAt(root, place);
    if (Array.isArray(present)) return { pointer: `${place}/-`, value: declaredParameter(field, point.models) };
    const all = missing.map((each) => declaredParameter(each.field, point.models));
    return present === undefined ? { pointer: place, value: all } : undefined;
  }
  const [place] = siblings.flatMap((each) => (each.in === 'body' ? [parentOf(each.pointer)] : []));
  const isOwn = actions.every(
    ({ operation: other }) =>
      other === operation ||
      ![...other.inputs, ...other.outputs].some(({ pointer }) => place !== undefined && parentOf(pointer) === place),
  );
  return place !== undefined && isOwn && isObject(valueAt(root, place))
    ? { pointer: place + step(field.name), value: declaredProperty(field, point.models) }
    : undefined;
}

function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}
