/** The first part of an answer to "why is nothing shown": would the host find and invoke an action of the package? */
import type { ConnectorAction, ConnectorView, Finding } from '../../../host/api/api-types.ts';
import { isPoint, type Point, points } from './extension-points.ts';
import { type Line, notice, ok, problem, unknown } from './line.ts';

/** `wanted` is an extension point, sales-chat or the operationId of a chat skill. */
export function packageLines(
  connectors: readonly ConnectorView[],
  connector: ConnectorView | undefined,
  wanted: string,
): Line[] {
  if (!connector)
    return [
      unknown('The connector is not here any more.', 'Add it again, on the page Connectors, to have it looked at.'),
    ];
  const action = actionFor(connector, wanted);
  const about = action
    ? [...identityLines(connector, action, wanted), ...invocableLines(action)]
    : wanted === 'sales-chat'
      ? skillsLines(connector)
      : noActionLines(connector, wanted);
  return [
    ...about,
    ...tooManyLines(connectors, connector, wanted),
    ...findingLines([...connector.findings, ...(action?.findings ?? [])]),
    ...(connector.isMock ? [notice('Answers are examples: the connector itself is not asked.')] : []),
  ];
}

/** One line an extension point: what answers it, how it was matched, whether it would be invoked. */
export function overviewLines(connector: ConnectorView): readonly (Line & { readonly point: Point })[] {
  return points.map((point) => {
    if (point === 'sales-chat') return { point, ...overviewOfSkills(connector) };
    const action = actionFor(connector, point);
    if (!action) {
      const near = nearMisses(connector, point)[0];
      return near
        ? { point, ...problem(`No action; ${nameOf(near)} comes near.`) }
        : { point, verdict: 'unknown', text: 'No action.' };
    }
    const matched = action.matchedBy === 'description' ? 'description' : 'operation id only';
    const text = `${nameOf(action)}, matched by ${matched}`;
    const against = againstUse(action);
    return { point, ...(against ? problem(`${text}: ${against}`) : ok(`${text}: invocable`)) };
  });
}

function againstUse({ isEnabled, rewritten, invocable, reasons, isUsed }: ConnectorAction): string | undefined {
  if (!isUsed) return 'not used, because another action takes its place';
  if (!isEnabled) return 'switched off';
  if (rewritten) return 'rewritten by the gateway';
  if (invocable) return undefined;
  return `not invocable (${reasons.map(({ code }) => code).join(', ')})`;
}

/** The action that the host uses for what is wanted, or else the first that was meant for it. */
function actionFor({ actions }: ConnectorView, wanted: string): ConnectorAction | undefined {
  const concerned = actions.filter((action) =>
    isPoint(wanted) ? action.extensionPoint === wanted : action.operationId === wanted,
  );
  return concerned.find(({ isUsed }) => isUsed) ?? concerned[0];
}

function identityLines(connector: ConnectorView, action: ConnectorAction, wanted: string): Line[] {
  const { matchedBy, exactness, isUsed, isEnabled, rewritten } = action;
  const name = nameOf(action);
  const others = connector.actions.filter(
    (other) => isPoint(wanted) && other.extensionPoint === wanted && other !== action,
  );
  const said: Line[] = [
    matchedBy === null
      ? ok(`${name} is a chat skill.`)
      : matchedBy === 'description'
        ? ok(
            `${name} answers ${wanted}: its description matches${exactness === 'loose' ? ', but not to the letter' : ''}.`,
          )
        : notice(
            `${name} answers ${wanted} by its operation id only; its description is another.`,
            'Give it the description of the extension point, or override the description in Copilot Studio.',
          ),
  ];
  if (!isUsed)
    said.push(problem(`${name} is not used: another action of the package takes its place.`, 'Remove one of the two.'));
  for (const other of others)
    said.push(notice(`${nameOf(other)} answers ${wanted}, too, and is not used.`, 'Remove one of the two.'));
  said.push(
    isEnabled ? ok('It is switched on.') : problem('It is switched off.', 'Switch it on, on the page Connectors.'),
  );
  if (rewritten)
    said.push(problem(rewritten, 'Give the address that is called in the end: --url, or the page Connectors.'));
  return said;
}

