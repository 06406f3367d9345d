/** The shape of apiProperties.json. What stands in policies and connection parameters is told apart by their kinds. */
import { isObject } from './json-object.ts';
import { perModel } from './per-model.ts';
import { type ObjectShape, type ShapeProblem, type Shapes, shapeProblems, type Use } from './shape.ts';

const parameter: Readonly<Record<string, Use>> = {
  type: 'parameterType',
  uiDefinition: 'parameterUi',
  oAuthSettings: 'oAuthSettings',
};

const connectionParameter: ObjectShape = { properties: parameter, required: ['type'], names: 'open' };

export const propertiesShapes: Shapes = {
  text: { type: 'text' },
  boolean: { type: 'boolean' },
  flag: { type: 'text', enum: ['true', 'false'] },
  parameterType: { type: 'text', enum: ['string', 'securestring', 'int', 'bool', 'gatewaySetting', 'oauthSetting'] },
  redirectMode: { type: 'text', enum: ['Global', 'GlobalPerConnector', 'Direct'] },
  identityProvider: {
    type: 'text',
    enum: ['aad', 'aadcertificate', 'oauth2', 'oauth2generic', 'oauth2pkce', 'facebook', 'google', 'github'],
  },
  policySection: { type: 'text', enum: ['Request', 'Response', 'Failure'] },

  file: { properties: { $schema: 'text', properties: 'properties' }, required: ['properties'], names: 'closed' },
  properties: {
    properties: {
      iconBrandColor: 'text',
      capabilities: ['text'],
      connectionParameters: { map: 'connectionParameter' },
      connectionParameterSets: 'connectionParameterSets',
      policyTemplateInstances: ['policy'],
      scriptOperations: ['text'],
      publisher: 'text',
      stackOwner: 'text',
    },
    required: ['iconBrandColor'],
    names: 'closed',
  },
  connectionParameter: (value) => (isObject(value) && value.type === 'oauthSetting' ? 'oauthParameter' : 'parameter'),
  parameter: connectionParameter,
  oauthParameter: { ...connectionParameter, required: ['type', 'oAuthSettings'] },
  parameterUi: (value) => (value === null ? 'any' : 'uiDefinition'),
  uiDefinition: {
    properties: { displayName: 'text', description: 'text', tooltip: 'text', constraints: 'constraints' },
    names: 'open',
  },
  constraints: { properties: { required: 'flag', hidden: 'flag', clearText: 'boolean' }, names: 'open' },
  oAuthSettings: {
    properties: {
      identityProvider: 'identityProvider',
      scopes: ['text'],
      redirectMode: 'redirectModeOrNone',
      properties: 'free',
      customParameters: { map: 'customParameter' },
    },
    required: ['identityProvider'],
    names: 'open',
  },
  redirectModeOrNone: (value) => (value === null ? 'any' : 'redirectMode'),
  customParameter: { properties: {}, names: 'open' },
  free: { properties: {}, names: 'open' },

  connectionParameterSets: {
    properties: { uiDefinition: 'free', values: ['parameterSet'] },
    required: ['uiDefinition', 'values'],
    names: 'open',
  },
  parameterSet: {
    properties: { name: 'text', uiDefinition: 'free', parameters: { map: 'connectionParameter' }, metadata: 'free' },
    required: ['name', 'uiDefinition', 'parameters'],
    names: 'open',
  },
  policy: {
    properties: { templateId: 'text', title: 'text', type: 'text', parameters: 'policyParameters' },
    required: ['templateId'],
    names: 'closed',
  },
  policyParameters: {
    properties: { 'x-ms-apimTemplate-operationName': ['text'], 'x-ms-apimTemplate-policySection': 'policySection' },
    names: 'open',
  },
};

/** Where apiProperties.json has another shape; nothing of a file that is not there or could not be read. */
export const propertiesProblems = perModel(({ connector }): readonly ShapeProblem[] => {
  const { properties } = connector;
  if (!isObject(properties?.value)) return [];
  const isCutOff = properties.isPartial || properties.problems.some(({ severity }) => severity === 'error');
  const problems = shapeProblems(propertiesShapes, 'file', properties.value);
  return isCutOff ? problems.filter(({ kind }) => kind !== 'missing') : problems;
});
