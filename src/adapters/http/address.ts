// Which addresses may be called at all, before any name is resolved: scheme, port, and nobody's password in them.
import { FetchError } from "../../records/errors.ts";
import { fetchFault } from "./fault.ts";

// Ports on which something else than HTTP listens, and which could be made to misread a request as its own language: those
// below 1024 and above that browsers refuse (Fetch standard, "bad port"). They hold for the operator's own sources too: no
// publisher serves there, so it is a slip or a trick. All others are open, for self-hosted feeds live on any port.
const badPorts: ReadonlySet<number> = new Set([
  ...[0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109],
  ...[
    110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531,
  ],
  ...[532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060],
  ...[5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080],
]);

/** The address as a URL we may call. Throws FetchError `bad-url`; a relative one, as redirects give it, resolves against `base`. */
export function readAddress(text: string, base?: URL): URL {
  const url = URL.parse(text, base?.href);
  if (!url) throw badUrl(base, "is not an address");
  if (!/^https?:$/.test(url.protocol)) throw badUrl(base, `has the scheme ${url.protocol}, not http or https`);
  if (url.username || url.password) throw badUrl(base, `names a user or a password for ${url.host}`);
  // A scheme's own port reads as "".
  if (url.port !== "" && badPorts.has(Number(url.port)))
    throw badUrl(base, `names port ${url.port}, which no web site uses`);
  url.hash = "";
  return url;
}

// The address itself is not repeated: what can't be read may hold anything.
function badUrl(base: URL | undefined, flaw: string): Error {
  if (base) return fetchFault("bad-url", base, `redirects to what ${flaw}: not followed.`);
  return new FetchError("bad-url", `An address ${flaw}: correct it in the sources file.`);
}
