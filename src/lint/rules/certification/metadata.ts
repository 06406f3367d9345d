/** What is said about the connector: title, description, contact, website, privacy policy, categories, status. */
import { isObject, membersOf } from '../../model/json-object.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { isAbsoluteUrl } from '../../model/shape.ts';
import type { Problem, Rule, Sample } from '../../rule.ts';

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

const restricted =
  /\b(?:power ?(?:apps?|automate|bi|platform|pages|virtual agents)|copilot studio|dataverse|microsoft flow|logic apps?)\b/i;
const restrictedInTitle = new RegExp(`\\b(?:apis?|connectors?)\\b|${restricted.source}`, 'i');

const longestTitle = 30;
const [shortestDescription, longestDescription] = [30, 500];

/** Some text of info, where it is one and not empty. */
function textOf({ info }: PackageModel, name: string): string | undefined {
  const text = info[name];
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
}

/** The entries of x-ms-connector-metadata under one name; case does not count in it. */
function metadataOf({ root }: PackageModel, name: string): { readonly value: unknown; readonly pointer: string }[] {
  return membersOf(root['x-ms-connector-metadata']).flatMap(([index, entry]) =>
    isObject(entry) && String(entry.propertyName).toLowerCase() === name.toLowerCase()
      ? [{ value: entry.propertyValue, pointer: `/x-ms-connector-metadata/${index}/propertyValue` }]
      : [],
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
    id: 'FieldLengthExceeded',
    group,
    severity: 'error',
    title: `The title has at most ${longestTitle} characters`,
    why: 'Longer titles do not fit where connectors are listed. 3 of 1,012 published connectors; the longest has 32.',
    source: submission,
    good: info({ title: 'Fabrikam Quotes for all of you'.slice(0, 30) }),
    bad: info({ title: 'Fabrikam Quotes for every seller of yours' }),
    check: (model) => {
      const title = textOf(model, 'title');
      if (title === undefined || title.length <= longestTitle) return [];
      const message = `The title has ${title.length} characters; at most ${longestTitle} are taken. Shorten it.`;
      return [{ message, pointer: '/info/title' }];
    },
  },
  {
    id: 'FieldLengthNotInRange',
    group,
    severity: 'error',
    title: `The description has ${shortestDescription} to ${longestDescription} characters`,
    why: 'Certification refuses others. 4 of 1,012 published connectors.',
    source: submission,
    good: info({ description: 'Brings quotes to sales in mail.' }),
    bad: info({ description: 'Brings quotes.' }),
    check: (model) => {
      const length = textOf(model, 'description')?.length;
      if (length === undefined || (length >= shortestDescription && length <= longestDescription)) return [];
      const message = `The connector’s description has ${length} characters; ${shortestDescription} to ${longestDescription} are taken. ${length < shortestDescription ? 'Say what it is good for' : 'Shorten it'}.`;
      return [{ message, pointer: '/info/description' }];
    },
  },
  {
    id: 'ValueContainsRestrictedWords',
    group,
    severity: 'error',
    isAssumed: true,
    title: 'Title and description name no product of the platform',
    why: 'Users see them in every product; "API" and "Connector" go without saying in a title. 8 of 1,012 published titles and 23 descriptions; the list of words is not published in full.',
    source: submission,
    good: info({ title: 'Fabrikam Rapid Apis' }),
    bad: info({ title: 'Fabrikam Quotes Connector' }),
    check: (model) =>
      (['title', 'description'] as const).flatMap((name): Problem[] => {
        const found = textOf(model, name)?.match(name === 'title' ? restrictedInTitle : restricted)?.[0];
        if (found === undefined) return [];
        const message = `The connector’s ${name} contains "${found}". Leave it out.`;
        return [{ message, pointer: `/info/${name}`, severity: name === 'title' ? 'error' : 'warning' }];
      }),
  },
  {
    id: 'ValueMustEndWithAlphanumeric',
    group,
    severity: 'error',
    title: 'The title ends with a letter or a digit',
    why: 'Certification refuses others; a closing bracket is let through (13 published titles end with one). 2 of 1,012.',
    source: submission,
    good: info({ title: 'Fabrikam Quotes (Preview)' }),
    bad: info({ title: 'Fabrikam Quotes!' }),
    check: (model) => {
      const last = textOf(model, 'title')?.at(-1);
      if (last === undefined || /[\p{L}\p{N})]/u.test(last)) return [];
      return [
        { message: `The title ends with "${last}". Let it end with a letter or a digit.`, pointer: '/info/title' },
      ];
    },
  },
  {
    id: 'ValueMustBeInEnglish',
    group,
    severity: 'error',
    isAssumed: true,
    title: 'Title and description are in English',
    why: 'Microsoft reviews English texts. What can be told from a file is the script they are written in. No published connector.',
    source: submission,
    good: info({ description: 'Brings quotes from Händler and 東京 to the sales work in mail.' }),
    bad: info({ description: 'Это описание говорит о том, для чего нужен соединитель.' }),
    check: (model) =>
      ['title', 'description'].flatMap((name): Problem[] => {
        const letters = textOf(model, name)?.slice(0, 2000).match(/\p{L}/gu) ?? [];
        const foreign = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter)).length;
        if (foreign * 2 <= letters.length) return [];
        return [{ message: `The connector’s ${name} is not in English. Translate it.`, pointer: `/info/${name}` }];
      }),
  },
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
    id: 'connector-website',
    group,
    severity: 'error',
    title: 'Website and privacy policy are absolute https addresses',
    why: 'They are links on the connector’s page. 7 of 1,012 published connectors.',
    source: `${submission}; certification policy 5000.3.1.6`,
    good: metadata({ Website: 'https://www.fabrikam.com/quotes?from=connector' }),
    bad: metadata({ Website: 'www.fabrikam.com' }),
    check: (model) =>
      ['Website', 'Privacy policy'].flatMap((name) =>
        metadataOf(model, name).flatMap(({ value, pointer }): Problem[] => {
          const text = String(value).trim();
          if (text === '') return [];
          if (!isAbsoluteUrl(text))
            return [
              { message: `${name} is "${text}", no absolute address. Write it with https:// before it.`, pointer },
            ];
          if (/^https:/i.test(text)) return [];
          return [{ message: `${name} is "${text}". Write https.`, pointer, severity: 'warning' }];
        }),
      ),
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
    id: 'ProductionStatusOnBetaService',
    group,
    severity: 'warning',
    isAssumed: true,
    title: 'A connector in production has no service in beta behind it',
    why: 'What counts as a beta service is not published; a host, base path or version that says so is taken for one.',
    source: 'Fix Swagger Validator errors (Microsoft Learn, 2022)',
    good: { definition: { host: 'beta.quotes.fabrikam.com', info: { 'x-ms-api-annotation': { status: 'Preview' } } } },
    bad: { definition: { host: 'beta.quotes.fabrikam.com' } },
    check: ({ root, info }) => {
      const annotation = info['x-ms-api-annotation'];
      if (!isObject(annotation) || annotation.status !== 'Production') return [];
      const said = [root.host, root.basePath, info.version].find((text) =>
        /(?:^|[\W\d_])(?:alpha|beta)(?:$|[\W\d_])/i.test(String(text)),
      );
      if (said === undefined) return [];
      const message = `The status is Production, and "${String(said)}" speaks of a service in beta. Set the status to Preview, or name the service in production.`;
      return [{ message, pointer: '/info/x-ms-api-annotation/status' }];
    },
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
  {
    id: 'deployment-version',
    group,
    severity: 'info',
    title: 'x-ms-deployment-version is a version of digits and dots',
    why: 'The schema of Microsoft’s repository asks for it.',
    source: 'Schema of definitions in microsoft/PowerPlatformConnectors (2024)',
    good: info({ 'x-ms-deployment-version': '1.0.2' }),
    bad: info({ 'x-ms-deployment-version': 'v1' }),
    check: ({ info }) => {
      const version = info['x-ms-deployment-version'];
      if (typeof version !== 'string' || /^\d+(?:\.\d+)+$/.test(version)) return [];
      const message = `x-ms-deployment-version is "${version}". Write digits and dots, such as 1.0.`;
      return [{ message, pointer: '/info/x-ms-deployment-version' }];
    },
  },
  {
    id: 'description-with-address',
    group,
    severity: 'info',
    title: 'Descriptions hold no web addresses',
    why: 'Reviewers have sent connectors back for it; 615 published operations have one all the same.',
    source: 'Certification policy 5000.3.1 as reported by partners (2026)',
    good: info({ description: 'Brings quotes of fabrikam.com to the sales work in mail.' }),
    bad: info({ description: 'Brings quotes to mail, see https://fabrikam.com/quotes.' }),
    check: (model) =>
      [
        { value: model.info, pointer: '/info', whose: 'the connector' },
        ...model.operations.map((operation) => ({ ...operation, whose: operation.operationId ?? operation.pointer })),
      ].flatMap(({ value, pointer, whose }): Problem[] =>
        typeof value.description === 'string' && /https?:\/\//i.test(value.description)
          ? [
              {
                message: `The description of ${whose} holds a web address. Put it into the readme.`,
                pointer: `${pointer}/description`,
              },
            ]
          : [],
      ),
  },
];
