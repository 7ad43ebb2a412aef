// One issue of a digest, fixed when it is published, and its way to a channel.
import type { Channel } from "./channel.ts";
import type { ChannelSettings } from "./channel-settings.ts";
import type { Look } from "./look.ts";
import type { Card } from "./story.ts";

/** What a subscription receives at one time. The cards are a snapshot: a retry renders the same message. */
export interface Edition {
  readonly id: string;
  readonly subscriptionId: string;
  readonly publishedAt: number;
  /** The span it covers, epoch milliseconds. */
  readonly from: number;
  readonly until: number;
  readonly cards: readonly Card[];
  /** Stories that matched; those beyond `cards` are in the archive only. */
  readonly total: number;
  readonly timeZone: string;
  /** The subscription's own; left out: as the channel has it. */
  readonly look?: Look;
}

/** The messages that show an edition, where its platform can change them. */
export interface Posted {
  readonly look: Look;
  /** In their order; `address` is the place of each, as the platform calls it. */
  readonly messages: readonly { readonly address: string; readonly id: string }[];
}

export type DeliveryState =
  | { readonly state: "waiting"; readonly dueAt: number; readonly attempts: number; readonly problem: string | null }
  | { readonly state: "delivered"; readonly at: number; readonly posted?: Posted }
  | { readonly state: "failed"; readonly at: number; readonly reason: string };

/** One edition to one channel. `id` is a UUID and the platform's idempotency key. */
export interface Delivery {
  readonly id: string;
  readonly channel: Channel;
  readonly edition: Edition;
  /** As they are when it is sent. */
  readonly settings: ChannelSettings;
  readonly attempts: number;
  /** No worker can have sent it yet: it may go in one call with others. */
  readonly isUntried?: boolean;
  /** The call that it goes in with others, a UUID and that call's idempotency key. */
  readonly multicastId?: string;
}

/**
 * What a platform says of an attempt. `gone`: the channel can't be reached any more, its subscriptions end. `barred`: it can't be posted to
 * until somebody sees to it, its subscriptions are paused.
 */
export type DeliveryResult =
  | { readonly outcome: "delivered"; readonly posted?: Posted }
  | { readonly outcome: "retry"; readonly reason: string; readonly retryAfterMs?: number }
  | { readonly outcome: "refused"; readonly reason: string }
  | { readonly outcome: "gone" | "barred"; readonly reason: string };
