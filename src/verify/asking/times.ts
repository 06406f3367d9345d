import type { DiscoveredAction } from '../../discovery/discovery.ts';
import type { Asker } from './asker.ts';

/** An asker that keeps how long each call took, in milliseconds, in the order in which they ended: of 2xx and of time-outs. */
export function withTimes(asker: Asker): {
  readonly asker: Asker;
  timesOf(action: DiscoveredAction): readonly number[];
} {
  const times = new Map<DiscoveredAction, number[]>();
  const push = (action: DiscoveredAction, time: number) => {
    const known = times.get(action);
    if (known) known.push(time);
    else times.set(action, [time]);
  };
  const ask: Asker['ask'] = async (action, call) => {
    const exchange = await asker.ask(action, call);
    const { durationMs, failure } = exchange.answer;
    if (exchange.isAnswered || failure === 'timeout') push(action, durationMs);
    return exchange;
  };
  return { asker: { ...asker, ask }, timesOf: (action) => times.get(action) ?? [] };
}
