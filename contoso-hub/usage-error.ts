/** Words that tell the user what was wrong with the command, and how to mend it. */
export class UsageError extends Error {}
