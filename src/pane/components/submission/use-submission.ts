import { useState } from 'react';

export interface Submission<Input> {
  /** Whether it went well; what did not is in `problem` until the next one. */
  readonly submit: (input: Input) => Promise<boolean>;
  readonly isPending: boolean;
  readonly problem: string | undefined;
  /** Says something that is wrong before anything is sent. */
  readonly complain: (problem: string | undefined) => void;
}

/** Sends what a form holds and keeps what went wrong, in words, beside it. */
export function useSubmission<Input>(send: (input: Input) => Promise<unknown>): Submission<Input> {
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const submit = async (input: Input) => {
    setPending(true);
    setProblem(undefined);
    try {
      await send(input);
      return true;
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      return false;
    } finally {
      setPending(false);
    }
  };
  return { submit, isPending, problem, complain: setProblem };
}
