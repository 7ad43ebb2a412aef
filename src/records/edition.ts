// One issue of a digest, fixed when it is published, and its way to a channel.
import type { Channel } from "./channel.ts";
import type { ChannelSettings } from "./channel-settings.ts";
import type { Look } from "./look.ts";
import type { Rhythm } from "./quota.ts";
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
  /** Other subscriptions of the channel whose stories are among these, and from when on. */
  readonly merged?: readonly { readonly subscriptionId: string; readonly from: number }[];
  /** How often the channel is served from now on, when it is to be told: the platform's quota does not carry its schedule. */
  readonly rhythm?: Rhythm;
}

/** The messages that show an edition, where its platform can change them. */
export interface Posted {
  readonly look: Look;
  /** In their order; `address` is the place of each, as the platform calls it. `webhookId`: posted by this webhook, left out: by the bot. */
  readonly messages: readonly { readonly address: string; readonly id: string; readonly webhookId?: string }[];
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
  /** What it costs of the platform's quota, as planned. */
  readonly recipients?: number;
}

/**
 * What a platform says of an attempt. `gone`: the channel can't be reached any more, its subscriptions end. `barred`: it can't be posted to
 * until somebody sees to it, its subscriptions are paused. `exhausted`: it would have gone beyond the platform's quota, and was not sent.
 */
export type DeliveryResult =
  | { readonly outcome: "delivered"; readonly posted?: Posted }
  | { readonly outcome: "retry"; readonly reason: string; readonly retryAfterMs?: number }
  | { readonly outcome: "refused"; readonly reason: string }
  | { readonly outcome: "gone" | "barred" | "exhausted"; readonly reason: string };
