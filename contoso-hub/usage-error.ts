/** Words that tell the user what was wrong with the command, and how to mend it. */
export class UsageError extends Error {}

/** Words that tell the user that something which is needed does not answer, and what to do about it. */
export class UnreachableError extends Error {}
