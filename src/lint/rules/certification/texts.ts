/** The texts of a connector: its title and description. */
import type { PackageModel } from '../../model/package-model.ts';
import type { Problem, Rule, Sample } from '../../rule.ts';

const submission = 'Submit a connector for Microsoft certification (Microsoft Learn, 2024)';
const group = 'certification';

const info = (change: object): Sample => ({ definition: { info: change } });

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

export const textRules: readonly Rule[] = [
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
    good: info({ title: 'Fabrikam Rapid Pricing' }),
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
];
