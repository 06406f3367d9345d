import { expect, test } from 'vitest';
import { draw } from '../../testing/draw.tsx';
import { refusedCall, shownCall, switchedOffCall, timedOutCall } from './CallDetails.fixtures.ts';
import { CallDetails } from './CallDetails.tsx';

test('each value stands with the parameter that took it, and what no parameter takes is marked', async () => {
  const screen = await draw(<CallDetails trace={shownCall} />);
  const row = (name: string) => screen.getByRole('row', { name: new RegExp(`^${name}`) });
  await expect.element(row('top')).toMatchTextContent(/10→ query limitits name only$/);
  await expect.element(row('crmOrgUrl')).toMatchTextContent(/not sentno parameter takes it$/);
  await expect.element(row('version')).toMatchTextContent(/→ header versiondefault of the definition$/);
});

test('request and response stand with their headers, body and time', async () => {
  const screen = await draw(<CallDetails trace={shownCall} />);
  const request = screen.getByRole('region', { name: 'Request' });
  await expect.element(request).toMatchTextContent(/GET http:\/\/127\.0\.0\.1:8080\/api/);
  await request.getByRole('button', { name: 'Headers (3)' }).click();
  await expect.element(request.getByText('Bearer [masked]')).toBeVisible();
  const response = screen.getByRole('region', { name: 'Response' });
  await expect.element(response).toMatchTextContent(/200 in 1,250 ms of 5,000 ms, first byte after 1,000 ms/);
  await expect
    .element(response.getByRole('group', { name: 'Body of the response' }))
    .toMatchTextContent(/"title": "Two"/);
});

test('what was shown, what was dropped and why, and the findings with the gravest first', async () => {
  const screen = await draw(<CallDetails trace={shownCall} />);
  await expect.element(screen.getByRole('region', { name: 'Shown (2)' })).toMatchTextContent(/has more/);
  await expect.element(screen.getByText('Item 3: title is missing')).toBeVisible();
  const findings = screen.getByRole('region', { name: 'Findings (3)' }).getByRole('listitem');
  await expect.element(findings.first()).toMatchTextContent(/^error.*item-required-property · \/value\/2\/title$/);
  await expect.element(findings.last()).toMatchTextContent(/^info/);
});

test('a call of which a part was dropped says so as a warning, before the rest', async () => {
  const screen = await draw(<CallDetails trace={shownCall} />);
  await expect
    .element(screen.getByRole('region', { name: 'Outcome' }))
    .toMatchTextContent(/^OutcomeShown \(2\), dropped \(1\)\./);
  const parts = screen
    .getByRole('region')
    .all()
    .map((part) => part.element().getAttribute('aria-label'));
  expect(parts.slice(0, 4)).toEqual(['Outcome', 'Dropped (1)', 'Findings (3)', 'Action']);
});

test('an action that would not be invoked stands with the reasons against it', async () => {
  const screen = await draw(<CallDetails trace={refusedCall} />);
  const action = screen.getByRole('region', { name: 'Action' });
  await expect.element(action).toMatchTextContent(/matched by its operation id only.*would not invoke it/);
  await expect.element(action).toMatchTextContent(/wrong-method · \/paths\/~1highlights\/post/);
});

test('a call that sent nothing says so, and how to mend it', async () => {
  const screen = await draw(<CallDetails trace={switchedOffCall} />);
  await expect.element(screen.getByText('Nothing was sent.')).toBeVisible();
  await expect.element(screen.getByText(/^Switch the action on/)).toBeVisible();
  expect(screen.getByRole('region', { name: 'Response' }).elements()).toEqual([]);
});

test('a call that timed out has no answer, and its outcome says what the host did', async () => {
  const screen = await draw(<CallDetails trace={timedOutCall} />);
  await expect.element(screen.getByRole('region', { name: 'Outcome' })).toMatchTextContent(/Timed out.*five seconds/);
  await expect
    .element(screen.getByRole('region', { name: 'Response' }))
    .toMatchTextContent(/^ResponseNo answer in 5,002/);
});

test('a long body is cut until all of it is asked for', async () => {
  const value = Array.from({ length: 300 }, (_, index) => ({ title: `Title ${index}` }));
  const response = { status: 200, durationMs: 1, firstByteMs: 1, headers: {}, body: { value } };
  const screen = await draw(<CallDetails trace={{ ...shownCall, response }} />);
  const body = screen.getByRole('group', { name: 'Body of the response' });
  await expect.element(body).toMatchTextContent(/…$/);
  await screen.getByRole('button', { name: 'Show all (904 lines)' }).click();
  await expect.element(body).toMatchTextContent(/Title 299/);
});
