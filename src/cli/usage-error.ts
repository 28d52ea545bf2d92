/** A wrong word on the command line or a wrong input: the message says which, and what is allowed. */
export class UsageError extends Error {}
