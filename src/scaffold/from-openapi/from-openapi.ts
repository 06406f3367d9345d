/** A new connector for an API whose OpenAPI document is there. */
import { readFile, stat } from 'node:fs/promises';
import { CodedError } from '../../core/coded-error.ts';
import { readSource } from '../../package/source-document.ts';
import { mappingFiles } from './mapping-code.ts';
import { mappingPage } from './mapping-page.ts';
import { versionOf } from './own-api.ts';
import type { Proposal } from './proposal.ts';
import { proposeMapping } from './propose-mapping.ts';

const largest = 20_000_000;

/** The proposal for a file, YAML or JSON. Throws USAGE for what is no OpenAPI document; nothing is fetched. */
export async function proposalFor(file: string): Promise<Proposal> {
  if (/^https?:\/\//i.test(file))
    throw new CodedError('USAGE', `${file} is not fetched. Download it, and give the file.`);
  const { size } = await stat(file).catch(refused(file));
  if (size > largest) throw new CodedError('USAGE', `${file} has more than 20 MB.`);
  const { value, problems } = readSource(file, await readFile(file).catch(refused(file)));
  const broken = problems.find(({ severity }) => severity === 'error');
  if (versionOf(value) === '') {
    const why = broken
      ? `${broken.line}:${broken.column} ${broken.message}`
      : 'It says neither "openapi" nor "swagger".';
    throw new CodedError('USAGE', `${file} is no OpenAPI document. ${why}`);
  }
  return proposeMapping(value);
}

/** The proposal as far as it is about these extension points. */
export function proposalAbout(points: readonly string[], proposal: Proposal): Proposal {
  return {
    ...proposal,
    points: proposal.points.filter(({ point }) => points.includes(point)),
    unfed: points.filter((id) => !proposal.points.some(({ point }) => point === id)),
  };
}

/** What the proposal adds to a project whose plan has `ownApi`, or to a package: by path. */
export function proposedFiles(proposal: Proposal, isPackage: boolean): Map<string, string> {
  const page = ['MAPPING.md', mappingPage(proposal, isPackage)] as const;
  return new Map([...(isPackage ? [] : mappingFiles(proposal)), page]);
}

function refused(file: string): (error: NodeJS.ErrnoException) => never {
  return (cause) => {
    const what = cause.code === 'ENOENT' ? 'is not there' : `cannot be read (${cause.code})`;
    throw new CodedError('USAGE', `${file} ${what}. Give an OpenAPI document, YAML or JSON.`, { cause });
  };
}
