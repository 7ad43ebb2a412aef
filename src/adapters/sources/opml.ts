// Lists of sources as feed readers exchange them: OPML 2.0 (http://opml.org/spec2.opml), with folders as categories.
//
// Read with the tokenizer that reads feeds: its depth and size are bounded and its entities never expand without end. A list
// page goes out with its selectors in attributes of our own, and a sitemap in one, so that another desk can follow them; other
// readers pass them over.
import { readWebAddress } from "../../language/web-address.ts";
import type { FoundSource } from "../../ports/source-finder.ts";
import { ParseError } from "../../records/errors.ts";
import type { PageSelectors, Source } from "../../records/source.ts";
import { childrenNamed, type Element } from "./feed/element.ts";
import { scanFeed } from "./feed/scan.ts";

/** What an OPML file lists, in its order, each address once. `refused`: one sentence for each entry that is no source. */
export interface OpmlReading {
  readonly found: readonly FoundSource[];
  readonly refused: readonly string[];
}

const namespace = "https://lede.invalid/opml";
const mostSources = 5_000;
const deepestFolder = 10;
const longestName = 200;
const selectorNames = ["item", "link", "title", "time", "summary"] as const;

/** Throws ParseError when the text is no OPML. */
export function readOpml(text: string): OpmlReading {
  const { root } = scanFeed(text, "", () => {});
  const body = root?.tag.toLowerCase() === "opml" ? childrenNamed(root, "body")[0] : undefined;
  if (body === undefined)
    throw new ParseError("Expected OPML with a <body>; export the list from your feed reader as OPML.");
  const found = new Map<string, FoundSource>();
  const refused: string[] = [];
  for (const { outline, folders } of outlinesIn(body, [])) {
    const source = sourceOf(outline, folders);
    if (typeof source === "string") refused.push(source);
    else if (found.size >= mostSources) refused.push(`${source.url}: only the first ${mostSources} sources are read.`);
    else if (!found.has(source.url)) found.set(source.url, source);
  }
  return { found: [...found.values()], refused };
}

interface Placed {
  readonly outline: Element;
  readonly folders: readonly string[];
}

/** Outlines that hold an address, with the folders around them; a depth that no reader shows is flattened. */
function* outlinesIn(element: Element, folders: readonly string[]): Generator<Placed> {
  for (const outline of childrenNamed(element, "outline")) {
    if (addressOf(outline) !== undefined) yield { outline, folders };
    const name = nameOf(outline);
    const isFolder = addressOf(outline) === undefined && name !== "" && folders.length < deepestFolder;
    yield* outlinesIn(outline, isFolder ? [...folders, name] : folders);
  }
}

const addressOf = ({ attributes }: Element): string | undefined =>
  attributes.get("xmlurl") ?? attributes.get("lede:page") ?? attributes.get("lede:sitemap");

const nameOf = ({ attributes }: Element): string =>
  (attributes.get("title") || attributes.get("text") || "")
    .replaceAll(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, longestName);

/** The source, or why it is none. */
function sourceOf(outline: Element, folders: readonly string[]): FoundSource | string {
  const written = addressOf(outline)?.trim() ?? "";
  const url = readWebAddress(written);
  if (url === null)
    return `${written.slice(0, 100)}: must be an http:// or https:// address without a user name or password, of 2,000 characters at most.`;
  const categories = folders.length > 0 ? folders : writtenCategories(outline);
  const common = { url: url.href, name: nameOf(outline) || url.host, ...(categories.length > 0 && { categories }) };
  if (outline.attributes.has("lede:sitemap")) return { kind: "sitemap", ...common };
  const selectors = selectorsOf(outline);
  return selectors === null ? { kind: "feed", ...common } : { kind: "page", ...common, selectors };
}

/** `category="/Asia/Taiwan,/Sport"`: the first one, for readers that keep no folders. */
function writtenCategories({ attributes }: Element): readonly string[] {
  const [first = ""] = (attributes.get("category") ?? "").split(",");
  return first
    .split("/")
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .slice(0, deepestFolder);
}

function selectorsOf({ attributes }: Element): PageSelectors | null {
  if (!attributes.has("lede:page")) return null;
  const given = selectorNames.flatMap((name) => {
    const selector = attributes.get(`lede:${name}`);
    return selector ? [[name, selector]] : [];
  });
  return { item: "a", link: "a", ...Object.fromEntries(given) };
}

/** The sources as OPML, filed in their categories. Folders of posts are left out: they are on this machine only. */
export function writeOpml(sources: readonly Source[], title: string): string {
  const lines = [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<opml version="2.0" xmlns:lede="${namespace}">`,
    `<head><title>${escapeXml(title)}</title></head>`,
    "<body>",
    ...outlines(sources, 0),
    "</body>",
    "</opml>",
  ];
  return `${lines.join("\n")}\n`;
}

function outlines(sources: readonly Source[], depth: number): readonly string[] {
  const indent = "  ".repeat(depth + 1);
  const folders = Map.groupBy(sources, ({ categories }) => categories?.[depth] ?? null);
  return [...folders].flatMap(([folder, inside]) =>
    folder === null
      ? inside.flatMap((source) => outlineOf(source, indent))
      : [`${indent}<outline${attribute("text", folder)}>`, ...outlines(inside, depth + 1), `${indent}</outline>`],
  );
}

function outlineOf(source: Source, indent: string): readonly string[] {
  if (source.kind === "posts") return [];
  const named = attribute("text", source.name) + attribute("title", source.name);
  if (source.kind === "feed") return [`${indent}<outline type="rss"${named}${attribute("xmlUrl", source.url)}/>`];
  if (source.kind === "sitemap")
    return [
      `${indent}<outline type="link"${named}${attribute("url", source.url)}${attribute("lede:sitemap", source.url)}/>`,
    ];
  const selectors = selectorNames.map((name) => attribute(`lede:${name}`, source.selectors[name]));
  const page = attribute("url", source.url) + attribute("lede:page", source.url) + selectors.join("");
  return [`${indent}<outline type="link"${named}${page}/>`];
}

// A control character would make the file no XML at all.
const attribute = (name: string, value: string | undefined): string =>
  value === undefined
    ? ""
    : ` ${name}="${escapeXml(value.replaceAll(/[\p{Cc}\u{fffe}\u{ffff}]/gu, " ").toWellFormed())}"`;

// XML knows five names only: HTML's &nbsp; would make other readers refuse the file.
const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