function invocableLines({ invocable, reasons }: ConnectorAction): Line[] {
  if (invocable) return [ok('The host would invoke it: method and inputs are those of the extension point.')];
  if (reasons.length === 0)
    return [problem('The host has no use for it.', 'Describe it as an extension point, or enable it as a chat skill.')];
  return reasons.map(({ code, message, pointer }) =>
    problem(`The host would not invoke it. ${message}`, howToMend[code], `${code} · ${pointer}`),
  );
}

const howToMend: Readonly<Record<string, string>> = {
  'action-description-unmatched': 'Write the description of the extension point into the action, to the letter.',
  'wrong-method': 'Change the method of the operation in the definition.',
  'required-input-missing': 'Add the parameter, or give it the description of the documentation to the letter.',
  'input-type': 'Change the type of the parameter to the one that the host sends.',
  'unknown-required-input': 'Take the parameter away, make it optional, or make it internal with a default.',
};

function noActionLines(connector: ConnectorView, wanted: string): Line[] {
  const near = nearMisses(connector, wanted);
  const mend = isPoint(wanted)
    ? 'Give the operation the description of the extension point, to the letter and in English; docs/reference has it.'
    : 'Look for the operationId in the definition.';
  return [
    problem(`${connector.title} has no action for ${wanted}.`, mend),
    ...near.flatMap((action) =>
      action.findings
        .filter((finding) => isAbout(finding, wanted))
        .map(({ rule, message, pointer }) =>
          problem(`${nameOf(action)} comes near. ${message}`, undefined, [rule, pointer].filter(Boolean).join(' · ')),
        ),
    ),
  ];
}

const nearRules = ['action-description-near', 'action-description-translated'];

function isAbout({ rule, message }: Finding, wanted: string): boolean {
  return nearRules.includes(rule) && new RegExp(`\\b${wanted}(?![\\w-])`).test(message);
}

/** Actions without an extension point of which a finding says that this one may be meant. */
function nearMisses({ actions }: ConnectorView, wanted: string): readonly ConnectorAction[] {
  return isPoint(wanted)
    ? actions.filter(
        ({ extensionPoint, findings }) =>
          extensionPoint === null && findings.some((finding) => isAbout(finding, wanted)),
      )
    : [];
}

function skillsLines(connector: ConnectorView): Line[] {
  const { verdict, text } = overviewOfSkills(connector);
  if (verdict === 'ok') return [ok(text)];
  return [
    problem(
      text,
      'A chat skill is an operation where x-ms-openai-data.openai-enabled is true, x-ms-visibility is not internal and the operationId does not begin with scp-.',
    ),
  ];
}

function overviewOfSkills({ actions }: ConnectorView): Line {
  const skills = actions.filter(({ kind, isEnabled }) => kind === 'chat-skill' && isEnabled);
  return skills.length > 0
    ? ok(`Chat skills: ${skills.map(nameOf).join(', ')}.`)
    : { verdict: 'unknown', text: 'No chat skill.' };
}

const mostConnectors = 5;

function tooManyLines(connectors: readonly ConnectorView[], connector: ConnectorView, wanted: string): Line[] {
  if (wanted !== 'record-details') return [];
  const concerned = connectors.filter(({ actions }) =>
    actions.some(({ extensionPoint, isUsed, isEnabled }) => extensionPoint === wanted && isUsed && isEnabled),
  );
  if (concerned.indexOf(connector) < mostConnectors) return [];
  return [
    problem(
      `${concerned.length} connectors have related records, and at most five show them.`,
      'Switch the action of another connector off.',
    ),
  ];
}

/** What was not said already by a line of its own. */
function findingLines(findings: readonly Finding[]): Line[] {
  const said = [...nearRules, 'action-matched-by-operation-id', 'action-duplicate'];
  return findings
    .filter(({ rule, severity }) => severity !== 'info' && !said.includes(rule))
    .map(({ rule, severity, message, pointer }) =>
      (severity === 'error' ? problem : notice)(message, undefined, [rule, pointer].filter(Boolean).join(' · ')),
    );
}

function nameOf({ operationId, method, path }: ConnectorAction): string {
  return operationId ?? `${method} ${path}`;
}
