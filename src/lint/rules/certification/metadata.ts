/** What is said about the connector beside its texts: contact, website, privacy policy, categories, status. */
import { definitionProblems } from '../../model/definition-problems.ts';
import { isObject, membersOf } from '../../model/json-object.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { isAbsoluteUrl } from '../../model/shape.ts';
import type { Rule, Sample } from '../../rule.ts';

const submission = 'Submit a connector for Microsoft certification (Microsoft Learn, 2024)';
const group = 'certification';

const info = (change: object): Sample => ({ definition: { info: change } });

/** Connector metadata as the sample package has it, changed by name. */
function metadata(changes: Readonly<Record<string, string | undefined>>): Sample {
  const all = {
    Website: 'https://fabrikam.com',
    'Privacy policy': 'https://fabrikam.com/privacy',
    Categories: 'Sales and CRM',
    ...changes,
  };
  const entries = Object.entries(all).flatMap(([propertyName, propertyValue]) =>
    propertyValue === undefined ? [] : [{ propertyName, propertyValue }],
  );
  return { definition: { 'x-ms-connector-metadata': entries } };
}

const categories = [
  'AI',
  'Business Management',
  'Business Intelligence',
  'Collaboration',
  'Commerce',
  'Communication',
  'Content and Files',
  'Finance',
  'Data',
  'Human Resources',
  'Internet of Things',
  'IT Operations',
  'Lifestyle and Entertainment',
  'Marketing',
  'Productivity',
  'Sales and CRM',
  'Security',
  'Social Media',
  'Website',
];

/** The entries of x-ms-connector-metadata under one name; case does not count in it. */
function metadataOf({ root }: PackageModel, name: string): { readonly value: unknown; readonly pointer: string }[] {
  return membersOf(root['x-ms-connector-metadata']).flatMap(([index, entry]) =>
    isObject(entry) && String(entry.propertyName).toLowerCase() === name.toLowerCase()
      ? [{ value: entry.propertyValue, pointer: `/x-ms-connector-metadata/${index}/propertyValue` }]
      : [],
  );
}

/** The addresses of the connector's page. */
function addresses(model: PackageModel): { readonly name: string; readonly text: string; readonly pointer: string }[] {
  return ['Website', 'Privacy policy'].flatMap((name) =>
    metadataOf(model, name).flatMap(({ value, pointer }) =>
      typeof value === 'string' && value.trim() !== '' ? [{ name, text: value.trim(), pointer }] : [],
    ),
  );
}

function categoriesOf(model: PackageModel): { readonly names: readonly string[]; readonly pointer: string }[] {
  return metadataOf(model, 'Categories').map(({ value, pointer }) => ({
    names: String(value)
      .split(/[;,]/)
      .map((name) => name.trim())
      .filter(Boolean),
    pointer,
  }));
}

/** A definition that is one: of a file that could not be read nothing is missing. */
function isRead({ root, connector }: PackageModel): boolean {
  return isObject(root.paths) && !connector.definition.problems.some(({ severity }) => severity === 'error');
}

