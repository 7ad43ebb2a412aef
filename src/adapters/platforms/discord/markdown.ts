// Plain text made safe for Discord: its Markdown and mentions show as written, and a text that is too long ends at a character.

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** One line of well-formed text: white space runs become one space; controls and direction overrides are dropped. */
export function oneLine(text: string): string {
  return cleanText(text.replace(/\s+/g, " "));
}

/** Well-formed text that keeps its lines; controls and direction overrides, which disturb what stands beside them, are dropped. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/gu, "")
    .trim();
}

/** The text with every character escaped that Discord would read as Markdown, a mention, a time, an emoji or a link. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\*_~`|<[]|@(?=everyone|here)|:(?=\/\/|[\w+-]+:)|(?<=\])\(/g, "\\$&")
    .replace(/^([^\S\n]*)(?=(?:#{1,3}|-#|[+-]|>{1,3})\s)/gm, "$1\\")
    .replace(/^([^\S\n]*\d+)\./gm, "$1\\.");
}

/** The text on one line, escaped, in at most `limit` UTF-16 units. */
export const singleLine = (text: string, limit: number): string => cutText(escapeMarkdown(oneLine(text)), limit);

/** The text in at most `limit` UTF-16 units; a cut one ends in … and never inside a character as people see it, nor inside an escape. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    if (index + segment.length > limit - 1) break;
    end = index + segment.length;
  }
  return `${withoutHalfEscape(text.slice(0, end)).trimEnd()}…`;
}

function withoutHalfEscape(text: string): string {
  const slashes = /\\*$/.exec(text)?.[0].length ?? 0;
  return slashes % 2 === 1 ? text.slice(0, -1) : text;
}
