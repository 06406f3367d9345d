/** The public file of the room: a connector of one's own, from nothing. */
import { connectorPackageFiles } from './connector-package.ts';
import type { Plan } from './plan.ts';
import { projectSettings } from './project-settings.ts';
import { templateFiles } from './template-files.ts';

export {
  type AddedHandler,
  addedHandler,
  callsFile,
  connectorFile,
  mappingPageFile,
  withCall,
  withUnmapped,
} from './add/added-handler.ts';
export { type AddedOperation, addedOperation } from './add/added-operation.ts';
export { connectorPackageFiles } from './connector-package.ts';
export { ownApiOf, proposalAbout, proposalFor, proposedFiles } from './from-openapi/from-openapi.ts';
export { mappingText } from './from-openapi/mapping-page.ts';
export type { Proposal } from './from-openapi/proposal.ts';
export { proposeMapping } from './from-openapi/propose-mapping.ts';
export { type Icon, iconOf } from './icon.ts';
export { packageOnly } from './package/package-only.ts';
export { authenticationKinds, dataKinds, offeredPoints, type Plan, templateLanguages } from './plan.ts';
export { type Answers, mistakeIn, nameOfTitle, planOf, type Question, questions } from './questions.ts';
export { expectEmpty, writeNewFolder } from './write-new-folder.ts';

/** The files of a project, by their paths in it, with slashes. */
export type ProjectFiles = Map<string, string | Uint8Array>;

/**
 * A TypeScript project on saleskit/connector that runs at once, with its connector package. `version` is the saleskit
 * that it is to depend on.
 */
export function filesOf(plan: Plan, version: string): ProjectFiles {
  const inPackage = Object.entries(connectorPackageFiles(plan)).map(([name, content]) => [`package/${name}`, content]);
  return new Map([
    ...templateFiles(plan),
    ...projectSettings(plan, version),
    ...(inPackage as [string, string | Uint8Array][]),
  ]);
}
