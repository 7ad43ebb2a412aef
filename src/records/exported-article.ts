// An article outside of the archive, with all that the archive has of it.
import type { Article, SeenHeadline } from "./article.ts";

/** What an archive remembers of an article beside it. */
export interface ArticlePast {
  /** All that it had, oldest first, the present one last; empty when it was never edited. */
  readonly headlines: readonly SeenHeadline[];
  /** What it teaches about tags; null when its publisher gave none, or newer articles have taken its place. */
  readonly lesson: Uint8Array | null;
}

export interface ExportedArticle extends Article, ArticlePast {
  /** The publisher as readers know it. */
  readonly sourceName: string;
}
