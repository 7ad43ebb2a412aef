// An article's title among the many that a page carries.
import type { PageMetadata } from "./page-metadata.ts";
import { elementsOf, lineOf, type PageElement } from "./page-tree.ts";
import type { StructuredArticle } from "./structured-data.ts";

/** The title without the publisher's name around it; null when the page names nothing. */
export function findTitle(
  page: PageElement,
  metadata: PageMetadata,
  structured: StructuredArticle | null,
): string | null {
  const declared = [
    metadata.first("og:title"),
    metadata.title,
    metadata.first("twitter:title"),
    structured?.headline ?? null,
  ].filter((title) => title !== null);
  const heading = findHeading(page, declared);
  if (heading !== null) return heading;
  const title =
    structured?.headline ?? metadata.first("og:title", "twitter:title", "dc.title", "headline") ?? metadata.title;
  return title === null ? null : withoutSiteName(title, metadata.first("og:site_name"));
}

/** The first-rank heading that a declared title contains, or that contains it. */
function findHeading(page: PageElement, declared: readonly string[]): string | null {
  const headings = [...elementsOf(page)]
    .filter(({ tag }) => tag === "h1")
    .map(lineOf)
    .filter((heading) => heading !== "");
  const plain = declared.map(comparable);
  const confirmed = headings.filter((heading) => {
    const own = comparable(heading);
    return own.length > 3 && plain.some((title) => title.includes(own) && own.length * 3 > title.length);
  });
  const longest = confirmed.toSorted((a, b) => b.length - a.length)[0];
  if (longest !== undefined) return longest;
  return headings.length === 1 &&
    headings[0] !== undefined &&
    plain.some((title) => shareOfWords(comparable(headings[0] ?? ""), title) > 0.5)
    ? headings[0]
    : null;
}

const comparable = (title: string): string =>
  title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

function shareOfWords(title: string, other: string): number {
  const words = title.split(" ");
  const others = new Set(other.split(" "));
  return words.filter((word) => others.has(word)).length / words.length;
}

const separator = /\s+[|｜–—\-·•»:：]\s+|\s*[|｜]\s*|\s+[»]\s*/g;

/** `Title | Site`, `Title - Section - Site` and `標題｜站名`, cut where the site's name begins. */
function withoutSiteName(title: string, siteName: string | null): string {
  const cuts = [...title.matchAll(separator)];
  if (cuts.length === 0) return title;
  if (siteName !== null) {
    const site = comparable(siteName);
    const cut = cuts.find(({ index, 0: mark }) => comparable(title.slice(index + mark.length)).startsWith(site));
    if (cut !== undefined && cut.index > 0) return title.slice(0, cut.index).trim();
  }
  const last = cuts.at(-1);
  if (last === undefined) return title;
  const [front, back] = [title.slice(0, last.index).trim(), title.slice(last.index + last[0].length).trim()];
  return front.length > 2 * back.length || (front.length >= 10 && front.length > back.length) ? front : title;
}
