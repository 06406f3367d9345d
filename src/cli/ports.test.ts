import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { readFreePorts } from './ports.ts';

async function takenPort(): Promise<string> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  return String((server.address() as AddressInfo).port);
}

test('all ports that are taken are told at once, with their options', async () => {
  const [port, identity] = [await takenPort(), await takenPort()];
  await expect(readFreePorts({ port, 'contoso-hub-port': '0', 'identity-port': identity })).rejects.toThrow(
    `Ports ${port} and ${identity} are taken. Choose others with --port and --identity-port.`,
  );
  await expect(readFreePorts({ port, 'no-contoso-hub': true })).rejects.toThrow(
    `Port ${port} is taken. Choose another with --port.`,
  );
});
