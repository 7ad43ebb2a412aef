// What follows the front matter of a post: the first dialect's preamble, and HTML or Markdown.
import { marked } from "marked";
import { escapeMarkup } from "../../../language/markup.ts";

export interface BodyReading {
  /** Epoch milliseconds from the first dialect's comment. */
  readonly commentAt: number | null;
  /** The headline link of the first dialect. */
  readonly headline: { readonly title: string; readonly url: string } | null;
  /** HTML, trimmed. */
  readonly html: string;
}

const longestMarkdown = 100_000;
const longestParagraph = 10_000;
const blankLine = /\r?\n[^\S\n]*\n/;

const timeComment = /^\s*<!--\s*(\d{12,14})\s*-->/;
// A headline may hold brackets, parentheses and line breaks; what ends it is the rule below.
const headlineLink = /^\s*\[([\s\S]{0,2000}?)\]\((\S{0,8000})\)[ \t]*\r?\n-{3,}[ \t]*(?:\r?\n|$)/;

/** Reads either dialect; never throws. */
export function readBody(text: string): BodyReading {
  const comment = timeComment.exec(text);
  const afterComment = text.slice(comment?.[0].length ?? 0);
  const link = headlineLink.exec(afterComment);
  const rest = afterComment.slice(link?.[0].length ?? 0).trim();
  return {
    commentAt: comment ? Number(comment[1]) : null,
    headline: link ? { title: link[1] ?? "", url: link[2] ?? "" } : null,
    html: link && isWrapped(rest) ? rest.slice("<div>".length, -"</div>".length).trim() : htmlOf(rest),
  };
}

/** The first dialect puts the article into one `<div>`, which is no part of it. */
function isWrapped(text: string): boolean {
  return text.startsWith("<div>") && text.endsWith("</div>");
}

/** A body that begins with a tag is HTML: as Markdown, its indented lines would become code. The file's extension says nothing, both dialects mix them. */
function htmlOf(text: string): string {
  if (!text.startsWith("<")) return isTame(text) ? marked.parse(text, { async: false }).trim() : plainParagraphs(text);
  return /<p[\s>]|<br/i.test(text) ? text : paragraphs(text);
}

/** Emphasis costs the square of a paragraph's length, so what is longer than any article's is taken as plain text. */
function isTame(markdown: string): boolean {
  return (
    markdown.length <= longestMarkdown && markdown.split(blankLine).every(({ length }) => length <= longestParagraph)
  );
}

function plainParagraphs(text: string): string {
  return text
    .split(blankLine)
    .map((block) => `<p>${escapeMarkup(block.trim())}</p>`)
    .join("\n");
}

/** HTML that leaves its paragraphs to blank lines, which a browser would run together. */
function paragraphs(html: string): string {
  const blocks = html.split(blankLine);
  return blocks.length === 1 ? html : blocks.map((block) => `<p>${block.trim()}</p>`).join("\n");
}
