// Sentences and clauses, as places in the text: Chinese, Japanese, Korean and Latin punctuation.
import { isAbbreviationStop } from "./abbreviations.ts";
import { bracketSpans } from "./brackets.ts";
import { type Span, trimSpan } from "./span.ts";

const fullStops = /[。！？!?｡．.\n]/;
// A longer run of marks is looked at in pieces: each of its marks might end the sentence, and looks ahead.
const longestMarks = 50;
const closingMarks = /[」』）)\]］】〕》〉”’"»]/;
// Whoever speaks may follow the quotation: 「…。」他說.
const attribution =
  /^\s*[^。！？\n「“]{0,14}(?:說|说|表示|稱|称|道|問|问|指出|強調|强调|と(?:述べ|話|語|い)|(?:이)?라고)/;
const englishJoint =
  /,? (?:and|but|while|as|after|before|because|which|who|where|when|although|though|since|until|with) /g;

/** The sentences inside the span, in order, trimmed: none ends inside quotation marks or brackets, closing marks included. */
export function sentenceSpans(text: string, span: Span): readonly Span[] {
  const sentences: Span[] = [];
  let start = span.start;
  for (const end of sentenceEnds(text, span)) {
    const sentence = trimSpan(text, { start, end });
    if (sentence.end > sentence.start) sentences.push(sentence);
    start = end;
  }
  return sentences;
}

/** Offsets after which the sentence may be cut: behind a comma or semicolon, before an English conjunction; in order. */
export function clauseEnds(text: string, sentence: Span): readonly number[] {
  const ends = new Set<number>();
  for (const open of outsideBrackets(text, sentence)) {
    for (let at = open.start; at < open.end; at++) if (isClauseMark(text, at)) ends.add(at + 1);
    for (const joint of text.slice(open.start, open.end).matchAll(englishJoint)) {
      if (!joint[0].startsWith(",")) ends.add(open.start + joint.index);
    }
  }
  return [...ends].filter((end) => end < sentence.end).sort((one, other) => one - other);
}

/** True when the text ends as sentences do, closing quotation marks and brackets aside. */
export function endsSentence(text: string): boolean {
  return /[。！？!?｡．.…][」』）)\]］】〕》〉”’"»]*$/.test(text);
}

function* sentenceEnds(text: string, span: Span): Generator<number> {
  const brackets = bracketSpans(text, span);
  let next = 0;
  for (let at = span.start; at < span.end; at++) {
    const bracket = brackets[next];
    if (bracket?.start === at) {
      next++;
      at = bracket.end - 1;
      if (endsWithQuotation(text, bracket, span.end)) yield bracket.end;
    } else if (fullStops.test(text.charAt(at)) && isSentenceEnd(text, at, span.end)) {
      at = afterClosingMarks(text, at + 1, span.end) - 1;
      yield at + 1;
    }
  }
  yield span.end;
}

function* outsideBrackets(text: string, span: Span): Generator<Span> {
  let start = span.start;
  for (const bracket of bracketSpans(text, span)) {
    yield { start, end: bracket.start };
    start = bracket.end;
  }
  yield { start, end: span.end };
}

function endsWithQuotation(text: string, quotation: Span, limit: number): boolean {
  if (!/[「『“"«]/.test(text.charAt(quotation.start))) return false;
  const lastMark = text.charAt(quotation.end - 2);
  const after = text.slice(quotation.end, Math.min(limit, quotation.end + 40));
  if (attribution.test(after) || !/[。！？!?.]/.test(lastMark)) return false;
  // 他喊「衝啊！」後倒下 goes on; only a full stop inside the marks ends a Chinese sentence.
  return /^\s*$|^\s+[\p{Lu}\d"“(]|^\s*[「『“]/u.test(after) || (lastMark === "。" && /^\s*\p{Lo}/u.test(after));
}

function isSentenceEnd(text: string, at: number, limit: number): boolean {
  const mark = text.charAt(at);
  // 叶夫根尼．普里戈任 is one name.
  if (mark === "．" && /\p{L}/u.test(text.charAt(at + 1))) return false;
  if (/[。｡．\n]/.test(mark)) return true;
  const end = afterClosingMarks(text, at + 1, limit);
  const after = text.slice(end, Math.min(limit, end + 24));
  if (/[！？]/.test(mark)) return !/^\s*[，、；,]/.test(after);
  if (after !== "" && !/^\s+["“‘「『(（[]*(?:\p{Lu}|\p{Lo}|\d)/u.test(after)) return false;
  return mark !== "." || !isAbbreviationStop(text.slice(Math.max(0, at - 24), at), after);
}

function afterClosingMarks(text: string, from: number, spanEnd: number): number {
  const limit = Math.min(spanEnd, from + longestMarks);
  let end = from;
  while (end < limit && (closingMarks.test(text.charAt(end)) || /[！？!?。]/.test(text.charAt(end)))) end++;
  return end;
}

function isClauseMark(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (/[，；]/.test(mark)) return true;
  if (/[,;]/.test(mark)) return /\s/.test(text.charAt(at + 1)) || /\p{Lo}/u.test(text.charAt(at + 1));
  // Taiwanese headlines and captions part clauses by a space, and so does all Thai; Japanese prose by its own comma.
  if (mark === " " && /[ก-๎]/.test(text.charAt(at - 1)) && /[ก-ฮเ-ไ]/.test(text.charAt(at + 1))) return true;
  if (mark === "、") return /\p{Script=Hiragana}/u.test(text.charAt(at - 1));
  return (
    /[ \u3000]/.test(mark) && /\p{Script=Han}/u.test(text.charAt(at - 1)) && /\p{Script=Han}/u.test(text.charAt(at + 1))
  );
}
