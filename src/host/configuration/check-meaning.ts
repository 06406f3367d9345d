/** What no schema can say of a configuration: languages, time zones, addresses and headers that are none. */
import { isLanguage, isTimeZone } from '../world/locale.ts';
import { timeProblems } from '../world/read-mail.ts';
import { baseAddress, isUrl, providerAddress } from './base-address.ts';
import type { SchemaProblem } from './check-by-schema.ts';
import { commandWords } from './command-words.ts';
import type { Configuration, OwnPackage } from './configuration.ts';
import type { Path } from './json-source.ts';
import { ownHeaders } from './own-headers.ts';

/** Everything that is wrong with a configuration whose shape is right. */
export function checkMeaning({
  packages = [],
  users = [],
  mails = [],
  urls = {},
  connections = {},
  headers = {},
}: Configuration): SchemaProblem[] {
  return [
    ...packages.flatMap((each, index) =>
      typeof each === 'string' ? [] : packageProblems(each, ['packages', index], urls),
    ),
    ...users.flatMap(({ language, timeZone }, index) => [
      ...languageProblem(['users', index, 'language'], language),
      ...(timeZone === undefined || isTimeZone(timeZone)
        ? []
        : [
            problem(
              ['users', index, 'timeZone'],
              `an IANA zone such as "Europe/Paris" is expected, not "${timeZone}".`,
            ),
          ]),
    ]),
    ...mails.flatMap((mail, index) =>
      typeof mail === 'string'
        ? []
        : [
            ...languageProblem(['mails', index, 'language'], mail.language),
            ...timeProblems(mail).map((each) => ({ ...each, path: ['mails', index, ...each.path] })),
          ],
    ),
    ...Object.entries(urls).flatMap(([name, url]) => refusal(['urls', name], () => baseAddress(url, ''))),
    ...Object.entries(connections).flatMap(([name, own]) =>
      (['issuer', 'authorizationUrl', 'tokenUrl', 'refreshUrl'] as const).flatMap((setting) =>
        refusal(['connections', name, setting], () => providerAddress(own[setting], '')),
      ),
    ),
    ...Object.entries(headers).flatMap(([name, value]) =>
      refusal(['headers', name], () => ownHeaders({ [name]: value }, '')),
    ),
  ];
}

function packageProblems({ location, run, url }: OwnPackage, path: Path, urls: Readonly<Record<string, string>>) {
  const isTwice = url !== undefined && urls[location] !== undefined;
  const isNowhere = run !== undefined && url === undefined && urls[location] === undefined && !isUrl(location);
  return [
    ...(isTwice ? [problem([...path, 'url'], 'the address stands in urls, too. Leave one of them.')] : []),
    ...(url === undefined ? [] : refusal([...path, 'url'], () => baseAddress(url, ''))),
    ...(run === undefined ? [] : refusal([...path, 'run'], () => commandWords(run))),
    ...(isNowhere ? [problem([...path, 'run'], 'a url is expected beside it: where the program listens.')] : []),
  ];
}

function languageProblem(path: Path, tag: string | undefined): SchemaProblem[] {
  if (tag === undefined || isLanguage(tag)) return [];
  return [problem(path, `a BCP 47 tag such as "fr-FR" is expected, not "${tag}".`)];
}

function refusal(path: Path, check: () => unknown): SchemaProblem[] {
  try {
    check();
    return [];
  } catch (error) {
    return [problem(path, (error as Error).message.replace(/^: /, ''))];
  }
}

function problem(path: Path, message: string): SchemaProblem {
  return { path, about: 'value', message };
}
