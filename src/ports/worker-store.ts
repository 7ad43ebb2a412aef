// What workers on one database tell each other: who is alive, who holds which lease.
import type { Worker } from "../records/worker.ts";

/** What is under way, by id. */
export interface HeldWork {
  readonly sourceIds: readonly string[];
  readonly deliveryIds: readonly string[];
}

/** An open store is one worker: the leases that it takes are its own. All instants are epoch milliseconds. */
export interface WorkerStore {
  /** Makes the leases of the work last from now on, as far as no other worker has taken it over. */
  renewLeases(work: HeldWork, now: number, leaseMs: number): Promise<void>;
  /** Writes down that this worker is alive, and forgets those that have not said so for a day. */
  noteAlive(worker: Worker): Promise<void>;
  /** Gives back all that this worker has leased, and takes it off the list: what it began is anyone's at once. */
  leave(): Promise<void>;
  /** By name. Those that were killed are among them for a day: `seenAt` tells. */
  workers(): Promise<readonly Worker[]>;
}
