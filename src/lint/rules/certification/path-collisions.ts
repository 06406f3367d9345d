/** Paths that a router cannot tell from one another, wholly or for some values. */
import type { OperationPart } from '../../model/operations.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { pathItems } from '../../model/path-items.ts';
import type { Problem, Rule } from '../../rule.ts';
import { validatorRules } from './declared-rules.ts';
import { listing, withPaths } from './fragments.ts';

/** As many paths as one is compared with: more than a connector may have. */
const compared = 600;

export const pathCollisionRules: readonly Rule[] = validatorRules([
  {
    id: 'PathRedefined',
    severity: 'error',
    title: 'Paths differ in more than case',
    why: 'Routing does not tell capitals from small letters: one of the two is never reached.',
    published: 0,
    good: withPaths(['/quotes', { get: listing('ListQuotes') }], ['/offers', { get: listing('ListOffers') }]),
    bad: withPaths(['/quotes', { get: listing('ListQuotes') }], ['/Quotes', { get: listing('ListOffers') }]),
    check: redefined,
  },
  {
    id: 'DuplicateOperationPath',
    severity: 'error',
    title: 'Paths differ in more than the names of their variables',
    why: 'A call fits both, and which one is routed to is chance.',
    published: 1,
    good: withPaths(
      ['/quotes/{id}', { get: listing('GetQuote') }],
      ['/quotes/{number}', { delete: listing('DeleteQuote') }],
    ),
    bad: withPaths(
      ['/quotes/{id}', { get: listing('GetQuote') }],
      ['/quotes/{number}', { get: listing('GetByNumber') }],
    ),
    check: duplicated,
  },
  {
    id: 'PartialDuplicateOperationPath',
    severity: 'warning',
    title: 'No path is a value of another',
    why: 'Where one path has a variable and another a fixed segment, a value equal to that segment is routed to the other operation.',
    published: 113,
    good: withPaths(
      ['/quotes/{id}/lines', { get: listing('GetLines') }],
      ['/quotes/open', { get: listing('ListOpen') }],
    ),
    bad: withPaths(['/quotes/{id}', { get: listing('GetQuote') }], ['/quotes/open', { get: listing('ListOpen') }]),
    check: overlapping,
  },
]);

function redefined(model: PackageModel): Problem[] {
  const seen = new Map<string, string>();
  return pathItems(model).flatMap(({ path, pointer }) => {
    const key = path.toLowerCase();
    const first = seen.get(key);
    seen.set(key, first ?? path);
    if (first === undefined) return [];
    return [
      { message: `The paths ${first} and ${path} differ in case only. Keep one, or give them other names.`, pointer },
    ];
  });
}

/** Variables without their names, in lower case. */
function templateOf(path: string): string {
  return path.replace(/\{[^{}]*\}/g, '{}').toLowerCase();
}

function duplicated({ operations }: PackageModel): Problem[] {
  const seen = new Map<string, OperationPart>();
  return operations.flatMap((operation) => {
    const key = `${operation.method} ${templateOf(operation.path)}`;
    const first = seen.get(key);
    seen.set(key, first ?? operation);
    if (!first || first.path.toLowerCase() === operation.path.toLowerCase()) return [];
    const message = `${nameOf(first)} at ${first.path} and ${nameOf(operation)} at ${operation.path} are one path for a router. Let them differ in a fixed segment.`;
    return [{ message, pointer: operation.pointer }];
  });
}

interface Routed {
  readonly operation: OperationPart;
  readonly template: string;
  readonly segments: readonly string[];
}

function overlapping({ operations }: PackageModel): Problem[] {
  const before = new Map<string, Routed[]>();
  return operations.flatMap((operation) => {
    const template = templateOf(operation.path);
    const routed = { operation, template, segments: template.split('/') };
    const key = `${operation.method} ${routed.segments.length}`;
    const others = before.get(key) ?? [];
    before.set(key, others);
    const overlapped = others.filter(
      (other) => other.template !== template && canMeet(other.segments, routed.segments),
    );
    if (others.length < compared) others.push(routed);
    if (overlapped.length === 0) return [];
    const named = overlapped.slice(0, 5).map((other) => `${nameOf(other.operation)} at ${other.operation.path}`);
    const more = overlapped.length > named.length ? ` and ${overlapped.length - named.length} more` : '';
    const message = `A call of ${operation.path} may be routed to ${named.join(', ')}${more}, and the other way round. Let them differ in a fixed segment.`;
    return [{ message, pointer: operation.pointer }];
  });
}

/** From the end: paths begin alike. */
function canMeet(one: readonly string[], other: readonly string[]): boolean {
  for (let index = one.length - 1; index >= 0; index--)
    if (!segmentsMeet(one[index] ?? '', other[index] ?? '')) return false;
  return true;
}

/** Whether one text can be a value of both segments, judged by what stands before the first variable and behind the last. */
function segmentsMeet(one: string, other: string): boolean {
  if (one === other || one === '{}' || other === '{}') return true;
  if (!one.includes('{}') && !other.includes('{}')) return false;
  const [first, second] = [endsOf(one), endsOf(other)];
  return (
    (first.head.startsWith(second.head) || second.head.startsWith(first.head)) &&
    (first.tail.endsWith(second.tail) || second.tail.endsWith(first.tail))
  );
}

function endsOf(segment: string): { readonly head: string; readonly tail: string } {
  const at = segment.indexOf('{}');
  if (at < 0) return { head: segment, tail: segment };
  return { head: segment.slice(0, at), tail: segment.slice(segment.lastIndexOf('{}') + 2) };
}

function nameOf({ operationId, method }: OperationPart): string {
  return operationId ?? method.toUpperCase();
}
