/** The archive that the examples of rules about archives are laid over: ready for certification, without a finding. */
import type { Archive, ArchiveProblemKind } from '../package/archive.ts';
import type { SampleArchive } from './rule.ts';

const connector = {
  id: '00000000-0000-4000-8000-00000000000c',
  name: 'fab_fabrikam-20quotes',
};
const flow = '/Workflows/Quotes-00000000-0000-4000-8000-00000000000d.json';
const contentTypes =
  '<?xml version="1.0" encoding="utf-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/octet-stream" /><Default Extension="json" ContentType="application/octet-stream" /></Types>';

/** solution.xml of a solution with these components. */
export function solutionXml(components: string, managed = 0): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<ImportExportXml version="9.2">
  <SolutionManifest>
    <UniqueName>FabrikamQuotes</UniqueName>
    <Managed>${managed}</Managed>
    <Publisher><CustomizationPrefix>fab</CustomizationPrefix></Publisher>
    <RootComponents>${components}</RootComponents>
  </SolutionManifest>
</ImportExportXml>`;
}

const connectorXml = `<Connector>
      <connectorid>{${connector.id}}</connectorid>
      <description>Quotes in the sales work.</description>
      <displayname>Fabrikam Quotes</displayname>
      <iconbrandcolor>#123a6b</iconbrandcolor>
      <name>${connector.name}</name>
      <connectortype>1</connectortype>
      <openapidefinition>/Connector/${connector.name}_openapidefinition.json</openapidefinition>
      <connectionparameters>/Connector/${connector.name}_connectionparameters.json</connectionparameters>
      <policytemplateinstances>/Connector/${connector.name}_policytemplateinstances.json</policytemplateinstances>
      <iconblob>/Connector/${connector.name}_iconblob.Png</iconblob>
    </Connector>`;

/** customizations.xml with these connectors and workflows. */
export function customizationsXml(connectors: string, workflows = ''): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<ImportExportXml>
  <Workflows>${workflows}</Workflows>
  <Connectors>
    ${connectors}
  </Connectors>
</ImportExportXml>`;
}

const rootComponent = `<RootComponent type="372" id="{${connector.id}}" schemaName="${connector.name}" behavior="0" />`;

const connectorSolution = {
  '[Content_Types].xml': contentTypes,
  'solution.xml': solutionXml(rootComponent),
  'customizations.xml': customizationsXml(connectorXml),
  [`Connector/${connector.name}_openapidefinition.json`]:
    '{ "swagger": "2.0", "info": { "title": "Fabrikam Quotes", "version": "1" }, "paths": {} }',
  [`Connector/${connector.name}_connectionparameters.json`]: '{}',
  [`Connector/${connector.name}_policytemplateinstances.json`]: '[{ "templateId": "setheader" }]',
  [`Connector/${connector.name}_iconblob.Png`]: 'PNG',
};

const workflowXml = `<Workflow WorkflowId="{00000000-0000-4000-8000-00000000000d}" Name="Quotes"><JsonFileName>${flow}</JsonFileName></Workflow>`;

const flowSolution = {
  '[Content_Types].xml': contentTypes,
  'solution.xml': solutionXml(`<RootComponent type="29" id="{00000000-0000-4000-8000-00000000000d}" behavior="0" />`),
  'customizations.xml': customizationsXml(connectorXml, workflowXml),
  [flow.slice(1)]: '{}',
  [`Connector/${connector.name}_openapidefinition.json`]:
    connectorSolution[`Connector/${connector.name}_openapidefinition.json`] ?? '',
  [`Connector/${connector.name}_connectionparameters.json`]: '{}',
  [`Connector/${connector.name}_policytemplateinstances.json`]: '[{ "templateId": "setheader" }]',
  [`Connector/${connector.name}_iconblob.Png`]: 'PNG',
};

const intro = `# Fabrikam Quotes

Quotes and the activities around them, in the sales work.

## Prerequisites

## How to get credentials

## Get started with your connector

## Known issues and limitations

## Common errors and remedies

## FAQ
`;

/** What is handed in for certification: a text, and a package with two solutions. */
export const submission: SampleArchive = {
  'intro.md': intro,
  'package.zip': {
    'PkgAssets/ConnectorSolution.zip': connectorSolution,
    'PkgAssets/FlowSolution.zip': flowSolution,
  },
};

/** The parts of the connector that examples change. */
export const sampleConnector = {
  ...connector,
  connectorXml,
  rootComponent,
  workflowXml,
  /** A fragment that changes the connector's solution. */
  solution: (change: SampleArchive): SampleArchive => ({
    'package.zip': { 'PkgAssets/ConnectorSolution.zip': change },
  }),
  flowSolution: (change: SampleArchive): SampleArchive => ({ 'package.zip': { 'PkgAssets/FlowSolution.zip': change } }),
};

/** The archive with a fragment laid over it. */
export function sampleArchive(fragment: SampleArchive, kind?: ArchiveProblemKind): Archive {
  const archive = archiveOf('submission.zip', laidOver(submission, fragment));
  return kind ? { ...archive, problems: [{ kind, message: 'As the reader says.', path: archive.path }] } : archive;
}

function laidOver(base: SampleArchive, fragment: SampleArchive): SampleArchive {
  const merged: Record<string, string | SampleArchive | null> = { ...base };
  for (const [name, value] of Object.entries(fragment)) {
    const under = merged[name];
    if (value === null) delete merged[name];
    else merged[name] = isArchive(value) && isArchive(under) ? laidOver(under, value) : value;
  }
  return merged;
}

function isArchive(value: string | SampleArchive | null | undefined): value is SampleArchive {
  return typeof value === 'object' && value !== null;
}

function archiveOf(path: string, content: SampleArchive): Archive {
  const files = new Map<string, Uint8Array>();
  const archives = new Map<string, Archive>();
  for (const [name, value] of Object.entries(content)) {
    if (typeof value === 'string') files.set(name, new TextEncoder().encode(value));
    else if (value) archives.set(name, archiveOf(`${path}!${name}`, value));
  }
  return {
    path,
    files,
    unread: new Set(),
    archives,
    problems: [...archives.values()].flatMap(({ problems }) => problems),
  };
}
