/** apiProperties.json: its shape, what it says of the connector, and what it must not hold. */
import type { ConnectorPackage } from '../../package/connector-package.ts';
import { isObject, membersOf } from '../model/json-object.ts';
import { propertiesProblems } from '../model/properties-shape.ts';
import type { ShapeProblem, ShapeProblemKind } from '../model/shape.ts';
import type { Problem, Rule, Sample } from '../rule.ts';
import { connectionParameterRules } from './connection-parameters.ts';
import { policyRules } from './policies.ts';
import { secretRules } from './secrets.ts';

const source = 'Schema of apiProperties.json in microsoft/PowerPlatformConnectors (2024); paconn';
const role = 'properties';
const group = 'package';

const properties = (change: object): Sample => ({ properties: { properties: change } });

interface ShapeRule extends Omit<Rule, 'group' | 'source' | 'check'> {
  readonly kind: ShapeProblemKind;
  readonly message: (problem: ShapeProblem) => string;
  readonly severityOf?: (problem: ShapeProblem) => Rule['severity'];
}

const inShape: readonly ShapeRule[] = [
  {
    id: 'properties-type',
    kind: 'type',
    severity: 'error',
    title: 'Values in apiProperties.json have the types that are read',
    why: 'Where a list or an object is expected, paconn and the portal break on anything else; where a text is expected ("true", not true), reviewers send the connector back. 40 parameters of published connectors.',
    good: properties({ scriptOperations: [], capabilities: ['actions'] }),
    bad: properties({ capabilities: 'actions' }),
    severityOf: ({ expected, value }) =>
      /object|array/.test(expected[0] ?? '') && value !== null ? 'error' : 'warning',
    message: ({ name, expected, value }) => {
      const instead =
        expected[0] === 'string' && typeof value === 'boolean'
          ? `"${value}" in quotation marks`
          : `a value of the type ${expected[0]}`;
      return `${name} is ${typeNameOf(value)}. Write ${instead}.`;
    },
  },
  {
    id: 'properties-value',
    kind: 'enum',
    severity: 'warning',
    title: 'Values in apiProperties.json are known ones',
    why: 'An unknown type of a connection parameter makes a connection that asks for nothing (1 of 1,030 published connectors: oAuthSetting). Case counts.',
    good: properties({ connectionParameters: { key: { type: 'securestring' } } }),
    bad: properties({ connectionParameters: { token: { type: 'oAuthSetting' } } }),
    severityOf: ({ pointer }) => (pointer.endsWith('/type') ? 'error' : 'warning'),
    message: ({ name, expected, value }) =>
      `${name} is "${String(value)}"; known are ${expected.join(', ')}. Case counts.`,
  },
  {
    id: 'properties-incomplete',
    kind: 'missing',
    severity: 'error',
    title: 'What apiProperties.json needs is there',
    why: 'paconn breaks off without the properties, the brand colour or the parameters of a parameter set; a sign-in without settings cannot be made.',
    good: properties({ capabilities: null }),
    bad: properties({ iconBrandColor: null }),
    severityOf: ({ name }) => (name === 'oAuthSettings' ? 'warning' : 'error'),
    message: ({ name, pointer }) => `${name} is missing in ${pointer || 'the file'}. Add it.`,
  },
  {
    id: 'properties-unknown',
    kind: 'not-allowed',
    severity: 'warning',
    title: 'apiProperties.json has no unknown properties',
    why: 'paconn leaves out what it does not know; often it is a misspelling.',
    good: properties({ policyTemplateInstances: [] }),
    bad: properties({ policyTemplates: [] }),
    message: ({ name, expected }) =>
      `"${name}" is read by nobody; known are ${expected.join(', ')}. Remove it, or correct it.`,
  },
];

const shapeRules: readonly Rule[] = inShape.map(({ kind, message, severityOf, ...rule }) => ({
  ...rule,
  group,
  source,
  check: (model) =>
    propertiesProblems(model)
      .filter((problem) => problem.kind === kind)
      .map((problem): Problem => {
        const severity = severityOf?.(problem) ?? rule.severity;
        return { role, message: message(problem), pointer: problem.pointer, severity };
      }),
}));

const knownCapabilities = ['actions', 'triggers', 'gateway', 'cloud', 'composite', 'tabular', 'blob'];
const refusedColours = ['#ffffff', '#007ee5'];

