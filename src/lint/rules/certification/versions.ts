/** Versions of operations: families, revisions, what is deprecated and what replaces it. */
import { isObject, type JsonObject } from '../../model/json-object.ts';
import type { OperationPart } from '../../model/operations.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { Problem, Rule } from '../../rule.ts';
import { family, first, inFull, replaced, second, third, versions } from './version-example.ts';

const validator = 'Fix Swagger Validator errors (Microsoft Learn, 2022 and later)';
const versioning = 'Operational versioning (Microsoft Learn)';

type Declared = Omit<Rule, 'group' | 'source'> & Partial<Pick<Rule, 'source'>>;

const declared: readonly Declared[] = [
  {
    id: 'ApiAnnotationExtensionReplacementInfoForNonDeprecatedOperations',
    severity: 'error',
    title: 'Only what is deprecated has a replacement',
    why: 'Makers would be led away from an operation that is still good. None of 1,012 published connectors breaks this.',
    good: versions([replaced(inFull), second]),
    bad: versions([replaced(inFull, false), second]),
    check: replacementProblems(({ value }) =>
      value.deprecated === true ? undefined : 'is not deprecated. Set deprecated: true, or remove replacement.',
    ),
  },
  {
    id: 'ApiAnnotationExtensionReplacementInfoMissingApiProperty',
    severity: 'error',
    title: 'A replacement names its API',
    why: 'Without it the replacement is not found. None of 1,012 published connectors leaves it out.',
    good: versions([replaced(inFull), second]),
    bad: versions([replaced({ operationId: 'GetDeals_V2' }), second]),
    check: replacementProblems((_, { api }) => (api ? undefined : 'does not name its api. Add it.')),
  },
  {
    id: 'ApiAnnotationExtensionReplacementInfoMissingOperationIdProperty',
    severity: 'error',
    title: 'A replacement names its operation',
    why: 'Without it the replacement is not found. None of 1,012 published connectors leaves it out.',
    good: versions([replaced(inFull), second]),
    bad: versions([replaced({ api: 'Fabrikam' }), second]),
    check: replacementProblems((_, { operationId }) =>
      operationId ? undefined : 'does not name its operationId. Add it.',
    ),
  },
  {
    id: 'OperationFamilyHasDuplicateRevisions',
    severity: 'error',
    title: 'Each revision of a family is there once',
    why: 'Designers offer one operation a revision; the other is hidden. None of 1,012 published connectors breaks this.',
    good: versions([first, second]),
    bad: versions([first, { ...second, annotation: family(1) }]),
    check: (model) =>
      families(model).flatMap(([name, members]) =>
        members
          .filter(
            ({ revision }, index) =>
              revision !== undefined && members.findIndex((each) => each.revision === revision) < index,
          )
          .map(({ revision, pointer }) => ({
            message: `The family ${name} has revision ${revision} twice. Count on.`,
            pointer: `${pointer}/x-ms-api-annotation/revision`,
          })),
      ),
  },
  {
    id: 'OperationFamilyHasManyEmptyRevisions',
    severity: 'error',
    title: 'One operation of a family at most has no revision',
    why: 'Which of them is the first cannot be told. None of 1,012 published connectors breaks this.',
    good: versions([{ ...first, annotation: family() }, second]),
    bad: versions([
      { ...first, annotation: family() },
      { ...second, annotation: family() },
    ]),
    check: (model) =>
      families(model).flatMap(([name, members]) =>
        members
          .filter(({ revision }) => revision === undefined)
          .slice(1)
          .map(({ pointer }) => ({
            message: `Another operation of the family ${name} has no revision either. Give each its revision.`,
            pointer: `${pointer}/x-ms-api-annotation`,
          })),
      ),
  },
  {
    id: 'OperationFamilyHasManyActiveOperations',
    severity: 'error',
    title: 'Two operations of a family at most are not deprecated',
    why: 'Makers would have to choose between versions. None of 1,012 published connectors breaks this.',
    good: versions([{ ...first, deprecated: true }, second, third]),
    bad: versions([first, second, third]),
    check: (model) =>
      families(model).flatMap(([name, members]) => {
        const active = members.filter(({ isDeprecated }) => !isDeprecated);
        return active.length > 2
          ? [oldestProblem(active, `${active.length} operations of the family ${name} are active; two may be.`)]
          : [];
      }),
  },
  {
    id: 'OperationFamilyHasManyActiveProductionOperations',
    severity: 'error',
    title: 'One operation of a family at most is in production and not deprecated',
    why: 'The older one is to be deprecated as the newer one goes into production. None of 1,012 published connectors breaks this.',
    good: versions([
      { ...first, annotation: family(1, 'Production') },
      { ...second, annotation: family(2, 'Preview') },
    ]),
    bad: versions([
      { ...first, annotation: family(1, 'Production') },
      { ...second, annotation: family(2, 'Production') },
    ]),
    check: (model) =>
      families(model).flatMap(([name, members]) => {
        const active = members.filter(({ isDeprecated, status }) => !isDeprecated && status === 'Production');
        return active.length > 1
          ? [oldestProblem(active, `${active.length} operations of the family ${name} are active in production.`)]
          : [];
      }),
  },
  {
    id: 'OperationRevisionEmpty',
    severity: 'warning',
    title: 'An operation of a family has its revision',
    why: 'Without it its place among the versions is unknown.',
    good: versions([first, second]),
    bad: versions([{ ...first, annotation: family() }]),
    check: (model) =>
      families(model).flatMap(([name, members]) =>
        members
          .filter(({ revision }) => revision === undefined)
          .map(({ pointer, id }) => ({
            message: `${id} is of the family ${name} and has no revision. Add one, from 1.`,
            pointer: `${pointer}/x-ms-api-annotation`,
          })),
      ),
  },
  {
    id: 'OperationIdShouldEndWithRevision',
    severity: 'warning',
    title: 'From the second revision on, the operationId ends with it',
    why: 'Flows keep the operationId; the suffix keeps versions apart. (The coding standard forbids the underscore; versioning, which comes first here, asks for it.)',
    good: versions([first, second]),
    bad: versions([first, { ...second, id: 'GetNewDeals' }]),
    check: (model) =>
      families(model).flatMap(([, members]) =>
        members.flatMap(({ revision, id, pointer }): Problem[] => {
          if (typeof revision !== 'number' || revision < 2 || id.endsWith(`_V${revision}`)) return [];
          const message = `${id} is revision ${revision}. Let its operationId end with _V${revision}.`;
          return [{ message, pointer: `${pointer}/operationId` }];
        }),
      ),
  },
  {
    id: 'OperationStatusAheadOfConnector',
    severity: 'warning',
    title: 'No operation is in production before its connector',
    why: 'Without a status in info a connector counts as a preview. 8 of 1,012 published connectors are behind their operations.',
    good: versions([{ ...first, annotation: family(1, 'Production') }], {
      info: { 'x-ms-api-annotation': { status: 'Production' } },
    }),
    bad: versions([{ ...first, annotation: family(1, 'Production') }], { info: { 'x-ms-api-annotation': null } }),
    check: ({ info, operations }) =>
      annotationOf(info).status === 'Production'
        ? []
        : operations
            .filter(({ value }) => annotationOf(value).status === 'Production')
            .map(({ operationId, pointer }) => ({
              message: `${operationId} is in production, and the connector is a preview. Write Preview, or give info an x-ms-api-annotation with the status Production.`,
              pointer: `${pointer}/x-ms-api-annotation/status`,
            })),
  },
  {
    id: 'operation-status-spelling',
    severity: 'warning',
    title: 'The status of an operation is Preview or Production',
    why: 'Another spelling is no status. 1 of 1,012 published connectors writes "production".',
    source: versioning,
    good: versions([{ ...first, annotation: family(1, 'Preview') }]),
    bad: versions([{ ...first, annotation: family(1, 'production') }]),
    check: ({ operations }) =>
      operations.flatMap(({ value, pointer }): Problem[] => {
        const { status } = annotationOf(value);
        if (status === undefined || status === 'Preview' || status === 'Production') return [];
        const message = `The status is ${JSON.stringify(status)}. Write "Preview" or "Production".`;
        return [{ message, pointer: `${pointer}/x-ms-api-annotation/status` }];
      }),
  },
  {
    id: 'ProductionStatusOnBetaService',
    severity: 'warning',
    isAssumed: true,
    title: 'A connector in production calls a service that is no beta',
    why: 'A beta may change under the flows of those who rely on it. What counts as a beta is not published: here a host, base path or version that says so.',
    good: { definition: { basePath: '/v1', info: { 'x-ms-api-annotation': { status: 'Production' } } } },
    bad: { definition: { basePath: '/beta', info: { 'x-ms-api-annotation': { status: 'Production' } } } },
    check: ({ root, info }) => {
      if (annotationOf(info).status !== 'Production') return [];
      const places = [
        [root.host, '/host'],
        [root.basePath, '/basePath'],
        [info.version, '/info/version'],
      ] as const;
      return places
        .filter(([value]) => typeof value === 'string' && /(?:^|[^a-z])beta(?:[^a-z]|$)/i.test(value.slice(0, 300)))
        .map(([value, pointer]) => ({
          message: `The connector is in production, and ${String(value)} is a beta. Write Preview, or call the service itself.`,
          pointer,
        }));
    },
  },
  {
    id: 'deprecated-unnamed',
    severity: 'info',
    title: 'What is deprecated says so in its texts',
    why: 'Makers read the summary and the description; the mark alone they may not see. 24 of 1,012 published connectors do not say it.',
    source: 'Deprecate an operation (Microsoft Learn)',
    good: versions([{ ...first, deprecated: true, summary: 'Get deals (deprecated)' }]),
    bad: versions([{ ...first, deprecated: true }]),
    check: ({ operations }) =>
      operations.flatMap(({ value, pointer, operationId, isInternal }): Problem[] => {
        if (value.deprecated !== true || isInternal) return [];
        const silent = ['summary', 'description'].filter((key) => !/deprecated/i.test(String(value[key] ?? '')));
        if (silent.length === 0) return [];
        const message = `${operationId} is deprecated, and its ${silent.join(' and ')} ${silent.length > 1 ? 'do' : 'does'} not say so. Add “(deprecated)”.`;
        return [{ message, pointer: `${pointer}/deprecated` }];
      }),
  },
];

