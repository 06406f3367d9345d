/** The examples of the rules about versions: the operation GetDeals and what came after it. */
import type { Sample } from '../../rule.ts';

interface Version {
  readonly id: string;
  readonly annotation?: object;
  readonly deprecated?: boolean;
  readonly summary?: string;
}

/** A connector with several versions of an operation. */
export function versions(list: readonly Version[], definition: object = {}): Sample {
  const operation = ({ id, annotation, deprecated, summary = 'Get deals' }: Version) => ({
    operationId: id,
    summary,
    description: `${summary}, as they are.`,
    ...(annotation && { 'x-ms-api-annotation': annotation }),
    ...(deprecated && { deprecated }),
    responses: { 204: { description: 'Nothing.' } },
  });
  const paths = Object.fromEntries(list.map((each, index) => [`/deals/${index}`, { get: operation(each) }]));
  return { definition: { paths, ...definition } };
}

export const family = (revision?: number, status?: string) => ({
  family: 'GetDeals',
  ...(revision !== undefined && { revision }),
  ...(status && { status }),
});
export const first = { id: 'GetDeals', annotation: family(1) };
export const second = { id: 'GetDeals_V2', annotation: family(2) };
export const third = { id: 'GetDeals_V3', annotation: family(3) };
export const replaced = (replacement: object, deprecated = true): Version => ({
  id: 'GetDeals',
  annotation: { ...family(1), replacement },
  deprecated,
});
export const inFull = { api: 'Fabrikam', operationId: 'GetDeals_V2' };
