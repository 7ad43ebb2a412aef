// An article as a Jekyll post of the first dialect, such that reading it again gives the same post.
import { decodeReferences } from "../../../language/markup.ts";
import type { Article } from "../../../records/article.ts";

export type WritableArticle = Pick<Article, "id" | "url" | "publishedAt" | "tags" | "original">;

/** A post's file. `fileName` is safe on every file system and no two articles share one. */
export interface WrittenPost {
  readonly fileName: string;
  readonly text: string;
}

/** Most file systems allow 255 bytes; a Chinese character takes three. */
const longestSlug = 40;
/** The link repeats the title for those who read the file; a title of pages need not be repeated. */
const longestLinkText = 300;

/** The post as it came in: the original title, author, categories and markup, with the article's tags. */
export function writePost({ id, url, publishedAt, tags, original }: WritableArticle): WrittenPost {
  const date = new Date(publishedAt).toISOString();
  const title = oneLine(original.title);
  const author = oneLine(original.author ?? "");
  const lines = [
    "---",
    "layout: post",
    `title: ${JSON.stringify(withReferences(title))}`,
    `date: ${date}`,
    ...(author === "" ? [] : [`author: ${scalar(author)}`]),
    ...(url === null ? [] : [`from: ${scalar(url)}`]),
    // As the dialect has it: without tags of its own, a post is tagged with its publisher.
    `tags: ${list(tags.length > 0 ? tags : original.categories)}`,
    `categories: ${list(original.categories)}`,
    "---",
    `<!--${publishedAt}-->`,
    `[${[...title].slice(0, longestLinkText).join("")}](${url ?? ""})`,
    "------",
    "",
    "<div>",
    original.body.trim(),
    "</div>",
    "",
  ];
  return { fileName: fileNameOf(date, title, id), text: lines.join("\n") };
}

/** The post with what no post has a place for, as JSON in a comment behind it. */
export function withKept(text: string, json: string): string {
  // A comment ends at the first -->, and old readers of markup at -- alone.
  return `${text}<!--lede ${json.replaceAll("--", "-\\u002d")}-->\n`;
}

/** Titles are read with their references decoded, so one that would change has its ampersands written as references. */
function withReferences(title: string): string {
  return decodeReferences(title) === title ? title : title.replaceAll("&", "&amp;");
}

function list(texts: readonly string[]): string {
  const entries = texts.map(oneLine).filter((text) => text !== "");
  return entries.length === 0 ? "[]" : `[ ${entries.map(scalar).join(", ")} ]`;
}

/** Plain where YAML reads it back alike in a list, too; else quoted as JSON, which YAML understands. */
function scalar(text: string): string {
  const isPlain =
    /^[\p{L}\p{N}(][\p{L}\p{N} ()./·_-]*$|^https?:\/\/[\w./~%?=&+-]+$/u.test(text) && text.trim() === text;
  return isPlain ? text : JSON.stringify(text);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function fileNameOf(date: string, title: string, id: string): string {
  const slug =
    title
      .normalize("NFC")
      .match(/[\p{L}\p{N}]+/gu)
      ?.join("-") ?? "";
  const short = [...slug].slice(0, longestSlug).join("");
  const parts = [date.slice(0, 10), short, id.replaceAll(/[^a-z0-9]/gi, "").slice(0, 12)];
  return `${parts.filter((part) => part !== "").join("-")}.md`;
}
