// What workers on one database tell each other: who is alive, who holds which lease or duty, what there is to do.
import type { Worker } from "../records/worker.ts";

/** What is under way, by id. */
export interface HeldWork {
  readonly sourceIds: readonly string[];
  readonly deliveryIds: readonly string[];
}

/** What one worker does for all: to serve an archive that can't be shared, to publish, to bring digests up to date, to tidy up, to ask hubs, to answer on Discord. */
export type Duty = "serve" | "first run" | "publish" | "revise" | "retention" | "hubs" | "discord";

export interface HeldDuty {
  /** Aborted when it may be another worker's, since the connection that stood for it was lost. */
  readonly lost: AbortSignal;
  /** Lets another worker have it. */
  release(): Promise<void>;
}

/** What somebody has just written: sources that are due, articles, editions to send, editions that arrived. */
export type Wake = "sources" | "news" | "editions" | "delivered";

/** Of workers that share the database. */
export interface Coordination {
  /** Whether workers in other processes may work on it too. */
  readonly isShared: boolean;
  /** The duty, until it is released or the process ends; null while another worker has it, or this one in another place. */
  holdDuty(duty: Duty): Promise<HeldDuty | null>;
  /**
   * Calls the listener for what any worker writes, this one included, until the store is closed. What is written while the connection
   * is lost goes unheard: once it is back, the listener is called for everything. So whoever listens must also look by itself now and then.
   */
  onWake(listener: (wake: Wake) => void): Promise<void>;
  /** Does the work while no worker does other work in a turn: what it looks up in the archive is so still when it writes. Not within another. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>;
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
