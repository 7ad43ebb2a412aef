// An article on its way out: whatever its text came from, its body holds all of it.
import { extractFragment } from "./collect/extract/extract-fragment.ts";
import type { Article } from "./records/article.ts";

/**
 * The article with a body that gives its text and image again when it is read. Where the text was found on the page, the
 * feed's markup holds only a part of it: then the body is made of the text's paragraphs.
 */
export function completeArticle(article: Article): Article {
  const { original, url, text, image } = article;
  const inBody = extractFragment(original.body, url);
  if (inBody.text === text && inBody.image === image) return article;
  const picture = image === null ? [] : [`<p><img src="${escapeMarkup(image)}"></p>`];
  const paragraphs = text
    .split("\n\n")
    .map((paragraph) => `<p>${escapeMarkup(paragraph).replaceAll("\n", "<br>")}</p>`);
  return { ...article, original: { ...original, body: [...picture, ...paragraphs].join("\n") } };
}

const escapeMarkup = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
