/** One more extension point in a definition that is there, written as the definition is. */
import { type Action, actionOf, type ExtensionPoint, openApiDefinition } from '../../contract/contract.ts';
import { CodedError } from '../../core/coded-error.ts';
import { discover } from '../../discovery/discovery.ts';
import { canBeFixed, fixedText } from '../../lint/lint.ts';
import type { ConnectorPackage } from '../../package/connector-package.ts';
import { pointerTo } from '../../package/json-pointer.ts';
import type { SourceDocument } from '../../package/source-document.ts';
import { inPlace, renamed } from './schema-style.ts';

type Json = Readonly<Record<string, unknown>>;

export interface AddedOperation {
  readonly operationId: string;
  /** As the definition has it now. */
  readonly path: string;
  /** The new content of definition and actions, with a byte order mark where there was one. */
  readonly files: readonly { readonly file: string; readonly text: string }[];
}

/**
 * What the files of a package become with the operation of a point in it, at this path or at one like its neighbours'.
 * Throws a CodedError USAGE where it is there already, or where the definition cannot be written to.
 */
export function addedOperation(connector: ConnectorPackage, point: ExtensionPoint, path?: string): AddedOperation {
  const { definition, actions } = connector;
  const root = writable(definition);
  expectNew(connector, point);
  const paths = isObject(root.paths) ? root.paths : {};
  if (path !== undefined) expectPlain(path);
  const action = actionOf(point, path ?? pathLike(connector, point));
  const method = action.method.toLowerCase();
  const item = paths[action.path];
  if (isObject(item) && item[method] !== undefined)
    throw new CodedError(
      'USAGE',
      `${definition.file} has ${action.method} ${action.path} already. Give another --path.`,
    );
  const { operation, definitions } = inStyleOf(root, action);
  const fixes = [
    root.paths === undefined
      ? { pointer: '/paths', value: { [action.path]: { [method]: operation } } }
      : isObject(item)
        ? { pointer: pointerTo(['paths', action.path, method]), value: operation }
        : { pointer: pointerTo(['paths', action.path]), value: { [method]: operation } },
    ...Object.entries(definitions).map(([name, value]) => ({ pointer: pointerTo(['definitions', name]), value })),
  ];
  return {
    operationId: action.operationId,
    path: action.path,
    files: [
      { file: definition.file, text: marked(definition, fixedText(definition.text, fixes).text) },
      ...(actions ? describedIn(actions, action) : []),
    ],
  };
}

/** The value of a definition that may be written to. */
function writable(definition: SourceDocument): Json {
  const { file, value } = definition;
  if (isObject(value) && value.swagger === undefined && value.openapi !== undefined)
    throw new CodedError(
      'USAGE',
      `${file} is OpenAPI ${value.openapi}, which the Power Platform does not take. Convert it to 2.0.`,
    );
  if (!isObject(value) || !canBeFixed(definition))
    throw new CodedError('USAGE', `${file} is no JSON without faults, so nothing is added to it. See what lint says.`);
  return value;
}

function expectNew(connector: ConnectorPackage, point: ExtensionPoint): void {
  const present = discover(connector).actions.find(
    ({ operation, point: own }) => own?.id === point.id || operation.operationId === point.operationId,
  );
  if (!present) return;
  const { operation } = present;
  const name = operation.operationId ?? `${operation.method} ${operation.path}`;
  throw new CodedError('USAGE', `${connector.definition.file} has ${point.id} already: ${name} at ${operation.path}.`);
}

/** Parts in braces would be inputs that the host has no value for. */
function expectPlain(path: string): void {
  if (!path.startsWith('/')) throw new CodedError('USAGE', `The path ${path} does not begin with /.`);
  const odd = /[^\w/.~-]/u.exec(path)?.[0];
  if (odd === undefined) return;
  const words = 'Letters of a to z, digits and / . _ ~ - are taken.';
  throw new CodedError('USAGE', `The path ${path} contains ${JSON.stringify(odd)}. ${words}`);
}

/** Beside another extension point whose path ends in its id and has no parts in braces; else the path of the documentation. */
function pathLike(connector: ConnectorPackage, point: ExtensionPoint): string | undefined {
  for (const { operation, point: own } of discover(connector).actions)
    if (own && operation.path.endsWith(`/${own.id}`) && !operation.path.includes('{'))
      return operation.path.slice(0, -own.id.length) + point.id;
  return point.path ?? undefined;
}

/** Operation and schemas: in `definitions` where the others are, else in their places. */
function inStyleOf(root: Json, action: Action): { operation: unknown; definitions: Json } {
  const made = openApiDefinition({ ...unasked, actions: [action] }) as { paths: Json; definitions: Json };
  const operation = (made.paths[action.path] as Json)[action.method.toLowerCase()];
  const { TestConnectionResponse: _, ...definitions } = made.definitions;
  if (isObject(root.definitions) && Object.keys(root.definitions).length > 0)
    return renamed(operation, definitions, root.definitions);
  return { operation: inPlace(operation, definitions), definitions: {} };
}

/** What a definition says besides its operations; nothing of it is used. */
const unasked = {
  title: '',
  description: '',
  version: '',
  testConnectionPath: '/',
  host: '',
  scheme: 'https',
  contact: { name: '', url: '', email: '' },
  website: '',
  privacyPolicy: '',
  categories: [],
} as const;

function describedIn(actions: SourceDocument, { operationId, description, inputs }: Action): AddedOperation['files'] {
  const value = isObject(actions.value) ? actions.value : {};
  if (!canBeFixed(actions) || !Array.isArray(value.actions))
    throw new CodedError(
      'USAGE',
      `${actions.file} has no list "actions", so nothing is added to it. See what lint says.`,
    );
  const parameters = Object.fromEntries(inputs.map((input) => [input.name, input.description]));
  const index = value.actions.findIndex((each) => isObject(each) && each.operationId === operationId);
  const pointer = `/actions/${index < 0 ? '-' : index}`;
  const fix = { pointer, value: { operationId, description, parameters } };
  return [{ file: actions.file, text: marked(actions, fixedText(actions.text, [fix]).text) }];
}

function marked({ problems }: SourceDocument, text: string): string {
  return problems.some(({ kind }) => kind === 'byte-order-mark') ? `\uFEFF${text}` : text;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
