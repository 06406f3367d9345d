import type { KnownFacts } from '../events/facts-of-events.ts';
import type { Agreement, Content, Subject } from '../facts.ts';

/** What a store has of the facts that events are read with: rows as arrays, facts as JSON. */
export interface KnownRows {
  readonly subjects: readonly (readonly [facts: string])[];
  readonly agreements: readonly (readonly [subject: string, facts: string])[];
  readonly content: readonly (readonly [facts: string])[];
  readonly versions: readonly (readonly [fact: string, at: number])[];
}

/** The facts of these rows. */
export function knownFacts({ subjects, agreements, content, versions }: KnownRows): KnownFacts {
  return {
    subjects: subjects.map(([facts]) => JSON.parse(facts) as Subject),
    agreements: agreements.map(([subject, facts]) => ({ subject, ...(JSON.parse(facts) as Agreement) })),
    content: content.map(([facts]) => JSON.parse(facts) as Content),
    versions: versions.map(([fact, at]) => ({ fact, at })),
  };
}
