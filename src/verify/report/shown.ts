/** Whether a seller would see anything of an action, and what. */
import { type ShownAnswer, type ShownSection, shownAnswer } from '../../host/host.ts';
import type { Subject } from '../subject.ts';
import { unaskedVerdict } from '../usual-answer.ts';

/** not-seen: the connector answered well, and had nothing for what was asked; or it could not be asked. */
export const shownVerdicts = ['shown', 'partly-shown', 'not-shown', 'not-seen'] as const;
export type ShownVerdict = (typeof shownVerdicts)[number];

export interface Shown {
  /** Of the extension point, or the chat skill's summary. */
  readonly title: string;
  readonly verdict: ShownVerdict;
  /** Why nothing, or not all, would be shown; null where all would. */
  readonly why: string | null;
  /** What was open, in words; null where nothing is shown. */
  readonly about: string | null;
  /** Of the call that showed most; null where none showed anything. */
  readonly section: ShownSection | null;
}

interface Judged extends ShownAnswer {
  readonly about: string;
  readonly status: number | null;
}

/** By the first calls of a run, judged as the host does. */
export function shownOf(subject: Subject): Shown {
  const { action, name, discovery } = subject;
  // Without what a title says besides: “(called … until 2025)”.
  const title = action.point?.title.replace(/ \(.*\)$/, '') ?? action.operation.summary ?? name;
  const judged = subject.surveyed.map(({ about, exchange }): Judged => {
    const { answer, secrets, status } = exchange;
    return { about, status, ...shownAnswer(action, answer, secrets, discovery.connector.title) };
  });
  const best = judged.toSorted((one, other) => other.count - one.count).find(({ count }) => count > 0);
  return { title, ...verdictOf(subject, judged), about: best?.about ?? null, section: best?.section ?? null };
}

function verdictOf(subject: Subject, judged: readonly Judged[]): Pick<Shown, 'verdict' | 'why'> {
  const { action } = subject;
  if (!action.invocable)
    return { verdict: 'not-shown', why: action.reasons.map(({ message }) => message).join(' ') || null };
  const failure = judged.find(isFailure);
  const isShown = judged.some(({ count }) => count > 0);
  if (isShown && failure)
    return { verdict: 'partly-shown', why: `Not of ${failure.about}: ${failureWords(subject, failure)}` };
  if (isShown) return { verdict: 'shown', why: null };
  if (failure) return { verdict: 'not-shown', why: failureWords(subject, failure) };
  return {
    verdict: 'not-seen',
    why: judged.length > 0 ? nothingWords(action, judged) : unaskedVerdict(subject).message,
  };
}

/** A record that the connector does not know is no failure of its. */
function isFailure({ outcome, status }: Judged): boolean {
  return outcome !== 'shown' && outcome !== 'nothing-to-show' && status !== 404;
}

function failureWords({ options }: Subject, { explanation, status }: Judged): string {
  const isWithoutToken = (status === 401 || status === 403) && options.credentials.kind === 'none';
  return isWithoutToken ? `${explanation} The run is without a token: give --auth.` : explanation;
}

function nothingWords({ point, operation }: Subject['action'], judged: readonly Judged[]): string {
  const isUnknown = judged.every(({ status }) => status === 404);
  const what = isUnknown
    ? `The connector answered 404 to all that was asked. Does it answer at ${operation.method} ${operation.path}? If so, name`
    : 'The connector had nothing for what was asked. Name';
  const takesMail = point?.inputs.some(({ name }) => name === 'resourceData') ?? false;
  return `${what} ${takesMail ? 'a mail by --mail FILE, or ' : ''}a record that it knows by --record TYPE:ID.`;
}
