import type { Exchange } from './exchange.ts';

/** Why a request was not sent, or not again; the check that wanted it could not run. */
export class NotAsked extends Error {
  override readonly name = 'NotAsked';
  /** What was answered before it was given up. */
  readonly exchange: Exchange | undefined;

  constructor(message: string, exchange?: Exchange) {
    super(message);
    this.exchange = exchange;
  }
}
