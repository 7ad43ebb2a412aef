// An article outside of the archive, with all that the archive has of it.
import type { Article } from "./article.ts";

export interface ExportedArticle extends Article {
  /** The publisher as readers know it. */
  readonly sourceName: string;
}
