/** A command: given its arguments, it does its work and gives the exit code. Loaded when used. */
export type Command = (args: readonly string[]) => Promise<number>;
