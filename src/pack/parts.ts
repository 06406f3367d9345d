/** The parts that are handed on, made of a package that can be read in full. */
import { type Discovery, discover } from '../discovery/discovery.ts';
import type { ConnectorPackage } from '../package/connector-package.ts';
import { valueAt } from '../package/json-pointer.ts';
import { type PackedFiles, writeZip } from '../package/write-zip.ts';
import { certificationFiles } from './certification-zip.ts';
import { type ConnectorFacts, factsOf } from './connector-facts.ts';
import { flowSolution } from './flow-solution.ts';
import { type Identity, identityOf } from './identity.ts';
import { type Intro, introOf } from './intro.ts';
import { paconnFolder } from './paconn-folder.ts';
import { connectorSolution } from './solution-zip.ts';

export interface Parts {
  readonly facts: ConnectorFacts;
  readonly identity: Identity;
  readonly discovery: Discovery;
  readonly intro: Intro;
  readonly paconn: PackedFiles;
  /** By their names. */
  readonly zips: ReadonlyMap<string, Uint8Array>;
}

export function partsOf(connector: ConnectorPackage, version: string): Parts {
  const facts = factsOf(connector);
  const identity = identityOf(facts);
  const discovery = discover(connector);
  const intro = introOf(connector);
  const solution = writeZip(connectorSolution(connector, identity, version));
  const flow = flowSolution(connector, calledOperations(discovery), identity, version);
  const submission = certificationFiles({ intro: intro.text, connectorSolution: solution, flowSolution: flow });
  const zips = new Map([
    [`${identity.fileName}_solution.zip`, solution],
    [`${identity.fileName}_certification.zip`, writeZip(submission)],
  ]);
  return { facts, identity, discovery, intro, paconn: paconnFolder(connector), zips };
}

/** What a flow can call: neither internal operations nor triggers. */
function calledOperations({ connector, actions }: Discovery) {
  const isTrigger = (pointer: string) => valueAt(connector.definition.value, `${pointer}/x-ms-trigger`) !== undefined;
  return actions
    .map(({ operation }) => operation)
    .filter(({ isInternal, pointer }) => !isInternal && !isTrigger(pointer));
}
