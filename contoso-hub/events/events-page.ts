/** The reference of events, made from their declarations. */
import { apiPrefix } from '../back-end/rest-api.ts';
import type { EventKind } from './event.ts';
import { about, eventKinds, id, time } from './event-kinds.ts';
import { eventsRole, mostEvents } from './events-api.ts';
import { eventSchema } from './read-event.ts';

const kinds = Object.keys(eventKinds) as EventKind[];

/** What of JSON Schema the declarations use. */
interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly format?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** The JSON schema of any event. */
export function anyEventSchema(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'An event that Contoso Hub takes in',
    oneOf: kinds.map(eventSchema),
  };
}

/** The page: how events are sent, and every kind of them. */
export function eventsPage(): string {
  return `# Events of Contoso Hub

\`POST ${apiPrefix}/tenants/{tenant}/events\` takes events of a customer's tenant in batches; \`contoso-hub import\` takes files of them, [how](../guide/sending-events.md). As a JSON schema: [event.schema.json](../../contoso-hub/events/event.schema.json).

## A batch

\`\`\`json
{ "events": [${JSON.stringify(eventKinds['agreement-viewed'].example)}] }
\`\`\`

\`application/json\`, ${mostEvents} events at most. Authentication: with \`--auth entra\` a token of the tenant of \`--events-from\`, for the same audience as sellers' tokens, with the role \`${eventsRole}\` in \`roles\`; with authentication off none, from this machine only.

| Status | What it says | What to do |
| --- | --- | --- |
| \`200\` | \`{ "stored": 1, "known": 0 }\`: all are stored, on disk; \`known\` were stored before | forget the batch |
| \`400\`, \`413\`, \`415\` | nothing was stored; \`details\` names what is wrong by its place (\`/events/3/about/0\`), 20 at most | mend the events named, or leave them out, and send again |
| \`401\`, \`403\` | the token is not one that may send events | get another |
| \`500\`, \`503\`, \`504\`, no answer | the batch may be stored, or not | send it again, unchanged, after \`Retry-After\` |

[The body of errors](errors.md) is that of the connector.

## Every event

| Property | |
| --- | --- |
| \`id\` | ${words(id)}; no two events of a tenant have the same, what comes again is passed over |
| \`at\` | ${words(time)}: when it happened, from 1970 on |
| \`kind\` | one of those below |
| \`about\` | ${words(about)}: subjects that are known by a \`subject-changed\` event or from before. What only changes has none |

What happens to a subject is shown for the account that it belongs to as well. Events may come in any order, but for \`subject-changed\`: it comes before what is about the subject, or stands before it in the batch. A change that is older than the last one changes nothing; of two of the same time the one that comes last counts. Other properties than those named are refused.

${kinds.map(section).join('\n')}`;
}

const shared = ['id', 'at', 'kind', 'about'];

function section(kind: EventKind): string {
  const { effect, example } = eventKinds[kind];
  const { properties, required } = eventSchema(kind) as Schema;
  const own = Object.keys(properties ?? {}).filter((name) => !shared.includes(name));
  const table = own.length > 0 ? `| Property | |\n| --- | --- |\n${rows(properties, own, required)}\n\n` : '';
  return `## ${kind}\n\n${effect}\n\n${table}\`\`\`json\n${JSON.stringify(example)}\n\`\`\`\n`;
}

/** A row for each of these properties, and for those of objects. */
function rows(
  properties: Schema['properties'] = {},
  names: readonly string[] = Object.keys(properties),
  required: readonly string[] = names,
  before = '',
): string {
  return names
    .flatMap((name) => {
      const schema = properties[name] as Schema;
      const optional = required.includes(name) ? '' : '; may be left out';
      const path = `${before}${name}${schema.items?.properties ? '[]' : ''}`;
      const parts = schema.properties ? schema : schema.items;
      const nested = parts?.properties ? [rows(parts.properties, undefined, parts.required, `${path}.`)] : [];
      return [...(schema.properties ? [] : [`| \`${path}\` | ${words(schema)}${optional} |`]), ...nested];
    })
    .join('\n');
}

function words({ type, enum: choices, const: only, format, items, minItems = 0, maxItems, maxLength }: Schema): string {
  if (only) return `\`${only}\``;
  if (choices) return `one of ${choices.map((choice) => `\`${choice}\``).join(', ')}`;
  if (format) return 'a time of RFC 3339, with its zone';
  if (items) {
    const count = maxItems === undefined ? 'a list' : `a list of ${minItems} to ${maxItems}`;
    return items.properties ? count : `${count}, each ${words(items)}`;
  }
  if (type === 'integer') return 'a whole number from 0 on';
  if (type === 'number') return 'a number from 0 on';
  return maxLength === undefined ? 'a code of three capitals (ISO 4217)' : `text of 1 to ${maxLength} characters`;
}
