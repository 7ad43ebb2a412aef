// One item from its element. RSS, RDF, Atom and CDF are read by one table of names: publishers mix them.
import { readInstant } from "../../../language/instant.ts";
import type { Item } from "../../../records/feed.ts";
import { authorOf } from "./author.ts";
import { childrenNamed, type Element, firstText, textOf } from "./element.ts";
import { enclosuresOf, isPage } from "./enclosures.ts";
import { absoluteUrl, relationOf, webUrl } from "./links.ts";
import { tagsOf } from "./tags.ts";
import { firstMarkup, titleOf } from "./text.ts";

/** The item; null when it says nothing at all. `base`: what its links are relative to where no xml:base is in force. */
export function itemOf(element: Element, base: string | null): Item | null {
  const item: Item = {
    id: idOf(element, base),
    url: urlOf(element, base),
    title: firstTitle(element, base),
    publishedAt: firstInstant(
      element,
      "pubdate",
      "published",
      "issued",
      "dcterms:issued",
      "dc:date",
      "dcterms:created",
      "created",
    ),
    updatedAt:
      firstInstant(element, "updated", "modified", "dcterms:modified", "lastbuilddate") ??
      instantOf(element.attributes.get("lastmod")),
    ...bodyOf(element, base),
    author: authorOf(element),
    tags: tagsOf(element),
    enclosures: enclosuresOf(element, base),
  };
  const isEmpty = Object.values(item).every((value) => value === null || (Array.isArray(value) && value.length === 0));
  return isEmpty ? null : item;
}

/** The first title with any text in it, of whatever vocabulary. */
export function firstTitle(element: Element, base: string | null): string | null {
  const own = ["title", "dc:title", "media:title", "itunes:title"].flatMap((name) => childrenNamed(element, name));
  const titles = [...own, ...mediaOf(element).flatMap((media) => childrenNamed(media, "media:title"))];
  for (const title of titles) {
    const text = titleOf(title, base);
    if (text !== null) return text;
  }
  return null;
}

/** The first of the fields that is a date. Of one that stands there twice the last: it corrects the one before, as most readers take it. */
export function firstInstant(element: Element, ...names: readonly string[]): number | null {
  for (const name of names) {
    for (const child of childrenNamed(element, name).toReversed()) {
      const at = instantOf(textOf(child));
      if (at !== null) return at;
    }
  }
  return null;
}

function instantOf(text: string | undefined): number | null {
  return text ? readInstant(text) : null;
}

/**
 * A `<link>` to the page itself: Atom's rel="alternate", or RSS's link of plain text. Aggregators put their own counter into
 * `<link>` and the article's address beside it (feedburner:origLink), so that one comes first.
 */
export function pageLinkOf(element: Element, base: string | null): string | null {
  const original = firstText(element, "feedburner:origlink");
  const candidates = childrenNamed(element, "link").filter(isPageLink).toSorted(byPreference).map(addressOf);
  for (const address of original ? [original, ...candidates] : candidates) {
    const url = webUrl(address, element.base ?? base);
    if (url !== null) return url;
  }
  return null;
}

function isPageLink(link: Element): boolean {
  return relationOf(link) === "alternate";
}

/** RSS's own link first, then HTML pages, then the rest. */
function byPreference(a: Element, b: Element): number {
  return rankOf(a) - rankOf(b);
}

function rankOf(link: Element): number {
  if (!link.attributes.has("href")) return 0;
  return /^(?:text\/html|application\/xhtml\+xml)?$/.test(link.attributes.get("type") ?? "") ? 1 : 2;
}

const addressOf = (link: Element): string => link.attributes.get("href") ?? textOf(link);

function urlOf(element: Element, base: string | null): string | null {
  const link = pageLinkOf(element, base) ?? cdfAddress(element, base) ?? contentAddress(element, base);
  if (link !== null) return link;
  const guid = childrenNamed(element, "guid").find((child) => child.attributes.get("ispermalink") !== "false");
  const permalink = guid ? textOf(guid) : (element.attributes.get("rdf:about") ?? "");
  return /^https?:\/\//i.test(permalink) ? permalink : null;
}

/** CDF: `<ITEM HREF="…">` or `<A HREF="…">` inside. */
function cdfAddress(element: Element, base: string | null): string | null {
  const [anchor] = childrenNamed(element, "a");
  const address = element.attributes.get("href") ?? anchor?.attributes.get("href");
  return address ? webUrl(address, element.base ?? base) : null;
}

/** Atom: `<content type="text/html" src="…"/>`. */
function contentAddress(element: Element, base: string | null): string | null {
  const content = childrenNamed(element, "content").find((child) => child.attributes.has("src") && isPage(child));
  return content ? webUrl(content.attributes.get("src") ?? "", content.base ?? base) : null;
}

function idOf(element: Element, base: string | null): string | null {
  const id = firstText(element, "guid", "id", "dc:identifier") ?? element.attributes.get("rdf:about")?.trim();
  if (!id) return recordingOf(element, base);
  // An id is opaque, save where it is plainly a path: two publishers have a /news/1.
  return /^\.{0,2}\//.test(id) ? absoluteUrl(id, element.base ?? base) : id;
}

/** Podcasts know an episode without a guid by its recording (Apple's requirements); a picture may belong to many items. */
function recordingOf(element: Element, base: string | null): string | null {
  const recording = childrenNamed(element, "enclosure").find(({ attributes }) =>
    /^(?:audio|video)\//i.test(attributes.get("type")?.trim() ?? ""),
  );
  return recording ? webUrl(recording.attributes.get("url") ?? "", recording.base ?? base) : null;
}

/** RSS has one field for summary or text, and several for both; `<summary>` beside `<description>` tells which is which. */
function bodyOf(element: Element, base: string | null): Pick<Item, "summary" | "content"> {
  const summary = firstMarkup(element, base, "summary");
  const description = firstMarkup(element, base, "description", "abstract", "dc:description");
  const content = firstMarkup(element, base, "content:encoded", "content", "xhtml:body", "body", "fullitem");
  const short = firstMarkup(element, base, "itunes:summary", "media:description", "itunes:subtitle");
  if (summary !== null) return { summary, content: content ?? description };
  return { summary: description ?? short ?? mediaDescription(element, base), content };
}

/** YouTube describes its videos inside media:group, others inside media:content. */
function mediaDescription(element: Element, base: string | null): string | null {
  for (const media of mediaOf(element)) {
    const description = firstMarkup(media, base, "media:description");
    if (description !== null) return description;
  }
  return null;
}

function mediaOf(element: Element): readonly Element[] {
  const groups = childrenNamed(element, "media:group");
  return [...groups, ...[element, ...groups].flatMap((parent) => childrenNamed(parent, "media:content"))];
}
