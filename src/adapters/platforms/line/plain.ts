// Text and addresses from outside, made safe for LINE: one bad character or length refuses a whole message.
import { clip } from "../../../language/clip.ts";

/** Direction overrides turn a headline around and hide where a link leads; control characters are shown as boxes. */
const unwanted = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** One line: well-formed, spaces folded, `limit` UTF-16 units at most. Empty when nothing visible is left. */
export function plainLine(text: string, limit: number): string {
  return clip(visible(text.replace(unwanted, " ").replace(/\s+/g, " ")), limit);
}

/** Several lines: as `plainLine`, with its line breaks kept and two blank lines in a row made one. */
export function plainText(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.replace(unwanted, " ").trimEnd());
  return visible(lines.join("\n").replace(/\n{3,}/g, "\n\n"));
}

function visible(text: string): string {
  const wellFormed = text.toWellFormed().trim();
  // Format characters alone (zero-width spaces, joiners) count as an empty text on some clients.
  return /^[\s\p{Cf}]*$/u.test(wellFormed) ? "" : wellFormed;
}

/** Pieces of `limit` UTF-16 units at most, broken where a line ends when there is such a place. At most `count`; the last is clipped. */
export function splitText(text: string, limit: number, count: number): readonly string[] {
  if (text.length <= limit || count === 1) return text === "" ? [] : [clip(text, limit)];
  const lineEnd = text.lastIndexOf("\n", limit);
  const piece = lineEnd > 0 ? text.slice(0, lineEnd) : clip(text, limit).slice(0, -1);
  const rest = text.slice(piece.length).trimStart();
  return [...splitText(piece.trimEnd(), limit, 1), ...splitText(rest, limit, count - 1)];
}

/** The characters of RFC 3986, without user names (a disguise for hosts) and literal IPv6 addresses. */
const strictAddress = /^https?:\/\/[\w.~-]+(:\d+)?\/([\w.~:/@!$&'()*+,;=-]|%[\da-f]{2})*(\?[^#]*)?(#[^#]*)?$/i;

/** A web address as LINE takes it, percent-encoded, or null when it is none or longer than 1000 characters. */
export function linkAddress(url: string | null): string | null {
  return strictUrl(url, 1000);
}

const undrawable = /\.(svg|webp|avif|gif|bmp|ico)$/i;

/** An image's address as LINE takes it: https, 2000 characters at most, and no format that its clients leave blank. */
export function imageAddress(url: string | null): string | null {
  const address = strictUrl(url, 2000);
  if (!address?.startsWith("https:")) return null;
  return undrawable.test(new URL(address).pathname) ? null : address;
}

function strictUrl(url: string | null, limit: number): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const encoded = new URL(url).href
    .replace(/[^\w.~:/?#@!$&'()*+,;=%-]/g, encodeURIComponent)
    .replace(/%(?![\da-f]{2})/gi, "%25");
  return encoded.length <= limit && strictAddress.test(encoded) ? encoded : null;
}
