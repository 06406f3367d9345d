/** The solution that certification asks for beside the connector's: a cloud flow that calls its operations, with the connector. */
import type { Operation } from '../discovery/discovery.ts';
import type { ConnectorPackage } from '../package/connector-package.ts';
import type { PackedFiles } from '../package/write-zip.ts';
import { xmlAttribute } from '../report/xml-text.ts';
import { factsOf } from './connector-facts.ts';
import { flowDefinition } from './flow-definition.ts';
import type { Identity } from './identity.ts';
import { customizationsXml, elementOf, localizedName, solutionXml } from './solution-xml.ts';
import { connectorComponent, withManifests } from './solution-zip.ts';

export function flowSolution(
  connector: ConnectorPackage,
  operations: readonly Operation[],
  identity: Identity,
  version: string,
): PackedFiles {
  const facts = factsOf(connector);
  const component = connectorComponent(connector, facts, identity);
  const { flowId, flowSolution: uniqueName, connectionReference } = identity;
  const title = `${facts.title} flow`;
  const path = `Workflows/${uniqueName}-${flowId.toUpperCase()}.json`;
  const api = apiNameOf(identity);
  const flow = flowDefinition(operations, { api, connectionReference });
  const files = new Map([...component.files, [path, `${JSON.stringify(flow, null, 2)}\n`] as const]);
  return withManifests(files, {
    solution: solutionXml({
      uniqueName,
      title,
      version,
      publisher: { ...identity, title: facts.publisher },
      rootComponents: [component.rootComponent, `<RootComponent type="29" id="{${flowId}}" behavior="0" />`],
    }),
    customizations: customizationsXml({
      connectors: [component.element],
      workflows: [workflowElement(flowId, title, `/${path}`, version)],
      connectionReferences: [referenceElement(identity, facts.title, api)],
    }),
  });
}

/** Environments add a part of their own to this name when the connector is made; the flow is bound by the connector's id. */
function apiNameOf({ connector }: Identity): string {
  return `shared_${connector.name.replaceAll('_', '-5f')}`;
}

/** Turned off, until somebody gives it a connection. */
function workflowElement(id: string, title: string, path: string, version: string): string {
  const settings = {
    JsonFileName: path,
    Type: 1,
    Subprocess: 0,
    Category: 5,
    Mode: 0,
    Scope: 4,
    OnDemand: 0,
    TriggerOnCreate: 0,
    TriggerOnDelete: 0,
    AsyncAutodelete: 0,
    SyncWorkflowLogOnFailure: 0,
    StateCode: 0,
    StatusCode: 1,
    RunAs: 1,
    IsTransacted: 1,
    IntroducedVersion: version,
    IsCustomizable: 1,
    BusinessProcessType: 0,
    IsCustomProcessingStepAllowedForOtherPublishers: 1,
    PrimaryEntity: 'none',
  };
  const names = `<LocalizedNames>\n        ${localizedName(title)}\n      </LocalizedNames>`;
  const element = elementOf(`Workflow WorkflowId="{${id}}" Name="${xmlAttribute(title)}"`, settings);
  return element.replace('\n    </Workflow>', `\n      ${names}\n    </Workflow>`);
}

function referenceElement({ connectionReference, connector }: Identity, title: string, api: string): string {
  const head = `connectionreference connectionreferencelogicalname="${connectionReference}"`;
  const element = elementOf(head, {
    connectionreferencedisplayname: title,
    connectorid: `/providers/Microsoft.PowerApps/apis/${api}`,
    iscustomizable: 1,
    promptingbehavior: 0,
    statecode: 0,
    statuscode: 1,
  });
  const custom = `<customconnectorid>\n        <connectorid>${connector.id}</connectorid>\n      </customconnectorid>`;
  return element.replace('<iscustomizable>', `${custom}\n      <iscustomizable>`);
}
