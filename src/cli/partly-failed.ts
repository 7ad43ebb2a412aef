// How a command says that some of its work failed.

/** The command did what it could and has printed what failed; the exit code is 1. */
export class PartlyFailed extends Error {}
