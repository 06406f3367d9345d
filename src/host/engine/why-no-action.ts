/** Why a package has no action for what is wanted: the nearest cause that can be told. */
import { type ExtensionPoint, extensionPoints } from '../../contract/contract.ts';
import {
  type DiscoveredAction,
  type Discovery,
  isTranslated,
  likelyPoints,
  nearestName,
  similarity,
  wordDifference,
} from '../../discovery/discovery.ts';
import type { Finding } from '../../report/finding.ts';
import type { Trace } from './trace.ts';

type NoAction = Pick<Trace, 'outcome' | 'explanation'>;

/** Explains an outcome no-action; `wanted` is an extension point's id or an operationId. */
export function whyNoAction(wanted: string, discovery: Discovery): NoAction {
  const point = Object.values<ExtensionPoint>(extensionPoints).find(({ id }) => id === wanted.toLowerCase());
  const causes: readonly Cause[] = point?.apiDescription
    ? [fileCause, versionCause, methodCause, undescribedCause, translatedCause, nearMissCause, descriptionCause]
    : point
      ? [fileCause, skillCause]
      : [fileCause, operationCause];
  const asked = { wanted, discovery, point };
  for (const cause of causes) {
    const words = cause(asked);
    if (words) return { outcome: 'no-action', explanation: `${discovery.connector.title} has ${words}` };
  }
  return { outcome: 'no-action', explanation: `${discovery.connector.title} has no action for ${wanted}.` };
}

interface Asked {
  readonly wanted: string;
  readonly discovery: Discovery;
  readonly point: ExtensionPoint | undefined;
}

/** In words, going on from "The connector has". */
type Cause = (asked: Asked) => string | undefined;

const fileCause: Cause = ({ wanted, discovery: { connector, actions } }) => {
  if (actions.length > 0) return undefined;
  const broken = connector.findings.find(
    ({ severity, file }) => severity === 'error' && file === connector.definition.file,
  );
  return `no action for ${wanted}: ${broken ? placed(broken) : `the definition (${connector.definition.file}) has no operation.`}`;
};

function placed({ message, file, line, column }: Finding): string {
  return `the definition cannot be used (${file}:${line}:${column}): ${message}`;
}

const versionCause: Cause = ({ wanted, discovery: { actions }, point }) => {
  const old = actions.find((action) => action.point === point);
  const next = actions.find((action) => action.point?.id === extensionPoints.emailSummary.id);
  if (!old || !next || !point?.legacy) return undefined;
  return `an action for ${wanted} (${nameOf(old)}) that is not used, because version 2 is there (${nameOf(next)}): the host calls ${extensionPoints.emailSummary.id}.`;
};

/** Two points with one description are told apart by method. */
const methodCause: Cause = ({ wanted, discovery: { actions }, point }) => {
  const twin = actions.find(({ point: own }) => own && own.apiDescription === point?.apiDescription);
  return (
    twin &&
    `no action for ${wanted}: ${nameOf(twin)} has its description and the method ${twin.operation.method}, which makes it ${twin.point?.id}; ${wanted} is called with ${point?.method}.`
  );
};

const translatedCause: Cause = ({ wanted, discovery: { actions }, point }) => {
  const translated = actions.find(
    ({ operation, point: own }) =>
      !own && point && isTranslated(operation.description ?? '') && likelyPoints(operation).includes(point),
  );
  return (
    translated &&
    `no action for ${wanted}: the description of ${nameOf(translated)} is translated, and descriptions must stay in English. It must be “${point?.apiDescription}”`
  );
};

const undescribedCause: Cause = ({ wanted, discovery: { actions }, point }) => {
  const undescribed = actions.find(
    ({ operation, point: own }) =>
      !own && point && !operation.description?.trim() && likelyPoints(operation).includes(point),
  );
  return (
    undescribed &&
    `no action for ${wanted}: ${nameOf(undescribed)} has its inputs and no description. Write “${point?.apiDescription}”`
  );
};

const nearMissCause: Cause = ({ wanted, discovery: { actions }, point }) => {
  const text = point?.apiDescription ?? '';
  const alike = ({ operation }: DiscoveredAction) => similarity(operation.description ?? '', text);
  const [nearest] = actions
    .filter((action) => !action.point && action.nearest && action.nearest.apiDescription === text)
    .sort((one, other) => alike(other) - alike(one));
  return (
    nearest &&
    `no action for ${wanted}: the description of ${nameOf(nearest)} is nearest, and differs: ${wordDifference(nearest.operation.description ?? '', text)}`
  );
};

const descriptionCause: Cause = ({ wanted, point }) =>
  `no action for ${wanted}: no operation has the description “${point?.apiDescription}”`;

const skillCause: Cause = ({ discovery: { actions } }) => {
  const skills = actions.filter(({ kind }) => kind === 'chat-skill').map(nameOf);
  return skills.length > 0
    ? `chat skills (${skills.join(', ')}), and none was chosen for this question: ask about what one is described for, or name it by its operationId.`
    : 'no chat skill: an operation is one where x-ms-openai-data.openai-enabled is true, x-ms-visibility is not internal and the operationId does not begin with scp-.';
};

const mostNames = 20;

const operationCause: Cause = ({ wanted, discovery: { actions } }) => {
  const ids = actions.flatMap(({ operation }) => operation.operationId ?? []);
  const points = Object.values<ExtensionPoint>(extensionPoints).map(({ id }) => id);
  const nearest = nearestName(wanted, [...ids, ...points]);
  const among = `${ids.slice(0, mostNames).join(', ')}${ids.length > mostNames ? ', …' : ''}`;
  return `no operation ${wanted}, and there is no extension point of that name. ${nearest ? `Is ${nearest} meant?` : `It has ${among || 'no operationId'}.`}`;
};

function nameOf({ operation: { operationId, method, path } }: DiscoveredAction): string {
  return operationId ?? `${method} ${path}`;
}
