// A subscription that somebody is putting together, choice by choice.
import type { Look } from "./look.ts";
import type { Schedule } from "./subscription.ts";

/** How a Discord channel is posted to. */
export type ChannelForm = "text" | "thread" | "forum" | "announcement";

export type Target =
  | { readonly kind: "here" }
  /** A thread for each edition, in the channel where it was asked for. */
  | { readonly kind: "threads" }
  /** Here, by a webhook. */
  | { readonly kind: "webhook"; readonly name: string; readonly picture: string | null }
  /** To be chosen. */
  | { readonly kind: "elsewhere" }
  | { readonly kind: "channel"; readonly address: string; readonly form: ChannelForm };

export interface SubscriptionDraft {
  readonly id: string;
  /** Where it was begun, and by whom. */
  readonly channelId: string;
  readonly askerId: string;
  /** As typed. */
  readonly words: string;
  /** As a query has them: `tag:高雄`, `source:cna`. */
  readonly picks: readonly string[];
  readonly schedule: Schedule;
  readonly look: Look | null;
  readonly target: Target;
  /** The subscription that it changes; null for a new one. */
  readonly edits: string | null;
}
