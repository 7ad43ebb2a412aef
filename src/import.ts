// Articles by hand: posts go the same way as gathered news, from paths instead of sources; what an archive exported comes back as it was.
import { linesOf } from "./adapters/stores/backup/lines.ts";
import { collectPost } from "./collect/from-post.ts";
import { publisherOf } from "./collect/publisher.ts";
import { type ArchiveExportedParts, archiveExported } from "./curate/archive-exported.ts";
import { type CurateCounts, type CurateParts, curateItems } from "./curate/edit.ts";
import { exportedOf } from "./export.ts";
import { readExported } from "./exported-json.ts";
import type { Post, PostsReader } from "./ports/source-reader.ts";
import type { SourceStore } from "./ports/store.ts";
import type { CollectedItem } from "./records/collected-item.ts";
import { ParseError } from "./records/errors.ts";
import type { ExportedArticle } from "./records/exported-article.ts";

export interface ImportReport extends CurateCounts {
  readonly refused: readonly { readonly file: string; readonly reason: string }[];
}

export interface ImportParts extends CurateParts {
  readonly store: CurateParts["store"] &
    ArchiveExportedParts["store"] &
    Pick<SourceStore, "registerSources" | "sourceNames">;
  readonly readPosts: PostsReader;
}

type Reading =
  | { readonly kind: "post"; readonly post: Post; readonly exported?: ExportedArticle }
  | { readonly kind: "exported"; readonly article: ExportedArticle }
  | { readonly kind: "refused"; readonly file: string; readonly reason: string };

// One transaction each: large enough to be fast, small enough that little is done again after a crash.
const batchSize = 200;

/**
 * Imports every post under the paths, and every article of `.jsonl` and `.jsonl.gz` files; `onArticle` is called once for each. Throws
 * ParseError for a path that can't be read.
 */
export async function importPosts(
  paths: readonly string[],
  parts: ImportParts,
  onArticle: () => void,
): Promise<ImportReport> {
  const total = { imported: 0, updated: 0, duplicates: 0 };
  const refused: { file: string; reason: string }[] = [];
  const archive = archiver(parts);
  let batch: Exclude<Reading, { kind: "refused" }>[] = [];
  const flush = async () => {
    const counts = await archive(batch);
    for (const what of ["imported", "updated", "duplicates"] as const) total[what] += counts[what];
    batch = [];
  };
  for (const path of paths) {
    for await (const reading of readingsOf(path, parts.readPosts)) {
      onArticle();
      if (reading.kind === "refused") {
        refused.push({ file: reading.file, reason: reading.reason });
        continue;
      }
      // In their order: an article may come twice, in either form.
      if (batch.length === batchSize || (batch[0] && batch[0].kind !== reading.kind)) await flush();
      batch.push(reading);
    }
  }
  await flush();
  return { ...total, refused };
}

async function* readingsOf(path: string, readPosts: PostsReader): AsyncGenerator<Reading> {
  if (/\.jsonl(\.gz)?$/i.test(path)) return yield* readLines(path);
  for await (const reading of readPosts(path)) {
    if (reading.state === "refused") yield { ...reading, kind: "refused" };
    else {
      const found = exportedOf(reading);
      if (found === null) yield { kind: "post", post: reading.post };
      else if (found.isEdited) yield { kind: "post", post: reading.post, exported: found.article };
      else yield { kind: "exported", article: found.article };
    }
  }
}

async function* readLines(path: string): AsyncGenerator<Reading> {
  let number = 0;
  try {
    for await (const line of linesOf(path, path.endsWith(".gz"))) {
      number += 1;
      const text = line.toString().trim();
      if (text !== "") yield readLine(text, `${path}:${number}`);
    }
  } catch (cause) {
    const read = number === 0 ? "" : ` The ${number} lines before were read.`;
    throw new ParseError(`${path} can't be opened, or is damaged.${read}`, { cause });
  }
}

function readLine(text: string, file: string): Reading {
  const refused = (reason: string) => ({ kind: "refused", file, reason }) as const;
  try {
    const article = readExported(JSON.parse(text));
    return article ? { kind: "exported", article } : refused("No article of an export: a field is missing or wrong.");
  } catch {
    return refused("Not JSON.");
  }
}

/** Archives batches of one kind; publishers that are not known yet get their names. */
function archiver(
  parts: ImportParts,
): (batch: readonly Exclude<Reading, { kind: "refused" }>[]) => Promise<CurateCounts> {
  const known = new Set<string>();
  const register = async (id: string, name: string) => {
    if (!known.has(id)) await parts.store.registerSources([{ id, name }], parts.clock.now());
    known.add(id);
  };
  const itemOf = async ({ post, exported }: Extract<Reading, { kind: "post" }>): Promise<CollectedItem> => {
    if (exported) {
      const item = collectPost(post, exported.sourceId, parts.clock.now());
      return { ...item, identity: exported.identity };
    }
    const { id, name } = publisherOf(post);
    await register(id, name);
    return collectPost(post, id, parts.clock.now());
  };
  return async (batch) => {
    const articles = batch.flatMap((reading) => {
      const article = reading.kind === "post" ? reading.exported : reading.article;
      return article ? [article] : [];
    });
    // A source that the desk has keeps the name and state that it has here.
    const names = articles.length > 0 ? await parts.store.sourceNames() : new Map<string, string>();
    for (const { sourceId, sourceName } of articles) if (!names.has(sourceId)) await register(sourceId, sourceName);
    if (batch[0]?.kind === "exported") return archiveExported(articles, parts);
    const items: CollectedItem[] = [];
    for (const reading of batch) if (reading.kind === "post") items.push(await itemOf(reading));
    return curateItems(items, parts, { fromThePast: true });
  };
}
