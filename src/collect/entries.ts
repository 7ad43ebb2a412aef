// The common way of all items, from whatever kind of source: known and unchanged ones are left out, the rest come in batches.
import type { Cache } from "../ports/cache.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { ArticleStore, KnownArticle } from "../ports/store.ts";
import type { Extract } from "../records/article.ts";
import type { CollectedItem } from "../records/collected-item.ts";
import type { Item } from "../records/feed.ts";
import { believableTime } from "./combine.ts";
import { fingerprintOf, recallSeen, rememberSeen, seenKey } from "./seen.ts";

/** An item that knows how to get its text. */
export interface Entry {
  readonly identity: string;
  /** Under whose name the article is archived. */
  readonly sourceId: string;
  readonly item: Item;
  readonly categories: readonly string[];
  /** May throw: that costs this item only. `mayComeLater`: a later poll can get more. */
  readonly extract: () => Promise<{ readonly extract: Extract; readonly mayComeLater: boolean }>;
}

export interface EntryParts {
  readonly store: Pick<ArticleStore, "findArticles">;
  readonly cache: Cache;
  readonly clock: Clock;
  readonly log: Log;
}

export interface EntryRules {
  /** The source that is polled, under which is remembered what was seen. */
  readonly sourceId: string;
  /** Entries looked at before the changed ones among them are handed on. */
  readonly batchSize: number;
  /**
   * Whether an archived article that this source has not brought before is left as it is: it came through another source,
   * and two of them would overwrite each other's wording in turn.
   */
  readonly yieldsToOthers: boolean;
}

/**
 * New and changed items in batches, none of them empty. Of two entries with one identity the first counts. What is archived
 * is remembered as seen only after all batches were taken: whatever breaks off between, nothing is lost.
 */
export async function* collectEntries(
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  rules: EntryRules,
  parts: EntryParts,
): AsyncGenerator<readonly CollectedItem[], void> {
  const before = await recallSeen(rules.sourceId, parts.cache);
  const current = new Map<string, string>();
  for await (const batch of distinctBatches(entries, rules.batchSize)) {
    const known = await parts.store.findArticles(batch.map(({ identity }) => identity));
    const collected: CollectedItem[] = [];
    for (const entry of batch) {
      const key = seenKey(entry.identity);
      const fingerprint = fingerprintOf(entry.item);
      const last = before.get(key) ?? (rules.yieldsToOthers ? fingerprint : undefined);
      const isUnchanged = known.has(entry.identity) && last === fingerprint;
      const result = isUnchanged ? "unchanged" : await collectEntry(entry, known.get(entry.identity), parts);
      if (result === "failed") continue;
      if (result !== "unchanged") collected.push(result.item);
      // A fingerprint that fits nothing makes the next poll look again.
      current.set(key, result !== "unchanged" && result.mayComeLater ? "" : fingerprint);
    }
    if (collected.length > 0) yield collected;
  }
  await rememberSeen(rules.sourceId, current, before, parts.cache);
}

type Collected = { readonly item: CollectedItem; readonly mayComeLater: boolean };

async function collectEntry(
  { identity, sourceId, item, categories, extract: find }: Entry,
  earlier: KnownArticle | undefined,
  { clock, log }: EntryParts,
): Promise<Collected | "failed"> {
  try {
    const { extract, mayComeLater } = await find();
    const publishedAt = believableTime(extract.publishedAt, clock.now(), earlier?.publishedAt);
    return { item: { identity, sourceId, item, categories, extract, publishedAt }, mayComeLater };
  } catch (error) {
    log.warn("an item could not be read and is left out", { source: sourceId, item: identity, problem: String(error) });
    return "failed";
  }
}

async function* distinctBatches(
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  batchSize: number,
): AsyncGenerator<readonly Entry[]> {
  const identities = new Set<string>();
  let batch: Entry[] = [];
  for await (const entry of entries) {
    if (identities.has(entry.identity)) continue;
    identities.add(entry.identity);
    batch.push(entry);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
