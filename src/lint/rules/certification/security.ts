/** Security definitions, and the requirements that refer to them. */
import { extensionPoints } from '../../../contract/contract.ts';
import { entriesOf, isObject, type JsonObject, membersOf, step } from '../../model/json-object.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { Problem, Rule, Sample } from '../../rule.ts';

const { recordDetails } = extensionPoints;
const source = 'Fix Swagger Validator errors (Microsoft Learn, 2022)';
const group = 'certification';

interface Scheme {
  readonly name: string;
  readonly value: JsonObject;
  readonly pointer: string;
  /** Its type; of OAuth 2.0 with its flow. */
  readonly kind: string;
}

/** Every security definition. */
export function securitySchemes({ root }: PackageModel): readonly Scheme[] {
  return entriesOf(root.securityDefinitions).flatMap(([name, value]) =>
    isObject(value) && !name.startsWith('x-')
      ? [{ name, value, pointer: `/securityDefinitions${step(name)}`, kind: kindOf(value) }]
      : [],
  );
}

function kindOf({ type, flow }: JsonObject): string {
  return type === 'oauth2' ? `oauth2 ${String(flow ?? 'accessCode')}` : String(type);
}

/** By kind, what a security definition needs beside its type. */
const needed: Readonly<Record<string, readonly string[]>> = {
  basic: [],
  apiKey: ['name', 'in'],
  'oauth2 accessCode': ['flow', 'authorizationUrl', 'tokenUrl', 'scopes'],
  'oauth2 implicit': ['flow', 'authorizationUrl', 'scopes'],
  'oauth2 password': ['flow', 'tokenUrl', 'scopes'],
  'oauth2 application': ['flow', 'tokenUrl', 'scopes'],
};
const everyNeed = ['name', 'in', 'flow', 'authorizationUrl', 'tokenUrl', 'scopes'];

interface Requirement {
  readonly name: string;
  readonly scopes: unknown;
  readonly pointer: string;
  readonly scheme: Scheme | undefined;
}

/** Every requirement of the definition and of its operations, with what it refers to. */
function requirements(model: PackageModel): readonly Requirement[] {
  const schemes = new Map(securitySchemes(model).map((scheme) => [scheme.name, scheme]));
  return [{ value: model.root, pointer: '' }, ...model.operations].flatMap(({ value, pointer }) =>
    membersOf(value.security).flatMap(([index, requirement]) =>
      entriesOf(requirement).map(([name, scopes]) => ({
        name,
        scopes,
        pointer: `${pointer}/security/${index}${step(name)}`,
        scheme: schemes.get(name),
      })),
    ),
  );
}

const security = (change: readonly object[], definitions?: object): Sample => ({
  definition: { security: change, ...(definitions && { securityDefinitions: definitions }) },
});
const key = { type: 'apiKey', in: 'header', name: 'api_key' };
const scope = 'api://00000000-0000-4000-8000-00000000000a/access_as_user';

