import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import { type Deadline, deadlineIn } from '../core/deadline.ts';
import type { Attributes, Telemetry } from '../telemetry/telemetry.ts';
import type { Identity } from './authentication.ts';
import { forwardingFetch } from './forwarding-fetch.ts';
import { pointAttributes } from './observed-calls.ts';

/** What a handler knows of its call. */
export interface Context {
  /** The user's tenant: the first part of every key of a store that many tenants share. */
  readonly tenant: string;
  readonly user: string;
  /** The user's bearer token, to be sent only to the back end that it is meant for; absent with authentication off. */
  readonly token: string | undefined;
  /** The language of the answer, one of those that the connector offers (G10). */
  readonly language: string;
  /** x-ms-client-request-id of the request, or an id of ours (G11). */
  readonly clientRequestId: string;
  /** Aborts before the five seconds are over (G8). */
  readonly signal: AbortSignal;
  readonly log: FastifyBaseLogger;
  /** The global fetch, carrying the request's diagnostic headers on (G10, G11) and ending with the signal. */
  readonly fetch: typeof fetch;
}

/** One call. What not every handler needs is made when asked for. */
export class Call implements Context {
  readonly language: string;
  readonly clientRequestId: string;
  readonly deadline: Deadline;
  /** Absent where telemetry is off. */
  readonly telemetry: Telemetry | undefined;
  readonly #request: FastifyRequest;
  #identity: Identity | undefined;
  #fetch: typeof fetch | undefined;

  constructor(
    request: FastifyRequest,
    clientRequestId: string,
    language: string,
    budget: number,
    telemetry?: Telemetry,
  ) {
    this.#request = request;
    this.clientRequestId = clientRequestId;
    this.language = language;
    this.deadline = deadlineIn(budget);
    this.telemetry = telemetry;
  }

  set identity(identity: Identity) {
    this.#identity = identity;
  }

  get identity(): Identity {
    if (!this.#identity) throw new TypeError('The call is not authenticated yet.');
    return this.#identity;
  }

  get tenant(): string {
    return this.identity.tenant;
  }

  get user(): string {
    return this.identity.user;
  }

  get token(): string | undefined {
    return this.identity.token;
  }

  get signal(): AbortSignal {
    return this.deadline.signal;
  }

  /** The extension point or chat skill that is called, as metrics tell it. */
  get pointAttributes(): Attributes {
    return pointAttributes(this.#request);
  }

  get log(): FastifyBaseLogger {
    return this.#request.log;
  }

  get fetch(): typeof fetch {
    const { headers } = this.#request;
    this.#fetch ??= forwardingFetch(headers, this.clientRequestId, this.deadline.signal, this.telemetry);
    return this.#fetch;
  }
}
