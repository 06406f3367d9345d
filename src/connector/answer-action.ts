import type { Action } from '../contract/contract.ts';
import type { Call, Context } from './context.ts';
import { inTime } from './frame.ts';
import type { inputReader, RawInput } from './input.ts';
import { type Answer, answerWriter, cut } from './output.ts';

export type Handle = (input: never, context: Context) => Answer<unknown> | Promise<Answer<unknown>>;

/** An action with the partner's code that answers it. */
export interface HandledAction {
  readonly action: Action;
  readonly handle: Handle;
}

/** What an action answers to the inputs of a call, read by `read`, as JSON, within the call's deadline. */
export function actionAnswerer(
  { action, handle }: HandledAction,
  read: ReturnType<typeof inputReader>,
): (raw: RawInput, call: Call) => Promise<string> {
  const write = answerWriter(action);
  return async (raw, call) => {
    const input = read(raw);
    const answer = await inTime(call, handle(input as never, call));
    return write(cut(answer, input.top, input.skip), (words) => call.log.warn(words));
  };
}