export const securityRules: readonly Rule[] = [
  {
    id: 'SecuritySchemePropertyRequired',
    group,
    severity: 'error',
    title: 'Security definitions have what their type needs',
    why: 'Without it no connection can be made. No published connector lacks anything but scopes (2 of 1,012), which Microsoft’s own schema leaves free.',
    source,
    good: { definition: { securityDefinitions: { key } } },
    bad: { definition: { securityDefinitions: { key: { type: 'apiKey', in: 'header' } } } },
    check: (model) =>
      securitySchemes(model).flatMap(({ name, value, pointer, kind }) =>
        (needed[kind] ?? [])
          .filter((property) => value[property] === undefined)
          .map((property): Problem => {
            const message = `The security definition "${name}" (${kind}) has no ${property}. Add it.`;
            return { message, pointer, ...(property === 'scopes' && { severity: 'warning' }) };
          }),
      ),
  },
  {
    id: 'SecuritySchemePropertyNotValid',
    group,
    severity: 'error',
    title: 'Security definitions have nothing of another type',
    why: 'What belongs to another type is not read; often the type itself is wrong. No published connector.',
    source,
    good: { definition: { securityDefinitions: { key: { ...key, description: 'Of your account.' } } } },
    bad: { definition: { securityDefinitions: { basic: { type: 'basic', in: 'header' } } } },
    check: (model) =>
      securitySchemes(model).flatMap(({ name, value, pointer, kind }) => {
        const fitting = needed[kind];
        if (!fitting) return [];
        return everyNeed
          .filter((property) => value[property] !== undefined && !fitting.includes(property))
          .map((property) => ({
            message: `The security definition "${name}" (${kind}) has no use for ${property}. Remove it, or correct the type.`,
            pointer: `${pointer}/${property}`,
          }));
      }),
  },
  {
    id: 'SecurityRequirementMustBeDefined',
    group,
    severity: 'warning',
    title: 'Requirements refer to a security definition',
    why: 'A name that is not defined requires nothing, and the connection asks for nothing. 29 of 1,012 published connectors.',
    source,
    good: security([{ key: [] }], { key }),
    bad: security([{ oauth2_auth: [] }]),
    check: (model) =>
      requirements(model)
        .filter(({ scheme }) => scheme === undefined)
        .map(({ name, pointer }) => {
          const known = securitySchemes(model).map((scheme) => `"${scheme.name}"`);
          const mend = known.length > 0 ? `Write ${known.join(' or ')}, or define it.` : 'Define it, or remove it.';
          return { message: `securityDefinitions has no "${name}". ${mend}`, pointer };
        }),
  },
  {
    id: 'SecurityRequirementMustHaveEmptyValue',
    group,
    severity: 'warning',
    title: 'Only requirements of OAuth 2.0 list scopes',
    why: 'Keys and basic authentication have none. 2 of 1,012 published connectors.',
    source,
    good: security([{ key: [] }], { key }),
    bad: security([{ key: ['read'] }], { key }),
    check: (model) =>
      requirements(model)
        .filter(({ scheme, scopes }) => scheme && scheme.value.type !== 'oauth2' && membersOf(scopes).length > 0)
        .map(({ name, pointer, scheme }) => ({
          message: `"${name}" is of the type ${scheme?.kind}, which has no scopes. Write an empty array.`,
          pointer,
          fix: { pointer, value: [] },
        })),
  },
  {
    id: 'SecurityRequirementMustHaveValue',
    group,
    severity: 'error',
    title: 'Requirements hold a list',
    why: 'A requirement without a list of scopes, be it an empty one, is refused. No published connector.',
    source,
    good: security([{ 'oauth2-auth': [] }]),
    bad: security([{ 'oauth2-auth': 'access_as_user' }]),
    check: (model) =>
      requirements(model)
        .filter(({ scopes }) => !Array.isArray(scopes))
        .map(({ name, pointer }) => ({
          message: `The requirement "${name}" holds no list. Write an array of scopes, or an empty one.`,
          pointer,
        })),
  },
  {
    id: 'OAuthSecurityRequirementValueMustBeScopeName',
    group,
    severity: 'warning',
    title: 'Required scopes are defined',
    why: 'A scope that the security definition does not know is not asked for at sign-in. 6 of 1,012 published connectors.',
    source,
    good: { definition: { paths: { [recordDetails.path]: { get: { security: [{ 'oauth2-auth': [scope] }] } } } } },
    bad: security([{ 'oauth2-auth': ['access_as_user'] }]),
    check: (model) =>
      requirements(model).flatMap(({ name, scopes, pointer, scheme }) => {
        if (scheme?.value.type !== 'oauth2') return [];
        const known = isObject(scheme.value.scopes) ? scheme.value.scopes : {};
        return membersOf(scopes)
          .filter(([, each]) => typeof each === 'string' && !Object.hasOwn(known, each))
          .map(([index, each]) => ({
            message: `The security definition "${name}" has no scope "${String(each)}". Add it there, or correct it here.`,
            pointer: `${pointer}/${index}`,
          }));
      }),
  },
];
