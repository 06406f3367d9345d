import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { draw } from '../../testing/draw.tsx';
import { AddConnector } from './AddConnector.tsx';

const done = () => Promise.resolve();

function drop(files: Readonly<Record<string, string>>) {
  const dataTransfer = new DataTransfer();
  for (const [name, text] of Object.entries(files)) dataTransfer.items.add(new File([text], name));
  const told = (type: string) => new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
  document.body.dispatchEvent(told('dragover'));
  return { over: () => document.body.dispatchEvent(told('drop')) };
}

test('a definition dropped anywhere is added with the files beside it', async () => {
  const onAdd = vi.fn(done);
  const screen = await draw(<AddConnector onAdd={onAdd} onMail={done} />);
  const { over } = drop({
    'apiProperties.json': 'the properties',
    'orders.yaml': 'the definition',
    'actions.json': 'the actions',
    'icon.png': 'a picture',
  });
  await expect.element(screen.getByText('Drop a package or a mail')).toBeVisible();
  over();
  await vi.waitFor(() =>
    expect(onAdd).toHaveBeenCalledExactlyOnceWith({
      definition: 'the definition',
      name: 'orders.yaml',
      properties: 'the properties',
      actions: 'the actions',
    }),
  );
  expect(screen.getByText('Drop a package or a mail').elements()).toEqual([]);
});

test('chosen files are added as dropped ones are, as the form says', async () => {
  const onAdd = vi.fn(done);
  const screen = await draw(<AddConnector onAdd={onAdd} onMail={done} />);
  await screen.getByRole('textbox', { name: 'Address to call (optional)' }).fill('http://localhost:3000');
  await screen.getByRole('checkbox', { name: 'Example answers, no calls' }).click();
  await userEvent.upload(screen.getByLabelText('Files of a package'), new File(['{}'], 'orders.json'));
  await vi.waitFor(() =>
    expect(onAdd).toHaveBeenCalledWith({
      definition: '{}',
      name: 'orders.json',
      url: 'http://localhost:3000',
      isMock: true,
    }),
  );
});

test('what the host refuses is said, and what was typed stays until it was added', async () => {
  const onAdd = vi.fn<() => Promise<unknown>>(() => Promise.reject(new Error('/nowhere is not there.')));
  const screen = await draw(<AddConnector onAdd={onAdd} onMail={done} />);
  const box = screen.getByRole('textbox', { name: 'Path or URL of a package' });
  await box.fill('/nowhere');
  await screen.getByRole('button', { name: 'Add' }).click();
  expect(onAdd).toHaveBeenCalledWith({ location: '/nowhere' });
  await expect.element(screen.getByRole('alert')).toMatchTextContent('/nowhere is not there.');
  await expect.element(box).toHaveValue('/nowhere');
  onAdd.mockImplementation(done);
  await screen.getByRole('button', { name: 'Add' }).click();
  await expect.element(box).toHaveValue('');
});

test('a package that was refused can be tried again without dropping it anew', async () => {
  const onAdd = vi.fn<() => Promise<unknown>>(() => Promise.reject(new Error('This is OpenAPI 3.')));
  const screen = await draw(<AddConnector onAdd={onAdd} onMail={done} />);
  drop({ 'orders.json': '{}' }).over();
  await expect.element(screen.getByRole('alert')).toMatchTextContent('This is OpenAPI 3.');
  onAdd.mockImplementation(done);
  await screen.getByRole('button', { name: 'Add' }).click();
  expect(onAdd).toHaveBeenLastCalledWith({ definition: '{}', name: 'orders.json' });
  await vi.waitFor(() => expect(screen.getByText('orders.json').elements()).toEqual([]));
});

test('files without a definition and two definitions are told, a mail is handed on', async () => {
  const [onAdd, onMail] = [vi.fn(done), vi.fn(done)];
  const screen = await draw(<AddConnector onAdd={onAdd} onMail={onMail} />);
  drop({ 'icon.png': '' }).over();
  await expect.element(screen.getByRole('alert')).toMatchTextContent(/No definition/);
  drop({ 'a.json': '', 'b.yaml': '' }).over();
  await expect.element(screen.getByRole('alert')).toMatchTextContent(/a\.json or b\.yaml\?/);
  drop({ 'question.eml': 'From: alberto@fourthcoffee.com' }).over();
  await vi.waitFor(() => expect(onMail).toHaveBeenCalledExactlyOnceWith('From: alberto@fourthcoffee.com'));
  expect(onAdd).not.toHaveBeenCalled();
});
