// A subscription's verdict on an article, in a sentence.
import type { Locale } from "../records/channel.ts";
import type { Clause, Term } from "../records/query.ts";
import type { Source } from "../records/source.ts";
import type { StoryEdition } from "../records/trail.ts";
import type { Judgement, Verdict } from "../records/why.ts";
import { shortTime } from "./phrases.ts";
import { sourceName } from "./source-name.ts";
import { type WhyWords, whyWords } from "./why-words.ts";

/** What the sentences need to know beside the verdict. */
export interface Speech {
  readonly sources: readonly Source[];
  readonly timeZone: string;
  readonly locale: Locale;
}

/** Such as `– Left: it is not tagged #politics.` */
export function verdictText({ verdict, isByOtherReport }: Omit<Judgement, "number">, speech: Speech): string {
  const words = whyWords[speech.locale];
  const sentence = sentenceOf(verdict, words, speech);
  if (!isByOtherReport) return sentence;
  return `${sentence} ${verdict.reason === "taken" ? words.otherShown : words.otherMatches}`;
}

/** Such as `✓ Taken: in the digest of Nov 23, 08:00. It is still on its way.` */
export function takenText({ publishedAt, state }: StoryEdition, { timeZone, locale }: Speech): string {
  const words = whyWords[locale];
  const sentence = words.taken(shortTime(publishedAt, timeZone, locale));
  if (state === "delivered") return sentence;
  return `${sentence} ${state === "waiting" ? words.onItsWay : words.givenUp}`;
}

function sentenceOf(verdict: Verdict, words: WhyWords, speech: Speech): string {
  const time = (at: number) => shortTime(at, speech.timeZone, speech.locale);
  switch (verdict.reason) {
    case "taken":
      return takenText(verdict.edition, speech);
    case "had-already":
      return words.hadAlready(time(verdict.edition.publishedAt));
    case "excluded":
      return words.excluded(termText(verdict.term, words, speech));
    case "missing":
      return missingText(verdict.clause, words, speech);
    case "dates":
      return words.dates;
    case "edition-full":
      return words.full(time(verdict.at), verdict.shown, verdict.total);
    case "not-due-yet":
      return words.notDue(time(verdict.dueAt));
    case "before-subscription":
      return words.beforeSubscription;
    case "considered-before":
      return words.consideredBefore;
  }
}

/** Alternatives of several kinds are told as words are: the article holds none of them. */
function missingText(clause: Clause, words: WhyWords, speech: Speech): string {
  const kinds = new Set(clause.map(({ kind }) => kind));
  const kind = kinds.size === 1 ? (clause[0]?.kind ?? "word") : "word";
  const texts = new Set(clause.map((term) => termText(term, words, speech)));
  return words.missing[kind]([...texts].join(words.or));
}

function termText({ kind, text }: Term, words: WhyWords, { sources }: Speech): string {
  if (kind === "tag") return `#${text}`;
  if (kind === "source") return sourceName(sources, text);
  return kind === "language" ? text : words.quoted(text);
}
