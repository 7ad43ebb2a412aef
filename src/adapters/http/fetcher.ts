// The open internet behind a guard: one GET at a time per host, redirects followed by hand, every answer within limits.
import type { FetchAnswer, Fetcher, FetchRequest, PostRequest } from "../../ports/fetcher.ts";
import { acceptedEncodings, readBody, readEncodings } from "./body.ts";
import { readMaxAge } from "./cache-control.ts";
import { type ClosedLines, createClosedLines } from "./closed-lines.ts";
import { createExchange, type Exchange, type Resolve, type WireAnswer, type WireRequest } from "./exchange.ts";
import { asFetchError, fetchFault, statusFault } from "./fault.ts";
import { createGuard } from "./guard.ts";
import { defaultLimits, type FetchLimits } from "./limits.ts";
import { followRedirects, Redirect } from "./redirects.ts";
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
  readonly closed: ClosedLines;
  readonly limits: FetchLimits;
  readonly userAgent: string;
  readonly now: () => number;
}

/** A fetcher over HTTP/1.1. `close` breaks off what is under way. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const limits = { ...defaultLimits, ...options.limits };
  const exchange = createExchange(createGuard(options.allowPrivateNetworks), limits, options.resolve);
  const { userAgent, now = Date.now } = options;
  const parts: Parts = {
    ...{ exchange, takeTurn: createTurns(), closed: createClosedLines(now) },
    ...{ limits, userAgent, now },
  };
  return {
    fetch: (request) => fetchFollowing(request, parts),
    post: (request) => postFollowing(request, parts),
    close: () => exchange.close(),
  };
}

// Most conditional requests are answered "not modified": ten thousand connections kept for nothing cost memory on both sides.
async function fetchFollowing(request: FetchRequest, parts: Parts): Promise<FetchAnswer> {
  const isLast = Boolean(request.etag || request.lastModified);
  const sending = { headers: headersFor(request, parts.userAgent), isLast };
  const { answer, movedTo } = await followRedirects(
    request.url,
    parts,
    (url, remainingMs) => visit(url, sending, readAnswer, parts, remainingMs),
    request.checkRedirect,
  );
  return { ...answer, movedTo };
}

async function postFollowing({ url: address, form }: PostRequest, parts: Parts): Promise<void> {
  const headers = { "user-agent": parts.userAgent, "content-type": "application/x-www-form-urlencoded" };
  const sending = { headers, form: new URLSearchParams(form).toString() };
  await followRedirects(address, parts, (url, remainingMs) => visit(url, sending, readReceipt, parts, remainingMs));
}

/** What is sent, and how its answer is read. */
type Sending = Pick<WireRequest, "headers" | "form" | "isLast">;
type ReadAnswer<Answer> = (answer: WireAnswer, url: URL, parts: Parts) => Promise<Answer | Redirect>;

async function visit<Answer>(
  url: URL,
  sending: Sending,
  read: ReadAnswer<Answer>,
  parts: Parts,
  timeoutMs: number,
): Promise<Answer | Redirect> {
  parts.closed.check(url);
  // Not AbortSignal.timeout: that would live on for all of its time after every answer.
  const controller = new AbortController();
  const { signal } = controller;
  const late = new DOMException("the time for one fetch is over", "TimeoutError");
  const timer = setTimeout(() => controller.abort(late), timeoutMs);
  try {
    return await read(await parts.exchange.send({ url, signal, ...sending }), url, parts);
  } catch (cause) {
    const failure = asFetchError(signal.aborted ? signal.reason : cause, url, parts.limits);
    parts.closed.note(url, failure);
    throw failure;
  } finally {
    clearTimeout(timer);
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

type Unfollowed<Answer> = Answer extends unknown ? Omit<Answer, "movedTo"> : never;

const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

async function readAnswer(
  answer: WireAnswer,
  url: URL,
  { limits, now }: Parts,
): Promise<Unfollowed<FetchAnswer> | Redirect> {
  const { status, header } = answer;
  const maxAgeMs = readMaxAge(header("cache-control"));
  const encodings = readEncodings(header("content-encoding"));
  if (status === 200 && encodings) {
    const body = await readBody(answer.body, { url, encodings, maxBytes: limits.bodyBytes });
    return { state: "fetched", url: url.href, body, maxAgeMs, ...fetchedTraits(answer) };
  }
  await answer.discard();
  if (status === 200) throw fetchFault("decoding", url, "answered in an encoding that was not asked for.");
  if (status === 304) return { state: "not-modified", maxAgeMs };
  const to = header("location");
  if (to !== null && redirectStatuses.has(status)) return new Redirect(to, status);
  const isBusy = status === 429 || status === 503;
  throw statusFault(url, status, isBusy ? readRetryAfter(header("retry-after"), now()) : undefined);
}

const fetchedTraits = ({ header, headerList }: WireAnswer) => ({
  contentType: header("content-type")?.toLowerCase() ?? null,
  contentLocation: header("content-location"),
  etag: header("etag"),
  lastModified: header("last-modified"),
  link: headerList("link"),
});

// Only these two keep the method and the form: after the others a POST would arrive as a GET (RFC 9110 §15.4).
const postRedirectStatuses: ReadonlySet<number> = new Set([307, 308]);

async function readReceipt(answer: WireAnswer, url: URL, { now }: Parts): Promise<undefined | Redirect> {
  const { status, header } = answer;
  await answer.discard();
  if (status >= 200 && status <= 299) return;
  const to = header("location");
  if (to !== null && postRedirectStatuses.has(status)) return new Redirect(to, status);
  const retryAfterMs = readRetryAfter(header("retry-after"), now());
  const options = { status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  throw fetchFault("http-status", url, `answered ${status} to what was posted.`, options);
}
