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
