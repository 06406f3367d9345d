/** saleskit/contract: the protocol of Copilot for Sales as data, and what is derived from it. */
export { type Action, actionOf, actionOfSkill, type ChatSkill } from './action.ts';
export { type ErrorBody, type ErrorCode, type ErrorEntry, errorBody, errors, statusOf } from './errors.ts';
export type { AgentWords, Citation, ExtensionPoint, Field, FieldType, FormerWording } from './extension-point.ts';
export { type ExtensionPointId, extensionPoints } from './extension-points.ts';
export { type GuidelineId, guidelines } from './guidelines.ts';
export { headers } from './headers.ts';
export { type HostValue, hostProfile } from './host-profile.ts';
export {
  argumentsSchema,
  errorSchema,
  inputSchema,
  type JsonSchema,
  outputSchema,
  resultSchema,
} from './json-schema.ts';
export { limits } from './limits.ts';
export { camelCase, labelOf, pascalCase, propertyName } from './naming.ts';
export { type DefinitionOptions, openApiDefinition, operationOf, type SecurityDefinition } from './openapi.ts';
export { type PackageContents, packageFilesOf, paconnSettings } from './package-files.ts';
export { errorsPage, extensionPointPage, hostPage } from './reference-page.ts';
export { type EntraSignIn, entraSignIn, type OpenIdSignIn, openIdSignIn, type SignIn } from './sign-in.ts';
export {
  type CallTool,
  type Tool,
  type ToolAnnotations,
  type ToolAnswer,
  toolAnnotations,
  toolName,
  toolOfAction,
} from './tool.ts';
export type { InputOf, ItemOf, ShapeOf } from './types.ts';
