// What a platform lets the desk push in a month, and how it is shared out.

/** How often a channel is pushed to. `every`: at most once in so many hours; `held`: editions wait until somebody asks for them. */
export type Rhythm =
  | { readonly kind: "scheduled" }
  | { readonly kind: "every"; readonly hours: number }
  | { readonly kind: "held" };

/** A month as the platform counts it, epoch milliseconds; `endsAt` is the first instant of the next. */
export interface QuotaMonth {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** What the platform says. `limit`: messages a month, null where there is none. `used`: a little late, and other senders' among them. */
export interface QuotaReading {
  readonly limit: number | null;
  readonly used: number;
}

/** What the operator says of the month. */
export interface QuotaWishes {
  /** Messages kept back: of a hundred of the limit, or so many. */
  readonly reserve: { readonly percent: number } | { readonly messages: number };
  /** Weights by the channel's address, as its platform calls it; 1 for those that are not listed. */
  readonly weights: ReadonlyMap<string, number>;
}

/** What is planned for one channel until the month's end. */
export interface ChannelPlan {
  readonly channelId: string;
  /** What one push costs. */
  readonly recipients: number;
  readonly rhythm: Rhythm;
  /** Pushes left. */
  readonly pushes: number;
  /** Not before, epoch milliseconds; 0 where the schedule alone says when. */
  readonly nextAt: number;
  /** Since when it has been pushed to as scheduled; null while it is not. What comes is learned from that time alone. */
  readonly scheduledSince: number | null;
}

/** The month as it is planned now. */
export interface QuotaPlan {
  readonly month: QuotaMonth;
  readonly plannedAt: number;
  /** What was read last, and when; null before the first time. */
  readonly reading: QuotaReading | null;
  readonly readAt: number;
  /** Messages that the platform counted and the desk did not send. */
  readonly others: number;
  /** Messages sent and on their way, by the platform's count and the desk's own. */
  readonly used: number;
  /** Messages kept back. */
  readonly reserve: number;
  /** Messages used at the month's end, as planned. */
  readonly forecast: number;
  /** The same, if all were pushed as scheduled. */
  readonly wanted: number;
  /** The plan, in messages a month, that would carry every schedule, reserve and others included. */
  readonly neededLimit: number;
  readonly channels: readonly ChannelPlan[];
  /** Editions a day by subscription, as they came while nothing was held. */
  readonly learned: Readonly<Record<string, number>>;
}
