// Files that come with an item: audio, video, pictures.
import type { Enclosure } from "../../../records/feed.ts";
import { childrenNamed, type Element, textOf } from "./element.ts";
import { relationOf, webUrl } from "./links.ts";

/** RSS enclosures, Atom's rel="enclosure", and Media RSS, each address once. A picture whose type isn't told is `image/*`. */
export function enclosuresOf(element: Element, base: string | null): readonly Enclosure[] {
  const found = new Map<string, Enclosure>();
  for (const field of fieldsOf(element)) {
    const url = webUrl(addressOf(field), field.base ?? base);
    if (url === null || found.has(url)) continue;
    found.set(url, { url, type: typeOf(field), length: lengthOf(field) });
  }
  return [...found.values()];
}

/** Atom's content may stand elsewhere (RFC 4287, 4.1.3.2): as a page, or as a file. */
export function isPage({ attributes }: Element): boolean {
  return /html|^text\//i.test(attributes.get("type") ?? "text/html");
}

function fieldsOf(element: Element): readonly Element[] {
  const links = childrenNamed(element, "link").filter((link) => relationOf(link) === "enclosure");
  const media = mediaOf(element);
  const groups = childrenNamed(element, "media:group").flatMap(mediaOf);
  const remote = childrenNamed(element, "content").filter(
    (content) => content.attributes.has("src") && !isPage(content),
  );
  return [...childrenNamed(element, "enclosure"), ...links, ...remote, ...media, ...groups];
}

function mediaOf(element: Element): readonly Element[] {
  const contents = childrenNamed(element, "media:content");
  const inside = contents.flatMap((content) => childrenNamed(content, "media:thumbnail"));
  return [...contents, ...childrenNamed(element, "media:thumbnail"), ...inside];
}

function addressOf(field: Element): string {
  const { attributes, name } = field;
  return (
    attributes.get("url") ?? attributes.get("href") ?? attributes.get("src") ?? (name === "link" ? textOf(field) : "")
  );
}

function typeOf({ attributes, name }: Element): string | null {
  const type = attributes.get("type")?.trim().toLowerCase();
  if (type) return type;
  return name === "media:thumbnail" || attributes.get("medium") === "image" ? "image/*" : null;
}

function lengthOf({ attributes }: Element): number | null {
  const bytes = Number(
    (attributes.get("length") ?? attributes.get("filesize") ?? "").replaceAll(",", "") || Number.NaN,
  );
  return Number.isSafeInteger(bytes) && bytes >= 0 ? bytes : null;
}
