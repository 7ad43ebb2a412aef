// A channel's standing order: what it wants, when, and in whose time.
import type { Look } from "./look.ts";

/** What a subscription takes; an empty filter takes everything. Words are a search query, the lists are alternatives. */
export interface Filter {
  readonly words: string;
  readonly tags: readonly string[];
  readonly sources: readonly string[];
}

/** When editions come out. A daily or weekly time and a cron expression are read in the subscription's time zone. */
export type Schedule =
  | { readonly kind: "now" }
  | { readonly kind: "hourly" }
  | { readonly kind: "daily"; readonly hour: number; readonly minute: number }
  /** `weekday`: 0 is Sunday, as in cron. */
  | { readonly kind: "weekly"; readonly weekday: number; readonly hour: number; readonly minute: number }
  | { readonly kind: "cron"; readonly expression: string };

export interface Subscription {
  readonly id: string;
  readonly channelId: string;
  readonly filter: Filter;
  readonly schedule: Schedule;
  /** IANA name. */
  readonly timeZone: string;
  /** The platform's identifier of who asked for it; null when it is not known. */
  readonly creatorId: string | null;
  /** Why nothing goes out until it is changed: its channel could not be posted to. Most have none. */
  readonly paused?: string;
  readonly createdAt: number;
  /** The next edition's time, epoch milliseconds. */
  readonly dueAt: number;
  /** Stories archived after this instant have not been considered yet. */
  readonly coveredUntil: number;
  /** Null: as the channel has it. */
  readonly look: Look | null;
  /** Since when it is held back for the platform's quota, and offered to who asks. Most are not. */
  readonly heldSince?: number;
}
