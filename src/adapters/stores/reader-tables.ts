// The tables of what readers save and vote for, and of how channels want to be served. Instants are epoch milliseconds.
import type { Locale } from "../../records/channel.ts";
import type { Look } from "../../records/look.ts";

export interface SavedCardTable {
  readonly reader_id: string;
  readonly article_id: string;
  readonly saved_at: number;
  readonly json: string;
}

export interface VoteTable {
  readonly channel_id: string;
  readonly article_id: string;
  readonly reader_id: string;
  readonly value: number;
  /** JSON, a list of tags as they were shown. */
  readonly tags: string;
  readonly voted_at: number;
}

export interface ChannelSettingsTable {
  readonly channel_id: string;
  readonly locale: Locale | null;
  readonly time_zone: string | null;
  readonly quiet_from: number | null;
  readonly quiet_until: number | null;
  readonly look: Look | null;
  readonly template: string | null;
  /** JSON. */
  readonly place: string | null;
}

export interface PartingTable {
  readonly channel_id: string;
  readonly parted_at: number;
}
