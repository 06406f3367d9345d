/** One call as Copilot for Sales would make it, without a page. On standard output nothing but the answer. */

import { type ExtensionPointId, extensionPoints } from '../../contract/contract.ts';
import { CodedError } from '../../core/coded-error.ts';
import { type DiscoveredAction, discover } from '../../discovery/discovery.ts';
import {
  chooseAction,
  chooseChatSkill,
  connectionSettingsOf,
  hostValues,
  invoke,
  isLanguage,
  modelOf,
  type Outcome,
  openInCrm,
  ownInputsOfTexts,
  parseCrm,
  parseFault,
  parseRecordReference,
  readMail,
  type Situation,
  sellersWorld,
  type Trace,
  type World,
} from '../../host/host.ts';
import { readPackage } from '../../package/connector-package.ts';
import { processTelemetry } from '../../telemetry/telemetry.ts';
import { readArguments, readPairs } from '../arguments.ts';
import { readHeaders, readToken, readUrl } from '../call-arguments.ts';
import { callText } from '../call-text.ts';
import type { Command } from '../command.ts';

/** What --help prints. */
export const usage = `Calls one action as Copilot for Sales would.

  npm run -s saleskit -- call EXTENSION-POINT|OPERATION-ID --package P [options]

  --package P             folder, definition or URL of the connector package
  --url U                 replaces scheme, host and basePath of the definition
  --record TYPE:ID        the open record; one that the seller's world does not know is sent as given
  --mail FILE             the open mail: .eml, or JSON with the fields of resourceData
  --question TEXT         what is asked in Sales chat
  --input NAME=VALUE      an input in place of the host's own; may be repeated
  --header NAME=VALUE     a header of your own; may be repeated
  --language L            the user's language (en-US)
  --crm dynamics365|salesforce[:ORG-URL]
  --token T               the connection's token
  --confirm               calls a chat skill that changes data (is not GET) or wants confirmation
  --fault NAME[=VALUE]    a fault on purpose; may be repeated
  --mock                  example answers in place of a call
  --format text|json      (text)

Extension points: ${Object.values(extensionPoints)
  .map(({ id }) => id)
  .join(', ')}.
Exit code: 0 shown, 1 not invoked or nothing shown for a fault, 2 usage, 3 no connection could be made.
`;

const options = {
  package: { type: 'string', multiple: true },
  url: { type: 'string' },
  record: { type: 'string' },
  mail: { type: 'string' },
  question: { type: 'string' },
  input: { type: 'string', multiple: true },
  header: { type: 'string', multiple: true },
  language: { type: 'string' },
  crm: { type: 'string' },
  token: { type: 'string' },
  confirm: { type: 'boolean' },
  fault: { type: 'string', multiple: true },
  mock: { type: 'boolean' },
  format: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const exitCodes: Partial<Record<Outcome, number>> = { shown: 0, 'nothing-to-show': 0, unreachable: 3 };

export const command: Command = async (args) => {
  const { values: given, positionals } = readArguments(args, options);
  if (given.help) {
    process.stdout.write(usage);
    return 0;
  }
  const [wanted, ...more] = positionals;
  if (!wanted || more.length > 0)
    throw new CodedError('USAGE', 'call takes one extension point or operation id. See --help.');
  const [place, ...others] = given.package ?? [];
  if (others.length > 0) throw new CodedError('USAGE', '--package is given twice: call takes one package.');
  if (!place) throw new CodedError('USAGE', 'call needs --package: a folder, a definition or a URL.');
  const format = given.format ?? 'text';
  if (format !== 'text' && format !== 'json')
    throw new CodedError('USAGE', `--format is text or json, not "${format}".`);
  const baseUrl = readUrl(given.url);
  const headers = readHeaders(given.header);
  const token = readToken(given.token);
  if (given.language !== undefined && !isLanguage(given.language))
    throw new CodedError('USAGE', `--language is a BCP 47 tag such as fr-FR, not "${given.language}".`);

  const discovery = discover(await readPackage(place));
  const { connector } = discovery;
  const world = sellersWorld(Date.now());
  const situation = await situationOf(given, world);
  const wantsSkill = wanted === extensionPoints.salesChat.id;
  const skills = discovery.actions.filter(
    ({ kind, operation }) => kind === 'chat-skill' && (wantsSkill || operation.operationId === wanted),
  );
  const chosen = await chooseSkillFor(skills, situation, world);
  const action = wantsSkill ? chosen?.action : chooseAction(discovery, wanted);
  const point = action?.point;
  const usual = point ? hostValues(point.id as ExtensionPointId, situation) : (chosen?.inputs ?? {});
  const trace = await invoke({
    connector,
    wanted,
    action,
    values: { ...usual, ...ownInputsOfTexts(action, readPairs('input', given.input ?? []), '--input') },
    language: situation.language,
    baseUrl,
    headers,
    token,
    needsToken: connectionSettingsOf(connector.definition.value, connector.properties?.value) !== undefined,
    faults: Object.assign({}, ...(given.fault ?? []).map(parseFault)),
    isMock: given.mock ?? false,
    isConfirmed: given.confirm ?? false,
  });
  await (await processTelemetry())?.flush();
  const told = { ...trace, findings: [...trace.findings, ...(chosen?.findings ?? [])] };
  process.stdout.write(format === 'json' ? `${JSON.stringify(callJson(told), null, 2)}\n` : callText(told));
  return exitCodes[trace.outcome] ?? 1;
};

/** What `--format json` gives; GET /api/connectors gives the same under action. */
export function callJson(trace: Trace) {
  const { connector, action, outcome, explanation, isMock, values, request, response, items, dropped, findings } =
    trace;
  return {
    connector,
    action,
    outcome,
    explanation,
    isMock,
    values,
    request,
    response,
    items,
    dropped,
    findings: findings.map(({ rule, severity, message, pointer }) => ({
      rule,
      severity,
      message,
      ...(pointer !== undefined && { pointer }),
    })),
  };
}

type Given = { readonly [Name in 'record' | 'mail' | 'question' | 'language' | 'crm']?: string | undefined };

/** What the seller has before them: as given, else the world's first opportunity and mail. */
async function situationOf(given: Given, world: World): Promise<Situation> {
  const mail = given.mail ? await readMail(given.mail) : world.mails[0];
  const open = openInCrm(world, {
    record: given.record === undefined ? undefined : parseRecordReference(given.record),
    crm: given.crm === undefined ? undefined : parseCrm(given.crm),
  });
  const { crm, record = world.records.find(({ type }) => type === 'opportunity') } = open;
  return {
    crm,
    language: given.language ?? 'en-US',
    now: Date.now(),
    ...(record && { record }),
    ...(mail && { mail }),
    ...(given.question !== undefined && { question: given.question }),
  };
}

/** The chat skill for the question (without one: about the open record), its parameters filled. */
async function chooseSkillFor(skills: readonly DiscoveredAction[], situation: Situation, { records }: World) {
  const { crm, record } = situation;
  const question = situation.question ?? record?.account ?? record?.name ?? '';
  const found = await chooseChatSkill(
    modelOf(process.env).model,
    skills.map((action) => ({ action })),
    { question, crm, records, ...(record && { record }) },
  );
  return found && { action: found.candidate.action, inputs: found.inputs, findings: found.findings };
}
