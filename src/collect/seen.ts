// What a source's items said when they were last collected, so that unchanged ones are not fetched again.
import { createHash } from "node:crypto";
import type { Cache } from "../ports/cache.ts";
import type { Item } from "../records/feed.ts";

/** Fingerprints by identity, both shortened by hashing. */
export type Seen = ReadonlyMap<string, string>;

// Losing this costs one visit an item, so a source that is gone for so long may be forgotten.
const keepMs = 90 * 24 * 60 * 60_000;
// Items that left the feed are kept for a while: edited ones come back.
const keepAtLeast = 1000;

/** What is remembered of the source; empty when nothing is. */
export async function recallSeen(sourceId: string, cache: Cache): Promise<Seen> {
  return new Map(await cache.get<readonly [string, string][]>(cacheKey(sourceId)));
}

/** Remembers all of `current`, and the newest of what was seen `before`. */
export async function rememberSeen(sourceId: string, current: Seen, before: Seen, cache: Cache): Promise<void> {
  const earlier = [...before].filter(([key]) => !current.has(key));
  const kept = [...current, ...earlier.slice(0, Math.max(0, keepAtLeast - current.size))];
  await cache.set(cacheKey(sourceId), kept, keepMs);
}

const cacheKey = (sourceId: string): string => `seen:${sourceId}`;

/** The key of an identity in `Seen`. */
export const seenKey = (identity: string): string => hash(identity);

/**
 * Of the item's words. Two arrivals with the same one are the same wording. The publication time is no part of it: some feeds
 * state the time of the request there. The address is none either, as it carries tracking that changes.
 */
export function fingerprintOf({ title, updatedAt, summary, content, author, tags }: Item): string {
  return hash(JSON.stringify([title, updatedAt, summary, content, author, tags]));
}

const hash = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 16);
