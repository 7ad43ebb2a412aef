// The open internet behind a guard: one GET at a time per host, redirects followed by hand, every answer within limits.
import type { FetchAnswer, Fetcher, FetchRequest } from "../../ports/fetcher.ts";
import { FetchError } from "../../records/errors.ts";
import { acceptedEncodings, readBody, readEncodings } from "./body.ts";
import { createExchange, type Exchange, type Resolve, type WireAnswer } from "./exchange.ts";
import { asFetchError, fetchFault, statusFault } from "./fault.ts";
import { createGuard } from "./guard.ts";
import { defaultLimits, type FetchLimits } from "./limits.ts";
import { readRetryAfter } from "./retry-after.ts";
import { createTurns, type TakeTurn } from "./turns.ts";

export interface FetcherOptions {
  /** Names the product and where its operator can be asked to stop. */
  readonly userAgent: string;
  /** Opens loopback and private addresses; link-local ones stay refused. */
  readonly allowPrivateNetworks: boolean;
  /** Epoch milliseconds, for Retry-After dates. */
  readonly now?: () => number;
  readonly limits?: Partial<FetchLimits>;
  readonly resolve?: Resolve;
}

interface Parts {
  readonly exchange: Exchange;
  readonly takeTurn: TakeTurn;
  readonly limits: FetchLimits;
  readonly userAgent: string;
  readonly now: () => number;
}

/** A fetcher over HTTP/1.1. `close` breaks off what is under way. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const limits = { ...defaultLimits, ...options.limits };
  const exchange = createExchange(createGuard(options.allowPrivateNetworks), limits, options.resolve);
  const { userAgent, now = Date.now } = options;
  const parts: Parts = { exchange, takeTurn: createTurns(), limits, userAgent, now };
  return { fetch: (request) => fetchFollowing(request, parts), close: () => exchange.close() };
}

const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

type Hop = FetchAnswer | { readonly state: "redirected"; readonly to: string };

async function fetchFollowing(request: FetchRequest, parts: Parts): Promise<FetchAnswer> {
  const { limits, takeTurn } = parts;
  let url = readAddress(request.url);
  let remainingMs = limits.totalMs;
  const visited = new Set<string>();
  while (visited.size <= limits.redirects) {
    visited.add(url.href);
    // A turn lasts one hop: a redirect to a busy host waits there, and holds up nobody at the host it came from.
    const hop = await takeTurn(url.host, async () => {
      const startedAt = performance.now();
      const answer = await visit(url, request, parts, remainingMs);
      remainingMs = Math.max(1, Math.ceil(remainingMs - (performance.now() - startedAt)));
      return answer;
    });
    if (hop.state !== "redirected") return hop;
    const next = readAddress(hop.to, url);
    if (visited.has(next.href)) throw fetchFault("redirects", url, "redirects in a circle: correct the address.");
    url = next;
  }
  throw fetchFault("redirects", url, `is the end of more than ${limits.redirects} redirects: correct the address.`);
}

/** The address as a URL we may call. Throws FetchError `bad-url`; a relative one resolves against `base`. */
function readAddress(text: string, base?: URL): URL {
  const url = URL.parse(text, base?.href);
  if (!url) throw badUrl(base, "is not an address");
  if (!/^https?:$/.test(url.protocol)) throw badUrl(base, `has the scheme ${url.protocol}, not http or https`);
  if (url.username || url.password) throw badUrl(base, `names a user or a password for ${url.host}`);
  url.hash = "";
  return url;
}

// The address itself is not repeated: what can't be read may hold anything.
function badUrl(base: URL | undefined, flaw: string): Error {
  if (base) return fetchFault("bad-url", base, `redirects to what ${flaw}: not followed.`);
  return new FetchError("bad-url", `An address ${flaw}: correct it in the sources file.`);
}

async function visit(url: URL, request: FetchRequest, parts: Parts, timeoutMs: number): Promise<Hop> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await parts.exchange.send(url, headersFor(request, parts.userAgent), signal);
    return await readAnswer(answer, url, parts);
  } catch (cause) {
    throw asFetchError(signal.aborted ? signal.reason : cause, url, parts.limits);
  }
}

function headersFor({ accept, etag, lastModified }: FetchRequest, userAgent: string): Record<string, string> {
  return {
    "user-agent": userAgent,
    accept: accept ?? "*/*",
    "accept-encoding": acceptedEncodings,
    ...(etag ? { "if-none-match": etag } : {}),
    ...(lastModified ? { "if-modified-since": lastModified } : {}),
  };
}

async function readAnswer(answer: WireAnswer, url: URL, { limits, now }: Parts): Promise<Hop> {
  const { status, header } = answer;
  const encodings = readEncodings(header("content-encoding"));
  if (status === 200 && encodings) {
    const body = await readBody(answer.body, { url, encodings, maxBytes: limits.bodyBytes });
    return {
      state: "fetched",
      url: url.href,
      body,
      contentType: header("content-type")?.toLowerCase() ?? null,
      etag: header("etag"),
      lastModified: header("last-modified"),
    };
  }
  await answer.discard();
  if (status === 200) throw fetchFault("decoding", url, "answered in an encoding that was not asked for.");
  if (status === 304) return { state: "not-modified" };
  const to = header("location");
  if (to !== null && redirectStatuses.has(status)) return { state: "redirected", to };
  const isBusy = status === 429 || status === 503;
  throw statusFault(url, status, isBusy ? readRetryAfter(header("retry-after"), now()) : undefined);
}
