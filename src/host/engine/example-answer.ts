import { extensionPoints } from '../../contract/contract.ts';
import type { DiscoveredAction } from '../../discovery/discovery.ts';
import type { Answer } from './send.ts';

/** An example in place of an answer: the definition's own, else the documentation's. */
export function exampleAnswer({ operation, point }: DiscoveredAction): Answer {
  const documented = (point ?? extensionPoints.salesChat).example;
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(operation.example ?? documented),
    durationMs: 0,
    firstByteMs: 0,
    failure: null,
    problem: null,
  };
}
