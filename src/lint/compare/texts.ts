/** Whether two versions differ in texts alone, so that an update is a minor one. */
import { isObject } from '../model/json-object.ts';
import type { PackageModel } from '../model/package-model.ts';

/** What people read, wherever it is text. */
const texts = new Set([
  'summary',
  'description',
  'title',
  'x-ms-summary',
  'x-ms-trigger-hint',
  'displayName',
  'tooltip',
]);
/** Values that are data: texts in them count. */
const data = new Set(['default', 'enum']);
const minorOfInfo = ['version', 'contact', 'termsOfService', 'license', 'x-ms-keywords'];
const minorOfRoot = ['x-ms-connector-metadata', 'externalDocs', 'tags'];
const minorOfProperties = ['iconBrandColor', 'publisher', 'stackOwner'];

/**
 * They differ, and what differs is told to people only. Scripts are not read: where there is one, nothing is said; nor
 * where actions.json came or went.
 */
export function differsInTextsOnly(model: PackageModel, old: PackageModel): boolean {
  if (model.connector.script || old.connector.script) return false;
  if ((model.connector.actions === undefined) !== (old.connector.actions === undefined)) return false;
  if (exactly(model) === exactly(old) && !iconsDiffer(model, old)) return false;
  return withoutTexts(model) === withoutTexts(old);
}

/** Whatever the order of keys. */
function exactly({ root, connector }: PackageModel): string {
  return JSON.stringify(
    [root, connector.properties?.value, connector.actions?.value].map((each) => stripped(each, true)),
  );
}

function iconsDiffer({ connector: { icon } }: PackageModel, { connector: { icon: before } }: PackageModel): boolean {
  return icon !== undefined && before !== undefined && Buffer.compare(icon, before) !== 0;
}

/** All that is not told to people, with keys in order; what actions are taken for counts, whatever texts decide it. */
function withoutTexts({ root, info, properties, actions }: PackageModel): string {
  const taken = actions.map(({ operation, point, kind, invocable, exactness }) => [
    operation.operationId,
    point?.id,
    kind,
    invocable,
    exactness,
  ]);
  return JSON.stringify([
    stripped({ ...without(root, minorOfRoot), info: without(info, minorOfInfo) }),
    stripped(without(properties ?? {}, minorOfProperties)),
    taken,
  ]);
}

function without(value: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

function stripped(value: unknown, isData = false): unknown {
  if (Array.isArray(value)) return value.map((each) => stripped(each, isData));
  if (!isObject(value)) return value;
  return Object.keys(value)
    .filter((key) => isData || !texts.has(key) || typeof value[key] !== 'string')
    .sort()
    .map((key) => [key, stripped(value[key], isData || data.has(key))]);
}
