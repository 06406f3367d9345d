/** A new connector for an API whose OpenAPI document is there. */
import { readFile, stat } from 'node:fs/promises';
import { CodedError } from '../../core/coded-error.ts';
import { readSource } from '../../package/source-document.ts';
import type { OwnApiPlan } from '../plan.ts';
import { descriptionMistake } from '../questions.ts';
import { mappingFiles } from './mapping-code.ts';
import { mappingPage } from './mapping-page.ts';
import { versionOf } from './own-api.ts';
import { secretOf } from './own-api-code.ts';
import type { Proposal } from './proposal.ts';
import { proposeMapping } from './propose-mapping.ts';

const largest = 20_000_000;

/**
 * The proposal for a file, YAML or JSON. Throws USAGE for what is no OpenAPI document, cannot be read, or feeds nothing.
 * Nothing is fetched.
 */
export async function proposalFor(file: string): Promise<Proposal> {
  if (/^https?:\/\//i.test(file))
    throw new CodedError('USAGE', `${file} is not fetched. Download it, and give the file.`);
  const { size } = await stat(file).catch(refused(file));
  if (size > largest) throw new CodedError('USAGE', `${file} has more than 20 MB.`);
  const { value, problems } = readSource(file, await readFile(file).catch(refused(file)));
  // What is written twice is read all the same, as others read it.
  const broken = problems.find(({ severity, kind }) => severity === 'error' && kind !== 'duplicate-key');
  if (broken)
    throw new CodedError('USAGE', `${file} cannot be read: ${broken.line}:${broken.column} ${broken.message}`);
  if (versionOf(value) === '')
    throw new CodedError('USAGE', `${file} is no OpenAPI document. It says neither "openapi" nor "swagger".`);
  const proposal = proposeMapping(value);
  if (proposal.points.length === 0)
    throw new CodedError('USAGE', `Nothing in ${file} feeds an extension point. ${whyNothing(proposal)}`);
  return proposal;
}

function whyNothing({ remarks }: Proposal): string {
  const why = remarks.length > 0 ? remarks : ['None of its lists has what one of them requires.'];
  // A terminal does what control characters say.
  return `${why.join(' ').replace(/\p{Cc}+/gu, ' ')} Without --from there is a project with example data.`;
}

/** The proposal as far as it is about these extension points. */
export function proposalAbout(points: readonly string[], proposal: Proposal): Proposal {
  return {
    ...proposal,
    points: proposal.points.filter(({ point }) => points.includes(point)),
    unfed: points.filter((id) => !proposal.points.some(({ point }) => point === id)),
  };
}

/** What a plan says of the API of a proposal. */
export function ownApiOf({ address, description, security, points }: Proposal): OwnApiPlan {
  const [said = ''] = description.split(/\n\s*\n/);
  const told = said.replace(/\s+/g, ' ').trim();
  return {
    address,
    description: isForSellers(told) ? told : undefined,
    secret: secretOf(security),
    missing: points.flatMap(({ point, missing }) => missing.map((text) => `${point}: ${text}`)),
  };
}

/** What Microsoft takes as a description, and does not speak to developers. */
function isForSellers(description: string): boolean {
  return (
    descriptionMistake(description) === undefined && !/\bAPIs?\b|\bREST\b|\bendpoints?\b|[`<>#*[\]]/i.test(description)
  );
}

/** What the proposal adds to a project whose plan has `ownApi`, or to a package: by path. */
export function proposedFiles(proposal: Proposal, isPackage: boolean): Map<string, string> {
  const page = ['MAPPING.md', mappingPage(proposal, isPackage)] as const;
  return new Map([...(isPackage ? [] : mappingFiles(proposal)), page]);
}

function refused(file: string): (error: NodeJS.ErrnoException) => never {
  return (cause) => {
    const known: Readonly<Record<string, string>> = { ENOENT: 'is not there', EISDIR: 'is a folder' };
    const what = known[cause.code ?? ''] ?? `cannot be read (${cause.code})`;
    throw new CodedError('USAGE', `${file} ${what}. Give an OpenAPI document, YAML or JSON.`, { cause });
  };
}
