/** What was left to be filled in. */
import { entriesOf, isObject, step } from '../model/json-object.ts';
import type { Problem, Rule } from '../rule.ts';

const placeholder =
  /\b(?:todo|tbd|change[-_ ]?me|replace[-_ ]?me|fill[-_ ]?in)\b|<[^<>]+>|\{\{[^{}]+\}\}|\[\[[^[\]]+\]\]|\byour[-_ ]?(?:own|app|api|client|company|domain|host|resource|server|site|tenant)\b|\bexample\.(?:com|net|org)\b/i;
/** What is written for people may say such words; a TODO in capitals is meant for its author all the same. */
const placeholderInProse = /\bTODO\b/;
/** What users fill in themselves, with hints how; patterns of addresses; a secret, which no message repeats. */
const passedOver: ReadonlySet<string> = new Set([
  'uiDefinition',
  'metadata',
  'policyTemplateInstances',
  'clientSecret',
]);

export const placeholderLeft: Rule = {
  id: 'placeholder-left',
  group: 'package',
  severity: 'warning',
  title: 'Nothing is left to be filled in',
  why: 'A new project marks by TODO what only its owner knows: addresses, client ids, texts. Sellers cannot sign in with such an id, and reviewers follow every address. 29 of 259 published packages keep one, most of them as client id.',
  source: 'Submit a connector for Microsoft certification (Microsoft Learn, 2024); names reserved by RFC 2606',
  good: {},
  bad: {
    definition: { host: 'todo.example.com' },
    properties: { properties: { connectionParameters: { token: { oAuthSettings: { clientId: 'TODO-client-id' } } } } },
  },
  check: ({ root, info, properties, connector: { readme } }) => [
    ...[root.host, root.basePath].flatMap((value, index) => found(value, index === 0 ? '/host' : '/basePath')),
    ...['title', 'description'].flatMap((name) => found(info[name], `/info/${name}`, placeholderInProse)),
    ...below(info.contact, '/info/contact'),
    ...below(root['x-ms-connector-metadata'], '/x-ms-connector-metadata'),
    ...below(root.securityDefinitions, '/securityDefinitions'),
    ...below(properties, '/properties').map((problem) => ({ ...problem, role: 'properties' as const })),
    ...(readme ? leftInReadme(readme.text) : []),
  ],
};

/** Told once: a readme has no places of its own. */
function leftInReadme(text: string): Problem[] {
  const lines = text.split(/\r?\n/);
  const marked = lines.flatMap((line, index) => (placeholderInProse.test(line) ? [index + 1] : []));
  if (marked.length === 0) return [];
  const place = `${marked.length === 1 ? 'line' : 'lines'} ${marked.join(', ')}`;
  return [{ message: `The readme is marked TODO in ${place}. Write what is yours.`, pointer: '', role: 'readme' }];
}

/** In every text of a value. */
function below(value: unknown, pointer: string): Problem[] {
  if (typeof value === 'string') return found(value, pointer);
  if (Array.isArray(value)) return value.flatMap((each, index) => below(each, `${pointer}/${index}`));
  if (!isObject(value)) return [];
  return entriesOf(value).flatMap(([name, each]) => (passedOver.has(name) ? [] : below(each, pointer + step(name))));
}

function found(value: unknown, pointer: string, pattern = placeholder): Problem[] {
  const [word] = (typeof value === 'string' && pattern.exec(value)) || [];
  if (word === undefined) return [];
  const text = String(value).slice(0, 200);
  return [{ message: `"${text}" is a placeholder (${word}). Write what is yours.`, pointer }];
}
