// A place in a text: editing narrows places down and never rewrites, so that what is shown can be found in the article.

/** UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span without white space at its ends; empty at its start when there is nothing else. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  return { start, end };
}

/** The paragraphs of a text: runs of lines between line breaks, trimmed, none of them empty; `limit` at most. */
export function paragraphSpans(text: string, limit = Number.POSITIVE_INFINITY): readonly Span[] {
  const spans: Span[] = [];
  for (let start = 0; start < text.length && spans.length < limit; ) {
    const next = text.indexOf("\n", start);
    const end = next === -1 ? text.length : next;
    const span = trimSpan(text, { start, end });
    if (span.end > span.start) spans.push(span);
    start = end + 1;
  }
  return spans;
}

function isSpace(text: string, at: number): boolean {
  return /[\s\u200b\ufeff]/.test(text.charAt(at));
}