const contents: readonly Rule[] = [
  {
    id: 'properties-brand-color',
    group,
    severity: 'error',
    title: 'iconBrandColor is a colour of its own',
    why: 'It is the ground behind the icon. Certification takes #rrggbb, but neither white nor the default blue. 11 of 1,030 published connectors.',
    source: 'Submit a connector for Microsoft certification (Microsoft Learn, 2024); policy 5000.2.1.1',
    good: properties({ iconBrandColor: '#FEFEFE' }),
    bad: properties({ iconBrandColor: '#007ee5' }),
    check: ({ properties: own }) => {
      const colour = own?.iconBrandColor;
      if (typeof colour !== 'string') return [];
      const pointer = '/properties/iconBrandColor';
      if (!/^#[0-9a-f]{6}$/i.test(colour))
        return [
          { role, message: `iconBrandColor is "${colour.slice(0, 40)}". Write # and six hexadecimal digits.`, pointer },
        ];
      if (!refusedColours.includes(colour.toLowerCase())) return [];
      return [
        {
          role,
          message: `iconBrandColor ${colour} is refused at certification. Choose the ground of your icon.`,
          pointer,
        },
      ];
    },
  },
  {
    id: 'properties-publisher',
    group,
    severity: 'warning',
    title: 'Publisher and owner of the service are named',
    why: 'Certification asks for both (63 and 89 of 1,030 published connectors lack one). paconn update refuses stackOwner on some connectors: leave it out for that one run.',
    source: 'Submit a connector for Microsoft certification (Microsoft Learn, 2024); paconn (2024)',
    good: {},
    bad: properties({ publisher: null }),
    check: ({ properties: own, connector }) => {
      const file = connector.properties;
      // A solution has no place for either: what is composed of its parts has no text of its own.
      if (!own || !file?.text || !isObject(file.value) || !isObject(file.value.properties)) return [];
      const missing = ['publisher', 'stackOwner'].filter((name) => String(own[name] ?? '').trim() === '');
      if (missing.length === 0) return [];
      const message = `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not given. Name the company that publishes the connector, and the one whose service it calls.`;
      return [{ role, message, pointer: '/properties' }];
    },
  },
  {
    id: 'properties-capability',
    group,
    severity: 'info',
    title: 'Capabilities are known ones',
    why: 'Others are passed over. 5 of 1,030 published connectors, all in capitals.',
    source: 'Dataverse reference of the connector table (2023)',
    good: properties({ capabilities: ['actions', 'gateway'] }),
    bad: properties({ capabilities: ['Actions'] }),
    check: ({ properties: own }) =>
      membersOf(own?.capabilities).flatMap(([index, name]) =>
        typeof name === 'string' && !knownCapabilities.includes(name)
          ? [
              {
                role,
                message: `There is no capability "${name}"; known are ${knownCapabilities.join(', ')}.`,
                pointer: `/properties/capabilities/${index}`,
              },
            ]
          : [],
      ),
  },
  {
    id: 'script-operations-unknown',
    group,
    severity: 'error',
    title: 'scriptOperations names operations that are there',
    why: 'The script runs for the operations that are named; a misspelled one goes past it. 2 of 1,030 published connectors.',
    source: 'Write code in a custom connector (Microsoft Learn, 2024)',
    good: properties({ scriptOperations: ['TestConnection'] }),
    bad: properties({ scriptOperations: ['testConnection'] }),
    check: ({ properties: own, operations, connector }) => {
      if (operations.length === 0 || connector.definition.problems.some(({ severity }) => severity === 'error'))
        return [];
      const known = new Set(operations.map(({ operationId }) => operationId));
      return membersOf(own?.scriptOperations).flatMap(([index, name]) =>
        typeof name === 'string' && !known.has(name)
          ? [
              {
                role,
                message: `There is no operation "${name}", so the script does not run for it. Correct the name, or remove it.`,
                pointer: `/properties/scriptOperations/${index}`,
              },
            ]
          : [],
      );
    },
  },
  {
    id: 'script-missing',
    group,
    severity: 'warning',
    title: 'Where scriptOperations is, a script is',
    why: 'An import with scriptOperations and no script breaks off, or the operations are sent on untouched.',
    source: 'Write code in a custom connector (Microsoft Learn, 2024); paconn (2024)',
    good: { ...properties({ scriptOperations: [] }), script: 'public class Script : ScriptBase { }' },
    bad: properties({ scriptOperations: ['TestConnection'] }),
    check: ({ properties: own, connector }) => {
      if (!Array.isArray(own?.scriptOperations) || hasScript(connector)) return [];
      const message = 'scriptOperations is there, and no script.csx. Add the script, or remove scriptOperations.';
      return [{ role, message, pointer: '/properties/scriptOperations' }];
    },
  },
  {
    id: 'script-operations-absent',
    group,
    severity: 'info',
    title: 'Where a script is, scriptOperations says for which operations it runs',
    why: 'An empty list means all of them; without the list paconn sends none. 27 of 85 published connectors with a script have no list.',
    source: 'Write code in a custom connector (Microsoft Learn, 2024)',
    good: { ...properties({ scriptOperations: [] }), script: 'public class Script : ScriptBase { }' },
    bad: { script: 'public class Script : ScriptBase { }' },
    check: ({ properties: own, connector }) => {
      if (!own || !connector.script || own.scriptOperations !== undefined) return [];
      const message =
        'There is a script, and no scriptOperations. Name the operations it runs for; [] means all of them.';
      const pointer =
        isObject(connector.properties?.value) && 'properties' in connector.properties.value ? '/properties' : '';
      return [{ role, message, pointer }];
    },
  },
];

export const propertiesFileRules: readonly Rule[] = [
  ...shapeRules,
  ...contents,
  ...connectionParameterRules,
  ...policyRules,
  ...secretRules,
];

/** By its usual name, another one, or the one that settings.json gives it. */
function hasScript({ script, names, settings }: ConnectorPackage): boolean {
  const named = isObject(settings?.value) && typeof settings.value.script === 'string';
  return script !== undefined || named || (names ?? []).some((name) => /\.csx?$/i.test(name));
}

function typeNameOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `of the type ${typeof value}`;
}
