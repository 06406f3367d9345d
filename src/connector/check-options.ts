/** Tells a partner what is wrong with a connector before anything is served. */
import { type Action, extensionPoints, type Field, limits } from '../contract/contract.ts';
import type { ConnectorOptions } from './connector-options.ts';
import { mcpPath } from './mcp-route.ts';

const staticPath = /^\/[\w\-.~/]*$/;
const skillId = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const skillTypes = new Set(['string', 'integer', 'number', 'boolean']);
const ownPaths = new Set(['/', mcpPath, '/apiDefinition.swagger.json', '/health/live', '/health/ready']);

/** Throws a TypeError that names every mistake in the options, one a line. */
export function checkOptions(
  options: ConnectorOptions,
  actions: readonly Action[],
  knownPaths: readonly string[],
): void {
  const mistakes = [
    ...textMistakes(options),
    ...pathMistakes(options, actions, knownPaths),
    ...skillMistakes(options),
    ...handlerMistakes(options, actions),
  ];
  if (mistakes.length > 0)
    throw new TypeError(`This connector cannot be made:\n${mistakes.map((each) => `- ${each}`).join('\n')}`);
}

function textMistakes({ title, description, languages, icon, budget = 1 }: ConnectorOptions): string[] {
  return [
    ...(title?.trim() ? [] : ['title is missing.']),
    ...(description?.trim() ? [] : ['description is missing.']),
    ...(languages?.length > 0 ? [] : ['languages is empty: name at least the fallback, such as en.']),
    ...(/^#[0-9a-f]{6}$/i.test(icon?.brandColor ?? '') ? [] : ['icon.brandColor is a colour such as #0b5c63.']),
    ...(budget > 0 && budget < limits.deadline
      ? []
      : [`budget is less than the ${limits.deadline} ms of the host (G8).`]),
  ];
}

function pathMistakes(
  { paths = {} }: ConnectorOptions,
  actions: readonly Action[],
  knownPaths: readonly string[],
): string[] {
  const taken = new Map<string, string>();
  return [
    ...Object.keys(paths)
      .filter((name) => !knownPaths.includes(name))
      .map((name) => `paths.${name} belongs to no action. There are: ${knownPaths.join(', ')}.`),
    ...actions.flatMap(({ id, method, path }) => {
      if (!staticPath.test(path))
        return [`The path of ${id}, ${path}, must begin with / and have neither parameters nor a query.`];
      const other = taken.get(`${method} ${path}`);
      taken.set(`${method} ${path}`, id);
      if (other) return [`${other} and ${id} have the same path ${method} ${path}.`];
      return ownPaths.has(path) ? [`The path of ${id}, ${path}, is one of the service's own.`] : [];
    }),
  ];
}

function skillMistakes({ chatSkills = [] }: ConnectorOptions): string[] {
  const wordings = Object.values(extensionPoints).map((point) => point.apiDescription?.toLowerCase());
  return chatSkills.flatMap(({ id, description, inputs }) => [
    ...(skillId.test(id) ? [] : [`The chat skill id "${id}" is in kebab-case, such as chat-about-orders.`]),
    ...(wordings.includes(description.trim().toLowerCase())
      ? [`The chat skill ${id} has the description of an extension point: the host would take it for that.`]
      : []),
    ...inputs.flatMap((input) => inputMistakes(id, input)),
  ]);
}

function inputMistakes(id: string, { name, type }: Field): string[] {
  if (/^connect(or|ion)Id$/i.test(name)) return [`The input ${name} of ${id} has a reserved name (G6).`];
  return skillTypes.has(type) ? [] : [`The input ${name} of ${id} is ${type}: chat knows strings and numbers only.`];
}

function handlerMistakes(options: ConnectorOptions, actions: readonly Action[]): string[] {
  const names = Object.keys(extensionPoints) as (keyof typeof extensionPoints)[];
  const given = (name: string) => (options as unknown as Record<string, unknown>)[name];
  return [
    ...names
      .filter((name) => given(name) !== undefined && typeof given(name) !== 'function')
      .map((name) => `${name} is no function.`),
    ...(options.emailSummary && options.emailSummaryV1
      ? ['emailSummary and emailSummaryV1 have the same description: a connector carries one of them.']
      : []),
    ...(actions.length > 0 ? [] : [`It answers nothing: add a handler (${names.join(', ')}) or a chat skill.`]),
  ];
}
