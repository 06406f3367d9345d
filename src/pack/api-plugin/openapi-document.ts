/** The OpenAPI 3.0 document of the functions of a plugin. */
import type { Input } from '../../discovery/discovery.ts';
import { valueAt } from '../../package/json-pointer.ts';
import { type Json, plainSchema, schemaOf } from './field-schema.ts';
import type { PluginFunction } from './plugin-functions.ts';
import type { Publication } from './publication.ts';
import type { AppSignIn } from './sign-in.ts';
import { entriesAt, textAt } from './texts.ts';

const signIn = 'signIn';

/** The document: addresses as the connector has them, schemas spelled out in place. */
export function openApiDocument(
  definition: unknown,
  functions: readonly PluginFunction[],
  { title, description, version, serverUrl }: Publication,
  { scheme, scopes }: AppSignIn,
): Json {
  const paths: Record<string, Json> = {};
  for (const each of functions) {
    const { path, method } = each.action.operation;
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(definition, each) };
  }
  return {
    openapi: '3.0.4',
    info: { title, description, version },
    servers: [{ url: serverUrl }],
    paths,
    ...(scheme && { components: { securitySchemes: { [signIn]: scheme } }, security: [{ [signIn]: scopes }] }),
  };
}

function operationOf(definition: unknown, { name, title, action, inputs }: PluginFunction): Json {
  const { operation } = action;
  const inBody = inputs.filter((input) => input.in === 'body');
  const parameters = inputs.filter((input) => input.in !== 'body').map((input) => parameterOf(definition, input));
  const answer = schemaOf(operation.outputs);
  return {
    operationId: name,
    summary: title,
    ...(operation.description !== undefined && { description: operation.description }),
    // Whether the seller is asked each time, as the author of the definition said it.
    ...(operation.isOpenAiEnabled && { 'x-openai-isConsequential': operation.needsConfirmation }),
    parameters,
    ...(inBody.length > 0 && { requestBody: { required: true, content: json(bodySchema(inBody)) } }),
    responses: {
      200: { description: 'Success.', ...(answer && { content: json(answer) }) },
      ...failuresOf(definition, operation.pointer),
    },
  };
}

function json(schema: Json): Json {
  return { 'application/json': { schema } };
}

function bodySchema(inputs: readonly Input[]): Json {
  const required = inputs.filter((input) => input.required).map(({ name }) => name);
  const properties = inputs.map((input) => [input.name, { ...described(input), ...plainSchema(input) }] as const);
  return { type: 'object', ...(required.length > 0 && { required }), properties: Object.fromEntries(properties) };
}

function parameterOf(definition: unknown, input: Input): Json {
  const isRepeated = valueAt(definition, `${input.pointer}/collectionFormat`) === 'multi';
  return {
    name: input.name,
    in: input.in,
    ...described(input),
    required: input.required || input.in === 'path',
    ...(input.type === 'array' && input.in === 'query' && { style: 'form', explode: isRepeated }),
    schema: plainSchema(input),
  };
}

function described({ description }: Input): Json {
  return description === undefined ? {} : { description };
}

/** Answers other than success, by what the definition says of them. */
function failuresOf(definition: unknown, pointer: string): Json {
  const failures = entriesAt(definition, `${pointer}/responses`).filter(([code]) => /^([345]\d\d|default)$/.test(code));
  return Object.fromEntries(
    failures.map(([code, response]) => [code, { description: textAt(response, '/description') ?? 'It failed.' }]),
  );
}
