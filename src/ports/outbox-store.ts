// Editions on their way: written once, claimed by one worker at a time, settled for good.
import type { PlatformName } from "../records/channel.ts";
import type { Delivery, DeliveryState, Edition } from "../records/edition.ts";

/** How a subscription goes on after an edition. */
export interface NextEdition {
  readonly subscriptionId: string;
  readonly dueAt: number;
  readonly coveredUntil: number;
}

/** More about how an edition goes out. */
interface Publication {
  /** Subscriptions that go on together with its own: it holds their stories, too. */
  readonly also?: readonly (NextEdition & { readonly expectedDueAt: number })[];
  /** What it costs of the platform's quota. */
  readonly recipients?: number;
  /** Somebody asked for it: it is leased to whoever replies until then, and never pushed. */
  readonly askedUntil?: number;
}

/** An edition, or null where there is nothing to send, with the id of its delivery and how its subscription goes on. */
export interface NewEdition extends Publication {
  readonly edition: Edition | null;
  readonly deliveryId: string;
  readonly expectedDueAt: number;
  readonly next: NextEdition;
}

/** What became of a delivery. */
export interface Settlement {
  readonly deliveryId: string;
  readonly state: DeliveryState;
}

export interface OutboxStore {
  /**
   * One transaction: the edition, its delivery, the ledger of (channel, story) and the next due time.
   * Null edition: nothing to send, only the due time moves. False, and nothing is written, when the subscription was
   * advanced by another worker since it was read (`expectedDueAt` no longer holds), has ended, or when the channel was sent
   * one of the stories meanwhile. What was held back is so no more.
   */
  publishEdition(
    edition: Edition | null,
    deliveryId: string,
    expectedDueAt: number,
    next: NextEdition,
    publication?: Publication,
  ): Promise<boolean>;
  /** `publishEdition` for each, in one transaction where it can be. Of each whether it was written. What throws has written nothing. */
  publishEditions(editions: readonly NewEdition[]): Promise<readonly boolean[]>;
  /** One transaction: the due times move, nothing is sent. One that another worker advanced meanwhile is left as it is. */
  passEditions(passed: readonly (NextEdition & { readonly expectedDueAt: number })[]): Promise<void>;
  /**
   * Those that are due, to channels of the platforms, or of all of them. Servers take turns, each with its longest waiting one. What goes in
   * one multicast is claimed by one worker, as one of the `limit`.
   */
  claimDeliveries(
    now: number,
    leaseMs: number,
    limit: number,
    platforms?: readonly PlatformName[],
  ): Promise<readonly Delivery[]>;
  /** Gives the lease back. Only that it arrived is written of a delivery that another worker has claimed meanwhile. */
  settleDelivery(deliveryId: string, state: DeliveryState): Promise<void>;
  /** `settleDelivery` for each, in one transaction. */
  settleDeliveries(settlements: readonly Settlement[]): Promise<void>;
  /**
   * Binds deliveries that this worker has claimed untried to one call: they are claimed together from now on. The ids of those that are
   * bound, without what another worker has claimed meanwhile.
   */
  joinMulticast(multicastId: string, deliveryIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** `settleDelivery` for all that wait in a multicast. */
  settleMulticast(multicastId: string, state: DeliveryState): Promise<void>;
  /** As `settleMulticast`, and each goes alone from now on. */
  partMulticast(multicastId: string, state: DeliveryState): Promise<void>;
  /** Ends the channel's subscriptions and its waiting deliveries, with the reason. */
  endChannel(channelId: string, reason: string, now: number): Promise<void>;
  /** Pauses the channel's subscriptions until they are changed, and ends its waiting deliveries. The ids of who made those that ran. */
  pauseChannel(channelId: string, reason: string, now: number): Promise<readonly string[]>;
  /** By subscription of the channel: when its latest edition came out, where that was given up. Of the latest two hundred. */
  missedEditions(channelId: string): Promise<ReadonlyMap<string, number>>;
  /** An edition of the channel; null where it has none of that identifier. */
  findEdition(channelId: string, editionId: string): Promise<Edition | null>;
  /** The channel's editions that came out at that instant: one of each subscription that was due then. */
  editionsAt(channelId: string, publishedAt: number): Promise<readonly Edition[]>;
  /** The channel's newest delivered editions, oldest first: a chat room's history. */
  deliveredEditions(
    channelId: string,
    limit: number,
  ): Promise<readonly { readonly deliveryId: string; readonly at: number; readonly edition: Edition }[]>;
}
