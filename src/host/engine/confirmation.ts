/** Chat skills that change something, or want to be asked about: nothing is sent before the seller agrees. */
import { type DiscoveredAction, wantsConfirmation } from '../../discovery/discovery.ts';
import type { Finding } from '../../report/finding.ts';
import type { Trace } from './trace.ts';

interface Asked {
  readonly action: DiscoveredAction | undefined;
  readonly isConfirmed?: boolean | undefined;
  readonly isMock?: boolean;
}

/** Why nothing is sent, where nobody has agreed; `before` are the findings so far. */
export function unconfirmed(
  { action, isConfirmed, isMock }: Asked,
  before: readonly Finding[],
): Pick<Trace, 'outcome' | 'explanation' | 'findings'> | undefined {
  if (!action || isConfirmed || isMock || !wantsConfirmation(action)) return undefined;
  const { method, pointer } = action.operation;
  const reason = method === 'GET' ? 'asks before it is called' : `changes data (${method})`;
  const message = `This skill ${reason}, so nothing was sent. Confirm it: add --confirm, or "confirmed": true in a request.`;
  const finding: Finding = { rule: 'call-not-confirmed', severity: 'error', message, pointer };
  return { outcome: 'not-confirmed', explanation: message, findings: [...before, finding] };
}
