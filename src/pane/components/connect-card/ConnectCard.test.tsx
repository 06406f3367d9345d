import { expect, test, vi } from 'vitest';
import { draw } from '../../testing/draw.tsx';
import { ConnectCard } from './ConnectCard.tsx';

test('the card names the connector, signs in, and goes away', async () => {
  const [signIn, dismiss] = [vi.fn(), vi.fn()];
  const screen = await draw(<ConnectCard title="Contoso Hub" onSignIn={signIn} onDismiss={dismiss} />);
  await expect.element(screen.getByText('Connect to Contoso Hub to see more information.')).toBeVisible();
  await screen.getByRole('button', { name: 'Sign in' }).click();
  expect(signIn).toHaveBeenCalledOnce();
  await screen.getByRole('button', { name: 'Dismiss' }).click();
  expect(dismiss).toHaveBeenCalledOnce();
  expect(screen.getByRole('alert').elements()).toEqual([]);
});

test('what went wrong with the last sign-in is told; while one begins, no second begins', async () => {
  const signIn = vi.fn();
  const screen = await draw(
    <ConnectCard title="Contoso Hub" problem="The code has expired." isBusy onSignIn={signIn} onDismiss={() => {}} />,
  );
  await expect.element(screen.getByRole('alert')).toMatchTextContent('The code has expired.');
  await screen.getByRole('button', { name: 'Sign in' }).click({ force: true });
  expect(signIn).not.toHaveBeenCalled();
});
