import { connect } from 'node:net';
import type { ClientBase } from 'pg';

/** What a connection is known by to the server; the driver's types leave it out. */
interface Known {
  readonly processID: number;
  readonly secretKey: number;
  readonly host: string;
  readonly port: number;
}

const cancelRequest = 80877102;
const patience = 1000;

/**
 * Asks the server to end what runs on a connection, over one of its own, as the protocol has it (CancelRequest). Done
 * when the server has taken it, or cannot be reached; it never throws.
 */
export function cancelStatement(client: ClientBase): Promise<void> {
  const { processID, secretKey, host, port } = client as unknown as Known;
  const message = Buffer.alloc(16);
  [message.length, cancelRequest, processID, secretKey].forEach((part, index) => {
    message.writeInt32BE(part, index * 4);
  });
  return new Promise((resolve) => {
    const socket = connect(host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port });
    socket.setTimeout(patience, () => socket.destroy());
    socket.on('error', () => {});
    socket.on('close', () => resolve());
    socket.resume().write(message);
  });
}
