import { expect, test, vi } from 'vitest';
import { draw } from '../../testing/draw.tsx';
import { ja } from '../../words/ja.ts';
import { mendedDefinition, twoFindings } from './MendPart.fixtures.ts';
import { MendPart } from './MendPart.tsx';

test('the button mends, then the lines stand there as they were and as they are, with the rules', async () => {
  const onMend = vi.fn(async () => [mendedDefinition]);
  const screen = await draw(<MendPart lint={twoFindings} onMend={onMend} />);
  await expect.element(screen.getByText(/that can be mended safely in the files of the package: 1/)).toBeVisible();
  await screen.getByRole('button', { name: 'Mend' }).click();
  expect(onMend).toHaveBeenCalledOnce();
  const changed = screen.getByRole('status');
  await expect.element(changed).toMatchTextContent(/What was changed.*action-description-exact.*Line 12/);
  await expect.element(screen.getByRole('figure', { name: 'Before' })).toMatchTextContent('"description": "gets it"');
  await expect.element(screen.getByRole('figure', { name: 'Now' })).toMatchTextContent('"description": "Gets it."');
});

test('without anything to mend, or files to write, there is no button', async () => {
  const screen = await draw(<MendPart lint={{ ...twoFindings, isMendable: false }} onMend={async () => []} />);
  expect(screen.getByRole('button').elements()).toEqual([]);
});

test('a refusal is shown in words; that nothing was changed, too', async () => {
  const answers = [() => Promise.reject(new Error('The file is read-only.')), () => Promise.resolve([])];
  const screen = await draw(<MendPart lint={twoFindings} onMend={() => answers.shift()?.() ?? Promise.resolve([])} />);
  await screen.getByRole('button', { name: 'Mend' }).click();
  await expect.element(screen.getByRole('alert')).toMatchTextContent('The file is read-only.');
  await screen.getByRole('button', { name: 'Mend' }).click();
  await expect.element(screen.getByText('Nothing could be mended.')).toBeVisible();
});

test('its words are in the language of the seller', async () => {
  const screen = await draw(<MendPart lint={twoFindings} onMend={async () => [mendedDefinition]} />, {
    words: ja,
    language: 'ja-JP',
  });
  await screen.getByRole('button', { name: ja.mend }).click();
  await expect.element(screen.getByText(ja.whatWasMended)).toBeVisible();
});
