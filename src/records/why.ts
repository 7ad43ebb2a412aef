// Who was sent an article, who was not, and for which rule. Instants are epoch milliseconds.
import type { Subscription } from "./subscription.ts";
import type { Mismatch, StoryEdition, Trail } from "./trail.ts";

/** What became of the article's story in a subscription. */
export type Verdict =
  | { readonly reason: "taken"; readonly edition: StoryEdition }
  /** The channel was sent the story by another subscription. */
  | { readonly reason: "had-already"; readonly edition: StoryEdition }
  | Mismatch
  /** The edition of its time had better ones; it was only counted. */
  | {
      readonly reason: "edition-full";
      readonly editionId: string;
      readonly at: number;
      readonly shown: number;
      readonly total: number;
    }
  /** It is in the span of the next edition. */
  | { readonly reason: "not-due-yet"; readonly dueAt: number }
  /** The story was archived before the time that the first edition looked back to. */
  | { readonly reason: "before-subscription" }
  /** The story was looked at as it stood in its time, and this report came or was changed later. */
  | { readonly reason: "considered-before" };

/** A subscription's verdict on the story. */
export interface Judgement {
  readonly subscription: Subscription;
  /** As the channel's list numbers it. */
  readonly number: number;
  readonly verdict: Verdict;
  /** Another report of the story stands in the edition, or meets the filter where this one does not. */
  readonly isByOtherReport: boolean;
}

/** The answer to why: an article's trail, and what the subscriptions made of it. */
export interface Why {
  readonly trail: Trail;
  readonly judgements: readonly Judgement[];
}
