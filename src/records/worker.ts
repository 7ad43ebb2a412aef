// A process that serves the desk, alone or beside others on the same database.

/** What a worker does: read the sources; publish and send editions; answer people, over HTTP and on Discord; or all of it. */
type Role = "all" | "poll" | "deliver" | "web";

export interface Worker {
  /** For people: the machine and the process. */
  readonly name: string;
  readonly role: Role;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** When it last said that it is alive, epoch milliseconds. */
  readonly seenAt: number;
}
