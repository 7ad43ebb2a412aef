// Which article an item is once its page was read and declared an address: the feed's link may be only one way to it.

import type { RetentionStore } from "../ports/retention-store.ts";
import type { ArticleStore, KnownArticle } from "../ports/store.ts";
import type { Item } from "../records/feed.ts";
import type { Aliases } from "./aliases.ts";
import { titleKey } from "./identify.ts";
import { type Seen, seenKey } from "./seen.ts";

/** What is known of one poll of a source. */
export interface PollMemory {
  /** What the source brought before. */
  readonly before: Seen;
  readonly aliases: Aliases;
  /** `titleKey` of each item taken so far, by identity. */
  readonly titles: Map<string, string>;
  /** As in `EntryRules`. */
  readonly yieldsToOthers: boolean;
}

/** The item is an article of its own; or it is the one at the declared address, archived or not; or that one is brought elsewhere, or was removed. */
export type LateIdentity =
  | { readonly state: "own" }
  | { readonly state: "declared"; readonly earlier: KnownArticle | undefined }
  | { readonly state: "elsewhere" };

/** Judges what the page of an item, not archived so far, declares to be its identity. Keeps it as an alias when it is believed. */
export async function judgeDeclared(
  declared: string,
  { identity, item }: { readonly identity: string; readonly item: Item },
  { before, aliases, titles, yieldsToOthers }: PollMemory,
  store: Pick<ArticleStore, "findArticles"> & Pick<RetentionStore, "findRemoved">,
): Promise<LateIdentity> {
  if (declared === identity || aliases.isDoubted(declared)) return { state: "own" };
  const title = titles.get(declared);
  if (title !== undefined && title !== titleKey(item.title)) {
    // A template that writes one address into all pages would make one article of a whole newspaper.
    aliases.doubt(declared);
    return { state: "own" };
  }
  aliases.add(identity, declared);
  if (title !== undefined) return { state: "elsewhere" };
  titles.set(declared, titleKey(item.title));
  const earlier = (await store.findArticles([declared])).get(declared);
  if (earlier === undefined && (await store.findRemoved([declared])).has(declared)) return { state: "elsewhere" };
  const isOthers = earlier !== undefined && yieldsToOthers && !before.has(seenKey(declared));
  return isOthers ? { state: "elsewhere" } : { state: "declared", earlier };
}
