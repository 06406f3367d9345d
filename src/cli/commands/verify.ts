/** Examines a running connector. On standard output nothing but the report. */
import { writeFile } from 'node:fs/promises';
import { CodedError } from '../../core/coded-error.ts';
import { discover } from '../../discovery/discovery.ts';
import { baseUrlOf } from '../../host/host.ts';
import { readPackage } from '../../package/connector-package.ts';
import { summaryOf, type VerifyReport, verify } from '../../verify/verify.ts';
import { readArguments } from '../arguments.ts';
import { readHeaders, readUrl } from '../call-arguments.ts';
import type { Command } from '../command.ts';
import { refuseAddress } from '../verify/addresses.ts';
import { backEndOf } from '../verify/back-end-recorder.ts';
import { credentialsOf } from '../verify/credentials-of.ts';
import { formatOf, formats } from '../verify/formats.ts';
import { openableOf, unknownOf } from '../verify/openable.ts';
import { verifyProgress } from '../verify/progress.ts';
import { chosenActions, chosenChecks } from '../verify/scope.ts';
import { stopOnSignal } from '../verify/stop.ts';
import { openTape } from '../verify/tape.ts';
import { options, readNumber, readRate } from '../verify/verify-options.ts';
import { usage } from '../verify/verify-usage.ts';
import { refuseUnwritable } from '../verify/writable.ts';
import { version } from '../version.ts';

export { usage };

/** Milliseconds that a run at default settings may take: the last call may begin a little before. */
const budgetMs = 130_000;
const usualRequests = 300;

export const command: Command = async (args) => {
  const { values, positionals } = readArguments(args, options);
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const [place, ...more] = positionals;
  if (!place || more.length > 0)
    throw new CodedError('USAGE', 'verify takes one package: a folder, a definition or a URL. See --help.');
  const tell = (words: string) => void process.stderr.write(words);
  const tape = await openTape(values, tell);
  const { given } = tape;
  const format = formatOf(given.format);
  if (given.output) await refuseUnwritable('output', given.output);
  const url = readUrl(given.url);
  const headers = readHeaders(given.header);
  const requests = readNumber('requests', given.requests, usualRequests);
  const seed = readNumber('seed', given.seed, 1);
  const concurrency = readNumber('concurrency', given.concurrency, 4, 1);
  const rate = readRate(given.rate);
  const discovery = discover(await readPackage(place));
  if (tape.connector !== undefined && tape.connector !== discovery.connector.title)
    tell(`The recording is of ${tape.connector}, the package of ${discovery.connector.title}.\n`);
  const address = url ?? baseUrlOf({ connector: discovery.connector });
  if (!tape.isReplay) refuseAddress(address, given['allow-host'] ?? []);
  const actions = chosenActions(discovery, given.points);
  const checks = chosenChecks(given.checks);
  const openable = await openableOf(given, tape.now);
  const credentials = await tape.credentials(() => credentialsOf(given, discovery.connector));
  if (credentials.origin) tell(`Tokens of ${credentials.origin.issuer} for ${credentials.origin.audience}.\n`);
  const backEnd = await backEndOf(values).catch(async (error) => {
    await credentials.close();
    throw error;
  });
  const transport = tape.transport(credentials, headers);
  const progress = verifyProgress(process.stderr, { requests, rate, actions: actions.length, checks });
  const stop = stopOnSignal((words) => {
    progress.end();
    tell(words);
  });
  try {
    const seen = await verify(discovery, {
      version,
      actions,
      checks,
      url: address,
      isUrlGiven: url !== undefined,
      headers,
      credentials,
      concurrency,
      rate,
      requests,
      seed,
      languages: given.language ?? [],
      openable,
      isRecordGiven: (given.record ?? []).length > 0,
      unknown: unknownOf(given.unknown),
      followsLinks: given.links ?? false,
      backEnd,
      budgetMs: rate || requests > usualRequests ? Number.POSITIVE_INFINITY : budgetMs,
      signal: stop.signal,
      ...(transport && { transport, isWaiting: !tape.isReplay }),
      onProgress: progress.tell,
    });
    progress.end();
    const report = { ...seen, isStopped: seen.isStopped || tape.isCutShort };
    const isStrict = given.strict ?? false;
    const isColoured = process.stdout.isTTY === true && !given.output;
    await writeReport(given.output, await formats[format](report, { isColoured, isStrict }));
    await tape.save(report);
    const stopCode = stop.code();
    if (stopCode !== undefined) tell('Stopped: the report has what was seen so far.\n');
    if (isNothingSeen(report)) tell('Nothing was seen, so this run is not green: the report says why.\n');
    return stopCode ?? (isGreen(report, isStrict) ? 0 : 1);
  } finally {
    progress.end();
    stop.end();
    await backEnd?.close();
    await credentials.close();
  }
};

/** Where the file cannot be written after all, the report is told: a run of minutes is not lost. */
async function writeReport(file: string | undefined, text: string): Promise<void> {
  if (file === undefined) return void process.stdout.write(text);
  await writeFile(file, text).catch((cause: NodeJS.ErrnoException) => {
    process.stdout.write(text);
    throw new CodedError('USAGE', `--output: ${file} cannot be written (${cause.code}).`, { cause });
  });
}

/** What could not run is told, and no reason to fail but with --strict; a run that saw nothing, or not all, is not green. */
function isGreen(report: VerifyReport, isStrict: boolean): boolean {
  const { fail, 'could-not-run': unseen } = summaryOf(report);
  return fail === 0 && !(isStrict && unseen > 0) && !report.isStopped && !isNothingSeen(report);
}

function isNothingSeen(report: VerifyReport): boolean {
  const { fail, pass, advice, 'could-not-run': unseen } = summaryOf(report);
  const isAnswered = Object.values(report.latency).some((latency) => latency !== null);
  return unseen > 0 && (!isAnswered || fail + pass + advice === 0);
}
