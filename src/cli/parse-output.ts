// What `lede parse --json` prints of a feed: the records, with instants as ISO 8601 text.
import type { Feed, Item, ParsedSource } from "../records/feed.ts";

type Timed<Part, Times extends keyof Part> = Omit<Part, Times> & Readonly<Record<Times, string | null>>;

export interface ParsedSourceJson {
  /** What was mended, cut off or left out; absent where there is nothing to tell. */
  readonly problems?: readonly string[];
  readonly feed: Timed<Feed, "updatedAt">;
  readonly items: readonly Timed<Item, "publishedAt" | "updatedAt">[];
}

/** The fields of the interface that other programs call. Instants are UTC, such as 2023-09-27T05:47:00.000Z. */
export function parsedSourceJson({ feed, items, problems }: Parsed): ParsedSourceJson {
  return { feed: feedJson(feed), items: items.map(itemJson), ...(problems.length > 0 && { problems }) };
}

/** The same as one line of JSON with the file's name before it, in pieces: as one text, a feed of 50 MB would be in memory thrice. */
export function* parsedSourceLine(file: string, { feed, items, problems }: Parsed): Generator<string> {
  yield `{"file":${JSON.stringify(file)},"feed":${JSON.stringify(feedJson(feed))},"items":[`;
  for (const [index, item] of items.entries()) yield `${index === 0 ? "" : ","}${JSON.stringify(itemJson(item))}`;
  yield problems.length > 0 ? `],"problems":${JSON.stringify(problems)}}` : "]}";
}

type Parsed = Pick<ParsedSource, "feed" | "items" | "problems">;

const feedJson = (feed: Feed): ParsedSourceJson["feed"] => ({ ...feed, updatedAt: instant(feed.updatedAt) });

const itemJson = (item: Item): ParsedSourceJson["items"][number] => ({
  ...item,
  publishedAt: instant(item.publishedAt),
  updatedAt: instant(item.updatedAt),
});

/** An instant as ISO 8601 text in UTC; null stays null. */
export function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
