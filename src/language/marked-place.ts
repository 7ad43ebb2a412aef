// Where in a typed text something is wrong.

const shownBefore = 20;
const shownInside = 40;

/** The text up to the place and the place marked ▸…◂. Offsets are UTF-16, the end is exclusive. */
export function markedPlace(text: string, start: number, end: number): string {
  const from = Math.max(0, start - shownBefore);
  const until = Math.min(end, start + shownInside);
  const before = `${from > 0 ? "…" : ""}${text.slice(from, start)}`;
  return `${before}▸${text.slice(start, until)}${until < end ? "…" : ""}◂`.toWellFormed();
}
