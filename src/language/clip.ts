// A text that is too long for its place, cut where a reader would not mind.

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The text in `limit` UTF-16 units at most, cut between two characters as readers see them, with an ellipsis. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = graphemes.segment(text).containing(limit - 1)?.index ?? 0;
  return `${text.slice(0, cut).trimEnd()}…`;
}
