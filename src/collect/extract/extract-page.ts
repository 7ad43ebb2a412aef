// A page from the web as an article: what it declares about itself, then what it shows.
import type { Extract } from "../../records/article.ts";
import { ParseError } from "../../records/errors.ts";
import { findByline } from "./byline.ts";
import { absoluteAddress, firstImage } from "./lead-image.ts";
import { findMainContent } from "./main-content.ts";
import { type PageMetadata, readMetadata } from "./page-metadata.ts";
import { weighProse } from "./page-prose.ts";
import { type PageElement, parsePage } from "./page-tree.ts";
import { articleParagraphs } from "./paragraph-rules.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { assumedOffset, readInstant, visibleTime } from "./publication-time.ts";
import { splitTags, tagsIn, uniqueTags } from "./publisher-tags.ts";
import { readStructuredArticle, type StructuredArticle } from "./structured-data.ts";
import { findTitle } from "./title.ts";

/** The article on a page. A page without article text gives `text: ""`. Throws ParseError when there is no document at all. */
export function extractPage(html: string, url: string): Extract {
  const page = parsePage(html);
  if (!page.children.some((child) => typeof child !== "string" || child.trim() !== "")) {
    throw new ParseError(`${url || "The page"} is empty; check its address in a browser`);
  }
  const metadata = readMetadata(page);
  const structured = readStructuredArticle(page);
  const address = absoluteAddress(metadata.canonical ?? metadata.first("og:url"), url || null) ?? (url || null);
  const language = structured?.language ?? metadata.language ?? metadata.first("og:locale", "content-language");
  const main = findMainContent(weighProse(page));
  const article = main?.source ?? page;
  return {
    url: address,
    title: findTitle(page, metadata, structured),
    author: findByline(page, metadata, structured),
    publishedAt: findTime(page, metadata, structured, assumedOffset(language, address)),
    language: language?.replace("_", "-") ?? null,
    text:
      main === null
        ? ""
        : articleParagraphs(paragraphsOf(main))
            .map(({ text }) => text)
            .join("\n\n"),
    image:
      absoluteAddress(metadata.first("og:image", "og:image:url", "twitter:image") ?? structured?.image, url || null) ??
      firstImage(article, url || null),
    tags: findTags(page, metadata, structured),
  };
}

function findTime(
  page: PageElement,
  metadata: PageMetadata,
  structured: StructuredArticle | null,
  offset: number,
): number | null {
  const declared = [
    structured?.datePublished,
    metadata.first("article:published_time"),
    metadata.first(
      "datepublished",
      "date",
      "pubdate",
      "publishdate",
      "parsely-pub-date",
      "dc.date",
      "dc.date.issued",
      "og:published_time",
      "sailthru.date",
    ),
  ];
  for (const text of declared) {
    const instant = text ? readInstant(text, offset) : null;
    if (instant !== null) return instant;
  }
  return visibleTime(page, offset);
}

function findTags(page: PageElement, metadata: PageMetadata, structured: StructuredArticle | null): string[] {
  const choices = [
    metadata.all("article:tag"),
    structured?.keywords ?? [],
    metadata.all("news_keywords"),
    metadata.all("keywords"),
  ];
  const declared = choices.map((lists) => uniqueTags(lists.flatMap(splitTags))).find((tags) => tags.length > 0);
  return declared ?? tagsIn(page);
}
