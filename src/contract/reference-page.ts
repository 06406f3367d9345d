/** The reference pages of docs/reference, derived from the declarations. */
import { errors } from './errors.ts';
import type { ExtensionPoint, Field } from './extension-point.ts';
import { guidelines } from './guidelines.ts';
import { hostProfile } from './host-profile.ts';
import { limits } from './limits.ts';

/** Markdown of one extension point. */
export function extensionPointPage(point: ExtensionPoint): string {
  const facts = [
    ['Shown in', point.surface],
    ['Method', point.method],
    ['Operation id', point.operationId ?? 'any'],
    ['Path', point.path ? `\`${point.path}\` (a placeholder, any will do)` : 'any'],
    ['Inputs travel in', point.inputsIn === 'any' ? 'query or body' : `the ${point.inputsIn}`],
    ['Source', point.source],
  ];
  return sections([
    `# ${point.title}`,
    point.apiDescription && `The host finds the action by this description:\n\n> ${point.apiDescription}`,
    table(['', ''], facts),
    point.inputs.length > 0 && `## Inputs\n\n${fieldTable(point.inputs)}`,
    ...Object.entries(point.models).map(([name, fields]) => `## ${name}\n\n${fieldTable(fields)}`),
    `## Answer\n\n${fieldTable(point.envelope)}`,
    `## Item\n\n${fieldTable(point.item)}`,
    point.contentTypes &&
      `## Content types\n\n${table(['contentType', 'Meaning'], Object.entries(point.contentTypes))}`,
    list('Limits', point.limits),
    list('Notes', point.notes),
    list('Former wordings', point.formerly.map(formerWording)),
    `## Example\n\n\`\`\`json\n${JSON.stringify(point.example, null, 2)}\n\`\`\``,
    list('Errata of the documentation', point.errata),
  ]);
}

/** Markdown of the error table. */
export function errorsPage(): string {
  const rows = errors.map(({ errorCode, status, documented, when }) => [
    `\`${errorCode}\``,
    String(status),
    documented ? 'documented' : 'ours',
    when,
  ]);
  return sections([
    '# Errors',
    'Every error answer has the body `{ errorCode, errorMessage, activityId, details }`. `activityId` is the `x-ms-client-request-id` of the request, or an id of ours where that is absent or unfit. “Ours” are codes for the cases that the documentation leaves out.',
    table(['errorCode', 'Status', 'Origin', 'When'], rows),
  ]);
}

/** Markdown of the guidelines, the numbers of the protocol and what the host sends. */
export function hostPage(): string {
  const profile = Object.entries(hostProfile).map(([name, { value, switches, assumed }]) => [
    `\`${name}\``,
    value,
    switches.join(', '),
    assumed ? 'assumed' : 'documented',
  ]);
  return sections([
    '# What Copilot for Sales asks and sends',
    `## Guidelines\n\n${table(['Id', 'Rule'], Object.entries(guidelines))}`,
    `## Host profile\n\n${table(['What', 'Sent', 'Partners also meet', 'Standing'], profile)}`,
    `## Numbers\n\n${table(
      ['What', 'Value'],
      [
        ['An action completes within', `${limits.deadline} ms`],
        ['A request body has at most', `${limits.bodyBytes.toLocaleString('en')} bytes`],
        ['Calls per connection', `${limits.throttle.calls} in ${limits.throttle.seconds} seconds`],
        ['Items where `top` is absent, and at most', `${limits.top.default}, ${limits.top.max}`],
        ['Connectors shown under record details', `${limits.recordDetailsConnectors}`],
      ],
    )}`,
  ]);
}

function fieldTable(fields: readonly Field[]): string {
  return table(
    ['Name', 'Type', 'Required', 'Description', 'Besides'],
    fields.map((field) => [
      `\`${field.name}\``,
      typeName(field),
      field.required ? 'yes' : '',
      field.description,
      [field.details, field.localized && !field.details?.includes('Accept-Language') && 'follows Accept-Language']
        .filter(Boolean)
        .join('; '),
    ]),
  );
}

function typeName({ type, format, items, model, values }: Field): string {
  if (type === 'array') return `array of ${items}`;
  if (type === 'object') return model ?? (values ? `object of ${values}s` : 'object');
  return format ? `${type} (${format})` : type;
}

function formerWording({ field, name, description, since, until, note }: ExtensionPoint['formerly'][number]): string {
  return `${name ? `${field} \`${name}\`` : field}, ${since} to ${until}: “${description}”${note ? ` (${note})` : ''}`;
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}

function list(title: string, entries: readonly string[]): string | false {
  return entries.length > 0 && `## ${title}\n\n${entries.map((entry) => `- ${escaped(entry)}`).join('\n')}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => escaped(cell)).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function sections(parts: readonly (string | null | undefined | false)[]): string {
  const made = '<!-- Made from src/contract by `npm run generate`. -->';
  return `${[made, ...parts.filter(Boolean)].join('\n\n')}\n`;
}
