/** Proposes what of an API of one's own feeds which extension point. Nothing of it is sent anywhere. */
import type { ExtensionPoint } from '../../contract/contract.ts';
import { offeredPoints } from '../plan.ts';
import { nameOfTitle } from '../questions.ts';
import { feedInputs } from './feed-inputs.ts';
import { feedOutputs, round } from './feed-outputs.ts';
import { listReading, missingInList } from './list-reading.ts';
import { type OwnApi, type OwnOperation, readOwnApi } from './own-api.ts';
import type { InputFeed, OutputFeed, PointProposal, Proposal } from './proposal.ts';
import { administration, subjects, usualSubject } from './sales-words.ts';

/** Below this a list is proposed for nothing. */
const enough = 0.45;
const mostOthers = 3;
const shares = { required: 0.4, subject: 0.3, question: 0.2, optional: 0.1 } as const;
const unfedCost = 0.2;
/** A mail is less about the records that it is related to than about who is in it. */
const relatedShare = 0.6;

/** From the value of an OpenAPI document, 2.0 to 3.2. The same document, the same proposal. Never throws. */
export function proposeMapping(openapi: unknown): Proposal {
  const api = readOwnApi(openapi);
  const name = api.title && nameOfTitle(api.title);
  const proposals = offeredPoints.flatMap(({ point }) => proposalFor(point, api, name) ?? []);
  const ids = offeredPoints.map(({ point }) => String(point.id));
  return {
    title: api.title,
    version: api.version,
    address: api.address,
    description: api.description,
    security: api.security,
    points: proposals,
    unfed: ids.filter((id) => !proposals.some(({ point }) => point === id)),
    remarks: remarksOn(api),
  };
}

function proposalFor(point: ExtensionPoint, api: OwnApi, name: string): PointProposal | undefined {
  const ranked = api.operations
    .map((operation) => scored(point, operation, name))
    .filter(({ score }) => score >= enough)
    .toSorted((one, other) => other.score - one.score);
  const [best, ...others] = ranked;
  return best && { ...best, others: others.slice(0, mostOthers).map(({ operation }) => operation) };
}

function scored(point: ExtensionPoint, operation: OwnOperation, title: string): Omit<PointProposal, 'others'> {
  const inputs = feedInputs(point, operation);
  const outputs = feedOutputs(point, operation, title);
  const isMail = point.inputs.some(({ name }) => name === 'resourceData');
  const reading = listReading(point, inputs);
  const question =
    Math.max(0, ...inputs.map((feed) => (isAsked(feed, isMail) ? feed.score : 0))) *
    (reading.asksRelated ? relatedShare : 1);
  const subject = subjectOf(point.id, operation);
  const unfed = inputs.filter(({ source }) => source === 'nothing').length;
  const score =
    shares.required * mean(outputs.filter(({ isRequired }) => isRequired)) +
    shares.subject * subject.weight +
    shares.question * question +
    shares.optional * mean(outputs.filter(({ isRequired }) => !isRequired)) -
    unfedCost * unfed;
  const why = [
    subject.why,
    question > 0 ? `It takes ${isMail ? 'what a mail tells' : 'the CRM record'}.` : '',
    unfed > 0 ? `It wants ${unfed} more that no question has.` : '',
  ].filter(Boolean);
  const isRequiredMissing = outputs.filter(({ isRequired, source }) => isRequired && source.kind === 'nothing').length;
  const missing = [...missingIn(inputs, outputs, question, isMail), ...missingInList(reading, inputs, operation)];
  return {
    point: point.id,
    operation,
    score: round(Math.max(0, score - 0.1 * isRequiredMissing)),
    why,
    // What is not sent is not proposed.
    inputs: inputs.filter(({ source, parameter }) => source !== 'skip' || reading.isPagedByApi || parameter.isRequired),
    outputs,
    reading,
    missing,
  };
}

const isAsked = ({ source }: InputFeed, isMail: boolean) =>
  isMail ? source === 'people' || source === 'question' || source === 'recordId' : source === 'recordId';

function mean(feeds: readonly OutputFeed[]): number {
  return feeds.length === 0 ? 0.5 : feeds.reduce((sum, { score }) => sum + score, 0) / feeds.length;
}

/** How much a point wants such a list: by what an item is, else by what the operation is called. */
function subjectOf(point: string, { resource, words, path }: OwnOperation): { weight: number; why: string } {
  const weights = subjects[point] ?? {};
  const own = resource.split(' ');
  if (own.some((word) => administration.has(word)) && !own.some((word) => weights[word] !== undefined))
    return { weight: 0, why: `A list of ${resource} serves the application itself.` };
  const byResource = own.flatMap((word) => weights[word] ?? []);
  if (byResource.length > 0) return { weight: lastOf(byResource), why: `It lists what it calls ${resource}.` };
  const byName = words.flatMap((word) => weights[word] ?? []);
  if (byName.length > 0) return { weight: Math.max(...byName) * 0.8, why: `${path} speaks of such.` };
  return { weight: usualSubject, why: '' };
}

/** Of `envelope event` the event counts. */
const lastOf = (weights: readonly number[]) => weights.at(-1) ?? usualSubject;

function missingIn(
  inputs: readonly InputFeed[],
  outputs: readonly OutputFeed[],
  question: number,
  isMail: boolean,
): string[] {
  const texts: string[] = [];
  if (question === 0)
    texts.push(
      isMail
        ? 'No parameter takes addresses or words of the mail: the list is the same for every mail.'
        : 'No parameter takes the id of the CRM record: the list is the same for every record, and none is told as not known.',
    );
  for (const { parameter, source } of inputs)
    if (source === 'nothing')
      texts.push(`Nothing of the question feeds the parameter ${parameter.name} (${parameter.in}), which is required.`);
  for (const { output, isRequired, source } of outputs)
    if (isRequired && source.kind === 'nothing') texts.push(`Nothing feeds ${output}, which is required.`);
  return texts;
}

function remarksOn({ version, operations, external, isCut }: OwnApi): string[] {
  return [
    /^(2\.0|3\.[012](\.|$))/.test(version)
      ? ''
      : `It says OpenAPI ${version || 'nothing'}; read are 2.0, 3.0, 3.1 and 3.2.`,
    operations.length === 0 ? 'No operation answers a list of objects.' : '',
    isCut ? 'It is too large, or refers to itself too often: not all of it was read.' : '',
    ...external
      .slice(0, 5)
      .map((reference) => `${reference} stands in another document, which was not fetched. Bundle the document first.`),
  ].filter(Boolean);
}
