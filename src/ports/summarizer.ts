// Makes an article's short form. The extractive one is the default and needs nothing.
import type { Extract, Summarized } from "../records/article.ts";

export interface SummarizeOptions {
  /** The publisher's own tags win over found ones. False measures the finder alone. */
  readonly useEditorTags: boolean;
}

export interface Summarizer {
  summarize(extract: Extract, options: SummarizeOptions): Promise<Summarized>;
}
