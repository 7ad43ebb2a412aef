// Finds tags in an article whose publisher gave none.
import { tagCandidates } from "./candidates.ts";
import { fullName, latinNames } from "./latin-names.ts";
import { uniqueTags } from "./normalize.ts";
import { type RankedTag, rankCandidates } from "./rank.ts";
import { noTagRules, type TagRules } from "./rules.ts";
import { taggedText } from "./tagged-text.ts";

const mostTags = 5;
// Log-odds under which a tag does more harm than good; the first ones are given in any case.
const leastScore = -1.5;
const alwaysGiven = 3;

/**
 * The article's tags, best first, five at most, as they stand in it (NFKC). `headline` and `text` are the article's
 * without the publisher's own tags; `language` is BCP 47. A blocked tag makes room for the next.
 */
export function findTags(
  headline: string,
  text: string,
  language: string,
  rules: TagRules = noTagRules,
): readonly string[] {
  const article = taggedText(headline, text, language);
  const { tokens, headlineTokens } = article;
  const candidates = tagCandidates(tokens, headlineTokens);
  if (/^(?:zh|ja|ko)\b/.test(language)) return uniqueTags(chooseTags(rankCandidates(candidates, article)));
  const names = latinNames(candidates, tokens, headlineTokens);
  const terms = names.map(({ term }) => term);
  const ranked = rankCandidates(names, article).map(({ term, score }) => ({ term: fullName(term, terms), score }));
  const given = ranked.flatMap(({ term, score }) => {
    const tag = rules(term);
    return tag === null ? [] : [{ term: tag, score }];
  });
  return uniqueTags(chooseTags(given));
}

/** The best of the ranked terms that do not repeat one another: five at most. */
export function chooseTags(ranked: readonly RankedTag[]): readonly string[] {
  const chosen: string[] = [];
  for (const { term, score } of ranked) {
    if (chosen.length === mostTags || (chosen.length >= alwaysGiven && score < leastScore)) break;
    // 高雄 beside 高雄市 says nothing more.
    if (!chosen.some((tag) => tag.includes(term) || term.includes(tag))) chosen.push(term);
  }
  return chosen;
}
