import { CodedError } from '../../core/coded-error.ts';
import { type DiscoveredAction, type Discovery, nearestName, wantsConfirmation } from '../../discovery/discovery.ts';
import { allChecks, type Check, checkGroups, subjectName } from '../../verify/verify.ts';

const listed = (texts: readonly string[] = []) => texts.flatMap((text) => text.split(',')).map((name) => name.trim());

/** The extension points and the chat skills that read only; or those that are named, whatever they do. */
export function chosenActions({ actions }: Discovery, points: readonly string[] | undefined): DiscoveredAction[] {
  const candidates = actions.filter(({ kind, isUsed }) => kind !== 'none' && isUsed);
  if (!points) {
    const harmless = candidates.filter((action) => !wantsConfirmation(action));
    if (harmless.length > 0) return harmless;
    throw new CodedError('USAGE', 'The definition has no action that Copilot for Sales would use: see lint.');
  }
  return listed(points).map((name) => {
    const found = candidates.find((action) => [subjectName(action), action.operation.operationId].includes(name));
    if (found) return found;
    const names = candidates.map(subjectName);
    const nearest = nearestName(name, names);
    throw new CodedError(
      'USAGE',
      `--points: the package has no "${name}". ${nearest ? `Is ${nearest} meant? ` : ''}It has ${names.join(', ') || 'none'}.`,
    );
  });
}

/** All checks, or those of the names and groups. */
export function chosenChecks(names: readonly string[] | undefined): readonly Check[] {
  if (!names) return allChecks;
  const wanted = listed(names);
  const known = [...checkGroups, ...allChecks.map(({ id }) => id)];
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown === undefined) return allChecks.filter(({ id, group }) => wanted.includes(id) || wanted.includes(group));
  const nearest = nearestName(unknown, known);
  throw new CodedError(
    'USAGE',
    `--checks: there is no check and no group "${unknown}". ${nearest ? `Is ${nearest} meant? ` : ''}Groups: ${checkGroups.join(', ')}.`,
  );
}
