/** The public file of the room: the host, its API, the seller's world, and one call without a host. */
export { callbackPath } from './api/connection-routes.ts';
export type { ChangedLines, LintedFinding, MendedFile, PackageLint } from './api/package-lint.ts';
export { type ApiRoute, apiPage, apiRoutes } from './api/route-table.ts';
export { replaceWorld, type Served } from './api/served.ts';
export { createHostServer, listenHost } from './api/server.ts';
export { baseAddress, isUrl, providerAddress } from './configuration/base-address.ts';
export { commandWords } from './configuration/command-words.ts';
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
export { signInFailureOf } from './connections/sign-in-failed.ts';
export { createHost, type Host, type HostedConnector, type PackageEntry } from './create-host.ts';
export { callTool, type ToolCall } from './engine/call-tool.ts';
export type { Item } from './engine/check-answer.ts';
export { chooseAction } from './engine/choose-action.ts';
export { chooseChatSkill } from './engine/choose-chat-skill.ts';
export { maskedHeaders, maskedText, secretsOf } from './engine/hide-secrets.ts';
export { invoke } from './engine/invoke.ts';
export { checkShown, parsedJson } from './engine/judge-answer.ts';
export { ownInputsOfTexts } from './engine/own-inputs.ts';
export { baseUrlOf, prepareCall, requestView } from './engine/prepare-call.ts';
export { type Answer, type OutgoingRequest, send } from './engine/send.ts';
export { curlOf, type Outcome, type RequestView, type Trace } from './engine/trace.ts';
export { type Failure, type FailurePlace, failureAt } from './failure.ts';
export { type ShownAnswer, type ShownSection, shownAnswer } from './views/shown-section.ts';
export type { CrmRecord } from './world/crm-record.ts';
export { recordAsGiven } from './world/crm-record.ts';
export { hostValues, type Situation } from './world/host-values.ts';
export { isLanguage } from './world/locale.ts';
export type { Mail } from './world/mail.ts';
export { modelOf } from './world/open-ai.ts';
export { openInCrm } from './world/open-in-crm.ts';
export { readMail } from './world/read-mail.ts';
export { spellingsOfId } from './world/record-id.ts';
export { parseCrm, parseRecordReference } from './world/record-reference.ts';
export type { Seller } from './world/seller.ts';
export { textWriter } from './world/text-writer.ts';
export { type OwnWorld, sellersWorld, type World, withOwn } from './world/world.ts';
