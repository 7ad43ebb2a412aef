// What a feed says about itself.
import type { Feed } from "../../../records/feed.ts";
import { authorOf } from "./author.ts";
import { childrenNamed, type Element, firstText } from "./element.ts";
import { firstInstant, firstTitle, pageLinkOf } from "./item.ts";
import { absoluteUrl } from "./links.ts";
import { firstMarkup } from "./text.ts";

/** The element that describes the feed: `<channel>` of RSS and RDF, else the outermost. */
export function channelOf(root: Element): Element {
  return childrenNamed(root, "channel")[0] ?? root;
}

/** What the items' links are relative to: the site that the feed belongs to, which the feed's own host need not be. */
export function itemBase(channel: Element, url: string): string | null {
  const link = pageLinkOf(channel, url);
  return link !== null && URL.canParse(link) ? link : url || null;
}

/** The feed's own fields; `url` is where it came from, "" for unknown. */
export function feedOf(root: Element, url: string): Feed {
  const channel = channelOf(root);
  const base = url || null;
  return {
    title: firstTitle(channel, base),
    link: pageLinkOf(channel, base) ?? hrefOf(channel, base),
    description: descriptionOf(channel, base),
    language: firstText(channel, "language", "dc:language") ?? languageOf(channel) ?? languageOf(root),
    id: firstText(channel, "id") ?? channel.attributes.get("rdf:about") ?? null,
    updatedAt:
      firstInstant(channel, "lastbuilddate", "updated", "modified", "dcterms:modified", "pubdate", "dc:date") ?? null,
    author: authorOf(channel),
  };
}

const descriptions = [
  "description",
  "subtitle",
  "tagline",
  "abstract",
  "dc:description",
  "itunes:summary",
  "itunes:subtitle",
] as const;

/** RSS demands a description, so many feeds carry an empty one: "" says that, null that there is none. */
function descriptionOf(channel: Element, base: string | null): string | null {
  const hasEmpty = childrenNamed(channel, "description").length > 0;
  return firstMarkup(channel, base, ...descriptions) ?? (hasEmpty ? "" : null);
}

const languageOf = ({ attributes }: Element): string | null => attributes.get("xml:lang")?.trim() || null;

/** CDF: `<CHANNEL HREF="…">`. */
function hrefOf(channel: Element, base: string | null): string | null {
  const address = channel.attributes.get("href");
  return address ? absoluteUrl(address, base) : null;
}
