/** Policies: what the gateway does to calls and answers, by templates. */
import { isObject, type JsonObject, membersOf } from '../model/json-object.ts';
import type { PackageModel } from '../model/package-model.ts';
import type { Problem, Rule, Sample } from '../rule.ts';

const role = 'properties';
const group = 'package';
const source = 'Schema of apiProperties.json in microsoft/PowerPlatformConnectors (2024)';
const prefix = 'x-ms-apimTemplateParameter.';

/** Every template that is known, with the parameters that it needs. */
const templates: Readonly<Record<string, readonly string[]>> = {
  convertarraytoobject: ['propertyParentPath', 'keyWithinCollectionPath', 'newPropertyPath'],
  convertobjecttoarray: ['propertyParentPath', 'newPropertyPath'],
  dynamichosturl: ['urlTemplate'],
  dynamicsubdomain: [],
  encodepropertyvalue: ['propertyParentPath', 'newPropertyPath'],
  moveproperties: [],
  pollingtrigger: ['triggerConfig', 'triggerDataPath'],
  routerequesttoendpoint: ['newPath'],
  setconnectionstatustounauthenticated: [],
  setheader: ['name', 'value'],
  setproperty: ['newPropertyParentPathTemplate', 'newPropertySubPathTemplate', 'propertyValuePathTemplate'],
  setqueryparameter: ['name', 'value'],
  setvaluefromurl: ['parameterTemplate', 'parameterValueUrl', 'parameterValuePathTemplate'],
  stringreplace: ['propertyParentPath', 'sourceString', 'replacementString', 'newPropertyPath'],
  stringtoarray: ['propertyParentPath', 'delimiterList', 'childPropertyName', 'newPropertyPath'],
  updatenextlink: ['nextLinkPropertyName'],
};

interface Policy {
  readonly templateId: string;
  readonly title: string;
  readonly parameters: JsonObject;
  readonly value: JsonObject;
  readonly pointer: string;
}

function policiesOf({ properties }: PackageModel): Policy[] {
  return membersOf(properties?.policyTemplateInstances).flatMap(([index, value]) => {
    if (!isObject(value) || typeof value.templateId !== 'string') return [];
    const title = typeof value.title === 'string' ? value.title : value.templateId;
    const parameters = isObject(value.parameters) ? value.parameters : {};
    const pointer = `/properties/policyTemplateInstances/${index}`;
    return [{ templateId: value.templateId, title: title.slice(0, 80), parameters, value, pointer }];
  });
}

function needed(templateId: string): readonly string[] | undefined {
  const name = templateId.toLowerCase();
  return Object.hasOwn(templates, name) ? templates[name] : undefined;
}

/** The sample package with one policy. */
function policy(templateId: string, parameters: object): Sample {
  return { properties: { properties: { policyTemplateInstances: [{ templateId, title: 'Ours', parameters }] } } };
}
const header = { [`${prefix}name`]: 'x-quotes', [`${prefix}value`]: '1' };

export const policyRules: readonly Rule[] = [
  {
    id: 'policy-template-unknown',
    group,
    severity: 'warning',
    title: 'Policies are made of known templates',
    why: 'The import breaks off on an unknown template. Case does not count.',
    source,
    good: policy('SetHeader', header),
    bad: policy('setheaders', header),
    check: (model) =>
      policiesOf(model)
        .filter(({ templateId }) => needed(templateId) === undefined)
        .map(({ templateId, pointer }) => ({
          role,
          message: `There is no policy template "${templateId.slice(0, 80)}"; known are ${Object.keys(templates).join(', ')}.`,
          pointer: `${pointer}/templateId`,
        })),
  },
  {
    id: 'policy-parameter-missing',
    group,
    severity: 'warning',
    title: 'Policies have the parameters that their templates need',
    why: 'Without them the policy does nothing, or the connector cannot be saved.',
    source,
    good: policy('setheader', header),
    bad: policy('setheader', { [`${prefix}name`]: 'x-quotes' }),
    check: (model) =>
      policiesOf(model).flatMap(({ templateId, title, parameters, value, pointer }): Problem[] => {
        const missing = (needed(templateId) ?? []).filter((name) => parameters[prefix + name] === undefined);
        if (missing.length === 0) return [];
        const message = `The policy "${title}" (${templateId}) has no ${missing.map((name) => prefix + name).join(', no ')}. Add it.`;
        return [{ role, message, pointer: isObject(value.parameters) ? `${pointer}/parameters` : pointer }];
      }),
  },
  {
    id: 'policy-operation-unknown',
    group,
    severity: 'warning',
    title: 'Policies name operations that are there',
    why: 'A policy for an operation that is not there is applied to none; often the operation was renamed. 12 of 1,030 published connectors.',
    source,
    good: policy('setheader', { ...header, 'x-ms-apimTemplate-operationName': ['TestConnection'] }),
    bad: policy('setheader', { ...header, 'x-ms-apimTemplate-operationName': ['TestTheConnection'] }),
    check: (model) => {
      const { operations, connector } = model;
      if (operations.length === 0 || connector.definition.problems.some(({ severity }) => severity === 'error'))
        return [];
      const known = new Set(operations.map(({ operationId }) => operationId));
      return policiesOf(model).flatMap(({ title, parameters, pointer }) =>
        membersOf(parameters['x-ms-apimTemplate-operationName'])
          .filter(([, name]) => typeof name === 'string' && name !== '' && !known.has(name))
          .map(([index, name]) => ({
            role,
            message: `The policy "${title}" names the operation "${String(name)}", which is not there. Correct it, or remove it.`,
            pointer: `${pointer}/parameters/x-ms-apimTemplate-operationName/${index}`,
          })),
      );
    },
  },
];
