// The tables of what goes out: channels, what they ordered, and editions on their way. Instants are epoch milliseconds; columns that are said to hold JSON do.
import type { Generated } from "kysely";
import type { Look } from "../../records/look.ts";

export interface ChannelTable {
  readonly id: string;
  readonly platform: string;
  readonly address: string;
  readonly locale: string;
  readonly server: string | null;
}

export interface SubscriptionTable {
  readonly id: string;
  readonly channel_id: string;
  readonly filter: string;
  readonly schedule: string;
  readonly time_zone: string;
  readonly created_at: number;
  readonly due_at: number;
  readonly covered_until: number;
  readonly look: Look | null;
  /** The platform's identifier of who asked for it. */
  readonly creator_id: string | null;
  /** Why nothing goes out; null of most. */
  readonly paused: string | null;
  /** Since when it is held back for the platform's quota. */
  readonly held_since: number | null;
}

export interface EditionTable {
  readonly id: string;
  readonly subscription_id: string;
  readonly channel_id: string;
  readonly published_at: number;
  readonly json: string;
}

export interface DeliveryTable {
  readonly number: Generated<number>;
  readonly id: string;
  readonly edition_id: string;
  readonly channel_id: string;
  readonly state: "waiting" | "delivered" | "failed";
  readonly due_at: number;
  readonly attempts: Generated<number>;
  readonly problem: string | null;
  /** When it was delivered or given up. */
  readonly settled_at: number | null;
  readonly leased_until: Generated<number>;
  readonly leased_by: Generated<string | null>;
  /** The call that it goes in with others; null of most. */
  readonly multicast_id: Generated<string | null>;
  /** Its server, or its channel where there are none: who takes turns with the others. */
  readonly turn_of: string;
  /** In what order deliveries go that are due together: see publishing.ts. */
  readonly turn_at: number;
  /** JSON: the messages that show it. */
  readonly posted: string | null;
  /** When its messages are to be changed. */
  readonly revise_at: number | null;
  /** What it costs of the platform's quota; null where nothing is counted, and of what was asked for. */
  readonly recipients: number | null;
  /** When somebody asked for it: it is a reply's, and never pushed. */
  readonly asked_at: number | null;
}

/** One row a platform. */
export interface QuotaTable {
  readonly platform: string;
  /** JSON of `QuotaPlan`. */
  readonly plan: string | null;
  /** 1: to be planned anew. */
  readonly is_stale: number;
  /** When a push was refused because of the quota, and how many it would have reached. */
  readonly refused_at: number | null;
  readonly refused_recipients: number | null;
}

export interface LedgerTable {
  readonly channel_id: string;
  readonly story_id: string;
  readonly edition_id: string;
}
