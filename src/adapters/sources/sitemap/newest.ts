// The newest entries of a sitemap, however many it has: nothing else of them stays in memory.
import type { Feed, Item } from "../../../records/feed.ts";
import type { SitemapEntry } from "./entry.ts";

/** Each new one costs a visit to its page, and more are in no edition. */
const mostItems = 300;
/** So many entries that changed in the same second did not: their system wrote when it made the file. */
const fewestAlike = 5;

/** Takes entries one by one, of news or of plain pages alone. */
export class NewestEntries {
  count = 0;
  #kept: SitemapEntry["item"][] = [];
  // Two different values tell that there is no common one.
  readonly #publications = new Set<string | null>();
  readonly #languages = new Set<string | null>();
  readonly #changes = new Set<number | null>();
  #hasAllTimes = true;

  add({ item, publication, language }: SitemapEntry): void {
    this.count += 1;
    this.#kept.push(item);
    if (this.#kept.length > mostItems * 4) this.#prune();
    note(this.#publications, publication);
    note(this.#languages, language);
    note(this.#changes, item.updatedAt);
    this.#hasAllTimes &&= item.publishedAt !== null;
  }

  /** The newest first, each address once. */
  items(): readonly Item[] {
    this.#prune();
    return this.#kept;
  }

  /** Whether one time of change stands in all entries beside that of publication: believed, it would have every page fetched at every poll. */
  hasFileTime(): boolean {
    return this.count >= fewestAlike && this.#changes.size === 1;
  }

  /** Whether every entry tells when it was published, to the minute. */
  hasAllTimes(): boolean {
    return this.#hasAllTimes;
  }

  /** What all entries say alike. */
  feed(url: string): Feed {
    return {
      ...{ title: common(this.#publications), link: url, description: null, language: common(this.#languages) },
      ...{ id: null, updatedAt: null, author: null },
    };
  }

  #prune(): void {
    const distinct = [...new Map(this.#kept.map((item) => [item.url, item])).values()];
    this.#kept = distinct.toSorted((one, other) => timeOf(other) - timeOf(one)).slice(0, mostItems);
  }
}

const timeOf = ({ publishedAt, updatedAt }: Item): number => publishedAt ?? updatedAt ?? 0;

function note<Value>(values: Set<Value>, value: Value): void {
  if (values.size < 2) values.add(value);
}

const common = (values: ReadonlySet<string | null>): string | null =>
  values.size === 1 ? ([...values][0] ?? null) : null;
