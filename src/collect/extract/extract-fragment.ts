// A feed's content or a post's body as an article: there is no page around it, so all that no rule removes is text.
import type { Extract } from "../../records/article.ts";
import { firstImage } from "./lead-image.ts";
import { weighProse } from "./page-prose.ts";
import { parsePage } from "./page-tree.ts";
import { articleParagraphs, textOf } from "./paragraph-rules.ts";
import { type Paragraph, paragraphsOf } from "./paragraphs.ts";
import { tagsIn } from "./publisher-tags.ts";

/**
 * What a piece of markup holds. Title, author, time and language are the item's to tell, so they are null here.
 * Text without any block markup keeps the paragraphs that its blank lines make. Never throws.
 */
export function extractFragment(html: string, url: string | null): Extract {
  const page = parsePage(hasBlocks(html) ? html : withBreaks(html));
  const paragraphs = paragraphsOf(weighProse(page));
  const article = articleParagraphs(withoutOwnHeadline(paragraphs));
  return {
    url,
    title: null,
    author: null,
    publishedAt: null,
    language: null,
    // A list of links and nothing else is what the item has to say.
    text: textOf(article.length > 0 ? article : paragraphs),
    image: firstImage(page, url),
    tags: tagsIn(page),
  };
}

const hasBlocks = (html: string): boolean =>
  /<(?:p|br|div|li|table|section|article|h[1-6]|blockquote|pre)\b/i.test(html);

const withBreaks = (text: string): string =>
  text
    .trim()
    .replace(/\r\n?/g, "\n")
    .split(/\n(?:[ \t\u3000]*\n)+/)
    .join("<br><br>");

/** Posts made from feeds begin with their headline, as one link to the article, in Markdown or rendered. */
function withoutOwnHeadline(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const [first, ...others] = paragraphs;
  if (first === undefined) return paragraphs;
  const isLink = first.isHeading && first.linkedLength >= first.text.length * 0.9;
  return isLink || /^\[.{1,300}\]\(\S{0,2000}\)\s*-{3,}$/s.test(first.text) ? others : paragraphs;
}
