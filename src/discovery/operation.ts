/** The operations of a connector package with their effective descriptions: the action's over the definition's. */
import type { ConnectorPackage } from '../package/connector-package.ts';
import { pointerTo } from '../package/json-pointer.ts';
import { type ActionOverride, overridesOf } from './action-override.ts';
import { type FieldModel, flattened, schemaFacts } from './field-model.ts';
import { isJson, type Json, type Part, partAt, partOf, textOf } from './resolve.ts';

/** An input of an operation: a parameter, or a property of its body. */
export interface Input extends FieldModel {
  readonly in: 'query' | 'header' | 'path' | 'formData' | 'body';
}

export interface Operation {
  readonly operationId: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly pointer: string;
  readonly summary: string | undefined;
  /** Effective: of the action where it has one, else of the definition. */
  readonly description: string | undefined;
  /** Where actions.json has the description, if it does. */
  readonly overriddenAt: string | undefined;
  /** actions.json has an entry for it; undefined where there is no such file, or nothing in it can be read. */
  readonly isChosen: boolean | undefined;
  readonly isInternal: boolean;
  readonly isOpenAiEnabled: boolean;
  readonly needsConfirmation: boolean;
  readonly inputs: readonly Input[];
  /** The body as such, where there is one; its properties stand among the inputs. */
  readonly body: { readonly name: string; readonly pointer: string; readonly required: boolean } | undefined;
  /** Media types that it takes; of the definition, where it names none itself. */
  readonly consumes: readonly string[];
  readonly outputs: readonly FieldModel[];
  /** The example answer that the definition gives, if any. */
  readonly example: unknown;
}

/** Its operationId, else method and path. */
export function nameOf({ operationId, method, path }: Operation): string {
  return operationId ?? `${method} ${path}`;
}

const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];
const places = new Set(['query', 'header', 'path', 'formData', 'body']);

/**
 * Every operation, in the order of the definition; none of an OpenAPI 3 definition, which Copilot for Sales does not
 * read. Whatever the definition holds, nothing is thrown.
 */
export function operationsOf(connector: ConnectorPackage): Operation[] {
  const root = connector.definition.value;
  if (isJson(root) && root.openapi !== undefined && root.swagger === undefined) return [];
  const overrides = overridesOf(connector.actions?.value);
  const paths = partAt(root, '/paths');
  if (!paths) return [];
  return Object.keys(paths.value).flatMap((path) => {
    const item = partOf(root, paths.value[path], pointerTo(['paths', path]));
    if (!item) return [];
    return methods.flatMap((method) => {
      const operation = partOf(root, item.value[method], `${item.pointer}/${method}`);
      return operation ? [readOperation(root, { item, operation, path, method }, overrides)] : [];
    });
  });
}

interface Found {
  readonly item: Part;
  readonly operation: Part;
  readonly path: string;
  readonly method: string;
}

function readOperation(root: unknown, found: Found, overrides: ReadonlyMap<string, ActionOverride>): Operation {
  const { operation, path, method } = found;
  const { value, pointer } = operation;
  const operationId = textOf(value.operationId);
  const override = operationId === undefined ? undefined : overrides.get(operationId);
  const openAi = isJson(value['x-ms-openai-data']) ? value['x-ms-openai-data'] : {};
  const response = successResponse(root, operation);
  const parameters = parametersOf(root, found);
  const describe = (field: Pick<FieldModel, 'path'>) => override?.outputs.get(outputKey(field));
  let inputs: readonly Input[] | undefined;
  let outputs: readonly FieldModel[] | undefined;
  return {
    operationId,
    method: method.toUpperCase(),
    path,
    pointer,
    summary: textOf(value.summary),
    description: override?.description?.text ?? textOf(value.description),
    overriddenAt: override?.description?.pointer,
    isChosen: overrides.size > 0 ? override !== undefined : undefined,
    isInternal: value['x-ms-visibility'] === 'internal',
    isOpenAiEnabled: openAi['openai-enabled'] === true,
    needsConfirmation: confirmationOf(openAi),
    // Read when asked for, like outputs: most operations of most packages are never asked.
    get inputs() {
      inputs ??= inputsOf(root, parameters, override);
      return inputs;
    },
    body: bodyOf(parameters),
    consumes: textsOf(value.consumes) ?? textsOf(isJson(root) ? root.consumes : undefined) ?? [],
    get outputs() {
      outputs ??= response ? flattened(root, `${response.pointer}/schema`, describe) : [];
      return outputs;
    },
    example: response && exampleOf(response.value),
  };
}

/** Path-level parameters and the operation's own, which replace those of the same name and place. */
function parametersOf(root: unknown, { item, operation }: Found): Part[] {
  const parameters = new Map<string, Part>();
  for (const { value, pointer } of [item, operation]) {
    if (!Array.isArray(value.parameters)) continue;
    value.parameters.forEach((each: unknown, index) => {
      const part = partOf(root, each, `${pointer}/parameters/${index}`);
      if (part) parameters.set(`${part.value.in} ${part.value.name}`, part);
    });
  }
  return [...parameters.values()];
}

function bodyOf(parameters: readonly Part[]): Operation['body'] {
  const body = parameters.find(({ value }) => value.in === 'body');
  return (
    body && { name: textOf(body.value.name) ?? 'body', pointer: body.pointer, required: body.value.required === true }
  );
}

function textsOf(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : undefined;
}

function inputsOf(root: unknown, parameters: readonly Part[], override: ActionOverride | undefined): Input[] {
  const describe = ({ path }: Pick<FieldModel, 'path'>) =>
    override?.parameters.get(path.join('.')) ?? override?.parameters.get(path.at(-1) ?? '');
  return parameters.flatMap((part): Input[] => {
    const place = part.value.in;
    if (typeof place !== 'string' || !places.has(place)) return [];
    if (place === 'body')
      return flattened(root, `${part.pointer}/schema`, describe).map((field) =>
        Object.assign(field, { in: 'body' as const }),
      );
    const name = textOf(part.value.name) ?? '';
    const described = describe({ path: [name] });
    const required = part.value.required === true;
    return [
      {
        ...schemaFacts(part.value),
        pointer: part.pointer,
        path: [name],
        name,
        description: described?.text ?? textOf(part.value.description),
        describedBy: part.pointer,
        overriddenAt: described?.pointer,
        required,
        isMarkedRequired: required,
        in: place as Input['in'],
      },
    ];
  });
}

function successResponse(root: unknown, { value, pointer }: Part): Part | undefined {
  const responses = partOf(root, value.responses, `${pointer}/responses`);
  if (!responses) return undefined;
  const codes = Object.keys(responses.value);
  const code = ['200', '201', ...codes.filter((each) => /^2\d\d$/.test(each)), 'default'].find((each) =>
    codes.includes(each),
  );
  return code === undefined ? undefined : partAt(root, `${pointer}/responses/${code}`);
}

function exampleOf(response: Json): unknown {
  const examples = isJson(response.examples) ? response.examples : {};
  const schema = isJson(response.schema) ? response.schema : {};
  return examples['application/json'] ?? Object.values(examples)[0] ?? schema.example;
}

function confirmationOf(openAi: Json): boolean {
  const entries = Array.isArray(openAi.operations) ? openAi.operations : [];
  return entries.some((entry) => isJson(entry) && entry['x-ms-require-user-confirmation'] === true);
}

/** An output's place without array steps: value.title. */
function outputKey({ path }: Pick<FieldModel, 'path'>): string {
  return path.filter((step) => step !== '[]').join('.');
}