export const metadataRules: readonly Rule[] = [
  {
    id: 'ConnectorMetadataPropertiesMissing',
    group,
    severity: 'warning',
    title: 'Website, privacy policy and categories are given',
    why: 'The page of a certified connector shows them; a connector for one’s own tenant works without. 53 of 1,012 published connectors lack one.',
    source: submission,
    good: metadata({ 'Privacy policy': undefined, 'Privacy Policy': 'https://fabrikam.com/privacy' }),
    bad: metadata({ 'Privacy policy': undefined }),
    check: (model) => {
      const missing = ['Website', 'Privacy policy', 'Categories'].filter(
        (name) => metadataOf(model, name).length === 0,
      );
      if (missing.length === 0 || !isRead(model)) return [];
      const pointer = Array.isArray(model.root['x-ms-connector-metadata']) ? '/x-ms-connector-metadata' : '';
      const message = `x-ms-connector-metadata has no ${missing.join(', no ')}. Add { "propertyName", "propertyValue" } for each.`;
      return [{ message, pointer }];
    },
  },
  {
    id: 'UrlNotValid',
    group,
    severity: 'error',
    title: 'Addresses are absolute',
    why: 'People and the sign-in are sent there; an address without https:// leads nowhere. 7 of 1,012 published connectors, in website or privacy policy.',
    source: `${submission}; Fix Swagger Validator errors (2022)`,
    good: metadata({ Website: 'https://www.fabrikam.com/quotes?from=connector' }),
    bad: metadata({ Website: 'www.fabrikam.com' }),
    check: (model) => {
      const inShape = definitionProblems(model).filter(({ kind }) => kind === 'url');
      const all = [
        ...inShape.map(({ name, value, pointer }) => ({ name, text: String(value), pointer })),
        ...addresses(model).filter(({ text }) => !isAbsoluteUrl(text)),
      ];
      return all.map(({ name, text, pointer }) => ({
        message: `${name} is "${text.slice(0, 200)}", ${faultOf(text)}. Write one that begins with https://.`,
        pointer,
      }));
    },
  },
  {
    id: 'website-https',
    group,
    severity: 'warning',
    title: 'Website and privacy policy are reached over https',
    why: 'They are links on the connector’s page; the policy asks for https.',
    source: 'Certification policy 5000.3.1.6',
    good: {},
    bad: metadata({ Website: 'http://www.fabrikam.com' }),
    check: (model) =>
      addresses(model)
        .filter(({ text }) => isAbsoluteUrl(text) && !/^https:/i.test(text))
        .map(({ name, text, pointer }) => ({ message: `${name} is "${text.slice(0, 200)}". Write https.`, pointer })),
  },
  {
    id: 'TooManyConnectorCategories',
    group,
    severity: 'error',
    title: 'At most two categories',
    why: 'The list of connectors files each under two. No published connector has more.',
    source: submission,
    good: metadata({ Categories: 'Sales and CRM;Productivity' }),
    bad: metadata({ Categories: 'Sales and CRM;Productivity;AI' }),
    check: (model) =>
      categoriesOf(model)
        .filter(({ names }) => names.length > 2)
        .map(({ names, pointer }) => ({ message: `${names.length} categories are given. Choose two.`, pointer })),
  },
  {
    id: 'InvalidConnectorCategory',
    group,
    severity: 'error',
    title: 'Categories are of Microsoft’s nineteen',
    why: 'Another one is refused. 3 of 1,012 published connectors.',
    source: submission,
    good: metadata({ Categories: 'Content and Files; Data' }),
    bad: metadata({ Categories: 'CRM' }),
    check: (model) =>
      categoriesOf(model).flatMap(({ names, pointer }) =>
        names
          .filter((name) => !categories.some((each) => each.toLowerCase() === name.toLowerCase()))
          .map((name) => ({ message: `There is no category "${name}". Choose of ${categories.join(', ')}.`, pointer })),
      ),
  },
  {
    id: 'contact-complete',
    group,
    severity: 'warning',
    title: 'The contact has name, address and mail',
    why: 'Certification asks for all three; users are sent there. 48 of 1,012 published connectors have no contact, 21 no mail, 75 no address.',
    source: submission,
    good: {},
    bad: info({ contact: { email: null } }),
    check: (model) => {
      if (!isRead(model) || !isObject(model.root.info)) return [];
      const { contact } = model.info;
      if (contact !== undefined && !isObject(contact)) return [];
      const missing = ['name', 'url', 'email'].filter((name) => contact?.[name] === undefined);
      if (missing.length === 0) return [];
      const message = contact
        ? `The contact has no ${missing.join(', no ')}. Add it.`
        : 'The connector has no contact. Add info.contact with name, url and email.';
      return [{ message, pointer: contact ? '/info/contact' : '/info' }];
    },
  },
];

/** Why a text is no absolute address of the web. */
function faultOf(text: string): string {
  const [, scheme = ''] = /^([a-z][a-z0-9+.-]{0,30}):\/\//i.exec(text) ?? [];
  return scheme === '' || /^https?$/i.test(scheme) ? 'no absolute address' : `an address of the scheme ${scheme}`;
}
