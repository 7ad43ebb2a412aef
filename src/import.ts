// Posts by hand: the same flow as gathering, from paths instead of sources.

import { collectPost } from "./collect/from-post.ts";
import { publisherOf } from "./collect/publisher.ts";
import { type CurateParts, curateItems } from "./curate/edit.ts";
import type { PostsReader } from "./ports/source-reader.ts";
import type { SourceStore } from "./ports/store.ts";
import type { CollectedItem } from "./records/collected-item.ts";

export interface ImportReport {
  readonly imported: number;
  readonly updated: number;
  readonly duplicates: number;
  readonly refused: readonly { readonly file: string; readonly reason: string }[];
}

export interface ImportParts extends CurateParts {
  readonly store: CurateParts["store"] & Pick<SourceStore, "registerSources">;
  readonly readPosts: PostsReader;
}

// One transaction each: large enough to be fast, small enough that little is done again after a crash.
const batchSize = 200;

/** Imports every post under the paths; `onPost` is called once for each. Throws ParseError for a path that can't be read. */
export async function importPosts(
  paths: readonly string[],
  parts: ImportParts,
  onPost: () => void,
): Promise<ImportReport> {
  const counts = { imported: 0, updated: 0, duplicates: 0 };
  const refused: { file: string; reason: string }[] = [];
  let batch: CollectedItem[] = [];
  const flush = async () => {
    const { imported, updated, duplicates } = await curateItems(batch, parts, { fromThePast: true });
    counts.imported += imported;
    counts.updated += updated;
    counts.duplicates += duplicates;
    batch = [];
  };
  const known = new Set<string>();
  for (const path of paths) {
    for await (const reading of parts.readPosts(path)) {
      onPost();
      if (reading.state === "refused") {
        refused.push({ file: reading.file, reason: reading.reason });
        continue;
      }
      const publisher = publisherOf(reading.post);
      if (!known.has(publisher.id)) await parts.store.registerSources([publisher], parts.clock.now());
      known.add(publisher.id);
      batch.push(collectPost(reading.post, publisher.id, parts.clock.now()));
      if (batch.length === batchSize) await flush();
    }
  }
  await flush();
  return { ...counts, refused };
}
