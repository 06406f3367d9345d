/** Where the service is. */
import type { Change } from '../against.ts';
import type { JsonObject } from '../model/json-object.ts';
import type { PackageModel } from '../model/package-model.ts';

export function compareService({ root }: PackageModel, old: PackageModel): Change[] {
  const [is, was] = [addressOf(root), addressOf(old.root)];
  if (is === undefined || was === undefined || is === was) return [];
  const message = `The service was at ${was} and is at ${is}: what is installed goes on calling the old address until it is renewed. Keep answering there as well.`;
  const pointer = ['host', 'basePath'].find((key) => root[key] !== undefined && root[key] !== old.root[key]);
  return [{ kind: 'service-address-changed', message, pointer: pointer === undefined ? '' : `/${pointer}` }];
}

/** Host and basePath; undefined where the host is not known. */
function addressOf({ host, basePath }: JsonObject): string | undefined {
  if (typeof host !== 'string') return undefined;
  return host.toLowerCase() + (typeof basePath === 'string' ? basePath.replace(/\/+$/, '') : '');
}
