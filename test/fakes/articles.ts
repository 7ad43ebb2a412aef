// Archive entries for tests: a headline and a time are enough.
import { createHash, randomUUID } from "node:crypto";
import type { ArchiveEntry } from "../../src/ports/store.ts";
import type { Article } from "../../src/records/article.ts";

export interface EntryIdea {
  readonly headline: string;
  readonly sourceId: string;
  /** Published and collected, epoch milliseconds. */
  readonly at: number;
  readonly text?: string;
  readonly tags?: readonly string[];
  readonly storyId?: string;
}

/** An article of its own story unless one is given, with its headline as lede and text when no text is given. */
export function articleEntry({ headline, sourceId, at, text = headline, tags = [], storyId }: EntryIdea): ArchiveEntry {
  const id = randomUUID();
  const url = `https://news.example/${sourceId}/${encodeURIComponent(headline)}`;
  const article: Article = {
    id,
    sourceId,
    identity: url,
    url,
    headline,
    lede: [{ text, start: 0, end: text.length }],
    tags,
    language: "zh-Hant",
    byline: null,
    text,
    image: null,
    publishedAt: at,
    collectedAt: at,
    storyId: storyId ?? randomUUID(),
    original: { title: headline, author: null, body: `<p>${text}</p>`, categories: [] },
  };
  const contentHash = createHash("sha256")
    .update(JSON.stringify([headline, text, tags]))
    .digest("base64url");
  return {
    article,
    contentHash,
    storyKeys: [`headline:${headline}`],
    signature: null,
    profile: null,
    joined: { how: "began" },
  };
}
