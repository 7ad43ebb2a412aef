// Chooses the lede: the opening sentences of the news, whole where they fit and cut at a clause where one does not.
import type { LedeSentence } from "../records/article.ts";
import { hasBalancedBrackets } from "./brackets.ts";
import { newsSpans } from "./dateline.ts";
import { clauseEnds, endsSentence, sentenceSpans } from "./sentence.ts";
import { type Span, trimSpan } from "./span.ts";

// A lede shorter than this share of the limit takes in the next paragraph.
const shortShare = 0.4;
const paragraphsSeen = 4;
// A clause shorter than this share of the limit says too little to stand alone.
const clauseShare = 0.2;

/** The most characters a lede has: 120 in Chinese, Japanese and Korean, 240 elsewhere. */
export function ledeLimit(language: string): number {
  return /^(?:zh|ja|ko)\b/.test(language) ? 120 : 240;
}

/**
 * The lede's sentences, verbatim and in the text's order, at most `ledeLimit` characters with the spaces that join them.
 * Empty when the text holds no news.
 */
export function findLede(text: string, headline: string, language: string): readonly LedeSentence[] {
  const limit = ledeLimit(language);
  const chosen: Span[] = [];
  let length = 0;
  for (const paragraph of ledeParagraphs(text, headline)) {
    if (length > limit * shortShare) break;
    for (const sentence of sentenceSpans(text, paragraph)) {
      const room = limit - length - (chosen.length > 0 ? 1 : 0);
      const whole = fits(text, sentence, room);
      const part = whole ?? (length < limit * shortShare ? cut(text, sentence, room) : null);
      if (part !== null) chosen.push(part);
      if (part === null || part !== whole) return chosen.map((span) => ledeSentence(text, span));
      length = limit - room + part.end - part.start;
    }
  }
  return chosen.map((span) => ledeSentence(text, span));
}

// Subheadings, names and captions end without a full stop: they are the lede only where nothing else is there.
function ledeParagraphs(text: string, headline: string): readonly Span[] {
  const spans = newsSpans(text).filter((span) => !repeats(text, span, headline));
  const prose = spans.filter((span) =>
    sentenceSpans(text, span).some((sentence) => endsSentence(slice(text, sentence))),
  );
  return (prose.length > 0 ? prose : spans).slice(0, paragraphsSeen);
}

function repeats(text: string, span: Span, headline: string): boolean {
  const letters = (some: string) => some.replaceAll(/[^\p{L}\d]/gu, "");
  return span.end - span.start < 2 * headline.length && letters(slice(text, span)) === letters(headline);
}

function fits(text: string, sentence: Span, room: number): Span | null {
  const words = slice(text, sentence);
  return words.length <= room && endsSentence(words) && hasBalancedBrackets(words) ? sentence : null;
}

function cut(text: string, sentence: Span, room: number): Span | null {
  const words = slice(text, sentence);
  if (words.length <= room && hasBalancedBrackets(words)) return sentence;
  const end = clauseEnds(text, sentence).findLast((at) => at - sentence.start <= room);
  if (end !== undefined && end - sentence.start >= room * clauseShare)
    return trimSpan(text, { start: sentence.start, end });
  return cutAtWord(text, sentence, room);
}

// Some texts have neither clauses nor sentences in reach; half a line is still better than none.
function cutAtWord(text: string, sentence: Span, room: number): Span | null {
  const words = new Intl.Segmenter(undefined, { granularity: "word" }).segment(
    slice(text, sentence).slice(0, room + 20),
  );
  const ends = [...words].map((word) => sentence.start + word.index).filter((at) => at - sentence.start <= room);
  const end = ends.findLast((at) => hasBalancedBrackets(text.slice(sentence.start, at)));
  return end === undefined || end === sentence.start ? null : trimSpan(text, { start: sentence.start, end });
}

function ledeSentence(text: string, span: Span): LedeSentence {
  return { text: slice(text, span), start: span.start, end: span.end };
}

function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}
