// The publishers of a corpus of posts, each with its posts in time order.
import { readPosts } from "../../src/adapters/sources/posts.ts";
import type { Post } from "../../src/ports/source-reader.ts";
import type { Publisher } from "./newsroom.ts";

// These carry the whole text in the feed; the others' pages have to be fetched.
const fullFeeds = ["cna", "rthk", "kyodo"];

/** One publisher for each category. Rejects when a post is refused: a corpus is read whole or not at all. */
export async function readPublishers(path: string): Promise<readonly Publisher[]> {
  const byId = new Map<string, Post[]>();
  for await (const reading of readPosts(path)) {
    if (reading.state === "refused") throw new Error(`${reading.file}: ${reading.reason}`);
    const id = reading.post.categories[0] ?? "other";
    byId.set(id, [...(byId.get(id) ?? []), reading.post]);
  }
  return [...byId].map(([id, posts]) => ({
    id,
    posts: posts.sort((a, b) => a.publishedAt - b.publishedAt),
    fullText: fullFeeds.includes(id) ? "feed" : "page",
  }));
}
