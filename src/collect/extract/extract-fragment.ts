// A feed's content or a post's body as an article: there is no page around it, so all that no rule removes is text.
import type { Extract } from "../../records/article.ts";
import { firstImage } from "./lead-image.ts";
import { weighProse } from "./page-prose.ts";
import { parsePage } from "./page-tree.ts";
import { articleParagraphs } from "./paragraph-rules.ts";
import { type Paragraph, paragraphsOf } from "./paragraphs.ts";
import { tagsIn } from "./publisher-tags.ts";

const _blocks = new Set(["p", "br", "div", "li", "table", "section", "article", "h1", "h2", "h3", "blockquote", "pre"]);

/**
 * What a piece of markup holds. Title, author, time and language are the item's to tell, so they are null here.
 * Text without any block markup keeps the paragraphs that its blank lines make. Never throws.
 */
export function extractFragment(html: string, url: string | null): Extract {
  const page = parsePage(
    hasBlocks(html)
      ? html
      : html
          .trim()
          .replace(/\r\n?/g, "\n")
          .replace(/\n[ \t]*\n\s*/g, "<br><br>"),
  );
  const paragraphs = withoutOwnHeadline(articleParagraphs(paragraphsOf(weighProse(page))));
  return {
    url,
    title: null,
    author: null,
    publishedAt: null,
    language: null,
    text: paragraphs.map(({ text }) => text).join("\n\n"),
    image: firstImage(page, url),
    tags: tagsIn(page),
  };
}

const hasBlocks = (html: string): boolean =>
  /<(?:p|br|div|li|table|section|article|h[1-6]|blockquote|pre)\b/i.test(html);

/** Posts made from feeds begin with their headline, as one link to the article. */
function withoutOwnHeadline(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const [first, ...others] = paragraphs;
  if (first === undefined) return paragraphs;
  const isLink = first.isHeading && first.linkedLength >= first.text.length * 0.9;
  return isLink || /^\[.*\]\(\S+\)\s*(?:[-=]{3,})?$/s.test(first.text) ? others : paragraphs;
}