export const versionRules: readonly Rule[] = declared.map((rule) => ({
  group: 'certification',
  source: validator,
  ...rule,
}));

function annotationOf(value: JsonObject): JsonObject {
  const annotation = value['x-ms-api-annotation'];
  return isObject(annotation) ? annotation : {};
}

/** What is wrong with an operation's replacement. */
function replacementProblems(
  wrong: (operation: OperationPart, replacement: JsonObject) => string | undefined,
): Rule['check'] {
  return ({ operations }) =>
    operations.flatMap((operation): Problem[] => {
      const { replacement } = annotationOf(operation.value);
      const what = isObject(replacement) ? wrong(operation, replacement) : undefined;
      if (!what) return [];
      const pointer = `${operation.pointer}/x-ms-api-annotation/replacement`;
      return [{ message: `${operation.operationId} has a replacement, and ${what}`, pointer }];
    });
}

interface Member {
  readonly id: string;
  readonly pointer: string;
  readonly revision: unknown;
  readonly status: unknown;
  readonly isDeprecated: boolean;
}

function families({ operations }: PackageModel): [name: string, members: Member[]][] {
  const found = new Map<string, Member[]>();
  for (const { value, pointer, operationId = '' } of operations) {
    const { family: name, revision, status } = annotationOf(value);
    if (typeof name !== 'string') continue;
    const member = { id: operationId, pointer, revision, status, isDeprecated: value.deprecated === true };
    found.set(name, [...(found.get(name) ?? []), member]);
  }
  return [...found];
}

/** At the oldest of several, which is the one to deprecate. */
function oldestProblem(members: readonly Member[], what: string): Problem {
  const [oldest] = [...members].sort((one, other) => Number(one.revision ?? 0) - Number(other.revision ?? 0));
  return { message: `${what} Deprecate ${oldest?.id}.`, pointer: oldest?.pointer ?? '' };
}
