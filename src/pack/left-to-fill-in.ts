/** Where something stands for what only the connector's owner knows, or nothing stands yet. */
import type { LintFinding } from '../lint/lint.ts';
import type { ConnectorPackage } from '../package/connector-package.ts';
import { valueAt } from '../package/json-pointer.ts';
import { printableLine } from '../report/printable.ts';
import type { Note } from './api-plugin/api-plugin.ts';
import { findingText } from './finding-text.ts';

export interface Fillable {
  readonly connector: ConnectorPackage;
  readonly findings: readonly LintFinding[];
  /** Sections of intro.md. */
  readonly unwritten: readonly string[];
  readonly agent: readonly Note[];
}

/** Each place in a line: what lint finds, ids of nobody, sections of intro.md, placeholders in the agent. */
export function leftToFillIn({ connector, findings, unwritten, agent }: Fillable): string[] {
  const inAgent = agent.filter(({ kind }) => kind === 'fill-in').map(({ about }) => `\`${about}\``);
  return [
    ...findings.filter(isPlaceholder).map(findingText),
    ...idsOfNobody(connector),
    ...(unwritten.length > 0 ? [`\`intro.md\`: ${unwritten.join(', ')}.`] : []),
    ...(inAgent.length > 0 ? [printableLine(`The agent, see its section: ${inAgent.join(', ')}.`)] : []),
  ];
}

/** Lint tells that something is left to be filled in. */
export function isPlaceholder({ rule }: LintFinding): boolean {
  return rule === 'placeholder-left';
}

/** A GUID that begins with twenty zeros was written by hand. */
const idOfNobody = /\b0{8}-0{4}-0{4}-0{4}-[0-9a-f]{12}\b/gi;

/** Ids of sign-in alone: an example of an input may well be such a one. */
function idsOfNobody({ definition, properties }: ConnectorPackage): string[] {
  const texts = [
    ['`apiProperties.json`', JSON.stringify(properties?.value ?? null)],
    ['the definition', JSON.stringify(valueAt(definition.value, '/securityDefinitions') ?? null)],
  ] as const;
  const found = texts.flatMap(([place, text]) => [...text.matchAll(idOfNobody)].map(([id]) => ({ id, place })));
  return [...Map.groupBy(found, ({ id }) => id)].map(([id, all]) => {
    const places = [...new Set(all.map(({ place }) => place))].join(' and ');
    return `\`${id}\` in ${places} is nobody’s id: put that of your registration in its place.`;
  });
}
