// Finds tags in an article whose publisher gave none, and learns from one whose publisher did.
import { tagCandidates } from "./candidates.ts";
import { contextOf } from "./context.ts";
import { numberNames, type TaggedText } from "./features.ts";
import { fullName, latinNames } from "./latin-names.ts";
import { type LearnedTerm, lessonOf } from "./lesson.ts";
import { uniqueTags } from "./normalize.ts";
import { type Ranked, rankCandidates } from "./rank.ts";
import { noTagRules, type TagRules } from "./rules.ts";
import { taggedText } from "./tagged-text.ts";
import { askTrees, desksTrees, type Planted } from "./trees.ts";
import { TagVocabulary } from "./vocabulary.ts";

/** A term with the log-odds that an editor would give it, all that is known considered. */
export interface JudgedTag {
  readonly term: string;
  readonly score: number;
}

/** What a tag is chosen by, beside the article. */
export interface TagKnowledge {
  readonly rules?: TagRules | undefined;
  /** The archive's own tags; without them the article speaks alone. */
  readonly vocabulary?: TagVocabulary | undefined;
}

const mostTags = 5;
// So many an article has in any case, as far as it has candidates: one alone is hardly ever all that a reader would look for.
const alwaysGiven = 2;
// Editors give three most often, and as many more as need be.
const wanted = 4;
const mostJudged = 25;
// What was passed over teaches too.
const mostLearned = 40;
const nothingLearned = new TagVocabulary(0);

/**
 * The article's tags, best first, five at most, as they stand in it (NFKC). `headline` and `text` are the article's
 * without the publisher's own tags; `language` is BCP 47. A blocked tag makes room for the next.
 */
export function findTags(
  headline: string,
  text: string,
  language: string,
  { rules = noTagRules, vocabulary = nothingLearned }: TagKnowledge = {},
): readonly string[] {
  // The candidates come from scripts whose words the desk can part; fragments of Thai would be worse than no tag.
  if (/^th\b/.test(language)) return [];
  const ranked = bestTerms(taggedText(headline, text, language), language);
  return uniqueTags(chooseTags(given(judgeTags(ranked.slice(0, mostJudged), vocabulary), rules)));
}

/** What the article teaches, which was given these tags by the rules. */
export function learnTags(
  headline: string,
  text: string,
  language: string,
  tags: readonly string[],
  rules: TagRules = noTagRules,
): Uint8Array {
  const terms = bestTerms(taggedText(headline, text, language), language);
  return lessonOf(terms.map(learnedTerm), tags, rules);
}

const headlineNumber = numberNames.indexOf("inHeadline");

/** A candidate as it is learned from. */
export const learnedTerm = ({ term, numbers }: Ranked): LearnedTerm => ({
  term,
  inHeadline: numbers[headlineNumber] === 1,
});

// One by one: the rules are asked for the few that are chosen among.
function* given(judged: readonly JudgedTag[], rules: TagRules): Iterable<JudgedTag> {
  for (const { term, score } of judged) {
    const tag = rules.give(term);
    if (tag !== null) yield { term: tag, score };
  }
}

function bestTerms(article: TaggedText, language: string): readonly Ranked[] {
  const { tokens, headlineTokens } = article;
  const candidates = tagCandidates(tokens, headlineTokens);
  if (/^(?:zh|ja|ko)\b/.test(language)) return rankCandidates(candidates, article).slice(0, mostLearned);
  const names = latinNames(candidates, tokens, headlineTokens);
  const terms = names.map(({ term }) => term);
  const whole = new Map<string, Ranked>();
  for (const ranked of rankCandidates(names, article)) {
    const term = fullName(ranked.term, terms);
    if (!whole.has(term)) whole.set(term, { ...ranked, term });
  }
  return [...whole.values()].slice(0, mostLearned);
}

/** The candidates, which come best first by themselves, judged together and by the archive; best first. */
export function judgeTags(
  ranked: readonly Ranked[],
  vocabulary: TagVocabulary,
  trees: Planted = desksTrees,
): readonly JudgedTag[] {
  const contexts = contextOf(ranked, vocabulary);
  return ranked
    .map(({ term }, place) => ({ term, score: askTrees(trees, contexts[place] ?? new Float32Array()) }))
    .sort((one, other) => other.score - one.score);
}

/** The best of the judged terms that do not repeat one another: as many as are likely to be right, five at most, two at least. */
export function chooseTags(judged: Iterable<JudgedTag>): readonly string[] {
  const chosen: string[] = [];
  let expected = 0;
  for (const { term, score } of judged) {
    const chance = 1 / (1 + Math.exp(-score));
    // With so many right ones expected among those chosen, one more lowers the F1 against what editors give.
    const isWorthIt = chance * (chosen.length + wanted) > expected;
    if (chosen.length === mostTags || (chosen.length >= alwaysGiven && !isWorthIt)) break;
    if (chosen.some((tag) => repeats(tag, term) || repeats(term, tag))) continue;
    chosen.push(term);
    expected += chance;
  }
  return chosen;
}

// 高雄 beside 高雄市 says nothing more; 高雄市政府 beside 高雄市 does, and editors give both.
function repeats(whole: string, part: string): boolean {
  return whole.includes(part) && (whole.length - part.length < 2 || /\p{Script=Latin}/u.test(part));
}
