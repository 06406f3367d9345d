import { expect, test, vi } from 'vitest';
import type { ConnectorView, Trace } from '../../../host/api/api-types.ts';
import { draw } from '../../testing/draw.tsx';
import {
  errorCall,
  refusedCall,
  shownCall,
  switchedOffCall,
  timedOutCall,
} from '../call-details/CallDetails.fixtures.ts';
import { contosoHub, nearMiss, withAction } from './WhyNothing.fixtures.ts';
import { WhyNothing, WhyNothingAt } from './WhyNothing.tsx';

const thePackage = '1. The package';
const theCall = '2. The call';
const theAnswer = '3. The answer';

const cases: readonly (readonly [name: string, ConnectorView, Trace, part: string, words: RegExp])[] = [
  [
    'an action that is switched off',
    withAction({ isEnabled: false }),
    switchedOffCall,
    thePackage,
    /It is switched off\.Switch it on/,
  ],
  [
    'an action that would not be invoked',
    withAction({ invocable: false, reasons: refusedCall.action?.reasons ?? [] }),
    refusedCall,
    thePackage,
    /The method is POST.*Change the method.*wrong-method/,
  ],
  [
    'a near miss',
    nearMiss,
    { ...switchedOffCall, outcome: 'no-action' },
    thePackage,
    /has no action for opportunity-insights.*GetHighlights comes near\. .*“sale” is “sales”/,
  ],
  [
    'a rewriting gateway',
    withAction({ rewritten: 'Rewritten by the gateway (a script).' }),
    switchedOffCall,
    thePackage,
    /Rewritten by the gateway \(a script\)/,
  ],
  ['a connector that is gone', { ...contosoHub, key: 'other' }, shownCall, thePackage, /not here any more/],
  ['a call that was not sent', contosoHub, switchedOffCall, theCall, /Not sent: switched off/],
  ['a call that timed out', contosoHub, timedOutCall, theCall, /Timed out.*Answer within five seconds/],
  [
    'faults on purpose',
    { ...contosoHub, faults: { addedLatency: 6000 } },
    timedOutCall,
    theCall,
    /Faults on purpose are on: addedLatency/,
  ],
  [
    'a call without a token',
    contosoHub,
    {
      ...errorCall,
      findings: [{ rule: 'call-without-token', severity: 'warning', message: 'There is no connection.' }],
    },
    theCall,
    /There is no connection\.Sign the seller in/,
  ],
  ['a value that no parameter takes', contosoHub, shownCall, theCall, /crmOrgUrl was not sent/],
  [
    'a throttled call',
    contosoHub,
    { ...errorCall, response: { status: 429, durationMs: 1, firstByteMs: 1, headers: {}, body: null } },
    theCall,
    /The connector throttled the call/,
  ],
  ['no answer', contosoHub, timedOutCall, theAnswer, /There is no answer to look at/],
  ['an error', contosoHub, errorCall, theAnswer, /404 RECORD_NOT_FOUND.*Open a record that the connector knows/],
  ['a dropped item', contosoHub, shownCall, theAnswer, /2 items are shown\..*Item 3 is not shown: title is missing/],
  [
    'an empty list',
    contosoHub,
    { ...shownCall, outcome: 'nothing-to-show', items: [] },
    theAnswer,
    /no fault: there is nothing to show/,
  ],
  [
    'an unreadable answer',
    contosoHub,
    { ...shownCall, outcome: 'unreadable-answer', items: [], explanation: 'The answer is no JSON.' },
    theAnswer,
    /Unreadable answer\. The answer is no JSON\.Answer JSON/,
  ],
];

test.each(cases)('%s is told in its part, with how to mend it', async (_name, connector, trace, part, words) => {
  const screen = await draw(<WhyNothing trace={trace} connectors={[connector]} />);
  await expect.element(screen.getByRole('region', { name: part })).toMatchTextContent(words);
});

test('items that lack the same are told once', async () => {
  const dropped = [0, 2].map((index) => ({ index, why: 'title is missing' }));
  const screen = await draw(<WhyNothing trace={{ ...shownCall, dropped }} connectors={[contosoHub]} />);
  const answer = screen.getByRole('region', { name: theAnswer });
  await expect.element(answer).toMatchTextContent(/Items 1, 3 are not shown: title is missing\./);
  await expect.element(answer).not.toMatchTextContent(/The item lacks title/);
});

test('where all is well, every part says so, and the list for a tenant is at hand', async () => {
  const trace = { ...shownCall, dropped: [], findings: [], values: [] };
  const screen = await draw(<WhyNothing trace={trace} connectors={[contosoHub]} />);
  for (const part of [thePackage, theCall, theAnswer])
    await expect
      .element(screen.getByRole('region', { name: part }).getByRole('heading').getByRole('img', { name: 'OK' }))
      .toBeVisible();
  await screen.getByRole('button', { name: /nothing shows in a tenant\?$/ }).click();
  await expect.element(screen.getByText('Is the action made and published?')).toBeVisible();
});

test('every extension point has its line: what answers it, how it was matched, whether it is invocable', async () => {
  const screen = await draw(<WhyNothing trace={shownCall} connectors={[contosoHub]} />);
  await screen.getByRole('button', { name: 'All extension points of Contoso Hub' }).click();
  await expect.element(screen.getByText(/scp-get-sales-highlights, matched by description: invocable/)).toBeVisible();
  await expect.element(screen.getByText(/^record-summary No action/)).toBeVisible();
});

test('without a call, connector and extension point are chosen, and what to open is named', async () => {
  const onOpen = vi.fn();
  const screen = await draw(<WhyNothingAt connectors={[contosoHub]} calls={[shownCall]} onOpen={onOpen} />);
  await screen.getByRole('button', { name: 'Open it' }).click();
  expect(onOpen).toHaveBeenCalledWith('trace-1');
  await screen.getByLabelText('Extension point').selectOptions('email-summary');
  await expect
    .element(screen.getByRole('region', { name: theCall }))
    .toMatchTextContent(/No call was made yet\.Open a mail\./);
  await expect
    .element(screen.getByRole('region', { name: thePackage }))
    .toMatchTextContent(/has no action for email-summary\./);
});
