// Reads an HTML page that lists articles, by CSS selectors.
import type { CheerioAPI } from "cheerio/slim";
import { decodeText } from "../../language/decode.ts";
import { readInstant } from "../../language/instant.ts";
import type { PageReader, SourceBody } from "../../ports/source-reader.ts";
import { ParseError } from "../../records/errors.ts";
import type { Feed, Item, ParsedSource } from "../../records/feed.ts";
import type { PageSelectors } from "../../records/source.ts";
import { baseOf, loadPage } from "./page/load.ts";

type Selection = ReturnType<CheerioAPI>;

/** Items in the order of the page, each address once; one without a link costs only itself. */
export const readPage: PageReader = (body, selectors) => {
  try {
    return readList(body, selectors);
  } catch (cause) {
    if (cause instanceof ParseError) throw cause;
    throw new ParseError("The page can't be searched; check that every selector is CSS.", { cause });
  }
};

function readList({ bytes, url, contentType }: SourceBody, selectors: PageSelectors): ParsedSource {
  const $ = loadPage(decodeText(bytes, contentType));
  const base = baseOf($, url);
  const elements = $(selectors.item).toArray();
  if (elements.length === 0) throw changed(`the selector ${selectors.item} finds nothing`);
  const items = elements.map((element) => itemOf($(element), selectors, base)).filter((item) => item !== null);
  if (items.length === 0) throw changed(`none of ${elements.length} items has a link by ${selectors.link}`);
  const lost = elements.length - items.length;
  return {
    feed: feedOf($, url),
    items: [...new Map(items.map((item) => [item.url, item])).values()],
    problems: lost === 0 ? [] : [`${lost} of ${elements.length} items have no link and are left out.`],
  };
}

function changed(what: string): ParseError {
  return new ParseError(
    `The page has changed, or its selectors are wrong: ${what}. Adjust them in the sources file, or add the page again.`,
  );
}

function itemOf(element: Selection, selectors: PageSelectors, base: string): Item | null {
  const link = within(element, selectors.link);
  const url = URL.parse(link.attr("href") ?? "", base);
  // What leads back to the list is a button, and javascript: leads nowhere.
  if (!link.attr("href") || url === null || !/^https?:$/.test(url.protocol)) return null;
  url.hash = "";
  const title = selectors.title ? within(element, selectors.title) : link;
  const summary = selectors.summary ? within(element, selectors.summary).html()?.trim() : null;
  return {
    id: null,
    url: url.href,
    title: lineOf(title) ?? link.attr("title") ?? null,
    publishedAt: selectors.time ? timeOf(within(element, selectors.time)) : null,
    updatedAt: null,
    summary: summary || null,
    content: null,
    author: null,
    tags: [],
    enclosures: [],
  };
}

/** The first match inside the item, or the item itself: on many pages the whole entry is one link. */
function within(element: Selection, selector: string): Selection {
  const found = element.find(selector).first();
  return found.length === 0 && element.is(selector) ? element : found;
}

function timeOf(element: Selection): number | null {
  const stated = element.attr("datetime") ?? element.find("[datetime]").attr("datetime") ?? element.attr("content");
  return readInstant(stated ?? element.text());
}

function feedOf($: CheerioAPI, url: string): Feed {
  return {
    title: lineOf($("title").first()),
    link: url,
    description: $('meta[name="description"]').attr("content")?.trim() || null,
    language: $("html").attr("lang") || null,
    id: null,
    updatedAt: null,
    author: null,
  };
}

function lineOf(element: Selection): string | null {
  return element.text().replace(/\s+/g, " ").trim() || null;
}
