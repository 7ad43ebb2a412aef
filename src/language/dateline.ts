// Finds the news in a text: without datelines, bylines, sign-offs, captions, credits and the publisher's own notices.
import { chineseRules } from "./dateline/chinese.ts";
import { isDateLine } from "./dateline/dates.ts";
import { japaneseRules } from "./dateline/japanese.ts";
import { koreanRules } from "./dateline/korean.ts";
import { thaiRules } from "./dateline/thai.ts";
import { westernRules } from "./dateline/western.ts";
import { paragraphSpans, type Span, trimSpan } from "./span.ts";

// All rules see every text: a Chinese page carries English credits, and the forms of one family mean nothing in another.
const families = [chineseRules, japaneseRules, koreanRules, thaiRules, westernRules];
const datelines = families.flatMap((family) => family.datelines);
const openings = [...datelines, ...families.flatMap((family) => family.openings)];
const closings = families.flatMap((family) => family.closings);
const lines = families.flatMap((family) => family.lines);

const paragraphLimit = 60;
// No editor writes longer paragraphs; a text without any is read no further.
const paragraphLength = 4000;
// Newsroom forms are short: patterns see no more, so that no text makes them slow.
const edgeLength = 240;
// A report's dateline stands behind a few captions at most; further down it belongs to another report.
const datelineWithin = 8;
// The BBC's caption stands in a paragraph of its own below the credit.
const captionLength = 45;

/**
 * The paragraphs of news in a text, in order, as places in it: the first sixty at most, each up to 4000 characters, none empty. They are
 * looked for one by one: who needs the first alone does not pay for the rest.
 */
export function* newsSpans(text: string): Generator<Span> {
  const paragraphs = paragraphSpans(text, paragraphLimit);
  const first = paragraphs.slice(0, datelineWithin).findIndex((span) => startsWithDateline(text, span));
  let isAfterCredit = false;
  for (const span of paragraphs.slice(Math.max(0, first))) {
    const isCaption = isAfterCredit && span.end - span.start <= captionLength;
    isAfterCredit = isCredit(text, span);
    if (isCaption || isFurniture(text, span)) continue;
    const { start, end } = trimNewsroomForms(text, span);
    if (end > start) yield { start, end: Math.min(end, start + paragraphLength) };
  }
}

/** The span without what the newsroom put before and behind the news: `（中央社記者…電）`, `（完）`, `LONDON (Reuters) - `. */
function trimNewsroomForms(text: string, span: Span): Span {
  let trimmed = span;
  for (let before = null as Span | null; before?.start !== trimmed.start && trimmed.end > trimmed.start; ) {
    before = trimmed;
    trimmed = trimSpan(text, { start: trimmed.start + matchedLength(openings, head(text, trimmed)), end: trimmed.end });
  }
  for (let before = null as Span | null; before?.end !== trimmed.end && trimmed.end > trimmed.start; ) {
    before = trimmed;
    trimmed = trimSpan(text, { start: trimmed.start, end: trimmed.end - matchedLength(closings, tail(text, trimmed)) });
  }
  return trimmed;
}

function startsWithDateline(text: string, span: Span): boolean {
  return matchedLength(datelines, head(text, span)) > 0;
}

function isFurniture(text: string, span: Span): boolean {
  if (span.end - span.start > edgeLength) return false;
  const paragraph = text.slice(span.start, span.end);
  return isDateLine(paragraph) || isAddress(paragraph) || lines.some((line) => line.test(paragraph));
}

function isAddress(paragraph: string): boolean {
  return /^(?:https?:\/\/|www\.)\S+$/.test(paragraph);
}

function isCredit(text: string, span: Span): boolean {
  return /^(?:图像|圖像|图片|圖片)来源|^Image (?:source|caption)/.test(head(text, span));
}

function head(text: string, span: Span): string {
  return text.slice(span.start, Math.min(span.end, span.start + edgeLength));
}

function tail(text: string, span: Span): string {
  return text.slice(Math.max(span.start, span.end - edgeLength), span.end);
}

function matchedLength(patterns: readonly RegExp[], edge: string): number {
  for (const pattern of patterns) {
    const length = pattern.exec(edge)?.[0].length ?? 0;
    if (length > 0) return length;
  }
  return 0;
}
