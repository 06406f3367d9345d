/** Whole actions to be written at a stroke: the path with its operation, and the definitions that it refers to. */
import {
  actionOf,
  type ExtensionPoint,
  extensionPoints,
  type JsonSchema,
  openApiDefinition,
} from '../../contract/contract.ts';

const snippetParts = ['paths', 'definitions'] as const;
export type SnippetPart = (typeof snippetParts)[number];

/** The names that may stand in a part of a definition, each with what is to stand there. */
export function snippetsIn(part: SnippetPart): Record<string, JsonSchema> {
  const named = points().flatMap(({ point, definition }) =>
    Object.entries(definition[part]).map(([name, value]) => [name, { point, value }] as const),
  );
  return Object.fromEntries(
    named.map(([name, { point, value }]) => [
      name,
      {
        $ref: `#/definitions/${part === 'paths' ? 'pathItem' : 'schema'}`,
        description: point.title,
        defaultSnippets: [{ label: point.title, bodyText: snippetText(value) }],
      },
    ]),
  );
}

function points() {
  return Object.values<ExtensionPoint>(extensionPoints)
    .filter(({ legacy, path, apiDescription }) => !legacy && path !== null && apiDescription !== null)
    .map((point) => ({ point, definition: definitionOf(point) }));
}

function definitionOf(point: ExtensionPoint): Record<SnippetPart, Record<string, unknown>> {
  const whole = openApiDefinition({
    title: 'Title',
    description: 'Description.',
    version: '1.0',
    actions: [actionOf(point)],
    testConnectionPath: '/test-connection',
    host: 'example.com',
    scheme: 'https',
    contact: { name: 'Name', url: 'https://example.com', email: 'a@example.com' },
    website: 'https://example.com',
    privacyPolicy: 'https://example.com/privacy',
    categories: [],
  });
  return whole as Record<SnippetPart, Record<string, unknown>>;
}

/** JSON as the text of a snippet, in which $ and \ mean something. */
function snippetText(value: unknown): string {
  return JSON.stringify(value, null, '\t').replaceAll('\\', '\\\\').replaceAll('$', '\\$');
}
