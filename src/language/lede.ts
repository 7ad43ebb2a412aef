// Chooses the lede: the opening sentences of the news, whole where they fit and cut at a clause where one does not; or those further
// down that tell what the headline announces, where the opening doesn't.
import type { LedeSentence } from "../records/article.ts";
import { hasBalancedBrackets } from "./brackets.ts";
import { newsSpans } from "./dateline.ts";
import { clauseEnds, endsSentence, sentenceSpans } from "./sentence.ts";
import { type Span, trimSpan } from "./span.ts";
import { tellingSentences } from "./telling-sentences.ts";

// A lede shorter than this share of the limit takes in the next paragraph.
const shortShare = 0.4;
const paragraphsSeen = 4;
// Where a scene opens the article, the news comes later.
const paragraphsSearched = 8;
// What is shown of a sentence that is too long: no less than this share of the limit, and no stub such as 「6月18日，」 at its end.
const leastShare = 0.2;
const stubShare = 0.06;

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
  const paragraphs = ledeParagraphs(text, headline).map((paragraph) => sentenceSpans(text, paragraph));
  const opening = openingSentences(text, paragraphs.slice(0, paragraphsSeen), limit);
  const chosen = tellingSentences(text, headline, paragraphs.flat(), opening, limit) ?? opening;
  const [first] = paragraphs.flat();
  // Some texts have neither clauses nor sentences in reach; half a line is still better than none.
  const spans = chosen.length > 0 || first === undefined ? chosen : [cutAtWord(text, first, limit)];
  return spans.map(({ start, end }) => ({ text: text.slice(start, end), start, end }));
}

function openingSentences(text: string, paragraphs: readonly (readonly Span[])[], limit: number): readonly Span[] {
  const chosen: Span[] = [];
  let length = 0;
  for (const sentences of paragraphs) {
    if (length > limit * shortShare) break;
    for (const sentence of sentences) {
      const room = limit - length - (chosen.length > 0 ? 1 : 0);
      const whole = fits(text, sentence, room) ? sentence : null;
      const shown = whole ?? (length < limit * shortShare ? cutAtClause(text, sentence, room, limit) : null);
      if (shown === null && chosen.length === 0) continue;
      if (shown !== null) chosen.push(shown);
      if (whole === null) return chosen;
      length = limit - room + whole.end - whole.start;
    }
  }
  return chosen;
}

// Subheadings, names and captions end without a full stop: they are the lede only where nothing else is there.
function ledeParagraphs(text: string, headline: string): readonly Span[] {
  const spans = [...newsSpans(text)].filter((span) => !repeats(text, span, headline));
  const prose = spans.filter((span) =>
    sentenceSpans(text, span).some((sentence) => endsSentence(slice(text, sentence)) || isThaiProse(text, sentence)),
  );
  return (prose.length > 0 ? prose : spans).slice(0, paragraphsSearched);
}

// Thai sets no full stop: what is long is prose.
const isThaiProse = (text: string, { start, end }: Span): boolean =>
  end - start >= 80 && /[ก-๙]$/.test(text.slice(start, end));

function repeats(text: string, span: Span, headline: string): boolean {
  const letters = (some: string) => some.replaceAll(/[^\p{L}\d]/gu, "");
  return span.end - span.start < 2 * headline.length && letters(slice(text, span)) === letters(headline);
}

function fits(text: string, sentence: Span, room: number): boolean {
  const words = slice(text, sentence);
  return words.length <= room && endsSentence(words) && hasBalancedBrackets(words);
}

function cutAtClause(text: string, sentence: Span, room: number, limit: number): Span | null {
  const words = slice(text, sentence);
  if (words.length <= room && hasBalancedBrackets(words)) return sentence;
  const ends = clauseEnds(text, sentence);
  const end = ends.findLast((at, index) => {
    const clauseLength = at - (ends[index - 1] ?? sentence.start);
    const isWorthIt = at - sentence.start >= limit * leastShare && clauseLength >= limit * stubShare;
    return isWorthIt && at - sentence.start <= room && hasBalancedBrackets(text.slice(sentence.start, at));
  });
  return end === undefined ? null : trimSpan(text, { start: sentence.start, end });
}

function cutAtWord(text: string, sentence: Span, room: number): Span {
  const words = new Intl.Segmenter(undefined, { granularity: "word" }).segment(
    slice(text, sentence).slice(0, room + 20),
  );
  const ends = [...words].map((word) => sentence.start + word.index).filter((at) => at - sentence.start <= room);
  const balanced = ends.findLast((at) => at > sentence.start && hasBalancedBrackets(text.slice(sentence.start, at)));
  return trimSpan(text, {
    start: sentence.start,
    end: balanced ?? Math.min(sentence.end, ends.at(-1) ?? sentence.end),
  });
}

function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}
