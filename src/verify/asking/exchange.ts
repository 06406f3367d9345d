import { type Answer, type OutgoingRequest, parsedJson, type RequestView, requestView } from '../../host/host.ts';

/** One request and what came of it. */
export class Exchange {
  readonly outgoing: OutgoingRequest;
  readonly answer: Answer;
  /** What must not be told: tokens, and secrets among one's own headers. */
  readonly #secrets: readonly string[];
  #json: { readonly value: unknown } | undefined;

  constructor(outgoing: OutgoingRequest, answer: Answer, secrets: readonly string[]) {
    this.outgoing = outgoing;
    this.answer = answer;
    this.#secrets = secrets;
  }

  /** The body's value; undefined where it is no JSON. */
  get json(): unknown {
    this.#json ??= { value: parsedJson(this.answer.body.replace(/^\ufeff/, '')) };
    return this.#json.value;
  }

  /** Null where nothing came back. */
  get status(): number | null {
    return this.answer.status;
  }

  /** 2xx. */
  get isAnswered(): boolean {
    const { status, failure } = this.answer;
    return failure === null && status !== null && status >= 200 && status <= 299;
  }

  /** As reports show it: without secrets. */
  get request(): RequestView {
    return requestView(this.outgoing, this.#secrets);
  }

  get secrets(): readonly string[] {
    return this.#secrets;
  }
}
