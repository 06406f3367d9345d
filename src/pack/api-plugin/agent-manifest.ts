/** declarativeAgent.json: the agent that has the plugin, version 1.8. Source: declarative-agent-manifest-1.8.md and its JSON schema. */
import type { Json } from './field-schema.ts';
import type { Tell } from './note.ts';
import type { PluginFunction } from './plugin-functions.ts';
import { purposeOf } from './plugin-manifest.ts';
import type { Publication } from './publication.ts';
import { cut, fitted, longest, oneLine } from './texts.ts';

const mostStarters = 12;

/** The manifest; `pluginFile` is the plugin's beside it. */
export function agentManifest(
  functions: readonly PluginFunction[],
  { title, description }: Publication,
  pluginFile: string,
  tell: Tell,
): Json {
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/copilot/declarative-agent/v1.8/schema.json',
    version: 'v1.8',
    name: fitted(title, 'declarativeAgent.json name', tell),
    description: fitted(description, 'declarativeAgent.json description', tell),
    instructions: instructionsOf(functions, title, description, tell),
    conversation_starters: startersOf(functions),
    actions: [{ id: 'plugin', file: pluginFile }],
  };
}

function startersOf(functions: readonly PluginFunction[]): Json[] {
  const starters = functions.map(starterOf);
  return starters
    .filter(({ text }, at) => starters.findIndex((each) => each.text === text) === at)
    .slice(0, mostStarters);
}

/** In a seller's words: titles of actions are for those who set a connector up, and a chat skill's often begins with "Chat about". */
function starterOf({ title, action }: PluginFunction): { readonly title: string; readonly text: string } {
  const { subject = title, question } = action.point?.agent ?? {};
  if (question) return { title: subject, text: question };
  const topic = /^chat about (?=\S)/i.exec(title)?.[0];
  if (!topic) return { title, text: title };
  const about = title.slice(topic.length);
  return { title: about[0]?.toUpperCase() + about.slice(1), text: `What should I know about ${about}?` };
}

function instructionsOf(functions: readonly PluginFunction[], title: string, description: string, tell: Tell): string {
  const takes = (name: string) => functions.some(({ inputs }) => inputs.some((input) => input.name === name));
  const lines = [
    `You answer questions of sellers with what ${title} knows. ${description}`,
    '',
    'What to call, and when:',
    ...functions.map((each) => `- ${each.name}: ${each.action.point?.agent.purpose ?? purposeOf(each)}`),
    '',
    'How to call:',
    ...(takes('recordType')
      ? [
          '- recordType is the system name of the kind of CRM record, in lower case: account, opportunity, lead, contact.',
        ]
      : []),
    ...(takes('recordId')
      ? [
          '- recordId is the id of the CRM record: a GUID in Dynamics 365, 15 or 18 letters and digits in Salesforce. It stands in the address of the record. Where you do not have it, ask for the address; never make one up.',
        ]
      : []),
    ...(takes('plaintextBody') ? ['- Give an email as it is: its text, subject, sender and receivers.'] : []),
    '- Leave out what you were not told.',
    '',
    'How to answer:',
    `- Say only what ${title} answered, and that it comes from there. Where the answer is empty, say that nothing was found.`,
    '- Give the address of an item where it has one.',
    '- Answer in the language of the user.',
    '- Where a call fails, tell in a sentence what failed; do not guess the answer.',
  ];
  const text = lines.map(oneLine).join('\n');
  const limit = longest['declarativeAgent.json instructions'];
  if (text.length <= limit) return text;
  const message = `They have ${text.length} characters, ${limit} are taken: what is beyond is cut. Shorten the descriptions.`;
  tell({ kind: 'doubtful', about: 'declarativeAgent.json instructions', message });
  return cut(text, limit);
}
