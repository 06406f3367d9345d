/** An unmanaged Dataverse solution with the connector in it, laid out as the Power Platform exports one. */
import type { ConnectorPackage } from '../package/connector-package.ts';
import { connectorFileKinds } from '../package/solution.ts';
import type { PackedFiles } from '../package/write-zip.ts';
import { xmlText } from '../report/xml-text.ts';
import { type ConnectorFacts, factsOf, jsonText } from './connector-facts.ts';
import type { Identity } from './identity.ts';
import { contentTypesXml, customizationsXml, solutionXml } from './solution-xml.ts';

/** A connector as a component of solutions: its element, and the files that this names. */
export interface ConnectorComponent {
  readonly element: string;
  readonly rootComponent: string;
  readonly files: PackedFiles;
}

export function connectorSolution(connector: ConnectorPackage, identity: Identity, version: string): PackedFiles {
  const facts = factsOf(connector);
  const { element, rootComponent, files } = connectorComponent(connector, facts, identity);
  return withManifests(files, {
    solution: solutionXml({
      uniqueName: identity.solution,
      title: facts.title,
      version,
      publisher: { ...identity, title: facts.publisher },
      rootComponents: [rootComponent],
    }),
    customizations: customizationsXml({ connectors: [element] }),
  });
}

/** The files of a solution with its manifests. */
export function withManifests(
  files: PackedFiles,
  { solution, customizations }: { readonly solution: string; readonly customizations: string },
): PackedFiles {
  const all = new Map([...files, ['solution.xml', solution], ['customizations.xml', customizations]] as const);
  return new Map([...all, ['[Content_Types].xml', contentTypesXml(all.keys())] as const]);
}

/** The elements stand in the order of exports; what a connector does not have is left out. */
export function connectorComponent(
  connector: ConnectorPackage,
  facts: ConnectorFacts,
  { connector: { name, id } }: Identity,
): ConnectorComponent {
  const { connectionParameters, connectionParameterSets, policies, scriptOperations } = facts;
  const { definition, script, icon } = connector;
  const contents: Readonly<Record<keyof typeof connectorFileKinds, string | Uint8Array | undefined>> = {
    openapidefinition: minified(jsonText(definition)),
    connectionparameters: JSON.stringify(connectionParameters),
    connectionparametersets:
      connectionParameterSets === undefined ? undefined : JSON.stringify(connectionParameterSets),
    policytemplateinstances: policies && JSON.stringify(policies),
    customcodeblobcontent: script?.text,
    iconblob: icon,
  };
  const named = Object.entries(contents).flatMap(([kind, content]) => {
    const extension = connectorFileKinds[kind as keyof typeof contents];
    return content === undefined ? [] : [{ kind, path: `Connector/${name}_${kind}.${extension}`, content }];
  });
  const elements: [name: string, text: string | undefined][] = [
    ['connectorid', id],
    ['description', facts.description],
    ['displayname', facts.title],
    ['iconbrandcolor', facts.iconBrandColor],
    ['name', name],
    ['connectortype', '1'],
    ['scriptoperations', script && scriptOperations && JSON.stringify(scriptOperations)],
    ...named.map(({ kind, path }): [string, string] => [kind, `/${path}`]),
  ];
  return {
    element: `<Connector>${elements
      .filter(([, text]) => text !== undefined && text !== '')
      .map(([each, text = '']) => `\n      <${each}>${xmlText(text)}</${each}>`)
      .join('')}\n    </Connector>`,
    rootComponent: `<RootComponent type="372" id="{${id}}" schemaName="${name}" behavior="0" />`,
    files: new Map(named.map(({ path, content }) => [path, content])),
  };
}

/** JSON without white space between its parts: every value stays as it is written. Dataverse keeps 500,000 characters. */
function minified(json: string): string {
  return json.replace(/("[^"\\]*(?:\\.[^"\\]*)*")|\s+/g, '$1');
}
