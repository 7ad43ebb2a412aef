// Addresses as people paste them and as lists of feeds write them.

const longest = 2_000;

/**
 * The address, its fragment dropped; null for what no desk can read: another scheme than http and https, a user name or password, or
 * more than 2,000 characters. Some write feed: in place of, or before, https:. A relative one needs a `base`.
 */
export function readWebAddress(written: string, base?: string): URL | null {
  const address = written
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, "")
    .replace(/^feed:/i, "http:");
  const url = address === "" || address.length > longest ? null : URL.parse(address, base);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") return null;
  url.hash = "";
  return url;
}

/** Whether the host name of an address means this machine to whoever uses it. */
export function isLocalName(hostname: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}

const linkPattern = /https?:\/\/[^\s<>「」『』（）【】《》〈〉，。、；！？"“”]+/gi;

/** The addresses in a text as people write it, in order, each once; the punctuation around them is none of theirs. */
export function linksIn(text: string): readonly string[] {
  const links = [...text.matchAll(linkPattern)].flatMap(([written]) => {
    const trimmed = written.replace(/[.,;:!?'*_~|]+$/, "");
    // Markdown puts an address in parentheses; Wikipedia has them in its addresses.
    const isClosed = trimmed.endsWith(")") && !trimmed.includes("(");
    const url = readWebAddress(isClosed ? trimmed.slice(0, -1) : trimmed);
    return url === null ? [] : [url.href];
  });
  return [...new Set(links)];
}
