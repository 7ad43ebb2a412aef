// News that comes by itself: a feed names a hub, the desk subscribes there, the hub pushes (WebSub, W3C Recommendation 2018).

/** Where a feed's changes can be had as they happen. */
export interface HubOffer {
  readonly hub: string;
  /** The name that the hub knows the feed by: its rel="self" address. */
  readonly topic: string;
}

/** The desk's standing with one hub for one source. Instants are epoch milliseconds. */
export interface PushSubscription extends HubOffer {
  /** Ends the callback's path; only the hub is told it. */
  readonly id: string;
  readonly sourceId: string;
  /** The desk's address that the hub calls. */
  readonly callback: string;
  /** Signs what the hub pushes; 200 bytes at most. */
  readonly secret: string;
  /** "ending": its source is gone or has another hub now; the hub is asked to stop. */
  readonly state: "wanted" | "ending";
  /** Until when the hub promised to push; null before it has asked back. */
  readonly leaseEndsAt: number | null;
  /** When the hub is asked, or asked again. */
  readonly dueAt: number;
  /** How often it was asked since it last asked back. */
  readonly attempts: number;
}
