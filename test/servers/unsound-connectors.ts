/** Odd connectors made on purpose: each differs from the sound one in one thing, which one check of verify must find. */
import type { VerifyOptions } from '../../src/verify/verify.ts';
import { listenSound, type SoundOptions, soundConnector } from './sound-connector.ts';
import { oddAnswers } from './unsound-answers.ts';
import type { Change } from './unsound-changes.ts';
import { oddConduct } from './unsound-conduct.ts';

export interface UnsoundConnector {
  readonly name: string;
  readonly change: Change;
  /** The one check that must tell of it. */
  readonly check: string;
  /** How it tells of it: fail unless it says advice. */
  readonly status?: 'fail' | 'advice';
  /** What is examined; record details unless it says something else. */
  readonly extensionPoint?: string;
  /** It depends on the clock, so it is tried again where it comes out otherwise. */
  readonly isTimed?: boolean;
  readonly sound?: SoundOptions;
  readonly options?: Omit<Partial<VerifyOptions>, 'checks' | 'actions'>;
}

export const unsoundConnectors: readonly UnsoundConnector[] = [...oddAnswers, ...oddConduct];

const definitionPath = '/apiDefinition.swagger.json';

/** Listens on a free port of this machine. */
export async function listenUnsound({
  change,
  check,
  sound = {},
}: Pick<UnsoundConnector, 'change' | 'check' | 'sound'>) {
  const answer = soundConnector(sound);
  let number = 0;
  let busy = 0;
  const server = await listenSound(async (question, response) => {
    if (question.path === definitionPath && check !== 'consistent-definition') return answer(question);
    const circumstance = {
      question,
      sound: (other = question) => answer(other),
      response,
      number: number++,
      busy: busy++,
      stop: () => void server.close(),
    };
    response.on('close', () => busy--);
    return change(circumstance);
  });
  return server;
}
