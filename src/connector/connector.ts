/** saleskit/connector: what a partner builds a connector on. */

export {
  type Attributes,
  failureName,
  type MetricName,
  processTelemetry,
  type Span,
  type SpanStart,
  type Telemetry,
} from '../telemetry/telemetry.ts';
export { type Authentication, authenticationOff, type Identity } from './authentication.ts';
export { type BackEnd, type BackEndOptions, type BackEndRequest, backEnd } from './back-end/back-end.ts';
export type { CircuitOptions } from './back-end/circuit.ts';
export { type FailureCodes, failedAnswer } from './back-end/failed-answer.ts';
export { type OnBehalfOfOptions, onBehalfOf } from './back-end/on-behalf-of.ts';
export type { ExchangeGrant, ExchangeOptions } from './back-end/token-exchange.ts';
export { type Caller, callersToken, type TokenSource } from './back-end/token-source.ts';
export { type BearerOptions, bearerAuthentication } from './bearer-authentication.ts';
export { ConnectorError } from './connector-error.ts';
export type {
  ChatCard,
  ChatSkillHandler,
  Connector,
  ConnectorOptions,
  Handler,
  HandlerInput,
  Handlers,
} from './connector-options.ts';
export type { Context } from './context.ts';
export type { CrmReference, CrmType } from './crm.ts';
export { chatSkill, connector } from './define-connector.ts';
export { type EntraOptions, entraAuthentication } from './entra-authentication.ts';
export { callOf } from './frame.ts';
export { readDateTime } from './input.ts';
export { type OpenIdOptions, openIdAuthentication } from './openid-authentication.ts';
export { type Answer, type Page, page, shorten } from './output.ts';
export { packageFiles } from './package-files.ts';
export { canonicalRecordId } from './record-id.ts';
export { createService, listen, type Service, type ServiceOptions } from './service.ts';
export type { ThrottleOptions } from './throttle.ts';
