// The common way of all items, from whatever kind of source: known and unchanged ones are left out, the rest come in batches.
import { editHeadline } from "../language/headline.ts";
import type { Cache } from "../ports/cache.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { RetentionStore } from "../ports/retention-store.ts";
import type { ArticleStore, KnownArticle } from "../ports/store.ts";
import type { TrailStore } from "../ports/trail-store.ts";
import type { Extract } from "../records/article.ts";
import type { CollectedItem } from "../records/collected-item.ts";
import { StoreError } from "../records/errors.ts";
import type { Item } from "../records/feed.ts";
import type { DroppedDuplicate } from "../records/trail.ts";
import { recallAliases } from "./aliases.ts";
import { believableTime, linkOf } from "./combine.ts";
import { titleKey } from "./identify.ts";
import { judgeDeclared, type PollMemory } from "./late-identity.ts";
import { fingerprintOf, recallSeen, rememberSeen, seenKey } from "./seen.ts";

/** An item that knows how to get its text. */
export interface Entry {
  readonly identity: string;
  /** Under whose name the article is archived. */
  readonly sourceId: string;
  readonly item: Item;
  readonly categories: readonly string[];
  /** May throw: that costs this item only. */
  readonly extract: () => Promise<FoundText>;
}

/** What was found of an item. */
interface FoundText {
  /** Null when what it leads to is no article. */
  readonly extract: Extract | null;
  /** Whether a later poll can get more. */
  readonly mayComeLater: boolean;
  /** What its page says to be its address, when that may be believed. */
  readonly declared?: DeclaredAddress | null;
}

/** An address, and the identity that it makes. */
export interface DeclaredAddress {
  readonly identity: string;
  readonly url: string;
}

export interface EntryParts {
  readonly store: Pick<ArticleStore, "findArticles"> &
    Pick<TrailStore, "noteDuplicates"> &
    Pick<RetentionStore, "findRemoved">;
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
 * is remembered as seen, and what an archived article stands for noted, only after all batches were taken: whatever breaks off
 * between, nothing is lost.
 */
export async function* collectEntries(
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  rules: EntryRules,
  parts: EntryParts,
): AsyncGenerator<readonly CollectedItem[], void> {
  const { sourceId, yieldsToOthers } = rules;
  const before = await recallSeen(sourceId, parts.cache);
  const aliases = await recallAliases(sourceId, parts.cache);
  const memory: PollMemory = { before, aliases, titles: new Map(), yieldsToOthers };
  const current = new Map<string, string>();
  const dropped: DroppedDuplicate[] = [];
  for await (const batch of distinctBatches(entries, rules.batchSize, memory)) {
    const identities = batch.map(({ identity }) => identity);
    const known = await parts.store.findArticles(identities);
    const removed = await parts.store.findRemoved(identities);
    const collected: CollectedItem[] = [];
    for (const entry of batch) {
      const fingerprint = fingerprintOf(entry.item);
      const last = before.get(seenKey(entry.identity)) ?? (yieldsToOthers ? fingerprint : undefined);
      const others = before.has(seenKey(entry.identity)) ? undefined : known.get(entry.identity);
      if (yieldsToOthers && others !== undefined && others.sourceId !== entry.sourceId)
        dropped.push(duplicateOf(entry, entry.identity, parts.clock.now()));
      const isUnchanged =
        (known.has(entry.identity) && last === fingerprint) ||
        last === refused(fingerprint) ||
        // Feeds go on listing what the archive has let go.
        removed.has(entry.identity);
      const result = isUnchanged ? unchanged(entry) : await collectEntry(entry, known, memory, parts);
      if (result === "failed") continue;
      if (result.item !== null) collected.push(result.item);
      if (result.isDuplicate) dropped.push(duplicateOf(entry, result.identity, parts.clock.now()));
      const remembered = result.isRefused || last === refused(fingerprint) ? refused(fingerprint) : fingerprint;
      // A fingerprint that fits nothing makes the next poll look again.
      current.set(seenKey(result.identity), result.mayComeLater ? "" : remembered);
    }
    if (collected.length > 0) yield collected;
  }
  if (dropped.length > 0) await parts.store.noteDuplicates(dropped);
  await rememberSeen(sourceId, current, before, parts.cache);
  await aliases.save();
}

const duplicateOf = ({ identity, sourceId, item }: Entry, of: string, droppedAt: number): DroppedDuplicate => ({
  of,
  identity,
  sourceId,
  url: linkOf(item),
  headline: editHeadline(item.title, item.summary ?? ""),
  droppedAt,
});

/** The item is null when the archive has the article as it should be. */
interface Collected {
  readonly identity: string;
  readonly item: CollectedItem | null;
  readonly mayComeLater: boolean;
  /** It was found to be no article. */
  readonly isRefused?: boolean;
  /** An article stands for it that came under another address. */
  readonly isDuplicate?: boolean;
}

const unchanged = ({ identity }: Entry): Collected => ({ identity, item: null, mayComeLater: false });

/** The fingerprint of what is no article: it is in no archive, and not looked at again until it changes. */
const refused = (fingerprint: string): string => `-${fingerprint}`;

async function collectEntry(
  entry: Entry,
  known: ReadonlyMap<string, KnownArticle>,
  memory: PollMemory,
  { store, clock, log }: EntryParts,
): Promise<Collected | "failed"> {
  const { sourceId, item, categories } = entry;
  try {
    const { extract, mayComeLater, declared = null } = await entry.extract();
    if (extract === null) return { identity: entry.identity, item: null, mayComeLater, isRefused: true };
    const archived = known.get(entry.identity);
    const late =
      declared === null || archived !== undefined
        ? ({ state: "own" } as const)
        : await judgeDeclared(declared.identity, entry, memory, store);
    const identity = late.state === "own" || declared === null ? entry.identity : declared.identity;
    if (late.state === "elsewhere") return { identity, item: null, mayComeLater: false, isDuplicate: true };
    const earlier = late.state === "declared" ? late.earlier : archived;
    const publishedAt = believableTime(extract.publishedAt, clock.now(), earlier?.publishedAt);
    // The article's own address serves readers better than an AMP page or a tracked link.
    const url = declared?.identity === identity ? declared.url : extract.url;
    const collected = { identity, sourceId, item, categories, extract: { ...extract, url }, publishedAt };
    const isDuplicate = late.state === "declared" && earlier !== undefined;
    return { identity, item: collected, mayComeLater, isDuplicate };
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const problem = String(error);
    log.warn("an item could not be read and is left out", { source: sourceId, item: entry.identity, problem });
    return "failed";
  }
}

/** Entries under the identities that their pages declared earlier, each identity once. */
async function* distinctBatches(
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  batchSize: number,
  { aliases, titles }: PollMemory,
): AsyncGenerator<readonly Entry[]> {
  let batch: Entry[] = [];
  for await (const entry of entries) {
    const identity = aliases.identityOf(entry.identity);
    if (titles.has(identity)) continue;
    titles.set(identity, titleKey(entry.item.title));
    batch.push({ ...entry, identity });
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
