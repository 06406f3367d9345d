/** The public file of the room: the host, its API, the seller's world, and one call without a host. */
export { callbackPath } from './api/connection-routes.ts';
export { type ApiRoute, apiPage, apiRoutes } from './api/route-table.ts';
export { replaceWorld, type Served } from './api/served.ts';
export { createHostServer, listenHost } from './api/server.ts';
export { baseAddress, providerAddress } from './configuration/base-address.ts';
export { type Faults, parseFault } from './configuration/faults.ts';
export { followConfiguration } from './configuration/follow-configuration.ts';
export { configurationIn, loadConfiguration, readConfiguration } from './configuration/load-configuration.ts';
export { ownHeaders } from './configuration/own-headers.ts';
export type { ResolvedConfiguration } from './configuration/resolve-configuration.ts';
export {
  type ConnectionOverride,
  connectionKey,
  connectionSettingsOf,
  createConnections,
} from './connections/connections.ts';
export { createHost, type Host, type HostedConnector, type PackageEntry } from './create-host.ts';
export type { Item } from './engine/check-answer.ts';
export { chooseAction } from './engine/choose-action.ts';
export { chooseChatSkill } from './engine/choose-chat-skill.ts';
export { invoke } from './engine/invoke.ts';
export { ownInputsOfTexts } from './engine/own-inputs.ts';
export type { Outcome, Trace } from './engine/trace.ts';
export { hostValues, type Situation } from './world/host-values.ts';
export { isLanguage } from './world/locale.ts';
export { modelOf } from './world/open-ai.ts';
export { openInCrm } from './world/open-in-crm.ts';
export { readMail } from './world/read-mail.ts';
export { parseCrm, parseRecordReference } from './world/record-reference.ts';
export type { Seller } from './world/seller.ts';
export { textWriter } from './world/text-writer.ts';
export { type OwnWorld, sellersWorld, type World, withOwn } from './world/world.ts';
