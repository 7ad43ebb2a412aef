// Decides whether what a model wrote may stand in the place of the extract.
import { type CalendarDay, dayAt } from "../../../language/calendar-day.ts";
import { detectLanguage } from "../../../language/detect.ts";
import { type ArticleFacts, factsOf, firstUnfaithful, sharesFact } from "../../../language/faithful.ts";
import { ledeLimit } from "../../../language/lede.ts";
import { sentenceSpans } from "../../../language/sentence.ts";
import { uniqueTags } from "../../../language/tag/normalize.ts";
import type { TagRules } from "../../../language/tag/rules.ts";
import { indexTokens } from "../../../language/tokens.ts";
import type { Locale, Localized } from "../../../records/channel.ts";
import type { KeptReason, Rewriting } from "../../../records/rewriting.ts";
import type { Card } from "../../../records/story.ts";
import { holdsMarkup, plainText, type WrittenArticle } from "./answer.ts";
import { inScriptOf } from "./chinese.ts";
import { headlineLimit } from "./prompt.ts";

export interface JudgeOptions {
  readonly locale: Locale;
  readonly rules: TagRules;
  readonly timeZone: string;
}

/** BCP 47 as articles carry it. */
const languageOf: Localized = { en: "en", "zh-TW": "zh-Hant", "zh-CN": "zh-Hans", ja: "ja", ko: "ko", th: "th" };

const mostTags = 5;

/** The card with what was written, or as it was and why. `text`: the article's. */
export async function judge(
  card: Card,
  text: string,
  written: WrittenArticle | undefined,
  { locale, rules, timeZone }: JudgeOptions,
): Promise<Rewriting> {
  const kept = (reason: KeptReason): Rewriting => ({ card, kept: reason });
  if (written === undefined) return kept("format");
  const [headline, whole] = [
    await inScriptOf(plainText(written.headline), locale),
    await inScriptOf(plainText(written.lede), locale),
  ];
  if (headline === "" || whole === "") return kept("format");
  if (holdsMarkup(headline) || holdsMarkup(whole)) return kept("markup");
  const lede = sentencesWithin(whole, ledeLimit(locale));
  if (headline.length > headlineLimit(locale) || lede === "") return kept("too-long");
  const language = languageOf[locale];
  if (!isWrittenIn(`${headline}\n${lede}`, language)) return kept("language");
  const published = dayAt(card.publishedAt, timeZone);
  const facts = factsOf(`${card.headline}\n${text}`, published);
  const fault = firstUnfaithful(`${headline}\n${lede}`, facts);
  if (fault !== null) return kept(fault.kind);
  const isTranslated = !isSameLanguage(card.language, language);
  if (!isOnTopic(`${headline}\n${lede}`, card, isTranslated, published)) return kept("off-topic");
  const tags = await tagsOf(written, facts, { card, isTranslated, locale, rules });
  return {
    card: { ...card, headline, lede, tags, language, rewritten: isTranslated ? "translated" : "edited" },
    kept: null,
  };
}

/** Whole sentences, as many as the limit allows; empty when not even the first fits. */
function sentencesWithin(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const ends = sentenceSpans(text, { start: 0, end: text.length }).map(({ end }) => end);
  return text.slice(0, ends.findLast((end) => end <= limit) ?? 0);
}

function isWrittenIn(text: string, language: string): boolean {
  // Trigrams tell little about two sentences: Latin letters are English here, where nothing else is asked for.
  if (language === "en")
    return (
      /[A-Za-z]/.test(text) && !/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
    );
  const detected = detectLanguage(text, null);
  return detected === language || (detected === "zh" && language.startsWith("zh"));
}

const isSameLanguage = (one: string, other: string): boolean =>
  one === other || (one === "zh" && other.startsWith("zh")) || one === "und";

// Of the tokens written, what share must stand in the article's headline and lede. A rewriting has half of them and more.
const leastShare = 0.2;

/** What a model was talked into, or mixed up with another article, has little of the article's own beginning in it. */
function isOnTopic(written: string, card: Card, isTranslated: boolean, published: CalendarDay): boolean {
  const beginning = `${card.headline}\n${card.lede}`;
  const own = new Set(indexTokens(beginning));
  const tokens = [...new Set(indexTokens(written))];
  const share = tokens.filter((token) => own.has(token)).length / Math.max(1, tokens.length);
  if (share >= leastShare) return true;
  // Between languages tokens differ; a number or a name of the beginning has to be there, if it has any.
  return isTranslated && sharesFact(written, beginning, published);
}

interface TagContext {
  readonly card: Card;
  readonly isTranslated: boolean;
  readonly locale: Locale;
  readonly rules: TagRules;
}

/** The card's own in its own language, which a search for them finds; in another language those written that the article backs up. */
async function tagsOf(written: WrittenArticle, facts: ArticleFacts, { card, isTranslated, locale, rules }: TagContext) {
  if (!isTranslated && card.tags.length > 0) return card.tags;
  const plain = await Promise.all(written.tags.slice(0, 2 * mostTags).map((tag) => inScriptOf(plainText(tag), locale)));
  const wanted = plain.filter((tag) => !holdsMarkup(tag) && firstUnfaithful(tag, facts) === null);
  const tags = uniqueTags(wanted.flatMap((tag) => rules.give(tag) ?? [])).slice(0, mostTags);
  return tags.length > 0 ? tags : card.tags;
}
