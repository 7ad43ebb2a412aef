// Finds tags in an article whose publisher gave none.
import { tagCandidates } from "./candidates.ts";
import type { TaggedText } from "./features.ts";
import { fullName, latinNames } from "./latin-names.ts";
import { uniqueTags } from "./normalize.ts";
import { type RankedTag, rankCandidates } from "./rank.ts";
import { noTagRules, type TagRules } from "./rules.ts";
import { taggedText } from "./tagged-text.ts";

const mostTags = 5;
// Log-odds under which a tag does more harm than good, as the third and after it; the first ones are given in any case.
const leastScore = -2;
const leastOfMany = -1.5;
const few = 3;
const alwaysGiven = 2;

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
  return uniqueTags(chooseTags(given(rankTags(taggedText(headline, text, language), language), rules)));
}

// One by one: the rules are asked for the few that are chosen among.
function* given(ranked: readonly RankedTag[], rules: TagRules): Iterable<RankedTag> {
  for (const { term, score } of ranked) {
    const tag = rules.give(term);
    if (tag !== null) yield { term: tag, score };
  }
}

function rankTags(article: TaggedText, language: string): readonly RankedTag[] {
  const { tokens, headlineTokens } = article;
  const candidates = tagCandidates(tokens, headlineTokens);
  if (/^(?:zh|ja|ko)\b/.test(language)) return rankCandidates(candidates, article);
  const names = latinNames(candidates, tokens, headlineTokens);
  const terms = names.map(({ term }) => term);
  return rankCandidates(names, article).map(({ term, score }) => ({ term: fullName(term, terms), score }));
}

/** The best of the ranked terms that do not repeat one another: five at most, two at least. */
export function chooseTags(ranked: Iterable<RankedTag>): readonly string[] {
  const chosen: string[] = [];
  for (const { term, score } of ranked) {
    if (chosen.length === mostTags || (chosen.length >= alwaysGiven && score < leastAfter(chosen.length))) break;
    if (!chosen.some((tag) => repeats(tag, term) || repeats(term, tag))) chosen.push(term);
  }
  return chosen;
}

const leastAfter = (count: number): number => (count < few ? leastScore : leastOfMany);

// 高雄 beside 高雄市 says nothing more; 高雄市政府 beside 高雄市 does, and editors give both.
function repeats(whole: string, part: string): boolean {
  return whole.includes(part) && (whole.length - part.length < 2 || /\p{Script=Latin}/u.test(part));
}
