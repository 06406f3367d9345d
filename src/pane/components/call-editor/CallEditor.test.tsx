import { expect, test, vi } from 'vitest';
import { draw } from '../../testing/draw.tsx';
import { shownCall } from '../call-details/CallDetails.fixtures.ts';
import { CallEditor } from './CallEditor.tsx';
import { inputsOf } from './edited-inputs.ts';

async function drawn(changes: Partial<Parameters<typeof CallEditor>[0]> = {}) {
  const onSend = vi.fn();
  const screen = await draw(
    <CallEditor
      inputs={{ recordId: 'A', top: 10, resourceData: { subject: 'Hi' } }}
      language="fr-FR"
      isSkill={false}
      isSending={false}
      onSend={onSend}
      onClose={() => {}}
      {...changes}
    />,
  );
  return { screen, onSend, send: () => screen.getByRole('button', { name: 'Send' }).click() };
}

test('the values of the call are the inputs, but for those that the definition fills', () => {
  expect(inputsOf(shownCall)).toEqual({
    recordId: '50cafe00-a100-4000-8000-000000000001',
    top: 10,
    crmOrgUrl: 'https://contoso.crm.dynamics.com',
  });
});

test('what was edited is sent, each input as the kind that it was', async () => {
  const { screen, onSend, send } = await drawn();
  await screen.getByLabelText('recordId').fill('007');
  await screen.getByLabelText('top').fill('3');
  await screen.getByLabelText('resourceData').fill('{ "subject": "Ho" }');
  await screen.getByLabelText('Language').fill('de-DE');
  await send();
  const inputs = { recordId: '007', top: 3, resourceData: { subject: 'Ho' } };
  expect(onSend).toHaveBeenCalledWith({ inputs, language: 'de-DE', confirmed: false });
});

test('an empty field is left out; a number that is none is refused at its field', async () => {
  const { screen, onSend, send } = await drawn();
  await screen.getByLabelText('recordId').fill('');
  await screen.getByLabelText('top').fill('ten');
  await send();
  await expect.element(screen.getByText('This was a number, and must be JSON.')).toBeVisible();
  expect(onSend).not.toHaveBeenCalled();
  await screen.getByLabelText('top').fill('10');
  await send();
  expect(onSend.mock.lastCall?.[0].inputs).toEqual({ top: 10, resourceData: { subject: 'Hi' } });
});

test('all inputs can be written as JSON, and come back as fields', async () => {
  const { screen, onSend, send } = await drawn();
  await screen.getByRole('button', { name: 'JSON' }).click();
  const json = screen.getByLabelText('Inputs as JSON');
  await json.fill('[]');
  await send();
  await expect.element(screen.getByText(/^An object is expected/)).toBeVisible();
  await json.fill('{ "skip": 20 }');
  await screen.getByRole('button', { name: 'Fields' }).click();
  await expect.element(screen.getByLabelText('skip')).toHaveValue('20');
  await send();
  expect(onSend).toHaveBeenCalledWith({ inputs: { skip: 20 }, language: 'fr-FR', confirmed: false });
});

test('a chat skill is confirmed by its box; what the host says against a call is read', async () => {
  const { screen, onSend, send } = await drawn({ isSkill: true, problem: 'There is no input "x".' });
  await expect.element(screen.getByText('There is no input "x".')).toBeVisible();
  await screen.getByRole('checkbox', { name: /^Confirmed/ }).click();
  await send();
  expect(onSend.mock.lastCall?.[0].confirmed).toBe(true);
});
