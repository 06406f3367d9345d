/** --record-cassette and --replay: a run that is kept, and one that is asked again without the connector. */
import { readFile, writeFile } from 'node:fs/promises';
import { CodedError } from '../../core/coded-error.ts';
import {
  type Credentials,
  isWhole,
  player,
  readCassette,
  recordedCredentials,
  recorder,
  type Transport,
  type VerifyReport,
} from '../../verify/verify.ts';
import { refuseUnwritable } from './writable.ts';

/** Options that decide what is asked; none of them a secret. */
const keptOptions = [
  'url',
  'record',
  'unknown',
  'mail',
  'crm',
  'language',
  'points',
  'checks',
  'requests',
  'seed',
  'concurrency',
  'links',
] as const;

type Given = { readonly [Name in (typeof keptOptions)[number]]?: unknown } & {
  readonly 'record-cassette'?: string | undefined;
  readonly replay?: string | undefined;
};

/** How requests come to their answers in this run. */
export interface Tape<Options> {
  /** As given; on replay those of the recording, under what is given now. */
  readonly given: Options;
  /** Milliseconds since 1970 that the run takes for now. */
  readonly now: number;
  readonly isReplay: boolean;
  /** On replay: of which connector the recording is, where it says so. */
  readonly connector: string | undefined;
  /** On replay: the recording was stopped, or its end is missing. */
  readonly isCutShort: boolean;
  /** The tokens: on replay stand-ins, else those of `usual`. */
  credentials(usual: () => Promise<Credentials>): Promise<Credentials>;
  /** `ownHeaders` are the user's; the secrets among them are not kept. */
  transport(credentials: Credentials, ownHeaders: Readonly<Record<string, string>>): Transport | undefined;
  /** Writes what was recorded, if anything was to be. */
  save(run: Pick<VerifyReport, 'url' | 'connector' | 'isStopped'>): Promise<void>;
}

/** Opens the cassette that the options name, if they name one; `tell` says what one should know of it. Throws USAGE. */
export async function openTape<Options extends Given>(
  given: Options,
  tell: (words: string) => void,
): Promise<Tape<Options>> {
  const { replay, 'record-cassette': target } = given;
  if (replay !== undefined && target !== undefined)
    throw new CodedError('USAGE', '--record-cassette and --replay do not go together.');
  if (replay !== undefined) return replaying(given, replay, tell);
  if (target !== undefined) await refuseTarget(target, tell);
  return recording(given, target);
}

/** A cassette may be recorded anew; a file that is none is not written over. */
async function refuseTarget(target: string, tell: (words: string) => void): Promise<void> {
  await refuseUnwritable('record-cassette', target);
  const before = await readFile(target, 'utf8').catch(() => '');
  if (before.trim() === '') return;
  readCassette(before.slice(0, Math.max(0, before.indexOf('\n'))), target);
  tell(`${target} has a recording already: it is replaced when this run is through.\n`);
}

function recording<Options extends Given>(given: Options, target: string | undefined): Tape<Options> {
  const now = Date.now();
  let taken: ReturnType<typeof recorder> | undefined;
  return {
    given,
    now,
    isReplay: false,
    connector: undefined,
    isCutShort: false,
    credentials: (usual) => usual(),
    transport(credentials, ownHeaders) {
      if (target !== undefined) taken = recorder(credentials, ownHeaders);
      return taken?.transport;
    },
    async save({ url, connector, isStopped }) {
      const options = Object.fromEntries(keptOptions.map((name) => [name, given[name]]));
      if (target !== undefined && taken)
        await writeFile(target, taken.text({ url, now, options, connector, isStopped }));
    },
  };
}

async function replaying<Options extends Given>(
  given: Options,
  file: string,
  tell: (words: string) => void,
): Promise<Tape<Options>> {
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new CodedError('USAGE', `The cassette ${file} cannot be read (${cause.code}).`, { cause });
  });
  const cassette = readCassette(text, file);
  const { head } = cassette;
  const seed = head.options.seed ?? '1';
  if (given.seed !== undefined && given.seed !== seed)
    throw new CodedError('USAGE', `--seed: every request of the recording is of seed ${seed}; record another anew.`);
  const isCutShort = !isWhole(cassette);
  if (isCutShort)
    tell(
      `The recording ${file} is not whole: its run was stopped, or its end is missing. What is not in it could not run.\n`,
    );
  return {
    given: { ...head.options, ...given } as Options,
    now: head.now,
    isReplay: true,
    connector: head.connector,
    isCutShort,
    credentials: async () => recordedCredentials(cassette),
    transport: () => player(cassette),
    save: async () => {},
  };
}
