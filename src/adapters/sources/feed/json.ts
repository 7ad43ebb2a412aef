// JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/).
import { readInstant } from "../../../language/instant.ts";
import { escapeMarkup } from "../../../language/markup.ts";
import { ParseError } from "../../../records/errors.ts";
import type { Enclosure, HubLinks, Item, ParsedSource } from "../../../records/feed.ts";
import { cutProblems } from "./cut.ts";
import { absoluteLinks, webUrl } from "./links.ts";
import { salvageJson } from "./salvage-json.ts";

type Json = Readonly<Record<string, unknown>>;

/** Throws ParseError when the text is no JSON of which any item can be read, or JSON without items. */
export function readJsonFeed(text: string, url: string): ParsedSource {
  const { feed, problems } = parseFeed(text);
  const home = stringIn(feed, "home_page_url");
  const link = home === null ? null : webUrl(home, url);
  const base = link ?? (url || null);
  const entries = Array.isArray(feed.items) ? feed.items : [];
  const items = entries.filter(isObject).map((entry) => itemOf(entry, base));
  const lost = entries.length - items.length;
  return {
    feed: {
      title: stringIn(feed, "title"),
      link,
      description: stringIn(feed, "description"),
      language: stringIn(feed, "language"),
      id: stringIn(feed, "feed_url"),
      updatedAt: null,
      author: authorIn(feed),
    },
    items,
    hubLinks: hubLinksIn(feed),
    problems: lost === 0 ? problems : [...problems, `${lost} items are no objects and left out.`],
  };
}

const advice = "check the address, or whether the server sends the whole feed";

interface ReadFeed {
  readonly feed: Json;
  readonly problems: readonly string[];
}

function parseFeed(text: string): ReadFeed {
  const value = parseJson(text);
  if (value instanceof SyntaxError) return salvageFeed(text, value);
  if (isObject(value) && Array.isArray(value.items)) return { feed: value, problems: [] };
  throw new ParseError(`The body is JSON but no JSON Feed: it has no list of items; ${advice}.`);
}

/** The value, or why there is none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}

function salvageFeed(text: string, cause: SyntaxError): ReadFeed {
  const salvaged = salvageJson(text);
  if (salvaged === null || salvaged.items.length === 0)
    throw new ParseError(`The feed begins like JSON but is none; ${advice}.`, { cause });
  const { members, items, badItems, cut } = salvaged;
  const mended = cut === "no" && badItems === 0 ? ["The feed is not well-formed JSON; it was read item by item."] : [];
  const bad = badItems === 0 ? [] : [`Items that are not well-formed JSON and left out: ${badItems}.`];
  return { feed: { ...members, items }, problems: [...cutProblems(cut, items.length), ...bad, ...mended] };
}

function itemOf(entry: Json, base: string | null): Item {
  const address = stringIn(entry, "url") ?? stringIn(entry, "external_url");
  const plain = stringIn(entry, "content_text");
  const markup = stringIn(entry, "content_html") ?? (plain === null ? null : escapeMarkup(plain));
  return {
    // 1.0 allows a number.
    id: stringIn(entry, "id") ?? (typeof entry.id === "number" ? String(entry.id) : null),
    url: address === null ? null : webUrl(address, base),
    title: stringIn(entry, "title"),
    publishedAt: readInstant(stringIn(entry, "date_published") ?? ""),
    updatedAt: readInstant(stringIn(entry, "date_modified") ?? ""),
    summary: stringIn(entry, "summary"),
    content: markup === null ? null : absoluteLinks(markup, base),
    author: authorIn(entry),
    tags: listIn(entry, "tags").filter((tag) => typeof tag === "string" && tag.trim() !== "") as readonly string[],
    enclosures: enclosuresIn(entry, base),
  };
}

/** `hubs` may be of any type (JSON Feed 1.1, top-level); WebSub, and its name before, is the one that we speak. */
function hubLinksIn(feed: Json): HubLinks {
  const hubs = listIn(feed, "hubs").filter(isObject);
  const ours = hubs.filter((hub) => /^(websub|pubsubhubbub)$/i.test(stringIn(hub, "type") ?? ""));
  return {
    hubs: ours.map((hub) => stringIn(hub, "url")).filter((url) => url !== null),
    self: stringIn(feed, "feed_url"),
  };
}

/** 1.1 has `authors`, 1.0 one `author`. */
function authorIn(json: Json): string | null {
  const authors = [...listIn(json, "authors"), json.author].filter(isObject);
  const names = authors.map((author) => stringIn(author, "name")).filter((name) => name !== null);
  return [...new Set(names)].join(", ") || null;
}

function enclosuresIn(entry: Json, base: string | null): readonly Enclosure[] {
  const image = stringIn(entry, "image");
  const attachments = listIn(entry, "attachments").filter(isObject);
  const files = image === null ? attachments : [...attachments, { url: image, mime_type: "image/*" }];
  return files.flatMap((file: Json) => {
    const url = webUrl(stringIn(file, "url") ?? "", base);
    const length = typeof file.size_in_bytes === "number" ? file.size_in_bytes : null;
    return url === null ? [] : [{ url, type: stringIn(file, "mime_type"), length }];
  });
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function stringIn(json: Json, name: string): string | null {
  const value = json[name];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

function listIn(json: Json, name: string): readonly unknown[] {
  const value = json[name];
  return Array.isArray(value) ? value : [];
}
