// A folder or archive of posts, read again when something in it has changed.
import type { Post, PostsReader, PostsVersion } from "../ports/source-reader.ts";
import type { SourceStore } from "../ports/store.ts";
import type { CollectedItem } from "../records/collected-item.ts";
import type { PostsSource, SourceState } from "../records/source.ts";
import { collectEntries, type Entry, type EntryParts } from "./entries.ts";
import { extractPost, itemOf } from "./from-post.ts";
import { identityOf } from "./identify.ts";
import { publisherOf } from "./publisher.ts";

export interface PostsParts extends EntryParts {
  readonly readPosts: PostsReader;
  readonly postsVersion: PostsVersion;
  readonly store: EntryParts["store"] & Pick<SourceStore, "registerSources">;
}

// Posts are at hand, so a batch is as large as one transaction does well.
const batchSize = 100;

/**
 * Yields new and changed posts, returns the version read as the `etag`. A refused post is a line in the log. Throws ParseError
 * when the path can't be opened.
 */
export async function* pollPosts(
  source: PostsSource,
  { etag }: SourceState,
  parts: PostsParts,
): AsyncGenerator<readonly CollectedItem[], Pick<SourceState, "etag">> {
  // Taken before reading: what changes meanwhile is found the next time.
  const version = await parts.postsVersion(source.path);
  if (version !== etag) {
    const rules = { sourceId: source.id, batchSize, yieldsToOthers: false };
    yield* collectEntries(entriesOf(source, parts), rules, parts);
  }
  return { etag: version };
}

async function* entriesOf(source: PostsSource, { readPosts, log, store, clock }: PostsParts): AsyncGenerator<Entry> {
  const registered = new Set<string>();
  for await (const reading of readPosts(source.path)) {
    if (reading.state === "refused") {
      log.warn("a post is refused", { source: source.id, file: reading.file, problem: reading.reason });
      continue;
    }
    // A folder may hold many publishers' posts; readers know those, not the folder.
    const publisher = publisherOf(reading.post);
    if (!registered.has(publisher.id)) await store.registerSources([publisher], clock.now());
    registered.add(publisher.id);
    yield entryOf(reading.post, publisher.id, source);
  }
}

function entryOf(post: Post, publisherId: string, { id, language }: PostsSource): Entry {
  const item = itemOf(post);
  return {
    identity: identityOf(item, id),
    sourceId: publisherId,
    item,
    categories: post.categories,
    extract: async () => ({ extract: extractPost(post, language), mayComeLater: false }),
  };
}
