/** settings.json, which paconn reads. */
import { nearestName } from '../../discovery/discovery.ts';
import { packageFileNames } from '../../package/connector-package.ts';
import { entriesOf, isObject, step } from '../model/json-object.ts';
import type { PackageModel } from '../model/package-model.ts';
import type { Problem, Rule } from '../rule.ts';

const paconn = 'paconn (microsoft/PowerPlatformConnectors, tools/paconn-cli), settings.json';

/** What paconn reads; its published schema lacks some of them. */
const fileKeys = ['apiProperties', 'apiDefinition', 'icon', 'script'];
const textKeys = [
  'connectorId',
  'environment',
  'powerAppsUrl',
  'powerAppsApiVersion',
  'flowUrl',
  'flowApiVersion',
  'clientId',
  'tenant',
  'authorityUrl',
  'resource',
];
const knownKeys = [...fileKeys, ...textKeys, '$schema'];
const apiVersion = '2016-11-01';

type Declared = Omit<Rule, 'group' | 'source' | 'check'> & {
  check(settings: [name: string, value: unknown][], model: PackageModel): Omit<Problem, 'role'>[];
};

const settings = { apiDefinition: packageFileNames.definition, apiProperties: packageFileNames.properties, icon: null };

const declared: readonly Declared[] = [
  {
    id: 'settings-key-unknown',
    severity: 'info',
    title: 'settings.json has settings that paconn knows',
    why: 'Others are passed over without a word; often they are misspelled.',
    good: { settings: { ...settings, script: null, environment: null } },
    bad: { settings: { ...settings, apiDefintion: 'apiDefinition.swagger.json' } },
    check: (entries) =>
      entries
        .filter(([name]) => !knownKeys.includes(name))
        .map(([name]) => {
          const nearest = nearestName(name, knownKeys);
          const hint = nearest ? `Is ${nearest} meant?` : 'Remove it.';
          return { message: `paconn does not know the setting ${name}. ${hint}`, pointer: step(name) };
        }),
  },
  {
    id: 'settings-value',
    severity: 'warning',
    title: 'Settings are texts, or null',
    why: 'paconn ends with an error on everything else.',
    good: { settings },
    bad: { settings: { ...settings, connectorId: 7 } },
    check: (entries) =>
      entries
        .filter(([name, value]) => knownKeys.includes(name) && value !== null && typeof value !== 'string')
        .map(([name]) => ({ message: `${name} has to be a text or null.`, pointer: step(name) })),
  },
  {
    id: 'settings-file-missing',
    severity: 'warning',
    title: 'The files that settings.json names are in the folder',
    why: 'paconn looks for them from the folder that it runs in, and ends where one is missing.',
    good: { settings },
    bad: { settings: { ...settings, script: 'script.csx' } },
    check: (entries, { connector: { names } }) =>
      entries.flatMap(([name, value]) => {
        const isOwn = typeof value === 'string' && value !== '' && !/[\\/]/.test(value);
        if (!fileKeys.includes(name) || !isOwn || !names || names.includes(value)) return [];
        const other = names.find((each) => each.toLowerCase() === value.toLowerCase());
        const hint = other ? `The folder has ${other}; case counts.` : 'Write null where there is none.';
        const message = `${name} names ${value}, which is not in the folder. ${hint}`;
        return [{ message, pointer: step(name), ...(other && { fix: { pointer: step(name), value: other } }) }];
      }),
  },
  {
    id: 'settings-api-version',
    severity: 'info',
    title: 'settings.json names the version of the API that paconn speaks',
    why: 'Only this one is documented.',
    good: { settings: { ...settings, powerAppsApiVersion: apiVersion } },
    bad: { settings: { ...settings, powerAppsApiVersion: '2020-06-01' } },
    check: (entries) =>
      entries
        .filter(([name, value]) => name === 'powerAppsApiVersion' && typeof value === 'string' && value !== apiVersion)
        .map(([name, value]) => ({
          message: `${name} is ${String(value)}; paconn speaks ${apiVersion}.`,
          pointer: step(name),
        })),
  },
  {
    id: 'settings-environment',
    severity: 'info',
    title: 'The environment in settings.json is in lower case',
    why: 'The schema of paconn asks for it.',
    good: { settings: { ...settings, environment: null } },
    bad: { settings: { ...settings, environment: 'Default-0A1B2C3D-0000-4000-8000-0123456789AB' } },
    check: (entries) =>
      entries
        .filter(
          ([name, value]) =>
            name === 'environment' &&
            typeof value === 'string' &&
            guid.test(value) &&
            value.replace(/^Default-/i, '') !== value.replace(/^Default-/i, '').toLowerCase(),
        )
        .map(([name, value]) => ({
          message: `The environment ${String(value)} has capital letters. Write it in lower case.`,
          pointer: step(name),
          fix: { pointer: step(name), value: String(value).replace(guid, (id) => id.toLowerCase()) },
        })),
  },
  {
    id: 'settings-ids-kept',
    severity: 'info',
    title: 'settings.json names no connector and no environment of yours',
    why: 'Who takes the package over would update your connector. The sample has null there; paconn asks for them, or takes them as options.',
    good: { settings: { ...settings, connectorId: null, environment: '00000000-0000-0000-0000-000000000000' } },
    bad: { settings: { ...settings, environment: '0a1b2c3d-0000-4000-8000-0123456789ab' } },
    check: (entries) =>
      entries
        .filter(
          ([name, value]) =>
            ['connectorId', 'environment'].includes(name) && typeof value === 'string' && isReal(value),
        )
        .map(([name]) => ({
          message: `${name} is a real id. Write null before the package is shared.`,
          pointer: step(name),
        })),
  },
];

const guid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;

function isReal(value: string): boolean {
  const [found] = guid.exec(value) ?? [];
  return found === undefined ? /^shared_\S+$/.test(value) : !/^[0-]+$/.test(found);
}

export const settingsRules: readonly Rule[] = declared.map(({ check, ...rule }) => ({
  group: 'package',
  source: paconn,
  ...rule,
  check: (model) => {
    const value = model.connector.settings?.value;
    return isObject(value)
      ? check(entriesOf(value), model).map((each): Problem => ({ ...each, role: 'settings' }))
      : [];
  },
}));
