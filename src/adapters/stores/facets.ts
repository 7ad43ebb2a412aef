// An article's source, language, tags and the headline's characters as tokens of the indexes, so that one match answers them with the words.
import { foldText } from "../../language/fold.ts";
import type { Article } from "../../records/article.ts";

// A character of private use: no token of a text holds one.
const mark = "\uE000";
const longestName = 200;

/** True for the tokens of this file, false for those of a text. */
export const isFacet = (token: string): boolean => token.startsWith(mark);

/** The token that stands in every document. */
export const everyArticle = `${mark}a`;

/** The token for a tag, in whatever script and case it is written. */
export const tagFacet = (tag: string): string => facet("t", foldText(tag));

export const sourceFacet = (sourceId: string): string => facet("s", sourceId.toLowerCase());

/** The token for a language and all that is more special: `zh` stands in documents in `zh-Hant` too. */
export const languageFacet = (language: string): string => facet("l", language.toLowerCase());

/** The token for a character of the headline, wherever in a word it stands. */
export const characterFacet = (character: string): string => facet("c", character);

/** An article's source, languages and tags, each once, and what every article has. */
export function facetsOf({
  sourceId,
  language,
  tags,
}: Pick<Article, "sourceId" | "language" | "tags">): readonly string[] {
  const [primary = language] = language.split("-");
  const languages = [primary, language].map(languageFacet);
  return [...new Set([everyArticle, sourceFacet(sourceId), ...languages, ...tags.map(tagFacet)])];
}

/** Full-text search splits at what is no letter or digit, so such characters are spelled by their numbers. */
function facet(kind: string, name: string): string {
  const spelled = name
    .slice(0, longestName)
    .replace(/z|[^\p{L}\p{N}\p{M}]/gu, (sign) => `z${sign.codePointAt(0)?.toString(36)}z`);
  return `${mark}${kind}${spelled}`;
}
