// An article's way through the desk. Instants are epoch milliseconds.
import type { SeenHeadline } from "./article.ts";
import type { DeliveryState } from "./edition.ts";
import type { Clause, Term } from "./query.ts";

/** How an article came to its story. */
export type StoryJoin =
  /** No other report of its event was known. */
  | { readonly how: "began" }
  /** It has the headline, or the first lines, of another report of the story, in whatever script. */
  | { readonly how: "headline" | "beginning" }
  /** `degree`: the texts' likeness, or the likelihood that both are of one event, from 0 to 1. `articleId`: the other report. */
  | { readonly how: "text" | "event"; readonly degree: number; readonly articleId: string }
  /** It began a story of its own, until `articleId` was found to be of the same event, with this likelihood. */
  | { readonly how: "merged"; readonly degree: number; readonly articleId: string };

/** Two stories that a report showed to be one event: `from` is gone, its articles and its past are `into`'s. */
export interface StoryMerge {
  readonly from: string;
  readonly into: string;
  /** The likelihood that the report is of `from`'s event, from 0 to 1. */
  readonly degree: number;
  /** The report. */
  readonly articleId: string;
}

/** An item that was not archived, since an article stands for it: it came through another source, or under another address. */
export interface DroppedDuplicate {
  /** `Article.identity` of the article. */
  readonly of: string;
  /** As the item would have been archived. */
  readonly identity: string;
  readonly sourceId: string;
  readonly url: string | null;
  readonly headline: string;
  readonly droppedAt: number;
}

/** An article as far as its trail names it. */
export interface NamedArticle {
  readonly id: string;
  readonly url: string | null;
  readonly headline: string;
  readonly sourceId: string;
  readonly publishedAt: number;
}

/** An article's way through the desk, as far as the archive knows it. */
export interface Trail {
  readonly article: NamedArticle & {
    readonly language: string;
    readonly tags: readonly string[];
    readonly collectedAt: number;
  };
  /** Oldest first, the present one last. */
  readonly headlines: readonly SeenHeadline[];
  /** Oldest first, twenty at most. */
  readonly duplicates: readonly Omit<DroppedDuplicate, "of">[];
  readonly story: TrailStory;
  /** By id, of the sources that the trail names; an id that has none is not in it. */
  readonly sourceNames: ReadonlyMap<string, string>;
  /** Where the story was published, oldest first. */
  readonly editions: readonly StoryEdition[];
}

interface TrailStory {
  readonly id: string;
  /** When its first article was archived: an edition takes what was archived in its span. */
  readonly archivedAt: number;
  /** Null for an article that was filed before this was kept. */
  readonly joined: StoryJoin | null;
  /** The other report that `joined` names, if it is still there. */
  readonly like: NamedArticle | null;
  /** Articles, and how many each source has of them, the first to report first. */
  readonly reports: number;
  readonly sources: readonly { readonly sourceId: string; readonly reports: number }[];
}

/** An edition that holds the story. */
export interface StoryEdition {
  readonly editionId: string;
  readonly channelId: string;
  /** It may have ended since. */
  readonly subscriptionId: string;
  readonly publishedAt: number;
  /** The article that stands in it for the story. */
  readonly articleId: string;
  readonly state: DeliveryState["state"];
  /** When it was delivered or given up. */
  readonly settledAt: number | null;
}

/** What of a query an article does not meet: it holds what it may not, lacks a clause, or was published at another time. */
export type Mismatch =
  | { readonly reason: "excluded"; readonly term: Term }
  | { readonly reason: "missing"; readonly clause: Clause }
  | { readonly reason: "dates" };
