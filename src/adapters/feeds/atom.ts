// Atom 1.0 (RFC 4287) in pages (RFC 5005 §3). Written here: of the libraries, `feed` 6.0 leaves `<` in attributes, which is no XML, and
// `feedsmith` 3.0 sets white space around names and brings ten packages.
import { escapeUTF8 } from "entities";
import type { ListedArticle } from "../../records/listed-article.ts";
import { type ArchiveFeed, articleUrn, authorName, lastChange } from "./archive-feed.ts";

/** The feed as a document. Every text may be anybody's. */
export function atomOf(feed: ArchiveFeed): string {
  const { title, first, self, next, previous, home, articles } = feed;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    element("id", first),
    element("title", title),
    element("updated", iso(lastChange(feed))),
    element("generator", "Lede"),
    "<author><name>Lede</name></author>",
    link({ rel: "alternate", type: "text/html", href: home }),
    ...Object.entries({ self, first, next, previous }).map(([rel, href]) => link({ rel, type: atomType, href })),
    ...articles.map(entryOf),
    "</feed>\n",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

const atomType = "application/atom+xml";

function entryOf(article: ListedArticle): string {
  const { url, headline, lede, tags, language, publishedAt, updatedAt } = article;
  return [
    `<entry${language === "und" ? "" : ` xml:lang="${escaped(language)}"`}>`,
    element("id", articleUrn(article)),
    element("title", headline),
    element("published", iso(publishedAt)),
    element("updated", iso(updatedAt)),
    link({ rel: "alternate", href: url }),
    `<author>${element("name", authorName(article))}</author>`,
    ...tags.map((tag) => `<category term="${escaped(tag)}"/>`),
    // An entry without a link must have content (RFC 4287 §4.1.1.1, §4.1.2).
    element(url === null ? "content" : "summary", lede),
    "</entry>",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

const element = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`;

function link({ href, ...attributes }: { readonly href: string | null; readonly rel: string; readonly type?: string }) {
  if (href === null) return "";
  const written = Object.entries({ ...attributes, href }).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<link${written.join("")}/>`;
}

// What XML 1.0 can't hold, not even escaped (§2.2), lone surrogates among them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const escaped = (text: string): string => escapeUTF8(text.replace(notXml, ""));

const iso = (at: number): string => new Date(at).toISOString();
