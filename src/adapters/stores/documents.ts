// An article as the tokens of the two indexes.
import { indexTokens, singleCharacters } from "../../language/tokens.ts";
import type { Article } from "../../records/article.ts";
import { characterFacet, facetsOf } from "./facets.ts";
import type { IndexName } from "./text-index.ts";

type Indexed = Pick<Article, "headline" | "text" | "sourceId" | "language" | "tags">;

/** The tokens that each index has of an article. The headline stands before the text, so that words may be in either. */
export function documentsOf(article: Indexed): Readonly<Record<IndexName, readonly string[]>> {
  const headline = indexTokens(article.headline);
  const rest = [...singleCharacters(article.headline).map(characterFacet), ...facetsOf(article)];
  return {
    headline_index: [...headline, ...rest],
    body_index: [...headline, ...indexTokens(article.text), ...rest],
  };
}
