/** What is handed in for certification: a text, and a package with the solutions of the connector and of a flow. */
import { type PackedFiles, writeZip } from '../package/write-zip.ts';

export interface CertificationParts {
  readonly intro: string;
  readonly connectorSolution: Uint8Array;
  readonly flowSolution: PackedFiles;
}

/** As ConnectorPackageValidator.ps1 of microsoft/PowerPlatformConnectors looks for it. */
export function certificationFiles({ intro, connectorSolution, flowSolution }: CertificationParts): PackedFiles {
  const solutions = new Map([
    ['PkgAssets/ConnectorSolution.zip', connectorSolution],
    ['PkgAssets/FlowSolution.zip', writeZip(flowSolution)],
  ]);
  return new Map<string, string | Uint8Array>([
    ['intro.md', intro],
    ['package.zip', writeZip(solutions)],
  ]);
}
