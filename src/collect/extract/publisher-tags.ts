// The tags that a publisher gave an article, read from the links below it.
import { byClass, type Matcher } from "./element-matchers.ts";
import { elementsOf, hasWord, lineOf, oneLine, type PageElement } from "./page-tree.ts";

const mostTags = 30;
const longestTag = 40;

/** Boxes of tag links: CNA's `articlekeywordGroup`, WordPress' `tags-links`, PTS, UDN, LTN and others. */
export const matchTagBox: Matcher = byClass({
  parts:
    "article-?keyword-?group keyword-?tags? tags?-?(?:links|list|cloud|box|wrap|wrapper|container|group|area) hashtags?",
  wholes: "tags? keywords? (?:post|entry|article|news|story|blog)-?tags? tag-?(?:button|link)",
});

/** In the order of the page, without `#`, each once. */
export function tagsIn(root: PageElement): string[] {
  return uniqueTags(
    elementsOf(root)
      .filter((element) => isTagLink(element))
      .map(lineOf),
  );
}

/** Tags tidied: no `#`, none twice, none that is a sentence. */
export function uniqueTags(tags: readonly string[]): string[] {
  const tidy = tags.map((tag) =>
    oneLine(tag)
      .replace(/^[#＃]\s*|[#＃]$/g, "")
      .trim(),
  );
  return [...new Set(tidy)].filter((tag) => tag !== "" && tag.length <= longestTag).slice(0, mostTags);
}

/** A list in one string, as `keywords` are given. */
export const splitTags = (list: string): string[] => list.split(/[,，、;；|]/);

function isTagLink(element: PageElement): boolean {
  if (element.tag !== "a") return false;
  if (hasWord(element.attributes.rel, "tag")) return true;
  if (isBox(element) || isBox(element.parent) || isBox(element.parent?.parent ?? null)) return true;
  return /^[#＃][^\s#＃]+$/.test(lineOf(element));
}

const isBox = (element: PageElement | null): boolean => element !== null && matchTagBox(element) !== null;
