/** A partner's program that `dev` runs: started, awaited, started anew when its sources change, ended. */
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Failure, failureAt } from '../../host/host.ts';
import { callFailures } from './call-failures.ts';
import { failureOfOutput } from './failure-of-output.ts';
import { type RunningChild, startChild } from './running-child.ts';

export interface ProgramSettings {
  /** The command line, for messages. */
  readonly run: string;
  readonly words: readonly [string, ...string[]];
  readonly folder: string;
  /** Where it listens when it is ready. */
  readonly address: string;
  readonly say: (line: string) => void;
  /** It answers: for the first time, or again. */
  readonly onReady: () => Promise<void>;
  /** What is wrong with it has changed. */
  readonly onFailure: () => void;
}

export interface Program {
  /** Why it does not answer. */
  readonly failure: () => Failure | undefined;
  /** The calls that it answers with an error of its own. */
  readonly callFailures: () => readonly Failure[];
  /** Resolves when it answers or has failed: at once, unless it is being started. */
  readonly settled: () => Promise<void>;
  readonly restart: () => void;
  readonly stop: () => Promise<void>;
}

/** What is being edited need not end with grace. */
const restartGrace = 40;
const stopGrace = 2_000;
const askEvery = 10;
const patience = 15_000;

/** Starts it. */
export function startProgram(settings: ProgramSettings): Program {
  const { run, words, folder, address, say, onReady, onFailure } = settings;
  const calls = callFailures();
  let failure: Failure | undefined;
  let child: RunningChild | undefined;
  let starting: PromiseWithResolvers<void> | undefined;
  let work = Promise.resolve();
  let turn = 0;
  let hasAnswered = false;

  const settle = (next: Failure | undefined) => {
    const isOther = JSON.stringify(next) !== JSON.stringify(failure);
    failure = next;
    if (isOther) onFailure();
    starting?.resolve();
    starting = undefined;
  };
  const failed = (message: string, place?: Parameters<typeof failureAt>[1]) =>
    settle({ ...failureAt({ kind: 'program', about: run, message }, place), ...(!hasAnswered && { isFirst: true }) });
  /** What the program has not said itself. */
  const failedSilently = (message: string) => {
    say(message);
    failed(message);
  };

  /** One start; another one that is wanted meanwhile, or the end, breaks it off. */
  const start = async (mine: number): Promise<void> => {
    await child?.end(restartGrace);
    if (mine !== turn) return;
    if (await answers(address))
      return failedSilently(`Something else answers at ${address} already. End it, or choose another port.`);
    calls.forget();
    const current = startChild(words, folder, (line) => {
      if (mine === turn && calls.read(line)) onFailure();
      say(line);
    });
    child = current;
    void current.ended.then((how) => {
      if (mine !== turn) return;
      const said = failureOfOutput(current.output());
      if (said) failed(said.message, said.place);
      else failedSilently(endedWords(how));
    });
    const began = performance.now();
    let isLate = false;
    while (mine === turn && !current.hasEnded()) {
      if (await answers(address)) {
        if (mine !== turn || current.hasEnded()) return;
        await onReady().then(
          () => {
            hasAnswered = true;
            if (mine === turn && !current.hasEnded()) settle(undefined);
          },
          (error: Error) => mine === turn && failed(error.message),
        );
        return;
      }
      if (!isLate && performance.now() - began > patience) {
        isLate = true;
        failedSilently(`It has not answered at ${address} within ${patience / 1000} seconds.`);
      }
      await pause(isLate ? 10 * askEvery : askEvery);
    }
  };
  const restart = () => {
    const mine = ++turn;
    starting ??= Promise.withResolvers<void>();
    work = work.then(() => (mine === turn ? start(mine) : undefined));
  };

  restart();
  return {
    failure: () => failure,
    callFailures: calls.list,
    settled: async () => starting?.promise,
    restart,
    async stop() {
      turn++;
      starting?.resolve();
      await child?.end(stopGrace);
      await work;
    },
  };
}

function endedWords(how: string | number): string {
  return typeof how === 'number' ? `It has ended (${how}).` : `It has ended: ${how}.`;
}

/** Whether somebody listens there. */
function answers(address: string): Promise<boolean> {
  const { hostname, port, protocol } = new URL(address);
  return new Promise((resolve) => {
    const socket = connect({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port || (protocol === 'https:' ? 443 : 80)),
    });
    const end = (is: boolean) => {
      socket.destroy();
      resolve(is);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.setTimeout(1_000, () => end(false));
  });
}
