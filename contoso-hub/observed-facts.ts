import { ConnectorError, failureName, type Telemetry } from 'saleskit/connector';
import type { Facts } from './facts.ts';

const questions = [
  'checkConnection',
  'subjectOf',
  'activities',
  'agreements',
  'people',
  'acquaintances',
  'stakeholders',
  'accounts',
  'content',
] as const satisfies readonly (keyof Facts)[];

/** The same facts, each question told of: a span, and how long the store took. `system` is what OpenTelemetry calls it. */
export function observedFacts<Store extends Pick<Facts<never>, (typeof questions)[number]>>(
  store: Store,
  system: string,
  telemetry: Telemetry,
): Store {
  const observed = (question: (typeof questions)[number]) => {
    const about = { 'db.system.name': system, 'db.operation.name': question };
    const ask = store[question] as (...args: unknown[]) => Promise<unknown>;
    const start = { name: `${system} ${question}`, kind: 'client', attributes: about } as const;
    return async (...args: unknown[]) => {
      const begun = performance.now();
      const span = telemetry.begin(start);
      let failure: string | undefined;
      try {
        return await telemetry.within(span, () => ask.apply(store, args));
      } catch (error) {
        // That there is no such record is an answer.
        if (!(error instanceof ConnectorError)) failure = failureName(error);
        throw error;
      } finally {
        span.end(failure);
        const seconds = (performance.now() - begun) / 1000;
        telemetry.measure('db.client.operation.duration', seconds, { ...about, 'error.type': failure });
      }
    };
  };
  return { ...store, ...Object.fromEntries(questions.map((question) => [question, observed(question)])) };
}
