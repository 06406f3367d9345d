/**
 * The load: HTTP/1.1 over keep-alive connections, one request at a time on each, written and read by hand. It costs a
 * fraction of what the servers under test do, so that one core of load is enough for one core of server.
 */
import { connect, type Socket } from 'node:net';

export interface Load {
  /** The server: http://127.0.0.1:PORT. */
  readonly address: string;
  /** The next request, whole: see `requestText`. */
  readonly nextRequest: () => string;
  readonly seconds: number;
  readonly connections?: number;
  /** Requests a second in all; as many as the server takes where absent. */
  readonly rate?: number;
}

export interface LoadResult {
  readonly requestsPerSecond: number;
  /** Milliseconds of each request, ascending. */
  readonly latencies: Float64Array;
}

const defaultConnections = 32;
const headEnd = Buffer.from('\r\n\r\n');
const contentLength = /\r\ncontent-length: *(\d+)/i;

/** A GET request as it is written to the connection. */
export function requestText(path: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines.join('')}\r\n`;
}

/** Loads a server for so many seconds. Any answer but 200, and any connection that breaks, is thrown. */
export async function load({
  address,
  nextRequest,
  seconds,
  connections = defaultConnections,
  rate,
}: Load): Promise<LoadResult> {
  const { hostname, port } = new URL(address);
  const period = rate === undefined ? 0 : (connections / rate) * 1000;
  const latencies: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  const clients = Array.from({ length: connections }, async (_, index) => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    const first = start + (period * index) / connections;
    try {
      await keepAsking(socket, { nextRequest, period, first, end, answered: (took) => latencies.push(took) });
    } finally {
      socket.destroy();
    }
  });
  await Promise.all(clients);
  const took = (performance.now() - start) / 1000;
  return { requestsPerSecond: latencies.length / took, latencies: Float64Array.from(latencies).sort() };
}

interface Client {
  readonly nextRequest: () => string;
  /** Milliseconds from request to request; 0 for the next as soon as one is answered. */
  readonly period: number;
  readonly first: number;
  readonly end: number;
  readonly answered: (milliseconds: number) => void;
}

/**
 * Sends one request after the other until `end`. A request that is late because the answer before it was is counted
 * from when it was due, so that a stall of the server is not left out of the latencies.
 */
function keepAsking(socket: Socket, { nextRequest, period, first, end, answered }: Client): Promise<void> {
  return new Promise((resolve, reject) => {
    let due = first;
    let since = 0;
    let received: Buffer | undefined;
    const send = (from: number) => {
      since = from;
      socket.write(nextRequest(), 'latin1');
    };
    const next = (now: number) => {
      due += period;
      if (Math.max(now, due) >= end) return resolve();
      if (period === 0) return send(now);
      if (due <= now) return send(due);
      return void setTimeout(() => send(performance.now()), due - now);
    };
    socket.on('connect', () => setTimeout(() => send(performance.now()), Math.max(0, due - performance.now())));
    socket.on('data', (chunk: Buffer) => {
      received = received ? Buffer.concat([received, chunk]) : chunk;
      try {
        if (!isWhole(received)) return;
      } catch (error) {
        return reject(error);
      }
      received = undefined;
      const now = performance.now();
      answered(now - since);
      next(now);
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('The server closed a connection under load.')));
  });
}

/** Whether this is all of an answer of 200. */
function isWhole(received: Buffer): boolean {
  const headLength = received.indexOf(headEnd);
  if (headLength < 0) return false;
  const head = received.toString('latin1', 0, headLength);
  const length = contentLength.exec(head)?.[1];
  if (!head.startsWith('HTTP/1.1 200 ') || length === undefined) {
    throw new Error(`Not an answer of 200 with its length, under load: ${received.toString().slice(0, 1000)}`);
  }
  const missing = headLength + headEnd.length + Number(length) - received.length;
  if (missing < 0) throw new Error('The server sent more than its answer.');
  return missing === 0;
}
