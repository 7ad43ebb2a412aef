// What a platform's monthly quota is planned from, and the plan itself.
import type { Channel, PlatformName } from "../records/channel.ts";
import type { Delivery } from "../records/edition.ts";
import type { QuotaPlan } from "../records/quota.ts";
import type { Subscription } from "../records/subscription.ts";

/** A channel whose pushes are counted. */
export interface MeteredChannel {
  readonly channel: Channel;
  /** None that is paused; one at least. */
  readonly subscriptions: readonly Subscription[];
  /** By subscription: how many editions came out, by days since the epoch. */
  readonly editionsByDay: ReadonlyMap<string, ReadonlyMap<number, number>>;
  /** Editions of the month that arrived or are on their way. */
  readonly served: number;
  /** When the latest of them was published, of the last two months; null when there is none. */
  readonly servedAt: number | null;
}

/** A plan as it is kept. */
export interface KeptQuota {
  readonly plan: QuotaPlan | null;
  /** True when a channel was served since, so that it must be planned anew. */
  readonly isStale: boolean;
  /** The latest push that the platform refused because of its quota; null when there was none. */
  readonly refused: { readonly at: number; readonly recipients: number } | null;
}

/** All instants are epoch milliseconds. */
export interface QuotaStore {
  /** Channels with subscriptions that run. `learnedFrom`: for the editions by day; `monthStartsAt`: for those served. */
  meteredChannels(
    platform: PlatformName,
    span: { readonly learnedFrom: number; readonly monthStartsAt: number },
  ): Promise<readonly MeteredChannel[]>;
  /** Messages by the desk's own count: of pushes that arrived since, and of those on their way. */
  messagesPushed(
    platform: PlatformName,
    since: number,
  ): Promise<{ readonly arrived: number; readonly waiting: number }>;
  keptQuota(platform: PlatformName): Promise<KeptQuota>;
  keepQuota(platform: PlatformName, plan: QuotaPlan): Promise<void>;
  /** Has it planned anew. */
  staleQuota(platform: PlatformName): Promise<void>;
  /** Notes that a push to so many was refused. */
  noteRefusal(platform: PlatformName, refused: { readonly at: number; readonly recipients: number }): Promise<void>;
  /**
   * The subscription's next look at its time is at `dueAt`, and what waits for it is offered to who asks, from the first such time on. One
   * that another worker advanced meanwhile is left as it is.
   */
  holdSubscription(held: {
    readonly subscriptionId: string;
    readonly expectedDueAt: number;
    readonly dueAt: number;
    readonly now: number;
  }): Promise<void>;
  /**
   * One transaction: an edition that never arrived goes back into its subscriptions, which are due at once, and its stories may come again.
   * False, and nothing is written, when the delivery is not waiting any more, or is another worker's.
   */
  withdrawEdition(deliveryId: string, now: number): Promise<boolean>;
  /** Editions that somebody asked for after the instant, and of which it is not known whether they arrived: nobody else's for the lease. */
  claimAsked(channelId: string, after: number, now: number, leaseMs: number): Promise<readonly Delivery[]>;
  /** How many of them there are. */
  countAsked(channelId: string, after: number): Promise<number>;
  /** Those that were asked for before the instant count as arrived. */
  settleAsked(before: number, now: number): Promise<void>;
}
