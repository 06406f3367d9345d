/** The second and the third part of an answer to "why is nothing shown": the call, and what came back. */
import type { ConnectorView, Finding, Trace } from '../../../host/api/api-types.ts';
import { milliseconds } from '../call-bars/DurationBar.tsx';
import { wordsOf } from '../call-outcome/outcomes.ts';
import { isPoint, openedFor } from './extension-points.ts';
import { type Line, notice, ok, problem, unknown } from './line.ts';

const nearlyLateMs = 4_000;

/** What became of the call, up to the answer's arrival. */
export function callLines(trace: Trace | undefined, connector: ConnectorView | undefined, wanted: string): Line[] {
  const before = faultLines(connector);
  if (!trace)
    return [unknown('No call was made yet.', isPoint(wanted) ? openedFor[wanted] : openedFor['sales-chat']), ...before];
  const { request, response, outcome, explanation, values, findings } = trace;
  if (trace.isMock) return [notice('The answer is an example: the connector was not asked.')];
  const { tone, words, mend } = wordsOf(outcome);
  if (!request) return [problem(`${words}. ${explanation}`, mend), ...before];
  return [
    ok(`The call was sent: ${request.method} ${request.url}`),
    ...tokenLines(findings),
    ...values
      .filter(({ parameter }) => !parameter)
      .map(({ input }) => notice(`${input} was not sent: no parameter takes it.`)),
    ...findings.filter(({ rule }) => rule === 'value-not-in-enum').map(asLine),
    ...(tone === 'failed' && (response?.status ?? null) === null ? [problem(`${words}. ${explanation}`, mend)] : []),
    ...(response && response.status !== null ? timeLines(response.durationMs) : []),
    ...(response?.status === 429
      ? [
          problem(
            `The connector throttled the call. ${explanation}`,
            'Wait as long as Retry-After says, and call less often.',
          ),
        ]
      : []),
    ...before,
  ];
}

function timeLines(durationMs: number): Line[] {
  const text = `It was answered after ${milliseconds(durationMs)}.`;
  return [
    durationMs < nearlyLateMs
      ? ok(text)
      : notice(`${text} Five seconds are the end.`, 'Be faster: the network of a tenant adds its own time.'),
  ];
}

function tokenLines(findings: readonly Finding[]): Line[] {
  return findings
    .filter(({ rule }) => rule === 'call-without-token')
    .map(({ message }) =>
      problem(message, 'Sign the seller in, on the page Connectors or where the pane asks for it.'),
    );
}

function faultLines(connector: ConnectorView | undefined): Line[] {
  const names = Object.keys(connector?.faults ?? {});
  if (names.length === 0) return [];
  return [notice(`Faults on purpose are on: ${names.join(', ')}.`, 'Turn them off, on the page Connectors.')];
}

/** What each status says, and whose it is to mend. */
const statuses: Readonly<Record<number, string>> = {
  400: 'Look at the values of the call: the connector does not like one of them.',
  401: 'Sign in again. If that does not help, compare audience and issuer of the token with what the back end takes.',
  403: 'The token lacks a scope or role that the back end asks for, or this seller may not see this.',
  404: 'Open a record that the connector knows; or the address is wrong (host, basePath).',
  405: 'Compare the method of the definition with the back end’s.',
  429: 'Wait as long as Retry-After says, and call less often.',
};

/** What of the answer can be shown, and why not the rest. */
export function answerLines(trace: Trace | undefined): Line[] {
  if (!trace || (!trace.isMock && (trace.response?.status ?? null) === null))
    return [unknown('There is no answer to look at.')];
  const { outcome, explanation, items, dropped, findings, response } = trace;
  const { words, mend } = wordsOf(outcome);
  const status = response?.status ?? 200;
  const ended: Readonly<Record<string, Line>> = {
    shown: ok(items.length === 1 ? '1 item is shown.' : `${items.length} items are shown.`),
    'nothing-to-show': notice('The answer is an empty list, which is no fault: there is nothing to show.', mend),
    'error-answer': problem(explanation, statuses[status] ?? 'Look into the log of the connector for this request id.'),
  };
  return [
    ended[outcome] ?? problem(`${words}. ${explanation}`, mend),
    ...droppedLines(dropped),
    ...findings.filter(({ rule }) => /^(answer|item|chat)-/.test(rule) && !isSaid(rule, dropped)).map(asLine),
  ];
}

/** One line a cause, with the items that it concerns. */
function droppedLines(dropped: Trace['dropped']): Line[] {
  return [...Map.groupBy(dropped, ({ why }) => why)].map(([why, items]) => {
    const numbers = items.map(({ index }) => index + 1);
    const which = numbers.length === 1 ? `Item ${numbers[0]} is` : `Items ${numbers.join(', ')} are`;
    return problem(`${which} not shown: ${why}.`, 'Answer every required property in every item (G7).');
  });
}

/** What made an item drop is told with the items. */
function isSaid(rule: string, dropped: Trace['dropped']): boolean {
  return rule === 'item-required-property' && dropped.length > 0;
}

function asLine({ rule, severity, message, pointer }: Finding): Line {
  return (severity === 'error' ? problem : notice)(message, undefined, [rule, pointer].filter(Boolean).join(' · '));
}
